"""Where a workspace is: a database address, the file behind it if there is one, and its backups."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from app.errors import StorageError

_FILE_DRIVERS = ("sqlite", "sqlite+pysqlite")


@dataclass(frozen=True, slots=True)
class Location:
    """One workspace. `file` is None for a database server and for a database in memory."""

    url: URL
    file: Path | None
    backups: Path

    @property
    def shown(self) -> str:
        """The file or address as a user may see it, without a password."""
        return str(self.file) if self.file else self.url.render_as_string(hide_password=True)

    @property
    def backup_stem(self) -> str:
        """How the names of its backups begin; workspaces of one name in two folders stay apart."""
        place = str((self.file or Path()).absolute())
        stem = self.file.stem if self.file else "workspace"
        return f"{stem}-{hashlib.sha256(place.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


def locate(url_or_path: str | Path, backups: Path) -> Location:
    """The place that a path of a file or a database address such as `postgresql://…` names.

    Raises StorageError for an address that cannot be read, and for a folder of nobody known here.
    """
    if isinstance(url_or_path, Path) or "://" not in url_or_path:
        return _file_location(Path(url_or_path), backups, URL.create("sqlite"))
    try:
        url = make_url(url_or_path)
    except ArgumentError as error:
        raise StorageError(
            "The address of the workspace cannot be read. Give the path of a file, or an address such as"
            " sqlite:///folder/workspace.sqlite3."
        ) from error
    if url.drivername not in _FILE_DRIVERS or not url.database or url.database.startswith((":", "file:")):
        return Location(url, None, backups)
    return _file_location(Path(url.database), backups, url)


def _file_location(path: Path, backups: Path, url: URL) -> Location:
    try:
        file = path.expanduser().absolute()
    except RuntimeError as error:
        raise StorageError(f"The file {path} is in the folder of a user unknown here. Give its whole path.") from error
    return Location(url.set(database=str(file)), file, backups)
