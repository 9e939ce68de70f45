"""What storage tests share: a clock that the test moves, and workspaces in real files, closed at the end."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.storage.workspace import Workspace
from tests.empty_workspace import lay_empty_workspace


class Clock:
    """Goes on by one second each time it is asked, and by as much as a test likes."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def pass_days(self, days: int) -> None:
        self.moment += timedelta(days=days)


OpenWorkspace = Callable[..., Workspace]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the workspace of a test is; nothing is there yet."""
    return tmp_path / "workspace.sqlite3"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def open_workspace(file: Path, backups: Path, clock: Clock) -> Iterator[OpenWorkspace]:
    """Opens the workspace of the test, as often as asked: each is a window of its own."""
    with ExitStack() as opened:

        def open_one(author: str = "Ann Lee") -> Workspace:
            one = Workspace.open(file, backups=backups, clock=clock, author=author)
            return opened.enter_context(one)

        yield open_one


@pytest.fixture
def workspace(open_workspace: OpenWorkspace, file: Path) -> Workspace:
    lay_empty_workspace(file)
    return open_workspace()
