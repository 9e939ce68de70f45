"""Reads the templates folder: clauses with variants, defined terms and outlines."""

from pathlib import Path

from app.content.citations import read_citations
from app.content.conditions import read_condition
from app.content.entries import Entry, Problems, files_in, read_file
from app.documents.markup import ClauseText, Literal, MarkupError, Piece, read_line, read_text
from app.documents.templates import Binding, Clause, Execution, Meaning, Outline, Part, Term, Variant


def read_clauses(folder: Path, root: Path, problems: Problems) -> list[Clause]:
    """Every clause below a folder."""
    clauses = []
    for path in files_in(folder):
        file = read_file(path, root, problems)
        if file is not None:
            clauses += [_clause(entry) for entry in file.parts("clause")]
            file.finish()
    return clauses


def read_terms(path: Path, root: Path, problems: Problems) -> list[Term]:
    """Every defined term of a file."""
    file = read_file(path, root, problems)
    if file is None:
        return []
    terms = []
    for entry in file.parts("term"):
        meanings = []
        for part in entry.parts("variant"):
            meanings.append(_meaning(part))
            part.finish()
        if entry.has("meaning"):
            meanings.append(_meaning(entry))
        if not meanings:
            entry.problem("A term needs “meaning”.")
        terms.append(Term(entry.text("id"), entry.text("term"), entry.text("plural", default=""), tuple(meanings)))
        entry.finish()
    file.finish()
    return terms


def read_outlines(folder: Path, root: Path, problems: Problems) -> list[Outline]:
    """Every outline of a folder, in the order in which documents are listed."""
    outlines = []
    for path in files_in(folder):
        file = read_file(path, root, problems)
        if file is not None:
            outlines.append(_outline(file))
    return sorted(outlines, key=lambda outline: (outline.order, outline.id))


def _clause(entry: Entry) -> Clause:
    variants = []
    for part in entry.parts("variant"):
        variants.append(Variant(read_condition(part, "when"), _text(part), part.texts("law")))
        part.finish()
    if entry.has("text"):
        variants.append(Variant(None, _text(entry)))
    if not variants:
        entry.problem("A clause needs “text” or at least one variant.")
    if any(variant.when is None for variant in variants[:-1]):
        entry.problem("A variant without “when” hides the ones after it; put it last.")
    clause = Clause(
        id=entry.text("id"),
        title=entry.text("title"),
        when=read_condition(entry, "when"),
        variants=tuple(variants),
        law=entry.texts("law"),
        sources=read_citations(entry),
    )
    entry.finish()
    return clause


def _meaning(entry: Entry) -> Meaning:
    pieces = _line(entry, "meaning")
    if pieces and isinstance(pieces[-1], Literal) and pieces[-1].text.endswith("."):
        entry.problem("“meaning” reads on after the word “means” and is given its full stop there; leave it out.")
    return Meaning(read_condition(entry, "when"), pieces)


def _outline(entry: Entry) -> Outline:
    outline_id = entry.name_by_id()
    parts = [_part(each, is_schedule=False) for each in entry.parts("section")]
    parts += [_part(each, is_schedule=True) for each in entry.parts("schedule")]
    per = entry.text("per", default="")
    if per not in {"", "member"}:
        entry.problem("“per” can only be “member”.")
    outline = Outline(
        id=outline_id,
        title=entry.text("title"),
        subtitle=_line(entry, "subtitle"),
        summary=entry.text("summary"),
        order=entry.whole_number("order", 100),
        parts=tuple(parts),
        execution=entry.choice("execution", Execution.SIGNATURE),
        binding=entry.choice("binding", Binding.NON_BINDING),
        applies=read_condition(entry, "applies"),
        why_not=entry.text("why_not", default=""),
        is_per_member=per == "member",
        is_plural=entry.truth("plural"),
    )
    if outline.applies is not None and not outline.why_not:
        entry.problem("An outline that does not always apply needs “why_not”, a sentence for when it does not.")
    entry.finish()
    return outline


def _part(entry: Entry, *, is_schedule: bool) -> Part:
    part = Part(
        id=entry.text("id"),
        title=entry.text("title"),
        clauses=entry.texts("clauses"),
        when=read_condition(entry, "when"),
        holds_definitions=entry.truth("definitions"),
        is_schedule=is_schedule,
    )
    entry.finish()
    return part


def _text(entry: Entry) -> ClauseText:
    try:
        return read_text(entry.text("text"))
    except MarkupError as error:
        entry.problem(f"“text” cannot be read: {error}")
        return ()


def _line(entry: Entry, key: str) -> tuple[Piece, ...]:
    try:
        return read_line(entry.text(key))
    except MarkupError as error:
        entry.problem(f"“{key}” cannot be read: {error}")
        return ()
