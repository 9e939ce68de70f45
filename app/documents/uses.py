"""Which answers a clause rests on, and so which clauses an answer changes. Both come free from the data."""

from collections.abc import Iterable, Iterator, Mapping

from app.documents.markup import placeholders_in
from app.documents.placeholders import Insert
from app.documents.templates import Clause, Outline, Templates, Variant
from app.domain.conditions import Condition, questions_in, readings_in
from app.domain.readings import Reading

Readings = Mapping[str, Reading]


def questions_of_condition(condition: Condition | None, readings: Readings) -> Iterator[str]:
    """The questions a condition rests on, directly or through readings."""
    yield from questions_in(condition)
    for reading_id in readings_in(condition):
        if reading_id in readings:
            yield from readings[reading_id].uses


def questions_of_inserts(inserts: Iterable[Insert], readings: Readings) -> Iterator[str]:
    """The questions that some placeholders put in, directly or through readings."""
    for insert in inserts:
        if insert.is_question:
            yield insert.name
        elif insert.name in readings:
            yield from readings[insert.name].uses


def questions_of_variant(variant: Variant, readings: Readings) -> tuple[str, ...]:
    """The questions whose answers one wording shows."""
    inserts = (each for each in placeholders_in(variant.text) if isinstance(each, Insert))
    return tuple(dict.fromkeys(questions_of_inserts(inserts, readings)))


def questions_of_clause(clause: Clause, readings: Readings) -> tuple[str, ...]:
    """Every question that decides whether, how and with what words a clause is drafted."""
    found: dict[str, None] = dict.fromkeys(questions_of_condition(clause.when, readings))
    for variant in clause.variants:
        found.update(dict.fromkeys(questions_of_condition(variant.when, readings)))
        found.update(dict.fromkeys(questions_of_variant(variant, readings)))
    return tuple(found)


def questions_of_outline(outline: Outline, templates: Templates, readings: Readings) -> frozenset[str]:
    """Every question that a document rests on."""
    found = set(questions_of_condition(outline.applies, readings))
    for part in outline.parts:
        found.update(questions_of_condition(part.when, readings))
    for clause in templates.clauses_of(outline):
        found.update(questions_of_clause(clause, readings))
    return frozenset(found)
