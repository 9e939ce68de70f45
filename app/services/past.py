"""A collaborative as it was at a moment, and what differs between then and now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.act_words import (
    RowStep,
    Surroundings,
    answer_words,
    row_words,
    value_in_brief,
)
from app.domain.answers import Answers, Row
from app.domain.questions import Question, Questionnaire
from app.domain.values import Value
from app.domain.wording import capital, counted
from app.services.snapshots import Snapshot

#: The most letters of an answer where there is room for it.
LONG = 400
#: The most rows of a table that are told one by one.
_MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Difference:
    """A question whose answer is another one now. A table has ``lines`` that tell row by row what came since."""

    question: Question
    then: str
    now: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """Everything as it was at ``moment``, and the questions that read otherwise now, in the order of the steps."""

    moment: datetime
    snapshot: Snapshot
    differences: tuple[Difference, ...]


def differences(questionnaire: Questionnaire, then: Answers, now: Answers) -> tuple[Difference, ...]:
    """Every question that had another answer, other rows, another note or another state."""
    before, after = Surroundings(questionnaire, then), Surroundings(questionnaire, now)
    found = (_difference(question, before, after) for question in questionnaire.questions)
    return tuple(each for each in found if each is not None)


def value_in_full(value: Value, question: Question, around: Surroundings) -> str:
    """An answer in words, as much of it as reads well in a list."""
    return capital(value_in_brief(value, question, around, LONG)) or "Rows that are not there any more"


def told_row_by_row(table: Question, steps: Sequence[RowStep], around: Surroundings) -> tuple[str, ...]:
    """What became of the rows of a table, a line for each of the first few."""
    return _bounded([capital(row_words(table, step, around)) for step in steps])


def _difference(question: Question, before: Surroundings, after: Surroundings) -> Difference | None:
    old, new = before.answers.answer(question.id), after.answers.answer(question.id)
    steps = _steps(before.answers.rows(question.id), after.answers.rows(question.id))
    if steps:
        counts = (len(each.answers.rows(question.id)) for each in (before, after))
        then, now = (counted(count, "row", "rows") for count in counts)
        return Difference(question, then, now, told_row_by_row(question, steps, after))
    parts = [None if each is None else (each.value, each.note, each.state) for each in (old, new)]
    if parts[0] == parts[1]:
        return None
    was, now_value = before.answers.value(question.id), after.answers.value(question.id)
    if was == now_value:
        return Difference(question, "", "", (capital(answer_words(question, old, new, after)),))
    return Difference(
        question,
        "" if was is None else value_in_full(was, question, before),
        "" if now_value is None else value_in_full(now_value, question, after),
    )


def _steps(then: Sequence[Row], now: Sequence[Row]) -> tuple[RowStep, ...]:
    """What became of rows between two moments; a table that is only in another order counts as one step."""
    old, new = {row.id: row for row in then}, {row.id: row for row in now}
    removed = [RowStep(row, None) for row in then if row.id not in new]
    others = [RowStep(old.get(row.id), row) for row in now if row.id not in old or old[row.id].cells != row.cells]
    if removed or others:
        return (*removed, *others)
    moved = next((row for row, other in zip(then, now, strict=True) if row.id != other.id), None)
    return () if moved is None else (RowStep(moved, new[moved.id], is_moved=True),)


def _bounded(lines: Sequence[str]) -> tuple[str, ...]:
    more = len(lines) - _MOST_ROWS
    # One line more takes no more room than the line that says so.
    return tuple(lines) if more <= 1 else (*lines[:_MOST_ROWS], f"and {more} more")
