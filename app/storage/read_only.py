"""Questions to a workspace file that leave no trace on it, asked without the database layer."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

Found = TypeVar("Found")

_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_SHORT_READ")


def ask(file: Path, question: Callable[[sqlite3.Connection], Found], patience: float) -> Found:
    """Ask a question of the file without a trace, or of file and log where another program has both open.

    It waits so many seconds while the file is locked. Raises sqlite3.Error.
    """
    if not has_log(file):
        try:
            # "immutable" makes no files beside this one, but sees a muddle if somebody writes meanwhile.
            with closing(_open_to_read(file, "immutable=1", patience)) as connection:
                return question(connection)
        except sqlite3.DatabaseError as error:
            if not (tells_damage(error) and has_log(file)):
                raise
    with closing(_open_to_read(file, "mode=ro", patience)) as connection:
        return question(connection)


def has_log(file: Path) -> bool:
    """Whether SQLite keeps something beside the file that it has not yet put in its place in it."""
    try:
        return file.with_name(f"{file.name}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def tells_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file is damaged, and not merely that it cannot be read now."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(_DAMAGE)


def stored_revision(connection: sqlite3.Connection) -> str | None:
    """The form that the tables have; None where nothing tells."""
    tables = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(tables).fetchone() == (0,):
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _open_to_read(file: Path, mode: str, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True, timeout=patience)
