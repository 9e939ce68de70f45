"""Undo, redo, and bringing back a past moment: new acts that put old images back, so that nothing is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from app.storage.entries import (
    Alteration,
    Stamp,
    alterations_between,
    load_entries,
    load_name,
    require_in_use,
    write_act,
)
from app.storage.images import THE_NAME, Image, Key, image_from_log
from app.storage.reading import act_from, images_at, last_act_until
from app.storage.records import Act, ActKind
from app.storage.tables import acts, changes
from app.storage.todos import load_todos


def undoable(connection: Connection, collaborative_id: str) -> Act | None:
    """The act that an undo would undo: the latest that stands, whoever made it. None if there is none."""
    undone = 0
    for act in _backwards(connection, collaborative_id):
        if act.kind is ActKind.UNDO:
            undone += 1
        elif undone:
            undone -= 1
        else:
            return act if act.target_id is None else _load_act(connection, act.target_id)
    return None


def redoable(connection: Connection, collaborative_id: str) -> Act | None:
    """The act that a redo would redo: the latest that was undone, if nothing new was done since."""
    redone = 0
    for act in _backwards(connection, collaborative_id):
        if act.kind is ActKind.DO:
            return None
        if act.kind is ActKind.REDO:
            redone += 1
        elif redone:
            redone -= 1
        else:
            return _load_act(connection, act.target_id)
    return None


def undo(connection: Connection, collaborative_id: str, stamp: Stamp) -> Act | None:
    """Put everything back that the undoable act changed; None if there is nothing to undo."""
    require_in_use(connection, collaborative_id)
    target = undoable(connection, collaborative_id)
    if target is None:
        return None
    wanted = {key: before for key, before, _ in _changes_of(connection, target.id)}
    return _put_back(connection, collaborative_id, stamp, target, wanted, kind=ActKind.UNDO)


def redo(connection: Connection, collaborative_id: str, stamp: Stamp) -> Act | None:
    """Do once more what the redoable act did; None if there is nothing to redo."""
    require_in_use(connection, collaborative_id)
    target = redoable(connection, collaborative_id)
    if target is None:
        return None
    wanted = {key: after for key, _, after in _changes_of(connection, target.id)}
    return _put_back(connection, collaborative_id, stamp, target, wanted, kind=ActKind.REDO)


def bring_back(connection: Connection, collaborative_id: str, moment: datetime, stamp: Stamp) -> Act | None:
    """Make every answer and row what it was at a moment, as one act; None if they are so already.

    To-dos stay as they are: they say what is still to be done, not what was decided.
    """
    require_in_use(connection, collaborative_id)
    stored = load_entries(connection, collaborative_id)
    present = {key: one.image for key, one in stored.items()}
    past = images_at(connection, collaborative_id, last_act_until(connection, collaborative_id, moment))
    alterations = alterations_between(present, {key: one.image for key, one in past.items()})
    if not alterations:
        return None
    return write_act(connection, collaborative_id, stamp, alterations, kind=ActKind.DO)


def _put_back(
    connection: Connection,
    collaborative_id: str,
    stamp: Stamp,
    target: Act,
    wanted: dict[Key, Image | None],
    *,
    kind: ActKind,
) -> Act:
    questions = {key.question_id for key in wanted if key.question_id is not None}
    present: dict[Key, Image] = {
        key: one.image for key, one in load_entries(connection, collaborative_id, questions).items()
    }
    present[THE_NAME] = load_name(connection, collaborative_id)
    if any(key.todo_id is not None for key in wanted):
        present.update((key, one.image) for key, one in load_todos(connection, collaborative_id).items())
    alterations = [Alteration(key, present.get(key), image) for key, image in wanted.items()]
    named = replace(stamp, summary=target.summary)
    return write_act(connection, collaborative_id, named, alterations, kind=kind, target_id=target.id)


def _backwards(connection: Connection, collaborative_id: str) -> Iterator[Act]:
    """The acts that count, latest first, fetched only as far as they are looked at."""
    query = (
        select(acts)
        .where(acts.c.collaborative_id == collaborative_id, acts.c.kind != ActKind.FILE.value)
        .order_by(acts.c.id.desc())
        .execution_options(yield_per=20)
    )
    with connection.execute(query) as found:
        for row in found:
            yield act_from(row)


def _load_act(connection: Connection, act_id: int | None) -> Act:
    return act_from(connection.execute(select(acts).where(acts.c.id == act_id)).one())


def _changes_of(connection: Connection, act_id: int) -> Iterator[tuple[Key, Image | None, Image | None]]:
    query = select(changes).where(changes.c.act_id == act_id).order_by(changes.c.id)
    for row in connection.execute(query):
        key = Key(row.question_id, row.row_id, row.todo_id)
        yield key, image_from_log(key, row.before), image_from_log(key, row.after)
