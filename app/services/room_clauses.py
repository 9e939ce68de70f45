"""What a document says because of an answer, in words that a room can read: one sentence, and the whole clause."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.documents.blocks import Block, Document, Gap, Given, Heading, Paragraph, Run, Runs, Table, run_text
from app.services.clause_places import numbered_blocks, place_words

#: Where one sentence ends and the next begins.
_SENTENCE_END = re.compile(r"(?<=[.;:])\s+(?=[A-Z“(])")


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Where an answer shows in a document and what stands there.

    ``sentence`` is the part that the answer is in; ``clause`` every paragraph of the clause, each with its number.
    """

    document: str
    title: str
    place: str
    sentence: str
    clause: tuple[tuple[str, str], ...]


def clause_words(document: Document, title: str, anchors: Iterable[str], question_id: str) -> ClauseWords | None:
    """What the first of these places says; None where there is none that says anything."""
    wanted = tuple(anchors)
    found = next(
        (each for each in document.body if each.anchor in wanted and isinstance(each, Paragraph | Table)), None
    )
    if not isinstance(found, Paragraph | Table):
        return None
    sentence = _sentence(found, question_id)
    if sentence.endswith(":"):
        sentence = f"{sentence} {'; '.join(_items_after(document, found))}"
    if not sentence:
        return None
    return ClauseWords(document.id, title, place_words(document, found.anchor), sentence, _clause(document, found))


def _items_after(document: Document, lead: Block) -> list[str]:
    """What a sentence that ends with a colon leads to: the items of a list, or the names of the rows of a table."""
    place = next(at for at, each in enumerate(document.body) if each is lead)
    found: list[str] = []
    for each in document.body[place + 1 :]:
        if isinstance(each, Table) and not found:
            return [_tidied(_text(row[0])) for row in each.rows if row[0]]
        is_item = isinstance(each, Paragraph) and isinstance(lead, Paragraph) and each.depth > lead.depth
        if not isinstance(each, Paragraph) or not is_item:
            break
        found.append(_tidied(_text(each.runs)).rstrip(";. "))
    return found


def _sentence(block: Paragraph | Table, question_id: str) -> str:
    if isinstance(block, Table):
        names = [_text(row[0]) for row in block.rows]
        lead = f"{block.label}: {block.caption}" if block.label and block.caption else block.caption or block.label
        return f"{lead}. {'; '.join(name for name in names if name)}".strip(". ")
    text = ""
    own: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for run in block.runs:
        words = _run_text(run)
        if isinstance(run, Given | Gap):
            spans = own if run.question == question_id else others
            spans.append((len(text), len(text) + len(words)))
        text += words
    # What is told from several answers stands under one of them, perhaps not under this one.
    found = own or others
    if not found:
        return _tidied(text)
    starts = [0, *(each.end() for each in _SENTENCE_END.finditer(text))]
    first = max(start for start in starts if start <= found[0][0])
    end = next((start for start in starts if start >= found[-1][1] and start > first), len(text))
    return _tidied(text[first:end])


def _clause(document: Document, block: Paragraph | Table) -> tuple[tuple[str, str], ...]:
    """Every paragraph of the clause that a block belongs to, with the clause's numbers."""
    parts: list[tuple[str, str]] = []
    for each, number in numbered_blocks(document):
        if each is not block and (isinstance(each, Heading) or not _is_of_clause(each, block)):
            continue
        if isinstance(each, Paragraph):
            parts.append((number if each.depth == 0 and each.number else each.number, _tidied(_text(each.runs))))
        elif isinstance(each, Table):
            parts.append((each.label, each.caption))
            parts += [("•", _row_words(each, row)) for row in each.rows]
    return tuple(parts)


def _row_words(table: Table, row: tuple[Runs, ...]) -> str:
    """A row of a table as one line: its first cell, then each other cell after the title of its column."""
    cells = [_tidied(_text(cell)) for cell in row]
    titles = [column.title for column in table.columns]
    others = [f"{title}: {words}" for title, words in list(zip(titles, cells, strict=True))[1:] if words]
    return ". ".join([*cells[:1], *others])


def _is_of_clause(each: Block, block: Paragraph | Table) -> bool:
    if not isinstance(each, Paragraph | Table):
        return False
    return bool(each.origin.clause) and each.origin.clause == block.origin.clause


def _text(runs: Runs) -> str:
    return "".join(_run_text(run) for run in runs)


def _run_text(run: Run) -> str:
    """A missing answer stands in square brackets: the number of an open point says nothing in a room."""
    return f"[{run.text}]" if isinstance(run, Gap) else run_text(run)


def _tidied(text: str) -> str:
    return " ".join(text.split())
