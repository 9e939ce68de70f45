"""Looks at a workspace file before anything may change it, and refuses what is not a sound workspace."""

import sqlite3
from pathlib import Path

from app.errors import StorageError, WorkspaceForeignError, WorkspaceNewerError
from app.storage.backup_files import newest_backup
from app.storage.engine import PATIENCE
from app.storage.failures import damaged, told_plainly, what_to_restore
from app.storage.form import APPLICATION_ID, REVISIONS
from app.storage.location import Location
from app.storage.read_only import ask, stored_revision, tells_damage
from app.storage.soundness import is_noted_sound

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


def inspect_file(location: Location, file: Path) -> str:
    """The revision of the tables in the file, which is only read.

    Raises WorkspaceForeignError, WorkspaceNewerError or WorkspaceDamagedError; other errors of storage when
    the file cannot be read at all.
    """
    with told_plainly(location):
        _inspect_header(location, file)
        revision = ask(file, stored_revision, PATIENCE)
        if revision not in REVISIONS:
            if revision is None or not revision.startswith("fiveways_"):
                raise damaged(location)
            raise newer(location)
        if not is_noted_sound(location) and not ask(file, is_sound, PATIENCE):
            raise damaged(location)
    return revision


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether every page, row and index of the database is as SQLite would have it."""
    try:
        findings = connection.execute("PRAGMA integrity_check(1)").fetchall()
    except sqlite3.DatabaseError as error:
        if tells_damage(error):
            return False
        raise
    return findings == [("ok",)]


def newer(location: Location) -> WorkspaceNewerError:
    """The sentence for a workspace of a later version."""
    backup = newest_backup(location)
    copy = f"The last backup made here is {backup}." if backup else f"No backup is in {location.backups}."
    return WorkspaceNewerError(
        f"The workspace {location.shown} was last used with a later version of Fiveways. It was left as it"
        f" is. Install that version on this computer to open it. {copy}"
    )


def foreign(location: Location) -> WorkspaceForeignError:
    """The sentence for something that Fiveways did not make."""
    return WorkspaceForeignError(
        f"{location.shown} is not a workspace of Fiveways. It was left as it is. Choose another file or"
        f" another database. If it did hold your workspace before: {what_to_restore(location)}"
    )


def _inspect_header(location: Location, file: Path) -> None:
    if file.is_dir():
        raise StorageError(
            f"{location.shown} is a folder. Give the name of a file in it, such as {file / 'workspace.sqlite3'}."
        )
    with file.open("rb") as stream:
        header = stream.read(_HEADER_BYTES)
    is_ours = int.from_bytes(header[68:72], "big") == APPLICATION_ID
    if not header or (header.startswith(_MAGIC) and len(header) < _HEADER_BYTES):
        raise damaged(location)
    if not header.startswith(_MAGIC):
        raise damaged(location) if is_ours else foreign(location)
    if not is_ours:
        raise foreign(location)
    if int.from_bytes(header[60:64], "big") > len(REVISIONS):
        raise newer(location)
