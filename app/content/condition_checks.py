"""Checks that a condition asks questions and readings that exist, in a way that fits their kind."""

from collections.abc import Iterator
from typing import assert_never

from app.domain.conditions import All, Amount, Answered, AnyOf, Condition, Count, Includes, Is, Not, Reads
from app.domain.questions import Column, Question
from app.domain.readings import Askable, Shape
from app.domain.values import Kind, Value

_NUMBERS = frozenset({Kind.WHOLE_NUMBER, Kind.PERCENTAGE, Kind.MONEY})


def check_condition(condition: Condition | None, askable: Askable) -> Iterator[str]:
    """Every reason why a condition cannot work, as sentences."""
    match condition:
        case None:
            return
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from check_condition(part, askable)
        case Not(part):
            yield from check_condition(part, askable)
        case Reads():
            yield from _check_reading(condition, askable)
        case Is() | Includes() | Answered() | Count() | Amount():
            if not askable.questionnaire.has(condition.question):
                yield f"A condition asks “{condition.question}”, which is no question."
            else:
                yield from _check_question(condition, askable.questionnaire.question(condition.question))
        case _:
            assert_never(condition)


def _check_reading(condition: Reads, askable: Askable) -> Iterator[str]:
    reading = askable.readings.get(condition.reading)
    if reading is None:
        yield f"A condition asks “{condition.reading}”, which is no reading."
    elif reading.shape is not _shape_asked(condition):
        yield f"A condition asks “{condition.reading}” in a way that does not fit: it is a {reading.shape.value}."


def _shape_asked(condition: Reads) -> Shape | None:
    """The shape of reading that a condition has words for; None where it mixes true, false and words."""
    if condition.at_least is not None or condition.at_most is not None:
        return Shape.NUMBER
    if all(isinstance(value, bool) for value in condition.values):
        return Shape.CLAIM
    return Shape.WORDS if all(isinstance(value, str) for value in condition.values) else None


def _check_question(condition: Is | Includes | Answered | Count | Amount, question: Question) -> Iterator[str]:
    match condition:
        case Answered():
            return
        case Is(_, values):
            for value in values:
                yield from _check_value(value, question, question.id)
        case Includes(_, option):
            if question.kind is not Kind.SOME_OF or question.option(option) is None:
                yield f"“{question.id}” cannot include “{option}”."
        case Amount():
            if question.kind not in _NUMBERS:
                yield f"“{question.id}” is no number, so it has no bounds."
        case Count():
            if question.kind is not Kind.TABLE:
                yield f"“{question.id}” is no table, so its rows cannot be counted."
            elif condition.column is not None:
                column = question.column(condition.column)
                if column is None:
                    yield f"“{question.id}” has no column “{condition.column}”."
                else:
                    for value in condition.values:
                        yield from _check_value(value, column, f"{question.id}, {column.id}")
        case _:
            assert_never(condition)


def _check_value(value: Value, asked: Question | Column, name: str) -> Iterator[str]:
    if asked.kind is Kind.YES_NO:
        if not isinstance(value, bool):
            yield f"“{name}” is yes or no, so it can only be true or false."
    elif asked.kind in {Kind.ONE_OF, Kind.SOME_OF}:
        if not isinstance(value, str) or asked.option(value) is None:
            yield f"“{name}” has no option “{value}”."
    else:
        yield f"“{name}” is of the kind {asked.kind.value}, which cannot be compared; ask whether it is answered."
