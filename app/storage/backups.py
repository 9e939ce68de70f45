"""Makes backups of a workspace file: proven copies under their final name."""

import logging
import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from app.storage.backup_files import (
    backups_of,
    daily_backup_path,
    migration_backup_path,
    unfinished_before,
    unfinished_path,
)
from app.storage.engine import PATIENCE
from app.storage.failures import damaged, told_plainly
from app.storage.inspecting import is_sound
from app.storage.location import Location

logger = logging.getLogger(__name__)

KEPT_FOR = timedelta(days=14)
#: However old they are, so many daily backups stay: after a pause of months there is more than the newest.
KEPT_AT_LEAST = 2


def back_up_for_day(location: Location, file: Path, day: date) -> Path:
    """The backup of the day, made now unless there is one; daily backups past their time are removed.

    Raises WorkspaceDamagedError if the copy fails the integrity check, and the other errors of storage.
    """
    path = daily_backup_path(location, day)
    if not path.exists():
        _copy_proven(location, file, path)
        _remove_old(location, day)
    return path


def back_up_for_migration(location: Location, file: Path, day: date, revision: str) -> Path:
    """A backup made before the tables get the form of a revision; never removed by the app."""
    path = migration_backup_path(location, day, revision)
    _copy_proven(location, file, path)
    return path


def _copy_proven(location: Location, file: Path, path: Path) -> None:
    """Copy while others may read and write; only a copy that proves sound gets its name."""
    unfinished = unfinished_path(path)
    with told_plainly(location):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            if not _copy(file, unfinished):
                raise damaged(location)
            _settle(unfinished)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    logger.info("A backup was made.")


def _copy(file: Path, copy: Path) -> bool:
    """Copy a database by SQLite's own means; True if the copy is sound."""
    copy.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=PATIENCE)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
        # In this mode the copy is one file, which may be moved about alone.
        target.execute("PRAGMA journal_mode = DELETE")
        return is_sound(target)


def _settle(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _remove_old(location: Location, today: date) -> None:
    daily = [backup for backup in backups_of(location) if backup.is_daily]
    past = [backup.path for backup in daily[KEPT_AT_LEAST:] if today - backup.day >= KEPT_FOR]
    for path in [*past, *unfinished_before(location, today)]:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            logger.warning("A backup past its time could not be removed.")
