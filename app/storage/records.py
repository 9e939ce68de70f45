"""What the workspace hands out besides answers: collaboratives, acts, and what an act changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from app.domain.answers import Answer, Row
from app.domain.todos import Todo


class ActKind(Enum):
    """What sort of act it was. Only what was done can be undone, and only what was undone can be redone."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    FILE = "file"
    """Made, put in the archive or the bin, or taken out: each has an opposite and is not undone."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a user. Every entry that it wrote has the id of the act as its revision."""

    id: int
    at: datetime
    author: str
    kind: ActKind
    target_id: int | None
    """For an undo or redo, the id of the act that it undid or redid; otherwise None."""
    summary: str


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """What became of the answer to one question; None stands for a question that was not touched."""

    question_id: str
    before: Answer | None
    after: Answer | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """What became of one row of a table; None where there was, or is, no such row."""

    question_id: str
    row_id: str
    before: Row | None
    after: Row | None
    is_moved: bool
    """Whether the row was put elsewhere among the rows."""


@dataclass(frozen=True, slots=True)
class NameChange:
    """What became of the name of the collaborative."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TodoChange:
    """What became of one to-do; None where there was, or is, no such to-do."""

    todo_id: str
    before: Todo | None
    after: Todo | None

    @property
    def question_id(self) -> str | None:
        """The question that it is about; None where it is about none."""
        todo = self.after or self.before
        return None if todo is None else todo.question_id


PastChange: TypeAlias = AnswerChange | RowChange | NameChange | TodoChange

Summary: TypeAlias = str | Callable[[Sequence[PastChange]], str]
"""An act in a few words, or how to tell it from what it changes, which is known only once it is carried out."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An act with what it changed."""

    act: Act
    changes: tuple[PastChange, ...]


@dataclass(frozen=True, slots=True)
class SoughtWord:
    """A word to find in what an act says of itself, in its author, or in the questions that have the word."""

    text: str
    questions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ActFilter:
    """Which acts are wanted: those that changed one of the questions, of one author, and that have every word."""

    questions: frozenset[str] | None = None
    author: str | None = None
    words: tuple[SoughtWord, ...] = ()


EVERY_ACT = ActFilter()


@dataclass(frozen=True, slots=True)
class ActSpan:
    """Acts done before one and after another, each named by its id, and how many of them are wanted at most."""

    before: int | None
    after: int
    most: int
