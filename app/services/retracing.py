"""What undo or redo has just done: the act in words, and the questions that it changed back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The session knows undo and redo before there is anything to undo.
    from app.domain.questions import Questionnaire
    from app.services.snapshots import Snapshot


class Retrace(Enum):
    """Back along the acts, or forward again; the value is how it is told."""

    UNDO = "Undone"
    REDO = "Done again"


@dataclass(frozen=True, slots=True)
class Retraced:
    """An act that was undone or done again. ``questions`` are in the order of the steps, the visible ones first."""

    retrace: Retrace
    summary: str
    questions: tuple[str, ...]

    @property
    def words(self) -> str:
        """The whole in one line."""
        return f"{self.retrace.value}: {self.summary}"


def what_was_retraced(
    retrace: Retrace, before: Snapshot, after: Snapshot, questionnaire: Questionnaire
) -> Retraced | None:
    """What happened between two snapshots of one collaborative; None where there was nothing to undo or redo."""
    # What was undone is what can be done again now, whoever did it, and the other way round.
    summary = after.redo if retrace is Retrace.UNDO else after.undo
    changed = _changed(before, after)
    if summary is None or (not changed and (before.undo, before.redo) == (after.undo, after.redo)):
        return None
    order = [each.id for each in questionnaire.questions if each.id in changed]
    return Retraced(retrace, summary, tuple(sorted(order, key=lambda each: each not in after.visible)))


def changed_first(retrace: Retrace, offered: str | None) -> str:
    """Why undo or redo did nothing: it would not have been what the user was told. ``offered`` is what it is now."""
    name = "Undo" if retrace is Retrace.UNDO else "Redo"
    if offered is None:
        return f"Something was changed in another window first, so there is nothing left for {name} now."
    return f"Something was changed in another window first. {name} is now for “{offered}”: choose it again to do that."


def _changed(before: Snapshot, after: Snapshot) -> set[str]:
    old, new = before.answers, after.answers
    single = {each for each in {*old.answers, *new.answers} if old.answer(each) != new.answer(each)}
    tables = {each for each in {*old.tables, *new.tables} if old.rows(each) != new.rows(each)}
    todos = {each.question_id for each in set(before.todos) ^ set(after.todos) if each.question_id is not None}
    return single | tables | todos
