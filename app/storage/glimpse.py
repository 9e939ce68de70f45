"""A glimpse of a workspace file for the first window: what is in it and what the user prefers, and no answers."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from app.storage.collaborative import Collaborative, collaborative_from
from app.storage.form import APPLICATION_ID, REVISIONS
from app.storage.read_only import ask, stored_revision

#: Seconds to wait for another program that is writing: opening the workspace properly waits longer.
_PATIENCE = 0.1


class Glimpse(NamedTuple):
    """Every collaborative, also those put away, the one changed last first; and settings by their keys."""

    collaboratives: tuple[Collaborative, ...] = ()
    settings: Mapping[str, str] = MappingProxyType({})


def glimpse(file: Path) -> Glimpse | None:
    """What is in a workspace file, which is only read; nothing at all in one that is not there yet.

    None where that cannot be told without more care: the file is of another form or another program, damaged,
    locked, or not to be read. Opening the workspace then tells what is the matter.
    """
    try:
        return ask(file, _look, _PATIENCE) if file.exists() else Glimpse()
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return None


def _look(connection: sqlite3.Connection) -> Glimpse | None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (form,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID or form > len(REVISIONS) or stored_revision(connection) != REVISIONS[-1]:
        return None
    connection.row_factory = sqlite3.Row
    rows = connection.execute("SELECT * FROM collaboratives ORDER BY changed_at DESC, id").fetchall()
    settings = connection.execute("SELECT key, value FROM settings").fetchall()
    return Glimpse(tuple(collaborative_from(row) for row in rows), {row["key"]: row["value"] for row in settings})
