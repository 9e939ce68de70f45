"""Answers that were read before are not read again, and what anybody changed since is."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import NotFoundError
from app.storage.changes import Change, PutRow, SetAnswer
from app.storage.workspace import Workspace
from tests.empty_workspace import lay_empty_workspace
from tests.storage.conftest import Clock, OpenWorkspace
from tests.storage.test_undo import CHANGES

#: What one of two programs does: changes, an undo, a redo, or everything as it was at the beginning.
DEEDS = st.tuples(
    st.booleans(), st.lists(CHANGES, min_size=1, max_size=3) | st.sampled_from(["undo", "redo", "bring back"])
)


def _do(workspace: Workspace, collaborative: str, deed: Sequence[Change] | str) -> None:
    match deed:
        case "undo":
            workspace.undo(collaborative)
        case "redo":
            workspace.redo(collaborative)
        case "bring back":
            workspace.bring_back(collaborative, workspace.collaborative(collaborative).created_at, "Begun again")
        case str():
            raise ValueError(deed)
        case _:
            workspace.record(collaborative, deed, "Act")


@settings(max_examples=25)
@given(st.lists(DEEDS, max_size=12))
def test_what_was_read_before_hides_nothing_that_either_program_did(
    deeds: Sequence[tuple[bool, Sequence[Change] | str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, clock = Path(folder), Clock()
        file = lay_empty_workspace(path / "w.sqlite3")
        with (
            Workspace.open(file, backups=path / "b", clock=clock, author="Ann Lee") as ann,
            Workspace.open(file, backups=path / "b", clock=clock, author="Bea Okafor") as bea,
            Workspace.open(file, backups=path / "b", clock=clock, author="Reader") as reader,
        ):
            collaborative = ann.create("Northern", [SetAnswer("a.one", 1), PutRow("a.table", "r1", {"name": 1})]).id
            elsewhere = ann.create("Southern").id
            for is_by_ann, deed in deeds:
                _do(ann if is_by_ann else bea, collaborative, deed)
                # Only what was read last is kept: after another collaborative all is read.
                reader.answers(elsewhere)
                expected = reader.answers(collaborative)
                assert ann.answers(collaborative) == expected
                if is_by_ann:
                    assert bea.answers(collaborative) == expected, "and after two acts of the other as well"


def test_what_no_act_touched_is_not_made_again(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern", [SetAnswer("a.one", 1), PutRow("a.table", "r1", {"name": 1})]).id
    before = workspace.answers(collaborative)
    workspace.record(collaborative, [SetAnswer("a.two", 2)], "Two")
    after = workspace.answers(collaborative)
    assert after.value("a.two") == 2
    assert after.answers["a.one"] is before.answers["a.one"]
    assert after.rows("a.table") is before.rows("a.table")


def test_what_another_program_removed_for_good_is_gone(workspace: Workspace, open_workspace: OpenWorkspace) -> None:
    collaborative = workspace.create("Northern", [SetAnswer("a.one", 1)]).id
    workspace.answers(collaborative)
    other = open_workspace("Bea Okafor")
    other.put_in_bin(collaborative)
    other.remove_for_good(collaborative)
    with pytest.raises(NotFoundError):
        workspace.answers(collaborative)
