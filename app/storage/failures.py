"""Failures of the disk and of the database, turned into sentences that a user can act on."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from app.errors import (
    DiskFullError,
    StorageError,
    WorkspaceDamagedError,
    WorkspaceReadOnlyError,
)
from app.storage.backup_files import newest_backup
from app.storage.location import Location

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_NO_PERMISSION = (errno.EACCES, errno.EPERM, errno.EROFS)
_LITTLE_ROOM = 1_000_000
"""Bytes left on a disk below which a failed write is put down to the lack of room."""


class EntryUnreadableError(StorageError):
    """One stored entry makes no sense, although the database itself can be read."""


@contextmanager
def told_plainly(location: Location) -> Iterator[None]:
    """Turn what goes wrong inside the block into an error of ours, with the original as its cause."""
    try:
        yield
    except EntryUnreadableError as error:
        raise damaged(location) from error
    except DBAPIError as error:
        raise _from_database(error.orig, location) from error
    except SQLAlchemyError as error:
        raise _unreachable(location) from error
    except sqlite3.Error as error:
        raise _from_database(error, location) from error
    except OSError as error:
        raise _from_disk(error, location) from error


def damaged(location: Location) -> WorkspaceDamagedError:
    """The sentence for a file that cannot be trusted any more."""
    return WorkspaceDamagedError(
        f"The workspace {location.shown} is damaged. It was left as it is. {what_to_restore(location)}"
    )


def what_to_restore(location: Location) -> str:
    """What to do about a lost workspace, naming the newest backup where there is one."""
    backup = newest_backup(location)
    if backup is None:
        return (
            f"There is no backup of it in {location.backups}. Move it to another folder to begin with an"
            " empty workspace, and ask whoever looks after your computer for an earlier copy."
        )
    name = location.file.name if location.file else "the workspace"
    return (
        f"The last backup is {backup}. To go back to it, close Fiveways, move every file whose name begins"
        f" with {name} to another folder, and put a copy of the backup in its place under the name {name}."
    )


def _from_database(error: object, location: Location) -> StorageError:
    code = str(getattr(error, "sqlite_errorname", ""))
    if code.startswith("SQLITE_FULL") or (code.startswith("SQLITE_IOERR") and _is_full(location)):
        return _disk_full(location)
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return _read_only(location)
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return damaged(location)
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StorageError(
            f"Another program has kept the workspace {location.shown} to itself for too long. Nothing was"
            " changed. Close the other program, then try again."
        )
    return _unreachable(location)


def _from_disk(error: OSError, location: Location) -> StorageError:
    if error.errno in _NO_ROOM:
        return _disk_full(location)
    if error.errno in _NO_PERMISSION:
        return _read_only(location)
    return _unreachable(location)


def _disk_full(location: Location) -> DiskFullError:
    return DiskFullError(
        f"The disk that holds {location.shown} is full. Your last change was not saved; everything before it"
        " was. Make room on the disk, then enter the change again."
    )


def _read_only(location: Location) -> WorkspaceReadOnlyError:
    return WorkspaceReadOnlyError(
        f"The workspace {location.shown} cannot be written to. What was saved is still there. Allow changes"
        " to the file and to its folder, or choose a workspace in another folder."
    )


def _unreachable(location: Location) -> StorageError:
    return StorageError(
        f"The workspace {location.shown} cannot be reached. What was saved is still there. Check that the"
        " disk or the server is connected, then try again."
    )


def _is_full(location: Location) -> bool:
    folder = location.file.parent if location.file else Path()
    try:
        return shutil.disk_usage(folder).free < _LITTLE_ROOM
    except OSError:
        return False
