"""What the documents give to find: each document, and its clauses as they are drafted."""

from collections.abc import Iterator, Sequence

from app.documents.blocks import Block, Document, Heading, Paragraph, Runs, SignatureBlock, Table, runs_text
from app.documents.templates import Outline, Templates
from app.services.clause_places import numbered_blocks
from app.services.drafting import DocumentState
from app.services.search.entries import Entry, Group, ToDocument

_READ = "Read this clause"
#: What people type before a number.
_ALSO = "clause"


def document_entries(states: Sequence[DocumentState]) -> Iterator[Entry]:
    """Every document of the catalogue, also those that do not apply."""
    for state in states:
        where = "Document" if state.applies else "Does not apply at present"
        yield Entry(
            Group.DOCUMENT, state.title, ToDocument(state.id), "Open this document",
            text=state.summary if state.applies else f"{state.summary} {state.why_not}".strip(),
            where=where, also=_initials(state.title),
        )  # fmt: skip


def title_entries(outline: Outline, templates: Templates) -> Iterator[Entry]:
    """The titles of a document's clauses, for as long as it is not drafted."""
    for clause in templates.clauses_of(outline):
        yield Entry(
            Group.CLAUSE, clause.title, ToDocument(outline.id, clause.id), _READ, where=outline.title, also=_ALSO
        )


def clause_entries(document: Document, outline: Outline, templates: Templates) -> Iterator[Entry]:
    """The headings, paragraphs and tables of a draft, each with the number a reader knows it by."""
    named: set[str] = set()
    for block, number in numbered_blocks(document):
        text = _text(block)
        if isinstance(block, Heading):
            yield Entry(
                Group.CLAUSE, f"{block.number} {block.text}".strip(), ToDocument(outline.id, block.anchor), _READ,
                where=outline.title, also=_ALSO,
            )  # fmt: skip
        elif text and block.anchor:
            clause = templates.clauses.get(block.origin.clause)
            title = clause.title if clause is not None else outline.title
            # What a clause is called finds its first paragraph; the others are found by what they say.
            is_shared = title in named
            named.add(title)
            yield Entry(
                Group.CLAUSE, f"{number} {title}".strip(), ToDocument(outline.id, block.anchor), _READ,
                text=text, where=outline.title, also=_ALSO, is_shared=is_shared,
            )  # fmt: skip


def _text(block: Block) -> str:
    match block:
        case Heading():
            return block.text
        case Paragraph():
            return _one_line(block.runs)
        case Table():
            rows = [" | ".join(_one_line(cell) for cell in row) for row in block.rows]
            return " · ".join(part for part in (block.label, block.caption, *rows) if part)
        case SignatureBlock():
            return " · ".join(part.party for part in block.parts)


def _one_line(runs: Runs) -> str:
    return " ".join(runs_text(runs).split())


def _initials(title: str) -> str:
    """The first letters of a title, as people say them: MoU, ToR; with and without the small words."""
    parts = title.replace("-", " ").split()
    letters = "".join(part[0] for part in parts)
    without = "".join(part[0] for part in parts if part not in {"of", "and", "the", "a", "for"})
    return f"{letters} {without}" if len(parts) > 2 else ""
