"""A collaborative as it was at a moment, and what differs between then and now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.act_words import (
    RowStep,
    Surroundings,
    cells_changed,
    row_in_brief,
    row_words,
    value_in_brief,
)
from app.domain.answers import Answer, Answers, Row, State
from app.domain.questions import Column, Question, Questionnaire
from app.domain.values import Kind, Value
from app.domain.wording import capital, counted
from app.services.snapshots import Snapshot

#: The most letters of an answer where there is room for it.
LONG = 400
#: The most rows of a table that are told one by one.
_MOST_ROWS = 8
#: The most cells of one row that are told, and the most letters of each.
_MOST_CELLS = 3
_CELL = 120
_STATES = {State.PARKED: "Parked", State.AGREED: "Agreed"}


@dataclass(frozen=True, slots=True)
class RowDifference:
    """A row that differs: what it is called, and its two sides in words."""

    name: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A question whose answer is another one now; a side is empty where there is no answer.

    A side may have more than one line: what does not follow from the answer, such as that it is parked, comes below.
    A table has ``rows`` for the first of those that differ; ``more_rows`` counts the others.
    """

    question: Question
    then: str
    now: str
    rows: tuple[RowDifference, ...] = ()
    more_rows: int = 0


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
    is_only_note = not steps and _value_and_state(old) == _value_and_state(new)
    if is_only_note and _note(old) == _note(new):
        return None
    if question.kind is Kind.TABLE:
        then, now = (counted(len(each.answers.rows(question.id)), "row", "rows") for each in (before, after))
        now += ", in another order" if any(step.is_moved for step in steps) else ""
    else:
        then, now = (_value_of(question, each) for each in (before, after))
    changed = [] if any(step.is_moved for step in steps) else list(steps)
    # One row more takes no more room than the line that says so.
    shown = changed if len(changed) <= _MOST_ROWS + 1 else changed[:_MOST_ROWS]
    return Difference(
        question,
        _side(old, new, then, is_only_note=is_only_note),
        _side(new, old, _told_apart(then, now), is_only_note=is_only_note),
        tuple(_row_difference(question, step, before, after) for step in shown),
        len(changed) - len(shown),
    )


def _value_of(question: Question, around: Surroundings) -> str:
    value = around.answers.value(question.id)
    return "" if value is None else value_in_full(value, question, around)


def _value_and_state(answer: Answer | None) -> tuple[Value | None, State | None]:
    """What an answer says, and whether it is parked or agreed; to say nothing and not to be there are the same."""
    return (None, None) if answer is None else (answer.value, answer.state if answer.state in _STATES else None)


def _note(answer: Answer | None) -> str:
    return "" if answer is None else answer.note


def _told_apart(then: str, now: str) -> str:
    """The words of now, where a long text differs only behind what is shown of it."""
    return f"{now} (changed further on)" if now.endswith("…") and then == now else now


def _side(own: Answer | None, other: Answer | None, words: str, *, is_only_note: bool) -> str:
    """One side of a difference: the answer, and below it a state and a note that the other side has not."""
    state, other_state = _value_and_state(own)[1], _value_and_state(other)[1]
    below = [_STATES[state]] if state is not None and state is not other_state else []
    if _note(own) != _note(other):
        below.append(f"Note: {_note(own)}" if _note(own) else "No note")
    if is_only_note:
        return "\n".join(below)
    return "\n".join([words or "No answer", *below]) if below else words


def _row_difference(table: Question, step: RowStep, before: Surroundings, after: Surroundings) -> RowDifference:
    """What was in a row and what is in it now: of the cells that differ, the first few."""
    if step.before is None or step.after is None:
        row, around = (step.after, after) if step.before is None else (step.before, before)
        name = "" if row is None else row_in_brief(row, table, around)
        sides = ("Not in the table", "In the table") if step.before is None else ("In the table", "Not in the table")
        return RowDifference(name, *sides)
    columns = cells_changed(table, step.before, step.after)
    then, now = (
        [_cell(column, row.cells.get(column.id), around) for column in columns[:_MOST_CELLS]]
        for row, around in ((step.before, before), (step.after, after))
    )
    more = len(columns) - _MOST_CELLS
    rest = [f"and {counted(more, 'more entry that differs', 'more entries that differ')}"] if more > 0 else []
    apart = [_told_apart(*each) for each in zip(then, now, strict=True)]
    return RowDifference(row_in_brief(step.before, table, before), "; ".join(then), "; ".join([*apart, *rest]))


def _cell(column: Column, value: Value | None, around: Surroundings) -> str:
    if value is None:
        return f"{column.label}: nothing"
    return f"{column.label}: {value_in_brief(value, column, around, _CELL) or 'a row that is not there any more'}"


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
