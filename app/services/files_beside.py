"""Writes a file under another name in the same folder and then gives it its own, so that none is ever half there."""

import errno
import os
import tempfile
from pathlib import Path

from app.errors import DiskFullError, ExportError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def write_beside(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all; gives its path back. Raises DiskFullError and ExportError."""
    beside = None
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as error:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)
        if error.errno in _NO_ROOM:
            raise DiskFullError(
                f"There is no room left to write {path.name}. Free some space and export again."
            ) from error
        raise ExportError(
            f"{path.name} could not be written: {error.strerror}. Close it if it is open, or choose another folder."
        ) from error
    return path
