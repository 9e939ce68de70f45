"""Backups: one for each day of work, proven, kept for a fortnight, and the way back from one."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.errors import WorkspaceDamagedError
from app.storage.changes import SetAnswer
from app.storage.workspace import Workspace
from tests.storage.conftest import Clock, OpenWorkspace


def _days(workspace: Workspace) -> list[date]:
    return [backup.day for backup in workspace.backups()]


def _value_in(backup: Path, clock: Clock, collaborative: str, folder: Path) -> object:
    """What a copy of the backup says when it is opened as a workspace of its own."""
    copy = folder / "opened copy.sqlite3"
    copy.write_bytes(backup.read_bytes())
    with Workspace.open(copy, backups=folder / "none", clock=clock, author="Ann Lee") as workspace:
        return workspace.answers(collaborative).value("a.b")


def test_the_first_act_of_a_day_makes_a_backup_of_the_day_before(
    open_workspace: OpenWorkspace, clock: Clock, tmp_path: Path
) -> None:
    workspace = open_workspace()
    collaborative = workspace.create("Northern", [SetAnswer("a.b", 1)]).id
    assert _days(workspace) == []
    clock.pass_days(1)
    workspace.record(collaborative, [SetAnswer("a.b", 2)], "Second day")
    workspace.record(collaborative, [SetAnswer("a.b", 3)], "Second day, later")
    [backup] = workspace.backups()
    assert backup.day == date(2026, 3, 3)
    assert _value_in(backup.path, clock, collaborative, tmp_path) == 1


def test_a_day_has_one_backup_however_often_the_workspace_is_opened(
    open_workspace: OpenWorkspace, clock: Clock
) -> None:
    collaborative = open_workspace().create("Northern").id
    clock.pass_days(1)
    for number in range(3):
        with open_workspace() as workspace:
            workspace.record(collaborative, [SetAnswer("a.b", number)], "Act")
            assert _days(workspace) == [date(2026, 3, 3)]


def test_a_backup_can_be_made_before_the_first_act(workspace: Workspace, clock: Clock) -> None:
    workspace.create("Northern")
    clock.pass_days(1)
    workspace.back_up_today()
    workspace.back_up_today()
    assert _days(workspace) == [date(2026, 3, 3)]


def test_an_empty_workspace_is_not_worth_a_backup(workspace: Workspace, backups: Path) -> None:
    workspace.set_setting("theme", "dark")
    workspace.back_up_today()
    assert not backups.exists()


def test_a_backup_is_one_sound_file_that_needs_no_other(workspace: Workspace, clock: Clock, backups: Path) -> None:
    workspace.create("Northern")
    clock.pass_days(1)
    workspace.back_up_today()
    [path] = backups.glob("*.sqlite3*")
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT name FROM collaboratives").fetchall() == [("Northern",)]


def test_backups_are_kept_for_fourteen_days(workspace: Workspace, clock: Clock) -> None:
    workspace.create("Northern")
    for _ in range(30):
        clock.pass_days(1)
        workspace.create("Another")
    days = _days(workspace)
    assert days == sorted(days, reverse=True)
    assert (days[0], days[-1], len(days)) == (date(2026, 4, 1), date(2026, 3, 19), 14)


def test_after_a_long_pause_the_backup_before_the_newest_is_still_there(workspace: Workspace, clock: Clock) -> None:
    workspace.create("Northern")
    for pause in (1, 1, 1, 200):
        clock.pass_days(pause)
        workspace.create("Another")
    assert _days(workspace) == [date(2026, 9, 21), date(2026, 3, 5)]


def test_workspaces_of_one_name_do_not_share_backups(tmp_path: Path, backups: Path, clock: Clock) -> None:
    found = []
    for folder in ("one", "two"):
        file = tmp_path / folder / "workspace.sqlite3"
        with Workspace.open(file, backups=backups, clock=clock, author="Ann Lee") as workspace:
            workspace.create(folder)
            workspace.back_up_today()
            found += [backup.path for backup in workspace.backups()]
    assert len(set(found)) == 2


def test_a_damaged_workspace_gives_no_backup_and_takes_no_more_answers(
    open_workspace: OpenWorkspace, clock: Clock, file: Path, backups: Path
) -> None:
    workspace = open_workspace()
    answers = [SetAnswer(f"a.q{number}", "x" * 500) for number in range(200)]
    collaborative = workspace.create("Northern", answers).id
    workspace.close()
    workspace = open_workspace()
    content = bytearray(file.read_bytes())
    content[-8192:-4096] = b"\xa5" * 4096
    file.write_bytes(content)
    clock.pass_days(1)
    with pytest.raises(WorkspaceDamagedError):
        workspace.record(collaborative, [SetAnswer("a.b", 1)], "Act")
    assert not list(backups.glob("*.sqlite3*"))


def test_what_an_interrupted_backup_left_is_no_backup(
    open_workspace: OpenWorkspace, clock: Clock, backups: Path
) -> None:
    workspace = open_workspace()
    workspace.create("Northern")
    clock.pass_days(1)
    workspace.back_up_today()
    [backup] = workspace.backups()
    left = backup.path.rename(backup.path.with_name(f"{backup.path.name}.unfinished-1"))
    notes = backups / "notes.txt"
    notes.write_text("Not a backup", encoding="utf-8")
    assert workspace.backups() == ()
    clock.pass_days(1)
    workspace.create("Another")
    assert not left.exists()
    assert notes.exists()
    assert _days(workspace) == [date(2026, 3, 4)]


def test_a_backup_is_put_back_by_hand_as_the_app_says_also_after_a_crash(
    open_workspace: OpenWorkspace, clock: Clock, file: Path, tmp_path: Path
) -> None:
    workspace = open_workspace()
    collaborative = workspace.create("Northern", [SetAnswer("a.b", 1)]).id
    clock.pass_days(1)
    workspace.record(collaborative, [SetAnswer("a.b", 2)], "Second day")
    [backup] = workspace.backups()
    log = file.with_name(f"{file.name}-wal")
    content = log.read_bytes()
    workspace.close()
    log.write_bytes(content)
    file.write_bytes(file.read_bytes()[:100] + b"\0" * 4000)
    with pytest.raises(WorkspaceDamagedError) as told:
        open_workspace()
    assert str(told.value).endswith(
        f"The last backup is {backup.path}. To go back to it, close Fiveways, move every file whose name begins with"
        f" {file.name} to another folder, and put a copy of the backup in its place under the name {file.name}."
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for each in file.parent.glob(f"{file.name}*"):
        each.rename(elsewhere / each.name)
    file.write_bytes(backup.path.read_bytes())
    with open_workspace() as again:
        assert again.answers(collaborative).value("a.b") == 1
