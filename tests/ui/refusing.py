"""A workspace that really refuses to save, for a while."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_REFUSE = "CREATE TRIGGER refuse_all BEFORE INSERT ON acts BEGIN SELECT RAISE(ABORT, 'refused'); END"


@contextmanager
def refusing(folder: Path) -> Iterator[None]:
    """Let the workspace in a folder take no act meanwhile, as a server that is away or a disk that fails would."""
    with closing(sqlite3.connect(folder / "workspace.sqlite3")) as database:
        database.execute(_REFUSE)
        database.commit()
        yield
        database.execute("DROP TRIGGER refuse_all")
        database.commit()
