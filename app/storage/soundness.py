"""A note beside the backups that a workspace was sound when it was last closed, so that opening is quick."""

import os
from contextlib import suppress
from pathlib import Path

from app.storage.location import Location
from app.storage.read_only import has_log


def note_sound(location: Location) -> None:
    """Write the note, if the file is complete in itself. Without a note the next opening checks the file."""
    mark = _mark(location)
    if mark is None:
        return
    note = _note(location)
    unfinished = note.with_suffix(f".{os.getpid()}")
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(mark, encoding="ascii")
        unfinished.replace(note)
    except OSError:
        with suppress(OSError):  # where the folder is none, there is nothing to take away either
            unfinished.unlink()


def is_noted_sound(location: Location) -> bool:
    """Whether the file is, by size and time of its last change, the one that was noted."""
    mark = _mark(location)
    try:
        return mark is not None and _note(location).read_text(encoding="ascii") == mark
    except (OSError, UnicodeDecodeError):
        return False


def _note(location: Location) -> Path:
    return location.backups / f"{location.backup_stem}.sound"


def _mark(location: Location) -> str | None:
    if location.file is None:
        return None
    try:
        if has_log(location.file):
            return None
        known = location.file.stat()
    except OSError:
        return None
    return f"{known.st_size} {known.st_mtime_ns} {known.st_ino}"
