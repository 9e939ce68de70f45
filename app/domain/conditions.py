"""When something applies: structured conditions over answers and readings, never a small language or code."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias, assert_never

from app.domain.answers import Answers
from app.domain.values import Value

#: What a condition may learn from a reading: yes or no, a number, or a word; None if it cannot be told yet.
ReadingValue: TypeAlias = bool | int | Decimal | str | None
ReadingLookup: TypeAlias = Callable[[str], ReadingValue]


@dataclass(frozen=True, slots=True)
class All:
    """Holds when every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when at least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds when its part does not."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Is:
    """Holds when the answer is one of these values."""

    question: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Includes:
    """Holds when the chosen options contain this one."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Answered:
    """Holds when there is an answer, or at least one row."""

    question: str


@dataclass(frozen=True, slots=True)
class Count:
    """Holds when a table has this many rows; with ``column``, only rows whose cell is one of ``values`` count."""

    question: str
    at_least: int | None = None
    at_most: int | None = None
    column: str | None = None
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """Holds when a number, percentage or sum of money lies between two bounds, both included."""

    question: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reads:
    """Holds when a reading is true, is one of these values, or lies between two bounds, both included."""

    reading: str
    values: tuple[bool | str, ...] = (True,)
    at_least: Decimal | None = None
    at_most: Decimal | None = None


Condition: TypeAlias = All | AnyOf | Not | Is | Includes | Answered | Count | Amount | Reads


def holds(condition: Condition | None, answers: Answers, read: ReadingLookup) -> bool:
    """Whether a condition holds for these answers; no condition always holds."""
    match condition:
        case None:
            return True
        case All(parts):
            return all(holds(part, answers, read) for part in parts)
        case AnyOf(parts):
            return any(holds(part, answers, read) for part in parts)
        case Not(part):
            return not holds(part, answers, read)
        case Is(question, values):
            return answers.value(question) in values
        case Includes(question, option):
            return option in answers.several(question)
        case Answered(question):
            return answers.is_answered(question)
        case Count():
            return _within(_count(condition, answers), condition.at_least, condition.at_most)
        case Amount(question, at_least, at_most):
            return _within(answers.value(question), at_least, at_most)
        case Reads():
            return _reads(condition, read(condition.reading))
        case _:
            assert_never(condition)


def questions_in(condition: Condition | None) -> Iterator[str]:
    """The ids of the questions a condition asks directly."""
    match condition:
        case None | Reads():
            return
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from questions_in(part)
        case Not(part):
            yield from questions_in(part)
        case Is() | Includes() | Answered() | Count() | Amount():
            yield condition.question
        case _:
            assert_never(condition)


def readings_in(condition: Condition | None) -> Iterator[str]:
    """The ids of the readings a condition asks."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from readings_in(part)
        case Not(part):
            yield from readings_in(part)
        case Reads(reading):
            yield reading
        case None | Is() | Includes() | Answered() | Count() | Amount():
            return
        case _:
            assert_never(condition)


def implies(stronger: Condition | None, weaker: Condition | None) -> bool:
    """Whether one condition plainly cannot hold without the other: equal, absent, or one of its joined parts."""
    if weaker is None or stronger == weaker:
        return True
    if isinstance(weaker, All):
        return all(implies(stronger, part) for part in weaker.parts)
    if isinstance(weaker, AnyOf) and any(implies(stronger, part) for part in weaker.parts):
        return True
    if isinstance(stronger, AnyOf):
        return all(implies(part, weaker) for part in stronger.parts)
    if isinstance(stronger, Is) and isinstance(weaker, Is) and stronger.question == weaker.question:
        return set(stronger.values) <= set(weaker.values)
    return isinstance(stronger, All) and any(implies(part, weaker) for part in stronger.parts)


def _count(condition: Count, answers: Answers) -> int:
    rows = answers.rows(condition.question)
    if condition.column is None:
        return len(rows)
    return sum(_cell_matches(row.cells.get(condition.column), condition.values) for row in rows)


def _cell_matches(cell: Value | None, values: tuple[Value, ...]) -> bool:
    if isinstance(cell, tuple):
        return any(value in cell for value in values)
    return cell in values


def _reads(condition: Reads, value: ReadingValue) -> bool:
    if condition.at_least is not None or condition.at_most is not None:
        return _within(value, condition.at_least, condition.at_most)
    return value in condition.values


def _within(value: object, at_least: Decimal | int | None, at_most: Decimal | int | None) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    return (at_least is None or value >= at_least) and (at_most is None or value <= at_most)
