"""Opening a workspace: what is not a sound workspace of ours is refused and left to the last byte as it was."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.errors import (
    StorageError,
    WorkspaceDamagedError,
    WorkspaceForeignError,
    WorkspaceNewerError,
)
from app.storage.changes import SetAnswer
from app.storage.form import APPLICATION_ID, REVISIONS
from app.storage.workspace import Workspace
from tests.empty_workspace import lay_empty_workspace
from tests.storage.conftest import Clock, OpenWorkspace

Damage = Callable[[Path], None]


@pytest.fixture
def filled(open_workspace: OpenWorkspace, file: Path, clock: Clock) -> Path:
    """A workspace that was used on two days and closed, with a backup of the second."""
    lay_empty_workspace(file)
    workspace = open_workspace()
    answers = [SetAnswer(f"a.question-{number}", "x" * 500) for number in range(200)]
    workspace.create("Northern", answers)
    clock.pass_days(1)
    workspace.create("Southern", answers)
    workspace.close()
    return file


@contextmanager
def _untouched(folder: Path) -> Iterator[None]:
    """Holds that nothing in the folder is changed, added or removed by the block."""

    def look() -> dict[Path, tuple[bytes, int]]:
        files = [path for path in folder.rglob("*") if path.is_file()]
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}

    before = look()
    yield
    assert look() == before


def _refused(error: type[StorageError], file: Path, backups: Path, clock: Clock) -> str:
    with _untouched(file.parent), pytest.raises(error) as caught:
        Workspace.open(file, backups=backups, clock=clock, author="Ann Lee").close()
    return str(caught.value)


def test_a_missing_file_is_made_with_its_folders(tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "new folder" / "workspace – Llŷr.sqlite3"
    with Workspace.open(file, backups=tmp_path / "b", clock=clock, author="Ann Lee") as workspace:
        workspace.create("Northern")
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_file_opens_by_its_path_and_by_its_address(filled: Path, backups: Path, clock: Clock) -> None:
    for place in (filled, str(filled), f"sqlite:///{filled}", f"sqlite:///{filled}?timeout=5"):
        with Workspace.open(place, backups=backups, clock=clock, author="Ann Lee") as workspace:
            assert workspace.shown_location == str(filled)
            assert len(workspace.collaboratives()) == 2


def test_the_file_says_whose_it_is_and_loses_nothing_when_the_power_fails(workspace: Workspace, file: Path) -> None:
    workspace.create("Northern")
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with workspace._engine.connect() as inner:
        assert inner.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert inner.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_opening_leaves_a_workspace_as_it_is(filled: Path, backups: Path, clock: Clock) -> None:
    before = filled.read_bytes()
    with Workspace.open(filled, backups=backups, clock=clock, author="Ann Lee") as workspace:
        workspace.collaboratives()
    assert filled.read_bytes() == before


def test_a_file_of_another_kind_is_refused(file: Path, backups: Path, clock: Clock) -> None:
    file.write_text("Minutes of the meeting\n" * 50, encoding="utf-8")
    sentence = _refused(WorkspaceForeignError, file, backups, clock)
    assert f"{file} is not a workspace of Fiveways" in sentence


@pytest.mark.parametrize("application_id", [0, 12345])
def test_a_database_of_another_program_is_refused(file: Path, backups: Path, clock: Clock, application_id: int) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {application_id}")
        connection.execute("CREATE TABLE answers (id INTEGER)")
    assert "Choose another file" in _refused(WorkspaceForeignError, file, backups, clock)


def test_a_workspace_of_a_later_version_is_refused(filled: Path, backups: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute(f"PRAGMA user_version = {len(REVISIONS) + 1}")
    sentence = _refused(WorkspaceNewerError, filled, backups, clock)
    assert "later version of Fiveways" in sentence
    assert str(next(backups.glob("*.sqlite3"))) in sentence


def test_a_later_form_is_known_by_its_name_too(filled: Path, backups: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'fiveways_99'")
    _refused(WorkspaceNewerError, filled, backups, clock)


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _cut_short(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _cut_within_the_header(file: Path) -> None:
    os.truncate(file, 60)


def _scribbled_on(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 64] = b"\xa5" * 64
    file.write_bytes(content)


def _one_page_lost(file: Path) -> None:
    content = bytearray(file.read_bytes())
    middle = len(content) // 8192 * 4096
    content[middle : middle + 4096] = bytes(4096)
    file.write_bytes(content)


def _without_its_first_words(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[:16] = b"\x00" * 16
    file.write_bytes(content)


def _without_its_tables(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE alembic_version")


@pytest.mark.parametrize(
    "damage",
    [
        _emptied,
        _cut_short,
        _cut_within_the_header,
        _scribbled_on,
        _one_page_lost,
        _without_its_first_words,
        _without_its_tables,
    ],
)
def test_a_damaged_workspace_is_refused_with_the_way_back(
    filled: Path, backups: Path, clock: Clock, damage: Damage
) -> None:
    damage(filled)
    sentence = _refused(WorkspaceDamagedError, filled, backups, clock)
    [backup] = backups.glob("*.sqlite3")
    assert f"{filled} is damaged" in sentence
    assert f"The last backup is {backup}" in sentence


def test_following_the_sentence_on_damage_brings_the_workspace_back(
    filled: Path, backups: Path, clock: Clock, tmp_path: Path
) -> None:
    _scribbled_on(filled)
    aside = tmp_path / "aside"
    aside.mkdir()
    for path in filled.parent.glob(f"{filled.name}*"):
        path.rename(aside / path.name)
    [backup] = backups.glob("*.sqlite3")
    filled.write_bytes(backup.read_bytes())
    with Workspace.open(filled, backups=backups, clock=clock, author="Ann Lee") as workspace:
        assert [one.name for one in workspace.collaboratives()] == ["Northern"]


def test_damage_without_a_backup_is_told_honestly(
    open_workspace: OpenWorkspace, file: Path, backups: Path, clock: Clock
) -> None:
    open_workspace().close()
    _cut_short(file)
    assert f"There is no backup of it in {backups}" in _refused(WorkspaceDamagedError, file, backups, clock)


def test_damage_met_while_working_is_told_with_the_way_back(filled: Path, backups: Path, clock: Clock) -> None:
    with Workspace.open(filled, backups=backups, clock=clock, author="Ann Lee") as workspace:
        _scribbled_on(filled)
        with pytest.raises(WorkspaceDamagedError, match="The last backup is"):
            workspace.collaboratives()


def test_a_folder_is_no_workspace(tmp_path: Path, backups: Path, clock: Clock) -> None:
    assert "is a folder" in _refused(StorageError, tmp_path, backups, clock)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("://", "address of the workspace cannot be read"),
        ("nosuch://somewhere/workspace", "no driver here for databases of the kind nosuch"),
        ("mssql+pymssql://somewhere/workspace", "no driver here for databases of the kind mssql"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_plainly(
    backups: Path, clock: Clock, address: str, sentence: str
) -> None:
    with pytest.raises(StorageError, match=sentence):
        Workspace.open(address, backups=backups, clock=clock, author="Ann Lee")


def test_a_log_left_without_its_file_is_not_taken_for_the_log_of_a_new_one(
    filled: Path, backups: Path, clock: Clock
) -> None:
    workspace = Workspace.open(filled, backups=backups, clock=clock, author="Ann Lee")
    workspace.create("Only in the log")
    log = filled.with_name(f"{filled.name}-wal")
    content = log.read_bytes()
    workspace.close()
    assert content
    filled.unlink()
    log.write_bytes(content)
    with Workspace.open(filled, backups=backups, clock=clock, author="Ann Lee") as fresh:
        assert fresh.collaboratives() == ()
        fresh.create("Northern")
    kept = [path.read_bytes() for path in filled.parent.glob("* left over-wal *")]
    assert kept == [content]


def test_a_crashed_program_loses_nothing_that_was_saved(filled: Path, backups: Path, clock: Clock) -> None:
    workspace = Workspace.open(filled, backups=backups, clock=clock, author="Ann Lee")
    collaborative = workspace.create("Saved before the crash").id
    left = {path: path.read_bytes() for path in filled.parent.glob(f"{filled.name}*")}
    workspace.close()
    for path in filled.parent.glob(f"{filled.name}*"):
        path.unlink()
    for path, content in left.items():
        path.write_bytes(content)
    with Workspace.open(filled, backups=backups, clock=clock, author="Ann Lee") as again:
        assert again.collaborative(collaborative).name == "Saved before the crash"


def test_a_file_counts_as_checked_only_when_the_last_window_has_closed_it(
    open_workspace: OpenWorkspace, backups: Path
) -> None:
    first, second = open_workspace(), open_workspace()
    first.create("Northern")
    second.close()
    assert not list(backups.glob("*.sound"))
    first.close()
    assert len(list(backups.glob("*.sound"))) == 1


def test_a_database_server_is_held_to_the_same_rules(tmp_path: Path, backups: Path, clock: Clock) -> None:
    def opened(name: str) -> Workspace:
        address = f"sqlite:///file:{tmp_path / name}?uri=true"
        return Workspace.open(address, backups=backups, clock=clock, author="Ann Lee")

    with opened("ours") as workspace:
        collaborative = workspace.create("Northern", [SetAnswer("a.b", 1)]).id
    with opened("ours") as workspace:
        assert workspace.answers(collaborative).value("a.b") == 1
    with closing(sqlite3.connect(tmp_path / "ours")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'fiveways_99'")
    with pytest.raises(WorkspaceNewerError):
        opened("ours")
    with closing(sqlite3.connect(tmp_path / "ours")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'a1b2c3'")
    with pytest.raises(WorkspaceForeignError):
        opened("ours")
    with closing(sqlite3.connect(tmp_path / "theirs")) as connection, connection:
        connection.execute("CREATE TABLE settings (id INTEGER)")
    with pytest.raises(WorkspaceForeignError):
        opened("theirs")


def test_a_database_in_memory_works_while_it_is_open(backups: Path, clock: Clock) -> None:
    with Workspace.open("sqlite://", backups=backups, clock=clock, author="Ann Lee") as workspace:
        collaborative = workspace.create("Northern", [SetAnswer("a.b", 1)]).id
        workspace.undo(collaborative)
        assert workspace.answers(collaborative).value("a.b") == 1
    assert not backups.exists()


def test_opening_two_hundred_collaboratives_takes_no_longer_than_opening_one(tmp_path: Path, clock: Clock) -> None:
    def shortest_opening(count: int) -> float:
        """Seconds to open and list, the best of ten, so that other work on the machine does not count."""
        file = tmp_path / f"{count}.sqlite3"
        options: dict[str, Any] = {"backups": tmp_path / "b", "clock": clock, "author": "Ann Lee"}
        with Workspace.open(file, **options) as workspace:
            for number in range(count):
                answers = [SetAnswer(f"a.q{question}", "x" * 40) for question in range(40)]
                workspace.create(f"Alliance {number}", answers)
        taken = []
        for _ in range(10):
            begun = time.perf_counter()
            with Workspace.open(file, **options):
                taken.append(time.perf_counter() - begun)
        return min(taken)

    assert shortest_opening(200) < 3 * shortest_opening(1)
