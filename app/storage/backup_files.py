"""The files in the backup folder that belong to one workspace: their names, their days, the newest."""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.storage.location import Location

_ENDING = re.compile(r"-(\d{4}-\d{2}-\d{2})(-before-[\w-]+)?\.sqlite3")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the whole workspace as it was on a day, before the first change of that day."""

    path: Path
    day: date
    is_daily: bool
    """False for a copy taken before the form of the tables was changed; such a copy is kept for good."""


def daily_backup_path(location: Location, day: date) -> Path:
    """Where the backup of a day belongs."""
    return location.backups / f"{location.backup_stem}-{day.isoformat()}.sqlite3"


def migration_backup_path(location: Location, day: date, revision: str) -> Path:
    """Where the copy belongs that is taken before the tables get the form of a revision."""
    return location.backups / f"{location.backup_stem}-{day.isoformat()}-before-{revision}.sqlite3"


def unfinished_path(path: Path) -> Path:
    """Where a backup is made by this program before it gets its own name."""
    return path.with_name(f"{path.name}.unfinished-{os.getpid()}")


def unfinished_before(location: Location, today: date) -> tuple[Path, ...]:
    """What programs that were interrupted on an earlier day left of their backups."""
    found = []
    for file in location.backups.glob(f"{location.backup_stem}-*.unfinished-*"):
        backup = _read_name(file.with_name(file.name.partition(".unfinished-")[0]), location.backup_stem)
        if backup is not None and backup.day < today:
            found.append(file)
    return tuple(found)


def backups_of(location: Location) -> tuple[Backup, ...]:
    """Every finished backup of the workspace, newest first; empty where the folder cannot be read."""
    try:
        files = list(location.backups.glob(f"{location.backup_stem}-*.sqlite3"))
    except OSError:
        return ()
    found = [backup for file in files if (backup := _read_name(file, location.backup_stem))]
    return tuple(sorted(found, key=lambda backup: (backup.day, not backup.is_daily), reverse=True))


def newest_backup(location: Location) -> Path | None:
    """The newest finished backup of the workspace; None if there is none."""
    return next((backup.path for backup in backups_of(location)), None)


def _read_name(file: Path, stem: str) -> Backup | None:
    match = _ENDING.fullmatch(file.name.removeprefix(stem))
    if match is None:
        return None
    try:
        return Backup(file, date.fromisoformat(match[1]), is_daily=match[2] is None)
    except ValueError:
        return None
