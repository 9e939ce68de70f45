"""Reads all that a screen shows of a collaborative as it is now, of one moment."""

from typing import NamedTuple

from sqlalchemy import Connection

from app.domain.todos import Todo
from app.storage.collaborative import Collaborative
from app.storage.reading import AnswersRead, read_answers, read_collaborative, read_token
from app.storage.records import Act
from app.storage.todos import load_todos, todos_from
from app.storage.undoing import redoable, undoable


class Present(NamedTuple):
    """A collaborative with its answers and to-dos, and what undo and redo would do.

    ``token`` is the mark of the workspace: whatever is done to it after this was read, the mark is another one.
    """

    token: str
    collaborative: Collaborative
    read: AnswersRead
    todos: tuple[Todo, ...]
    undo: Act | None
    redo: Act | None


def read_present(connection: Connection, collaborative_id: str, before: AnswersRead | None) -> Present:
    """The present of a collaborative, where ``before`` are answers read earlier. Raises NotFoundError."""
    return Present(
        # First: on a server others may write between these readings, and must not pass unnoticed.
        token=read_token(connection),
        collaborative=read_collaborative(connection, collaborative_id),
        read=read_answers(connection, collaborative_id, before),
        todos=todos_from(load_todos(connection, collaborative_id)),
        undo=undoable(connection, collaborative_id),
        redo=redoable(connection, collaborative_id),
    )
