"""What can be recorded about the answers and to-dos of a collaborative: a closed union of changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, Literal, TypeAlias

from app.domain.answers import Origin, Row, State
from app.domain.values import Value


class Unchanged(Enum):
    """Stands for a part of an answer that stays as it is, where None would take the answer away."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED
_Unchanged: TypeAlias = Literal[Unchanged.UNCHANGED]


@dataclass(frozen=True, slots=True)
class SetAnswer:
    """Change parts of the answer to one question; what is not given stays.

    With another value and no state, the state follows the value: open for None, else answered, as nobody has
    agreed to the new value or parked it. With a value and no origin, the origin is typed. Table questions
    take a state and a note only.
    """

    question_id: str
    value: Value | _Unchanged | None = UNCHANGED
    state: State | _Unchanged = UNCHANGED
    origin: Origin | _Unchanged = UNCHANGED
    note: str | _Unchanged = UNCHANGED
    expected_revision: int | None = None
    """Revision that was on the screen, 0 for a question not touched; None to write over anything."""


@dataclass(frozen=True, slots=True)
class PutRow:
    """Add a row to a table, or give all cells of an existing row anew."""

    question_id: str
    row_id: str
    cells: Mapping[str, Value]
    position: int | None = None
    """Place among the rows, from 0; None for the end, or for where an existing row is."""
    origin: Origin = Origin.TYPED
    expected_revision: int | None = None
    """Revision that was on the screen, 0 for a row that is new; None to write over anything."""


@dataclass(frozen=True, slots=True)
class MoveRow:
    """Put an existing row in another place, counted from 0 among the rows."""

    question_id: str
    row_id: str
    position: int


@dataclass(frozen=True, slots=True)
class DeleteRow:
    """Take a row out of a table; nothing happens if it is not there."""

    question_id: str
    row_id: str
    expected_revision: int | None = None


@dataclass(frozen=True, slots=True)
class ReplaceRows:
    """Give all rows of a table, in order, as an import or a paste does.

    Only ids, cells and origins of the rows are taken. A row that was there and is the same keeps its author
    and its time.
    """

    question_id: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class AddTodo:
    """Add a to-do under an id of its own, perhaps about one question."""

    todo_id: str
    text: str
    person: str = ""
    due: date | None = None
    question_id: str | None = None
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class ChangeTodo:
    """Change parts of a to-do that is there; what is not given stays. Which question it is about never changes."""

    todo_id: str
    text: str | _Unchanged = UNCHANGED
    person: str | _Unchanged = UNCHANGED
    due: date | _Unchanged | None = UNCHANGED
    is_done: bool | _Unchanged = UNCHANGED


@dataclass(frozen=True, slots=True)
class RemoveTodo:
    """Take a to-do away; nothing happens if it is not there."""

    todo_id: str


Change: TypeAlias = SetAnswer | PutRow | MoveRow | DeleteRow | ReplaceRows | AddTodo | ChangeTodo | RemoveTodo
