"""Records changes to answers, rows and to-dos as one act, unless another window or person was first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from sqlalchemy import Connection

from app.domain.answers import Origin, State
from app.errors import ChangedElsewhereError, NotFoundError
from app.storage.changes import (
    UNCHANGED,
    AddTodo,
    Change,
    ChangeTodo,
    DeleteRow,
    MoveRow,
    PutRow,
    RemoveTodo,
    ReplaceRows,
    SetAnswer,
)
from app.storage.entries import (
    Alteration,
    Stamp,
    Stored,
    alterations_between,
    load_entries,
    require_in_use,
    write_act,
)
from app.storage.images import AnswerImage, Image, Key, NameImage, RowImage, cells_text, storable, value_text
from app.storage.moments import moment_text
from app.storage.reading import past_change
from app.storage.records import Act, ActKind, Summary
from app.storage.row_order import STEP, place_at, spread
from app.storage.todos import add_todo, change_todo, load_todos


def record(
    connection: Connection, collaborative_id: str, given: Sequence[Change], stamp: Stamp, summary: Summary
) -> Act | None:
    """Carry out the changes in order, as one act; None if everything was so already.

    Raises ChangedElsewhereError, with nothing written, if an entry has not the revision that was expected.
    """
    require_in_use(connection, collaborative_id)
    stored = _touched(connection, collaborative_id, given)
    alterations = alterations_for(given, stored, stamp)
    if not alterations:
        return None
    if not isinstance(summary, str):
        summary = summary([past_change(one.key, one.before, one.after, 0) for one in alterations])
    return write_act(connection, collaborative_id, replace(stamp, summary=summary), alterations, kind=ActKind.DO)


def _touched(connection: Connection, collaborative_id: str, given: Sequence[Change]) -> dict[Key, Stored]:
    """The entries that the changes may look at, and no others, so that an act stays quick."""
    questions: set[str] = set()
    has_todos = False
    for change in given:
        match change:
            case AddTodo() | ChangeTodo() | RemoveTodo():
                has_todos = True
            case SetAnswer() | PutRow() | MoveRow() | DeleteRow() | ReplaceRows():
                questions.add(change.question_id)
            case _:
                assert_never(change)
    stored = load_entries(connection, collaborative_id, questions) if questions else {}
    return {**stored, **load_todos(connection, collaborative_id)} if has_todos else stored


def alterations_for(given: Sequence[Change], stored: Mapping[Key, Stored], stamp: Stamp) -> list[Alteration]:
    """What the changes come to, taken one after the other from what is stored."""
    before = {key: one.image for key, one in stored.items()}
    draft = _Draft(stored, dict(before), storable(stamp.author), moment_text(stamp.at))
    for change in given:
        draft.take(change)
    return alterations_between(before, draft.images)


@dataclass(slots=True)
class _Draft:
    """The entries of some questions while changes are made to them, before anything is written."""

    stored: Mapping[Key, Stored]
    images: dict[Key, Image]
    author: str
    at: str
    checked: set[Key] = field(default_factory=set)

    def take(self, change: Change) -> None:
        """Carry out one change in the draft."""
        match change:
            case SetAnswer():
                self._set_answer(change)
            case PutRow():
                self._put_row(change)
            case MoveRow(question_id, row_id, position):
                self._require_row(question_id, row_id)
                self._place(question_id, row_id, position)
            case DeleteRow(question_id, row_id, expected):
                self._expect(Key(question_id, row_id), expected)
                self.images.pop(Key(question_id, row_id), None)
            case ReplaceRows():
                self._replace_rows(change)
            case AddTodo():
                add_todo(self.images, change, self.author, self.at)
            case ChangeTodo():
                change_todo(self.images, change, self.author, self.at)
            case RemoveTodo(todo_id):
                self.images.pop(Key(todo_id=todo_id), None)
            case _:
                assert_never(change)

    def _set_answer(self, change: SetAnswer) -> None:
        key = Key(change.question_id)
        self._expect(key, change.expected_revision)
        old = self.images.get(key)
        if not isinstance(old, AnswerImage):
            old = AnswerImage(None, State.OPEN.value, Origin.TYPED.value, "", self.author, self.at)
        new = old
        if change.value is not UNCHANGED:
            value = value_text(change.value)
            if value != old.value:
                state = State.OPEN if value is None else State.ANSWERED
                new = replace(new, value=value, state=state.value)
            new = replace(new, origin=Origin.TYPED.value)
        if change.state is not UNCHANGED:
            new = replace(new, state=change.state.value)
        if change.origin is not UNCHANGED:
            new = replace(new, origin=change.origin.value)
        if change.note is not UNCHANGED:
            new = replace(new, note=storable(change.note))
        if new != old:
            self.images[key] = replace(new, author=self.author, changed_at=self.at)

    def _put_row(self, change: PutRow) -> None:
        key = Key(change.question_id, change.row_id)
        self._expect(key, change.expected_revision)
        last = max(self._rows(change.question_id).values(), default=0)
        self._write_row(key, cells_text(change.cells), change.origin, last + STEP)
        if change.position is not None:
            self._place(change.question_id, change.row_id, change.position)

    def _replace_rows(self, change: ReplaceRows) -> None:
        given = [row.id for row in change.rows]
        if len(set(given)) < len(given):
            raise ValueError("Two rows of one table cannot have the same id.")
        for key in self._rows(change.question_id):
            if key.row_id not in given:
                del self.images[key]
        last = max(self._rows(change.question_id).values(), default=0)
        for place, row in enumerate(change.rows, start=1):
            key = Key(change.question_id, row.id)
            self._write_row(key, cells_text(row.cells), row.origin, last + place)
        self._put_in_order([Key(change.question_id, row_id) for row_id in given])

    def _write_row(self, key: Key, cells: str, origin: Origin, position: int) -> None:
        """Give a row its cells; a row that is there stays in its place, a new one gets the position."""
        old = self.images.get(key)
        if not isinstance(old, RowImage):
            self.images[key] = RowImage(cells, position, origin.value, self.author, self.at)
        elif (old.cells, old.origin) != (cells, origin.value):
            self.images[key] = replace(old, cells=cells, origin=origin.value, author=self.author, changed_at=self.at)

    def _place(self, question_id: str, row_id: str, index: int) -> None:
        """Move a row among the others, writing the others only if no room is left between two of them."""
        key = Key(question_id, row_id)
        rows = self._rows(question_id)
        order = [other for other in rows if other != key]
        index = max(0, min(index, len(order)))
        if list(rows).index(key) == index:
            return
        position = place_at([rows[other] for other in order], index)
        if position is not None:
            self._set_position(key, position)
        else:
            self._put_in_order([*order[:index], key, *order[index:]])

    def _put_in_order(self, order: Sequence[Key]) -> None:
        if not order:
            return
        if list(self._rows(str(order[0].question_id))) != list(order):
            for key, position in zip(order, spread(len(order)), strict=True):
                self._set_position(key, position)

    def _set_position(self, key: Key, position: int) -> None:
        image = self.images[key]
        if isinstance(image, RowImage):
            self.images[key] = replace(image, position=position)

    def _rows(self, question_id: str) -> dict[Key, int]:
        """Positions of the rows of a table, in order."""
        found = {
            key: image.position
            for key, image in self.images.items()
            if key.question_id == question_id and isinstance(image, RowImage)
        }
        return dict(sorted(found.items(), key=lambda item: (item[1], item[0].row_id or "")))

    def _require_row(self, question_id: str, row_id: str) -> None:
        if Key(question_id, row_id) not in self.images:
            raise NotFoundError("The row to move is not there any more. It was taken out of the table.")

    def _expect(self, key: Key, expected: int | None) -> None:
        """Refuse a change made to something that is not what was on the screen. Once for each entry."""
        if expected is None or key in self.checked:
            return
        self.checked.add(key)
        stored = self.stored.get(key)
        if (stored.revision if stored else 0) != expected:
            raise ChangedElsewhereError(_who_was_first(stored, "row" if key.row_id else "answer"))


def _who_was_first(stored: Stored | None, entry: str) -> str:
    remedy = f"Nothing was written over it. Look at the {entry} as it is now, then enter your change again."
    if stored is None:
        return f"This {entry} was taken away elsewhere after you opened it. {remedy}"
    author = "" if isinstance(stored.image, NameImage) else stored.image.author
    by = f" by {author}" if author else " in another window"
    return f"This {entry} was changed{by} after you opened it. {remedy}"
