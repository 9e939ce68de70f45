"""Drafts a document: outline, clauses and answers in, one neutral frozen document out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.documents.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Run,
    Status,
    Words,
    runs_text,
)
from app.documents.building import Builder
from app.documents.definitions import used_terms
from app.documents.execution import execution_blocks
from app.documents.filling import Filler, row_name
from app.documents.front_matter import FIRST_VERSION, author_of, control_block, legal_notices
from app.documents.numbering import NumberedPart, labels_of, number_parts
from app.documents.open_points import OpenPoints
from app.documents.selecting import applies, choose
from app.documents.templates import Outline, Templates
from app.documents.uses import questions_of_pieces
from app.domain.identities import id_of_name
from app.domain.illustrations import has_illustrations
from app.domain.readings import Askable, Design
from app.domain.records import LawRecord

_MEMBERS = "members.members"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a draft is besides its text: how far it has come and its date."""

    status: Status
    dated: date


def applicable(outline: Outline, design: Design) -> bool:
    """Whether these answers call for a document."""
    return applies(outline.applies, design)


def draft(
    outline: Outline,
    templates: Templates,
    law: Mapping[str, LawRecord],
    design: Design,
    edition: Edition,
    *,
    rest: Callable[[], object] = lambda: None,
) -> Document:
    """Draft one document, seen from ``design.member`` where the outline is per member.

    `rest` is called between clauses, so that a thread that drafts can stand back there.

    Raises DraftingError if content that passed its checks still cannot be drafted.
    """
    parts = number_parts(choose(outline, templates, design))
    titles = {each.id: each.title for each in templates.outlines.values()}
    open_points = OpenPoints(design.questionnaire)
    filler = Filler(design, labels_of(parts), titles, open_points)
    open_points.at("Cover", "")
    subtitle = runs_text(filler.runs(outline.subtitle))
    version = design.answers.text("review.version") or FIRST_VERSION
    control = control_block(filler, edition.status, edition.dated)
    sections = [each for each in parts if not each.chosen.part.is_schedule]
    schedules = [each for each in parts if each.chosen.part.is_schedule]
    builder = Builder(filler)
    body = _part_blocks(sections, builder, rest)
    after = _part_blocks(schedules, builder, rest)
    body = _with_definitions(body, after, sections, templates, filler)
    closing = execution_blocks(outline, design)
    blocks = (*body, *closing, *after)
    return Document(
        id=_document_id(outline, design),
        title=outline.title,
        collaborative=design.answers.text("collaborative.name") or "The collaborative",
        subtitle=subtitle,
        status=edition.status,
        version=version,
        dated=edition.dated,
        author=author_of(design),
        control=control,
        open_points=open_points.found,
        notices=legal_notices(blocks, law),
        body=blocks,
        file_name=_document_id(outline, design),
        has_illustrations=has_illustrations(design.answers),
    )


def _part_blocks(parts: list[NumberedPart], builder: Builder, rest: Callable[[], object]) -> list[Block]:
    blocks: list[Block] = []
    for numbered in parts:
        blocks.append(builder.heading(numbered))
        count = 0
        for chosen in numbered.chosen.clauses:
            clause_blocks, count = builder.clause_blocks(numbered, count, chosen)
            blocks += clause_blocks
            rest()
    return blocks


def _with_definitions(
    body: list[Block], after: list[Block], sections: list[NumberedPart], templates: Templates, filler: Filler
) -> list[Block]:
    """Put the list of definitions after the first clause of the section that holds it."""
    holder = next((each for each in sections if each.chosen.part.holds_definitions), None)
    if holder is None:
        return body
    first = holder.chosen.clauses[0].clause.id
    texts = [(place, block.origin) for place, block in enumerate(body) if not isinstance(block, Heading)]
    place, origin = [found for found in texts if found[1].clause == first][-1]
    filler.open_points.at(f"Clause {holder.number}", first)
    askable = Askable(filler.design.questionnaire, filler.design.readings)
    defined: list[Block] = []
    for term, meaning in used_terms([*body, *after], templates.terms, filler.design):
        runs: tuple[Run, ...] = (
            Words(term.term, is_bold=True),
            Words(" means "),
            *filler.runs(meaning),
            Words("."),
        )
        questions = tuple(dict.fromkeys(questions_of_pieces(meaning, askable)))
        defined.append(Paragraph("", 1, runs, f"term.{term.id}", replace(origin, questions=questions)))
    return [*body[: place + 1], *defined, *body[place + 1 :]]


def _document_id(outline: Outline, design: Design) -> str:
    row = design.member_row() if outline.is_per_member else None
    if row is None:
        return outline.id
    organisation = row.organisation("organisation")
    if organisation is not None and organisation.code:
        return f"{outline.id}-{organisation.code.lower()}"
    return f"{outline.id}-{id_of_name(row_name(design, _MEMBERS, row)) or id_of_name(row.id)}"
