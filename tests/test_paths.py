"""Where the app looks for what ships with it, and where it keeps what the user makes."""

import sys
from pathlib import Path

import pytest

from app.errors import NotFoundError
from app.paths import find_places

ROOT = Path(__file__).resolve().parent.parent


def test_a_run_from_source_reads_beside_main() -> None:
    places = find_places({})
    assert places.resources == ROOT / "resources"
    assert places.templates == ROOT / "templates"


def test_a_frozen_run_reads_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert find_places({}).resources == tmp_path / "resources"
    assert find_places({}).templates == tmp_path / "templates"


def test_one_folder_can_hold_everything_the_user_owns(tmp_path: Path) -> None:
    places = find_places({"FIVEWAYS_FOLDER": str(tmp_path)})
    owned = [places.workspace, places.backups, places.logs]
    assert [path.parent for path in owned] == [tmp_path] * 3
    assert len(set(owned)) == 3


def test_the_folder_of_somebody_who_is_not_here_is_refused() -> None:
    with pytest.raises(NotFoundError, match="whole path"):
        find_places({"FIVEWAYS_FOLDER": "~nobody-of-this-name/work"})


def test_an_account_without_a_home_is_told_to_name_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    accounts = pytest.importorskip("pwd")

    def nobody(_: int) -> None:
        raise KeyError("There is no such account.")

    for variable in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(accounts, "getpwuid", nobody)
    with pytest.raises(NotFoundError, match="FIVEWAYS_FOLDER"):
        find_places({})


def test_without_a_wish_the_workspace_lies_outside_the_project() -> None:
    places = find_places({})
    assert "Fiveways" in places.workspace.parts
    assert not places.workspace.is_relative_to(ROOT)


def test_an_empty_variable_counts_as_not_set() -> None:
    assert find_places({"FIVEWAYS_FOLDER": "", "FIVEWAYS_DATABASE": ""}) == find_places({})


def test_another_workspace_can_be_asked_for_by_address() -> None:
    address = "sqlite:///elsewhere.sqlite3"
    assert find_places({"FIVEWAYS_DATABASE": address}).database_url == address
    assert find_places({}).database_url is None


def test_looking_for_places_makes_no_folder(tmp_path: Path) -> None:
    find_places({"FIVEWAYS_FOLDER": str(tmp_path / "not yet")})
    assert not list(tmp_path.iterdir())
