"""Undo and redo: everything is put back exactly, in the order of the log, also by another program later."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.answers import Answer, Answers, Origin, Row, State
from app.storage.changes import UNCHANGED, Change, DeleteRow, MoveRow, PutRow, ReplaceRows, SetAnswer
from app.storage.records import ActKind
from app.storage.workspace import Workspace
from tests.empty_workspace import lay_empty_workspace
from tests.storage.conftest import Clock

QUESTIONS = st.sampled_from(["a.one", "a.two", "a.table"])
ROW_IDS = st.sampled_from(["r1", "r2", "r3", "r4"])
CELLS = st.dictionaries(st.sampled_from(["name", "votes"]), st.integers(0, 9), max_size=2)
SET_ANSWERS = st.builds(
    SetAnswer,
    QUESTIONS,
    value=st.just(UNCHANGED) | st.none() | st.integers(0, 9),
    state=st.just(UNCHANGED) | st.sampled_from(State),
    origin=st.just(UNCHANGED) | st.sampled_from(Origin),
    note=st.just(UNCHANGED) | st.sampled_from(["", "Ask Leeds"]),
)
PUT_ROWS = st.builds(PutRow, st.just("a.table"), ROW_IDS, CELLS, st.none() | st.integers(0, 4))
REPLACED = st.builds(
    ReplaceRows,
    st.just("a.table"),
    st.lists(st.builds(Row, ROW_IDS, CELLS), max_size=4, unique_by=lambda row: row.id).map(tuple),
)
CHANGES = SET_ANSWERS | PUT_ROWS | REPLACED | st.builds(DeleteRow, st.just("a.table"), ROW_IDS)
ACTS = st.lists(st.lists(CHANGES, min_size=1, max_size=4), max_size=12)


def _contents(answers: Answers) -> object:
    """Everything that a user could see of the answers; the revision is for programs only."""
    single: dict[str, Answer] = {key: replace(one, revision=0) for key, one in answers.answers.items()}
    tables = {
        key: [(row.id, dict(row.cells), row.origin, row.author, row.changed_at) for row in rows]
        for key, rows in answers.tables.items()
    }
    return single, tables


@contextmanager
def _fresh_workspace() -> Iterator[tuple[Workspace, Clock]]:
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        file = lay_empty_workspace(path / "w.sqlite3")
        with Workspace.open(file, backups=path / "b", clock=clock, author="Ann Lee") as one:
            yield one, clock


@settings(max_examples=25)
@given(ACTS)
def test_any_acts_are_undone_one_by_one_and_redone_one_by_one(acts: Sequence[Sequence[Change]]) -> None:
    with _fresh_workspace() as (workspace, _):
        collaborative = workspace.create("Northern").id
        states = [_contents(workspace.answers(collaborative))]
        for changes in acts:
            if workspace.record(collaborative, changes, "Act") is not None:
                states.append(_contents(workspace.answers(collaborative)))
        for state in states[-2::-1]:
            assert workspace.undo(collaborative) is not None
            assert _contents(workspace.answers(collaborative)) == state
        assert workspace.undo(collaborative) is None
        for state in states[1:]:
            assert workspace.redo(collaborative) is not None
            assert _contents(workspace.answers(collaborative)) == state
        assert workspace.redo(collaborative) is None


STEPS = st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=25)


@settings(max_examples=25)
@given(STEPS)
def test_undo_and_redo_in_any_order_do_as_two_stacks_would(steps: Sequence[str]) -> None:
    with _fresh_workspace() as (workspace, clock):
        collaborative = workspace.create("Northern").id
        done: list[int] = []
        undone: list[int] = []
        moments = []
        for number, step in enumerate(steps):
            match step:
                case "do":
                    workspace.record(collaborative, [SetAnswer("a.b", number)], f"Number {number}")
                    done.append(number)
                    undone.clear()
                case "undo" if done:
                    undone.append(done.pop())
                    assert workspace.undo(collaborative) is not None
                case "redo" if undone:
                    done.append(undone.pop())
                    assert workspace.redo(collaborative) is not None
                case "undo":
                    assert workspace.undo(collaborative) is None
                case _:
                    assert workspace.redo(collaborative) is None
            expected = done[-1] if done else None
            assert workspace.answers(collaborative).value("a.b") == expected
            next_undo, next_redo = workspace.undoable(collaborative), workspace.redoable(collaborative)
            assert (next_undo and next_undo.summary) == (f"Number {done[-1]}" if done else None)
            assert (next_redo and next_redo.summary) == (f"Number {undone[-1]}" if undone else None)
            moments.append((clock.moment, expected))
            clock.moment += timedelta(seconds=1)
        for moment, value in moments:
            assert workspace.answers_at(collaborative, moment).value("a.b") == value


def test_undo_goes_on_after_opening_again(workspace: Workspace, open_workspace: Any) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 1)], "One")
    workspace.record(collaborative, [SetAnswer("a.b", 2)], "Two")
    workspace.undo(collaborative)
    workspace.close()
    again = open_workspace("Bea Okafor")
    redo = again.redoable(collaborative)
    assert redo is not None
    assert redo.summary == "Two"
    assert again.undo(collaborative) is not None
    assert again.answers(collaborative).answer("a.b") is None
    again.redo(collaborative)
    again.redo(collaborative)
    assert again.answers(collaborative).value("a.b") == 2


def test_undo_takes_back_the_latest_act_whoever_made_it(workspace: Workspace, open_workspace: Any) -> None:
    other = open_workspace("Bea Okafor")
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 1)], "Ann")
    other.record(collaborative, [SetAnswer("a.b", 2)], "Bea")
    undone = workspace.undo(collaborative)
    assert undone is not None
    assert (undone.kind, undone.author, undone.summary) == (ActKind.UNDO, "Ann Lee", "Bea")
    found = other.answers(collaborative).answer("a.b")
    assert found is not None
    assert (found.value, found.author) == (1, "Ann Lee")


def test_an_undo_is_added_to_the_log_and_takes_nothing_out_of_it(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    done = workspace.record(collaborative, [SetAnswer("a.b", 1)], "One")
    assert done is not None
    undone = workspace.undo(collaborative)
    redone = workspace.redo(collaborative)
    assert undone is not None
    assert redone is not None
    assert (undone.target_id, redone.target_id) == (done.id, done.id)
    kinds = [entry.act.kind for entry in workspace.history(collaborative)]
    assert kinds == [ActKind.REDO, ActKind.UNDO, ActKind.DO, ActKind.FILE]


def test_each_collaborative_has_an_undo_of_its_own(workspace: Workspace) -> None:
    north, south = workspace.create("Northern").id, workspace.create("Southern").id
    workspace.record(north, [SetAnswer("a.b", 1)], "North")
    workspace.record(south, [SetAnswer("a.b", 2)], "South")
    workspace.undo(north)
    assert workspace.answers(north).value("a.b") is None
    assert workspace.answers(south).value("a.b") == 2
    assert workspace.undo(north) is None


def test_what_a_collaborative_began_with_is_not_undone(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern", [SetAnswer("a.b", 1)]).id
    assert workspace.undoable(collaborative) is None
    assert workspace.undo(collaborative) is None
    assert workspace.answers(collaborative).value("a.b") == 1


def test_a_new_name_is_undone_and_redone(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.rename(collaborative, "North and West")
    workspace.undo(collaborative)
    assert workspace.collaborative(collaborative).name == "Northern"
    workspace.redo(collaborative)
    assert workspace.collaborative(collaborative).name == "North and West"


def test_an_undo_does_not_take_a_collaborative_out_of_the_archive(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 1)], "One")
    workspace.archive(collaborative)
    workspace.undo(collaborative)
    assert workspace.collaborative(collaborative).archived_at is not None
    assert workspace.answers(collaborative).value("a.b") is None


def test_long_undoing_is_followed_to_the_end(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    for number in range(60):
        workspace.record(collaborative, [SetAnswer("a.b", number)], f"Number {number}")
    for _ in range(60):
        workspace.undo(collaborative)
    assert workspace.undoable(collaborative) is None
    first = workspace.redoable(collaborative)
    assert first is not None
    assert first.summary == "Number 0"
    workspace.record(collaborative, [SetAnswer("a.b", 99)], "Another")
    assert workspace.redoable(collaborative) is None


def test_moving_rows_is_undone_to_the_very_order(workspace: Workspace) -> None:
    rows = [PutRow("a.table", row_id, {}) for row_id in "abcd"]
    collaborative = workspace.create("Northern", rows).id
    for row_id, position in (("d", 0), ("a", 2), ("b", 9)):
        workspace.record(collaborative, [MoveRow("a.table", row_id, position)], "Moved")
    for expected in ("dbac", "dabc", "abcd"):
        workspace.undo(collaborative)
        assert "".join(row.id for row in workspace.answers(collaborative).rows("a.table")) == expected
