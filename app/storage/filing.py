"""What happens to a collaborative as a whole: made, copied, renamed, put in the archive or bin, removed."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select, update

from app.errors import StorageError
from app.storage.changes import Change
from app.storage.collaborative import Collaborative
from app.storage.entries import (
    Alteration,
    Stamp,
    load_entries,
    load_name,
    require_in_use,
    write_act,
)
from app.storage.images import THE_NAME, NameImage, storable
from app.storage.moments import moment_text
from app.storage.reading import read_collaborative
from app.storage.recording import alterations_for
from app.storage.records import ActKind
from app.storage.tables import collaboratives
from app.storage.todos import load_todos


def create(connection: Connection, new_id: str, name: str, given: Sequence[Change], stamp: Stamp) -> Collaborative:
    """Make a collaborative, with the answers it begins with, which an undo does not take away."""
    return _add(connection, new_id, name, alterations_for(given, {}, stamp), stamp)


def duplicate(
    connection: Connection, collaborative_id: str, new_id: str, name: str, stamp: Stamp, *, changes: Sequence[Change]
) -> Collaborative:
    """Make a copy with every answer, row and to-do, their authors and their times, but without the history.

    What the copy is to have of its own is put in place of what it would have from the other.
    """
    require_in_use(connection, collaborative_id)
    stored = {**load_entries(connection, collaborative_id), **load_todos(connection, collaborative_id)}
    images = {key: one.image for key, one in stored.items()}
    its_own = {each.key: each.after for each in alterations_for(changes, stored, stamp)}
    copied = [Alteration(key, None, image) for key, image in {**images, **its_own}.items() if image is not None]
    return _add(connection, new_id, name, copied, stamp)


def rename(connection: Connection, collaborative_id: str, name: str, stamp: Stamp) -> Collaborative:
    """Give a collaborative another name; this can be undone."""
    require_in_use(connection, collaborative_id)
    before = load_name(connection, collaborative_id)
    after = NameImage(_required_name(name))
    if after != before:
        changed = [Alteration(THE_NAME, before, after)]
        write_act(connection, collaborative_id, stamp, changed, kind=ActKind.DO)
    return read_collaborative(connection, collaborative_id)


def archive(connection: Connection, collaborative_id: str, stamp: Stamp) -> Collaborative:
    """Put a collaborative in the archive, where it stays until it is taken out."""
    require_in_use(connection, collaborative_id)
    return _file(connection, collaborative_id, "archived_at", stamp)


def put_in_bin(connection: Connection, collaborative_id: str, stamp: Stamp) -> Collaborative:
    """Put a collaborative in the bin, from which it can be taken until it is removed for good."""
    return _file(connection, collaborative_id, "deleted_at", stamp)


def take_out(connection: Connection, collaborative_id: str, stamp: Stamp) -> Collaborative:
    """Take a collaborative out of the bin, or else out of the archive."""
    present = read_collaborative(connection, collaborative_id)
    if present.deleted_at is None and present.archived_at is None:
        return present
    column = "archived_at" if present.deleted_at is None else "deleted_at"
    _set(connection, collaborative_id, {column: None})
    write_act(connection, collaborative_id, stamp, [], kind=ActKind.FILE)
    return read_collaborative(connection, collaborative_id)


def remove_for_good(connection: Connection, collaborative_id: str) -> None:
    """Remove one collaborative with its history. Only what was put in the bin first can be removed."""
    present = read_collaborative(connection, collaborative_id)
    if present.deleted_at is None:
        raise StorageError(f"“{present.name}” is not in the bin. Put it there before you remove it for good.")
    connection.execute(delete(collaboratives).where(collaboratives.c.id == collaborative_id))


def empty_bin(connection: Connection, kept_for: timedelta, stamp: Stamp) -> tuple[str, ...]:
    """Remove for good, with its history, what was put in the bin so long ago or longer; gives the names."""
    since = moment_text(stamp.at - kept_for)
    is_past = collaboratives.c.deleted_at <= since
    names = connection.execute(select(collaboratives.c.name).where(is_past)).scalars().all()
    if names:
        connection.execute(delete(collaboratives).where(is_past))
    return tuple(names)


def remember_place(connection: Connection, collaborative_id: str, place: str) -> None:
    """Note where the user is, to begin there next time. This is no act and has no history."""
    read_collaborative(connection, collaborative_id)
    _set(connection, collaborative_id, {"last_place": storable(place)})


def remember_progress(connection: Connection, collaborative_id: str, progress: str, revision: int) -> None:
    """Note for the start page how far the collaborative was at a revision. This is no act."""
    read_collaborative(connection, collaborative_id)
    noted = {"progress": storable(progress), "progress_revision": revision}
    _set(connection, collaborative_id, noted)


def _add(
    connection: Connection,
    new_id: str,
    name: str,
    alterations: Sequence[Alteration],
    stamp: Stamp,
) -> Collaborative:
    at = moment_text(stamp.at)
    parts = {"id": new_id, "name": _required_name(name), "created_at": at, "changed_at": at, "revision": 0}
    connection.execute(insert(collaboratives).values(parts))
    write_act(connection, new_id, stamp, alterations, kind=ActKind.FILE)
    return read_collaborative(connection, new_id)


def _file(connection: Connection, collaborative_id: str, column: str, stamp: Stamp) -> Collaborative:
    present = read_collaborative(connection, collaborative_id)
    if getattr(present, column) is not None:
        return present
    _set(connection, collaborative_id, {column: moment_text(stamp.at)})
    write_act(connection, collaborative_id, stamp, [], kind=ActKind.FILE)
    return read_collaborative(connection, collaborative_id)


def _set(connection: Connection, collaborative_id: str, parts: dict[str, object]) -> None:
    connection.execute(update(collaboratives).where(collaboratives.c.id == collaborative_id).values(parts))


def _required_name(name: str) -> str:
    cleaned = storable(name).strip()
    if not cleaned:
        raise StorageError("A collaborative needs a name. Give it at least one letter.")
    return cleaned
