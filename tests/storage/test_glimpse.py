"""A glimpse of a workspace file: it says what the opened workspace says, or nothing, and leaves no trace."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.storage.form import APPLICATION_ID
from app.storage.glimpse import Glimpse, glimpse
from app.storage.workspace import Workspace
from tests.storage.conftest import Clock, OpenWorkspace

FIRST_FORM = Path(__file__).parent / "first_form.sql"


@pytest.fixture
def filled(workspace: Workspace, clock: Clock) -> Workspace:
    """A workspace with one collaborative in use, one in the archive and one in the bin, and two preferences."""
    used, archived, binned = (workspace.create(name).id for name in ("Northern – Llŷr", "Eastern", "Western"))
    workspace.archive(archived)
    workspace.put_in_bin(binned)
    workspace.remember_place(used, "section decisions")
    workspace.remember_progress(used, "half", workspace.collaborative(used).revision)
    workspace.set_setting("screen.theme", "dark")
    workspace.set_setting("screen.text-percent", "150")
    return workspace


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_says_what_the_opened_workspace_says_while_another_program_has_it_open(
    filled: Workspace, file: Path
) -> None:
    assert glimpse(file) == Glimpse(filled.collaboratives(), filled.settings())


def test_it_says_the_same_once_the_workspace_is_closed_and_leaves_no_trace(filled: Workspace, file: Path) -> None:
    said = Glimpse(filled.collaboratives(), filled.settings())
    filled.close()
    before = everything_in(file.parent)
    assert glimpse(file) == said
    assert everything_in(file.parent) == before


def test_a_file_that_is_not_there_yet_holds_nothing(file: Path) -> None:
    assert glimpse(file) == Glimpse()
    assert not file.exists()


def make_older(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(FIRST_FORM.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def make_newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'fiveways_99'")
        connection.execute("PRAGMA user_version = 99")
        connection.commit()


def make_foreign(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA application_id = 7")


def make_damaged(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + os.urandom(len(whole) - 100))


def make_empty(file: Path) -> None:
    file.write_bytes(b"")


def make_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def muddle_moments(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE collaboratives SET changed_at = 'soon'")
        connection.commit()


@pytest.mark.parametrize(
    "spoil", [make_older, make_newer, make_foreign, make_damaged, make_empty, make_a_folder, muddle_moments]
)
def test_it_says_nothing_of_a_file_that_needs_more_care(
    filled: Workspace, file: Path, spoil: Callable[[Path], None]
) -> None:
    filled.close()
    spoil(file)
    assert glimpse(file) is None


def test_it_says_nothing_of_a_file_that_another_program_has_locked(filled: Workspace, file: Path) -> None:
    filled.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO settings VALUES ('a', 'b')")
        other.execute("COMMIT")
        assert glimpse(file) is None


def test_what_is_only_in_the_log_of_a_program_that_was_stopped_is_seen(
    filled: Workspace, file: Path, tmp_path: Path
) -> None:
    left = tmp_path / "left"
    left.mkdir()
    for part in file.parent.glob(f"{file.name}*"):
        shutil.copy(part, left)
    assert (left / f"{file.name}-wal").stat().st_size
    seen = glimpse(left / file.name)
    assert seen is not None
    assert [each.name for each in seen.collaboratives] == [each.name for each in filled.collaboratives()]


def test_it_loads_no_database_layer() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, app.storage.glimpse; print('sqlalchemy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert said.stdout.split() == ["False"]


def test_the_order_is_that_of_the_start_page(open_workspace: OpenWorkspace, file: Path) -> None:
    workspace = open_workspace()
    for number in range(5):
        workspace.create(f"Number {number}")
    seen = glimpse(file)
    assert seen is not None
    assert [each.name for each in seen.collaboratives] == [f"Number {number}" for number in range(4, -1, -1)]
