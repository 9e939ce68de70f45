"""What an act did to answers and rows, in a few words: the question, and what it was and what it became."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.answers import Answer, Answers, Origin, Row, State
from app.domain.questions import Column, Option, Question, Questionnaire
from app.domain.values import Duration, Kind, Organisation, Value
from app.domain.wording import capital, counted, listed, lower, row_in_words, value_in_words

#: Stands between what a value was and what it became.
ARROW = "→"
#: The most letters of one value in a line that tells of an act.
SHORT = 40

_ENDINGS = (" NHS Foundation Trust", " NHS Trust", " Integrated Care Board")
_MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What names the options and rows that values point to: the questionnaire, and answers of the same moment."""

    questionnaire: Questionnaire
    answers: Answers


@dataclass(frozen=True, slots=True)
class RowStep:
    """What became of one row: None before for a new one, None after for one that was taken out."""

    before: Row | None
    after: Row | None
    is_moved: bool = False


def shortened(text: str, most: int = SHORT) -> str:
    """The text on one line, ended by an ellipsis at the end of a word where it has more letters than that."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    whole_words = kept.rpartition(" ")[0] if not line[most - 1].isspace() else kept
    # A word as long as the line has no good place to end.
    return f"{(whole_words if len(whole_words) > most // 2 else kept).rstrip(' ,;')}…"


def value_in_brief(value: Value, asked: Question | Column, around: Surroundings, most: int = SHORT) -> str:
    """An answer or cell in a few words: options by their labels, organisations without their legal form."""
    if asked.kind in {Kind.ONE_OF, Kind.SOME_OF} and isinstance(value, str | tuple):
        chosen = (value,) if isinstance(value, str) else value
        return shortened(_labels(chosen, asked.options), most)
    if isinstance(value, Organisation):
        return shortened(_without_form(value.name), most)
    if asked.kind in {Kind.ROW, Kind.ROWS} and isinstance(value, str | tuple):
        return shortened(_pointed_to((value,) if isinstance(value, str) else value, asked.table, around), most)
    return shortened(value_in_words(value, asked, around.answers, around.questionnaire), most)


def row_in_brief(row: Row, table: Question, around: Surroundings) -> str:
    """The name of a row in a few words."""
    cell = row.cells.get(table.columns[0].id)
    if isinstance(cell, Organisation):
        return shortened(_without_form(cell.name))
    return shortened(row_in_words(row, table, around.answers, around.questionnaire)) or "a row without a name"


def answer_act(question: Question, before: Answer | None, after: Answer | None, around: Surroundings) -> str:
    """What became of the answer to one question, behind the name of the question."""
    words = answer_words(question, before, after, around)
    was = None if before is None else before.value
    # Figures follow the name as they are said, "quorum 4 → 5"; words would run into it.
    is_figure = isinstance(was, bool | int | Decimal | date | Duration) and ARROW in words
    return f"{name_of(question)} {words}" if is_figure else told(question, words)


def answer_words(question: Question, before: Answer | None, after: Answer | None, around: Surroundings) -> str:
    """What became of an answer, its note and its state: the first of them that changed."""
    was = None if before is None else before.value
    now = None if after is None else after.value
    if was != now:
        if now is not None and after is not None and after.origin is Origin.SUGGESTION:
            return f"took the suggestion, {value_in_brief(now, question, around)}"
        return change_in_brief(question, was, now, around)
    old_note, new_note = (before.note if before else ""), (after.note if after else "")
    if old_note != new_note:
        return "note written" if not old_note else "note removed" if not new_note else "note changed"
    old_state = before.state if before else State.OPEN
    new_state = after.state if after else State.OPEN
    if old_state is not new_state:
        return _state_words(old_state, new_state)
    if now is not None and before is not None and before.origin is Origin.SUGGESTION:
        return f"confirmed {value_in_brief(now, question, around)}"
    return "entered again"


def rows_act(table: Question, steps: Sequence[RowStep], around: Surroundings) -> str:
    """What became of the rows of one table, behind the name of the table."""
    changed = [step for step in steps if not _is_only_moved(step)]
    if len(changed) == 1 or len(steps) == 1:
        return told(table, row_words(table, (changed or steps)[0], around))
    if not changed:
        return told(table, "changed the order")
    counts = (
        ("added", sum(step.before is None for step in changed)),
        ("removed", sum(step.after is None for step in changed)),
        ("changed", sum(step.before is not None and step.after is not None for step in changed)),
    )
    return told(table, listed(f"{verb} {counted(count, 'row', 'rows')}" for verb, count in counts if count))


def row_words(table: Question, step: RowStep, around: Surroundings) -> str:
    """What became of one row: added, removed or moved, or the one cell that changed."""
    before, after = step.before, step.after
    if before is None or after is None:
        row = after or before
        name = "a row" if row is None else row_in_brief(row, table, around)
        return f"added {name}" if before is None else f"removed {name}"
    name = row_in_brief(before, table, around)
    if _is_only_moved(step):
        return f"moved {name}" if step.is_moved else f"{name}: entered again"
    columns = cells_changed(table, before, after)
    if len(columns) == 1:
        (column,) = columns
        if column is table.columns[0]:
            return f"{name} is now {row_in_brief(after, table, around)}"
        was, now = before.cells.get(column.id), after.cells.get(column.id)
        return f"{name}: {lower(column.label)} {change_in_brief(column, was, now, around)}"
    if len(columns) > _MOST_COLUMNS:
        return f"{name}: {len(columns)} entries changed"
    return f"{name}: {listed(lower(column.label) for column in columns) or 'something'} changed"


def told(question: Question, what: str) -> str:
    """What was done, behind the name of the question."""
    name = name_of(question)
    return f"{name} {capital(what)}" if name.endswith("?") else f"{name}: {what}"


def name_of(question: Question) -> str:
    """What a question is called in a few words; the whole question where it has no name."""
    return question.name or question.label


def change_in_brief(asked: Question | Column, was: Value | None, now: Value | None, around: Surroundings) -> str:
    """What a value was and what it became: 4 → 5, set to 5, cleared (was 4), or that a text changed."""
    if asked.kind is Kind.LONG_TEXT:
        return "text written" if was is None else "text cleared" if now is None else "text changed"
    if isinstance(was, tuple) and isinstance(now, tuple):
        return _choices_told(asked, was, now, around)
    old = "" if was is None else value_in_brief(was, asked, around)
    new = "" if now is None else value_in_brief(now, asked, around)
    if was is None:
        return f"set to {new}" if new else "set"
    if now is None:
        return f"cleared (was {old})" if old else "cleared"
    if not old or not new or old == new:
        return "changed"
    return f"{old} {ARROW} {new}"


def cells_changed(table: Question, before: Row, after: Row) -> tuple[Column, ...]:
    """The columns in which two states of a row differ, in the order of the table."""
    return tuple(column for column in table.columns if before.cells.get(column.id) != after.cells.get(column.id))


def _choices_told(asked: Question | Column, was: tuple[str, ...], now: tuple[str, ...], around: Surroundings) -> str:
    added = tuple(each for each in now if each not in was)
    removed = tuple(each for each in was if each not in now)
    parts = [
        f"{verb} {words}"
        for verb, chosen in (("added", added), ("removed", removed))
        if chosen and (words := value_in_brief(chosen, asked, around))
    ]
    return listed(parts) or "changed the order"


def _state_words(old: State, new: State) -> str:
    match new:
        case State.PARKED:
            return "parked"
        case State.AGREED:
            return "agreed"
        case State.OPEN | State.ANSWERED:
            return "no longer parked" if old is State.PARKED else "no longer agreed"


def _is_only_moved(step: RowStep) -> bool:
    return step.before is not None and step.after is not None and step.before.cells == step.after.cells


def _labels(chosen: Sequence[str], options: Sequence[Option]) -> str:
    labels = [option.label for option in options if option.id in chosen]
    return listed([*labels[:1], *map(lower, labels[1:])])


def _pointed_to(chosen: Sequence[str], table_id: str | None, around: Surroundings) -> str:
    """The names of the rows that are still there."""
    if table_id is None or not around.questionnaire.has(table_id):
        return ""
    table = around.questionnaire.question(table_id)
    return listed(row_in_brief(row, table, around) for row in around.answers.rows(table_id) if row.id in chosen)


def _without_form(name: str) -> str:
    return next((name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending)), name)
