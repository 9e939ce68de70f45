"""An empty workspace, made once for all tests of a run and laid where a test wants one."""

import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from app.storage.workspace import Workspace


def lay_empty_workspace(file: Path) -> Path:
    """Lay an empty workspace here unless there is one, for tests of what is done in it and not of how it is made."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_empty())
    return file


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.sqlite3"
        backups = Path(folder) / "backups"
        with Workspace.open(file, backups=backups, clock=lambda: datetime(2026, 3, 2, tzinfo=UTC), author="Ann"):
            pass
        assert not file.with_name("empty.sqlite3-wal").exists(), "nothing is left beside the file"
        return file.read_bytes()
