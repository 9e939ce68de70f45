"""What the user may know of the workspace, and what this program says it is."""

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

from app.paths import shipped_folder
from app.services.about import LICENCE, VERSION
from app.services.workspace_facts import WorkspaceFacts
from app.storage.workspace import Workspace

NOW = datetime(2026, 8, 6, 9, 30, tzinfo=UTC)


def test_the_facts_name_the_file_and_the_copies_made_of_it(tmp_path: Path) -> None:
    file, copies = tmp_path / "workspace.sqlite3", tmp_path / "backups"
    with Workspace.open(file, backups=copies, clock=lambda: NOW, author="Ada") as workspace:
        facts = WorkspaceFacts(workspace)
        assert facts.location == str(file)
        assert facts.backups_folder == copies
        assert facts.backup_days() == ()
        made = workspace.create("Northern Alliance")
        workspace.rename(made.id, "Southern Alliance")
        assert facts.backup_days() == (date(2026, 8, 6),)
        assert facts.backup_problem() == ""


def test_a_workspace_that_is_no_file_has_no_folder_of_copies(tmp_path: Path) -> None:
    with Workspace.open("sqlite://", backups=tmp_path, clock=lambda: NOW, author="Ada") as workspace:
        facts = WorkspaceFacts(workspace)
        assert facts.backups_folder is None
        assert facts.backup_days() == ()


def test_a_copy_that_could_not_be_made_is_told_once(tmp_path: Path) -> None:
    in_the_way = tmp_path / "backups"
    in_the_way.write_text("a file where the folder should be")
    with Workspace.open(
        tmp_path / "workspace.sqlite3", backups=in_the_way, clock=lambda: NOW, author="Ada"
    ) as workspace:
        facts = WorkspaceFacts(workspace)
        made = workspace.create("Northern Alliance")
        workspace.rename(made.id, "Southern Alliance")
        told = facts.take_backup_problem()
        assert "could not be made" in told
        assert facts.take_backup_problem() == ""
        assert facts.backup_problem() == told


def test_the_version_and_the_licence_are_those_of_the_project() -> None:
    project = tomllib.loads((shipped_folder() / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert LICENCE.startswith(project["license"])
