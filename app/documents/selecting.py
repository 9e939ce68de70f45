"""Chooses which parts, clauses and wordings of an outline these answers call for."""

from dataclasses import dataclass

from app.documents.templates import Clause, Outline, Part, Templates, Variant
from app.domain.conditions import Condition, holds
from app.domain.readings import Design


@dataclass(frozen=True, slots=True)
class ChosenClause:
    """A clause that applies, with the wording that is right for these answers."""

    clause: Clause
    variant: Variant


@dataclass(frozen=True, slots=True)
class ChosenPart:
    """A section or schedule that has at least one clause that applies."""

    part: Part
    clauses: tuple[ChosenClause, ...]


def choose(outline: Outline, templates: Templates, design: Design) -> tuple[ChosenPart, ...]:
    """The parts of a document in order, without those that do not apply."""
    chosen = []
    for part in outline.parts:
        if applies(part.when, design):
            clauses = tuple(_choose_clauses(part, templates, design))
            if clauses:
                chosen.append(ChosenPart(part, clauses))
    return tuple(chosen)


def applies(condition: Condition | None, design: Design) -> bool:
    """Whether a condition holds for a design."""
    return holds(condition, design.answers, design.claim)


def _choose_clauses(part: Part, templates: Templates, design: Design) -> list[ChosenClause]:
    found = []
    for clause_id in part.clauses:
        clause = templates.clauses[clause_id]
        if applies(clause.when, design):
            variant = next((each for each in clause.variants if applies(each.when, design)), None)
            if variant is not None:
                found.append(ChosenClause(clause, variant))
    return found
