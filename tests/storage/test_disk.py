"""Disks that are full and folders that may not be written to: a sentence, and nothing saved is lost."""

import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from app.errors import DiskFullError, StorageError, WorkspaceReadOnlyError
from app.storage.changes import SetAnswer
from app.storage.workspace import Workspace
from tests.storage.conftest import Clock, OpenWorkspace

NOBODY = 65534


@contextmanager
def _at_most_pages(pages: int) -> Iterator[None]:
    """Gives every connection made in the block a disk of so many pages of 4096 bytes."""

    def connected(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", connected)
    try:
        yield
    finally:
        event.remove(Engine, "connect", connected)


@contextmanager
def _as_an_ordinary_user() -> Iterator[None]:
    """Permissions do not stop an administrator, whom some machines run tests as; inside, they count."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that every user may reach and change; the folders of pytest are for their owner only."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


def _open(folder: Path, clock: Clock) -> Workspace:
    file, backups = folder / "workspace.sqlite3", folder / "backups"
    return Workspace.open(file, backups=backups, clock=clock, author="Ann Lee")


def _everyone_may(folder: Path, mode: int) -> None:
    for path in folder.rglob("*"):
        path.chmod(mode | (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH if path.is_dir() else 0))


def test_a_full_disk_is_told_and_what_was_saved_stays(open_workspace: OpenWorkspace, file: Path) -> None:
    first = open_workspace()
    collaborative = first.create("Northern").id
    first.close()
    saved = 0
    with _at_most_pages(60):
        workspace = open_workspace()

        def fill() -> None:
            nonlocal saved
            for number in range(1000):
                workspace.record(collaborative, [SetAnswer(f"a.q{number}", "x" * 2000)], "Act")
                saved = number + 1

        with pytest.raises(DiskFullError, match="Your last change was not saved"):
            fill()
        answers = workspace.answers(collaborative)
        assert len(answers.answers) == saved > 0
        workspace.close()
    again = open_workspace()
    assert len(again.answers(collaborative).answers) == saved
    assert again.record(collaborative, [SetAnswer("a.more", 1)], "There is room again") is not None
    assert len(again.history(collaborative, limit=2000)) == saved + 2


def test_a_workspace_that_does_not_fit_on_the_disk_is_not_made_by_halves(
    open_workspace: OpenWorkspace, file: Path
) -> None:
    with _at_most_pages(5), pytest.raises(DiskFullError):
        open_workspace()
    assert not list(file.parent.glob(f"{file.name}*"))


def test_a_file_that_may_not_be_changed_is_told_at_once(shared_folder: Path, clock: Clock) -> None:
    with _open(shared_folder, clock) as workspace:
        workspace.create("Northern")
    file = shared_folder / "workspace.sqlite3"
    before = file.read_bytes()
    file.chmod(0o444)
    with (
        _as_an_ordinary_user(),
        pytest.raises(WorkspaceReadOnlyError, match="Allow changes to the file and to its folder"),
    ):
        _open(shared_folder, clock)
    assert file.read_bytes() == before


def test_a_file_that_may_not_even_be_read_is_told_at_once(shared_folder: Path, clock: Clock) -> None:
    _open(shared_folder, clock).close()
    (shared_folder / "workspace.sqlite3").chmod(0)
    with _as_an_ordinary_user(), pytest.raises(WorkspaceReadOnlyError):
        _open(shared_folder, clock)


def test_a_folder_that_may_not_be_changed_is_told_at_once(shared_folder: Path, clock: Clock) -> None:
    with _open(shared_folder, clock) as workspace:
        workspace.create("Northern")
    file = shared_folder / "workspace.sqlite3"
    before = file.read_bytes()
    file.chmod(0o666)
    shared_folder.chmod(0o555)
    with _as_an_ordinary_user(), pytest.raises(WorkspaceReadOnlyError):
        _open(shared_folder, clock)
    assert file.read_bytes() == before


def test_a_workspace_cannot_be_made_where_nothing_may_be_written(shared_folder: Path, clock: Clock) -> None:
    shared_folder.chmod(0o555)
    with _as_an_ordinary_user():
        with pytest.raises(WorkspaceReadOnlyError):
            _open(shared_folder, clock)
        with pytest.raises(WorkspaceReadOnlyError):
            _open(shared_folder / "further down", clock)
    assert list(shared_folder.iterdir()) == []


def test_a_file_that_becomes_read_only_while_open_keeps_what_was_saved(shared_folder: Path, clock: Clock) -> None:
    """The right is taken away by SQLite itself, which an administrator cannot pass over either."""
    with _open(shared_folder, clock) as workspace:
        collaborative = workspace.create("Northern", [SetAnswer("a.b", 1)]).id

        def connected(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA query_only = ON")

        workspace._engine.dispose()
        event.listen(workspace._engine, "connect", connected)
        with pytest.raises(WorkspaceReadOnlyError, match="What was saved is still there"):
            workspace.record(collaborative, [SetAnswer("a.b", 2)], "Act")
        assert workspace.answers(collaborative).value("a.b") == 1


def test_answers_are_saved_although_no_backup_can_be_made(shared_folder: Path, clock: Clock) -> None:
    workspace = _open(shared_folder, clock)
    collaborative = workspace.create("Northern").id
    workspace.close()
    (shared_folder / "backups").mkdir(exist_ok=True)
    _everyone_may(shared_folder, 0o666)
    (shared_folder / "backups").chmod(0o555)
    clock.pass_days(1)
    with _as_an_ordinary_user(), _open(shared_folder, clock) as workspace:
        workspace.record(collaborative, [SetAnswer("a.b", 2)], "Act")
        assert workspace.answers(collaborative).value("a.b") == 2
        assert workspace.backup_failure is not None
        assert "Your answers are saved all the same" in str(workspace.backup_failure)
        assert isinstance(workspace.backup_failure.__cause__, WorkspaceReadOnlyError)
    (shared_folder / "backups").chmod(0o777)
    clock.pass_days(1)
    with _open(shared_folder, clock) as workspace:
        workspace.record(collaborative, [SetAnswer("a.b", 3)], "Act")
        assert workspace.backup_failure is None


def test_a_program_that_keeps_the_workspace_to_itself_is_told_and_nothing_changes(
    file: Path, backups: Path, clock: Clock
) -> None:
    address = f"sqlite:///{file}?timeout=0.2"
    with Workspace.open(address, backups=backups, clock=clock, author="Ann Lee") as workspace:
        collaborative = workspace.create("Northern", [SetAnswer("a.b", 1)]).id
        workspace.back_up_today()
        greedy = sqlite3.connect(file, isolation_level=None)
        greedy.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="to itself for too long"):
            workspace.record(collaborative, [SetAnswer("a.b", 2)], "Act")
        assert workspace.answers(collaborative).value("a.b") == 1
        greedy.execute("ROLLBACK")
        greedy.close()
        assert workspace.record(collaborative, [SetAnswer("a.b", 2)], "Act") is not None
