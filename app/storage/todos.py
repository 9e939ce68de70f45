"""To-dos in the database: read as they are or as they were, and altered as an act would have them."""

from collections.abc import Mapping, MutableMapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, select

from app.domain.todos import Todo, in_order_of_need
from app.errors import NotFoundError
from app.storage.changes import UNCHANGED, AddTodo, ChangeTodo
from app.storage.entries import Stored
from app.storage.failures import EntryUnreadableError
from app.storage.images import Image, Key, TodoImage, image_from_log, storable
from app.storage.moments import moment_from
from app.storage.tables import changes, todos


def load_todos(connection: Connection, collaborative_id: str) -> dict[Key, Stored]:
    """Every to-do of a collaborative, done or not."""
    found: dict[Key, Stored] = {}
    for row in connection.execute(select(todos).where(todos.c.collaborative_id == collaborative_id)):
        parts = dict(row._mapping)
        del parts["collaborative_id"]
        key, revision = Key(todo_id=parts.pop("id")), parts.pop("revision")
        found[key] = Stored(TodoImage(**parts), revision)
    return found


def load_todos_at(connection: Connection, collaborative_id: str, act_id: int) -> dict[Key, Stored]:
    """Every to-do as it was just after an act: the present, with all later changes taken back."""
    found = load_todos(connection, collaborative_id)
    query = (
        select(changes)
        .where(changes.c.collaborative_id == collaborative_id, changes.c.act_id > act_id)
        .where(changes.c.todo_id.is_not(None))
        .order_by(changes.c.id.desc())
    )
    for row in connection.execute(query):
        key = Key(todo_id=row.todo_id)
        image = image_from_log(key, row.before)
        found.pop(key, None)
        if image is not None:
            found[key] = Stored(image, act_id)
    return found


def todos_from(stored: Mapping[Key, Stored]) -> tuple[Todo, ...]:
    """To-dos as the domain knows them, what is needed first at the front."""
    return in_order_of_need(
        todo_from(str(key.todo_id), one.image, one.revision)
        for key, one in stored.items()
        if isinstance(one.image, TodoImage)
    )


def todo_from(todo_id: str, image: TodoImage, revision: int) -> Todo:
    """The to-do that an image shows. Raises EntryUnreadableError if no app can have written it."""
    try:
        return Todo(
            todo_id,
            image.text,
            image.person,
            None if image.due is None else date.fromisoformat(image.due),
            image.question_id,
            None if image.done_at is None else moment_from(image.done_at),
            image.made_by,
            moment_from(image.made_at),
            image.author,
            moment_from(image.changed_at),
            revision,
        )
    except ValueError as error:
        raise EntryUnreadableError(f"The saved to-do {todo_id} cannot be read.") from error


def add_todo(images: MutableMapping[Key, Image], change: AddTodo, author: str, at: str) -> None:
    """Put a new to-do among the entries."""
    images[Key(todo_id=change.todo_id)] = TodoImage(
        question_id=change.question_id,
        text=storable(change.text),
        person=storable(change.person),
        due=_day(change.due),
        done_at=at if change.is_done else None,
        made_by=author,
        made_at=at,
        author=author,
        changed_at=at,
    )


def change_todo(images: MutableMapping[Key, Image], change: ChangeTodo, author: str, at: str) -> None:
    """Alter parts of a to-do. Raises NotFoundError if it is not there."""
    key = Key(todo_id=change.todo_id)
    old = images.get(key)
    if not isinstance(old, TodoImage):
        raise NotFoundError("This to-do is not there any more. It was removed elsewhere; add it again if it is needed.")
    new = old
    if change.text is not UNCHANGED:
        new = replace(new, text=storable(change.text))
    if change.person is not UNCHANGED:
        new = replace(new, person=storable(change.person))
    if change.due is not UNCHANGED:
        new = replace(new, due=_day(change.due))
    if change.is_done is not UNCHANGED and change.is_done is not (old.done_at is not None):
        new = replace(new, done_at=at if change.is_done else None)
    if new != old:
        images[key] = replace(new, author=author, changed_at=at)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
