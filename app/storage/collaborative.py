"""One collaborative as the workspace hands it out, without its answers."""

from datetime import datetime
from typing import Any, NamedTuple, Protocol

from app.storage.moments import moment_from


class Collaborative(NamedTuple):
    """One collaborative as the start page shows it, without its answers. Moments are in universal time."""

    id: str
    name: str
    created_at: datetime
    changed_at: datetime
    """When an answer, a row or the name last changed."""
    archived_at: datetime | None
    deleted_at: datetime | None
    """When it was put in the bin; None while it is not there."""
    revision: int
    """Id of the latest act; grows with every change, whoever makes it."""
    last_place: str
    """Where the user left it, in words of the screen; empty if nothing was noted."""
    progress: str | None
    """What was noted for the start page; None if something changed since."""


class _Row(Protocol):
    def __getitem__(self, name: str, /) -> Any: ...


def collaborative_from(row: _Row) -> Collaborative:
    """The collaborative in a row of its table, which has its values by the names of the columns."""
    is_current = row["progress_revision"] == row["revision"]
    return Collaborative(
        id=row["id"],
        name=row["name"],
        created_at=moment_from(row["created_at"]),
        changed_at=moment_from(row["changed_at"]),
        archived_at=_moment_or_none(row["archived_at"]),
        deleted_at=_moment_or_none(row["deleted_at"]),
        revision=row["revision"],
        last_place=row["last_place"],
        progress=row["progress"] if is_current else None,
    )


def _moment_or_none(text: str | None) -> datetime | None:
    return None if text is None else moment_from(text)
