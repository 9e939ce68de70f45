"""Reads and writes entries as images, and adds to the change log: what every act comes down to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, bindparam, delete, insert, select, update

from app.errors import NotFoundError
from app.storage.images import THE_NAME, AnswerImage, Image, Key, NameImage, RowImage, log_text, parts_of, storable
from app.storage.moments import moment_from, moment_text
from app.storage.records import Act, ActKind
from app.storage.tables import acts, answers, changes, collaboratives, table_rows, todos


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who acts, when, and in a few words what."""

    at: datetime
    author: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it is in the tables, with the id of the act that wrote it."""

    image: Image
    revision: int


@dataclass(frozen=True, slots=True)
class Alteration:
    """One entry as it was and as it is to be; None where there is none."""

    key: Key
    before: Image | None
    after: Image | None


#: What an entry is found by, its revision, and the parts of its image in their order.
_ANSWERS = (answers.c.question_id, answers.c.revision, *(answers.c[part.name] for part in fields(AnswerImage)))
_ROWS = (
    table_rows.c.question_id,
    table_rows.c.id,
    table_rows.c.revision,
    *(table_rows.c[part.name] for part in fields(RowImage)),
)

_NO_SUCH = "No collaborative has the id {}. It may have been removed for good; the start page shows what there is."
_IN_BIN = "“{}” is in the bin. Take it out of the bin first."


def require_in_use(connection: Connection, collaborative_id: str) -> None:
    """Raise NotFoundError unless the collaborative is there and not in the bin; holds it against writers."""
    query = select(collaboratives.c.name, collaboratives.c.deleted_at)
    row = connection.execute(query.where(collaboratives.c.id == collaborative_id).with_for_update()).first()
    if row is None:
        raise no_such(collaborative_id)
    if row.deleted_at is not None:
        raise NotFoundError(_IN_BIN.format(row.name))


def no_such(collaborative_id: str) -> NotFoundError:
    """The sentence for an id that no collaborative has."""
    return NotFoundError(_NO_SUCH.format(collaborative_id))


def load_entries(
    connection: Connection, collaborative_id: str, questions: Iterable[str] | None = None
) -> dict[Key, Stored]:
    """Answers and rows of a collaborative, or of some of its questions, rows in their order."""
    chosen = None if questions is None else list(questions)
    found: dict[Key, Stored] = {}
    # By position, because this is read anew after every act, and names take three times as long.
    for question, revision, *parts in connection.execute(_of_interest(_ANSWERS, answers, collaborative_id, chosen)):
        found[Key(question, None)] = Stored(AnswerImage(*parts), revision)
    rows = _of_interest(_ROWS, table_rows, collaborative_id, chosen)
    in_order = rows.order_by(table_rows.c.question_id, table_rows.c.position, table_rows.c.id)
    for question, row_id, revision, *parts in connection.execute(in_order):
        found[Key(question, row_id)] = Stored(RowImage(*parts), revision)
    return found


def _of_interest(
    columns: Sequence[Column[Any]], table: Table, collaborative_id: str, questions: Sequence[str] | None
) -> Select[Any]:
    query = select(*columns).where(table.c.collaborative_id == collaborative_id)
    return query if questions is None else query.where(table.c.question_id.in_(questions))


def load_name(connection: Connection, collaborative_id: str) -> NameImage:
    """The name of a collaborative. Raises NotFoundError if there is no such collaborative."""
    query = select(collaboratives.c.name).where(collaboratives.c.id == collaborative_id)
    name = connection.execute(query).scalar()
    if name is None:
        raise no_such(collaborative_id)
    return NameImage(name)


def alterations_between(before: Mapping[Key, Image], after: Mapping[Key, Image]) -> list[Alteration]:
    """What has to change to come from one state to another; entries that are the same are left out."""
    keys = [*before, *(key for key in after if key not in before)]
    return [Alteration(key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)]


def write_act(
    connection: Connection,
    collaborative_id: str,
    stamp: Stamp,
    alterations: Sequence[Alteration],
    *,
    kind: ActKind,
    target_id: int | None = None,
) -> Act:
    """Carry out the alterations as one act, and add it to the change log."""
    act = _add_act(connection, collaborative_id, stamp, kind, target_id)
    _write_entries(connection, collaborative_id, act.id, alterations)
    parts: dict[str, object] = {"revision": act.id}
    if alterations:
        parts["changed_at"] = moment_text(stamp.at)
    for alteration in alterations:
        if isinstance(alteration.after, NameImage):
            parts["name"] = alteration.after.name
    connection.execute(update(collaboratives).where(collaboratives.c.id == collaborative_id).values(parts))
    return act


def _add_act(connection: Connection, collaborative_id: str, stamp: Stamp, kind: ActKind, target_id: int | None) -> Act:
    at = moment_text(stamp.at)
    author, summary = storable(stamp.author), storable(stamp.summary)
    parts = {
        "collaborative_id": collaborative_id,
        "at": at,
        "author": author,
        "kind": kind.value,
        "target_id": target_id,
        "summary": summary,
    }
    added = connection.execute(insert(acts).values(parts)).inserted_primary_key
    if added is None:
        raise AssertionError("The database gave the new act no id.")
    return Act(added[0], moment_from(at), author, kind, target_id, summary)


def _write_entries(
    connection: Connection, collaborative_id: str, act_id: int, alterations: Sequence[Alteration]
) -> None:
    if not alterations:
        return
    _replace(connection, collaborative_id, act_id, alterations)
    logged = [
        {
            "act_id": act_id,
            "collaborative_id": collaborative_id,
            "question_id": alteration.key.question_id,
            "row_id": alteration.key.row_id,
            "todo_id": alteration.key.todo_id,
            "before": log_text(alteration.before),
            "after": log_text(alteration.after),
        }
        for alteration in alterations
    ]
    connection.execute(insert(changes), logged)


_REMOVE_ANSWER = delete(answers).where(
    answers.c.collaborative_id == bindparam("of"), answers.c.question_id == bindparam("question")
)
_REMOVE_ROW = delete(table_rows).where(
    table_rows.c.collaborative_id == bindparam("of"),
    table_rows.c.question_id == bindparam("question"),
    table_rows.c.id == bindparam("row"),
)
_REMOVE_TODO = delete(todos).where(todos.c.collaborative_id == bindparam("of"), todos.c.id == bindparam("todo"))
#: Each table of entries, and how one is taken out of it.
_TABLES = ((answers, _REMOVE_ANSWER), (table_rows, _REMOVE_ROW), (todos, _REMOVE_TODO))


def _replace(connection: Connection, collaborative_id: str, act_id: int, alterations: Sequence[Alteration]) -> None:
    """Take out every altered entry and put in what it becomes."""
    entries = [alteration for alteration in alterations if alteration.key != THE_NAME]
    for table, removal in _TABLES:
        chosen = [one for one in entries if _table_of(one.key) is table]
        removed = [_place(collaborative_id, one.key) for one in chosen if one.before is not None]
        if removed:
            connection.execute(removal, removed)
        added = [_columns(collaborative_id, one.key, act_id, one.after) for one in chosen if one.after is not None]
        if added:
            connection.execute(insert(table), added)


def _place(collaborative_id: str, key: Key) -> dict[str, object]:
    if key.todo_id is not None:
        return {"of": collaborative_id, "todo": key.todo_id}
    place: dict[str, object] = {"of": collaborative_id, "question": key.question_id}
    return place if key.row_id is None else {**place, "row": key.row_id}


def _table_of(key: Key) -> Table:
    if key.todo_id is not None:
        return todos
    return answers if key.row_id is None else table_rows


def _columns(collaborative_id: str, key: Key, act_id: int, image: Image) -> dict[str, object]:
    columns = {"collaborative_id": collaborative_id, "revision": act_id, **parts_of(image)}
    if key.todo_id is not None:
        return {**columns, "id": key.todo_id}
    columns["question_id"] = key.question_id
    return columns if key.row_id is None else {**columns, "id": key.row_id}
