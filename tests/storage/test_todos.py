"""To-dos: kept beside the answers, undone and redone with them, copied, and seen as they were."""

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.todos import Todo
from app.errors import NotFoundError
from app.storage.changes import AddTodo, Change, ChangeTodo, RemoveTodo, SetAnswer
from app.storage.records import TodoChange
from app.storage.workspace import Workspace
from tests.empty_workspace import lay_empty_workspace
from tests.storage.conftest import Clock, OpenWorkspace

TODO_IDS = st.sampled_from(["t1", "t2", "t3"])
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1))
ADDED = st.builds(AddTodo, TODO_IDS, st.sampled_from(["Ask", "Write"]), st.sampled_from(["", "Ada"]), DAYS)
ACTS = st.lists(st.lists(ADDED | st.builds(RemoveTodo, TODO_IDS), min_size=1, max_size=3), max_size=8)


@pytest.fixture
def northern(workspace: Workspace) -> str:
    return workspace.create("Northern").id


def _seen(todos: Sequence[Todo]) -> list[tuple[object, ...]]:
    return [(each.id, each.text, each.person, each.due, each.done_at, each.made_at) for each in todos]


def test_a_to_do_keeps_what_was_said_and_who_said_it(workspace: Workspace, northern: str) -> None:
    due = date(2026, 4, 1)
    workspace.record(northern, [AddTodo("t1", "Ask the board – twice", "Llŷr", due, "a.one")], "Add")
    [todo] = workspace.todos(northern)
    assert (todo.text, todo.person, todo.due, todo.question_id) == ("Ask the board – twice", "Llŷr", due, "a.one")
    assert (todo.made_by, todo.author, todo.is_done) == ("Ann Lee", "Ann Lee", False)
    assert todo.made_at == todo.changed_at == datetime(2026, 3, 2, 9, 0, 5, tzinfo=UTC)


def test_a_change_alters_only_the_parts_it_names(open_workspace: OpenWorkspace) -> None:
    first, second = open_workspace(), open_workspace("Bo Hughes")
    northern = first.create("Northern").id
    first.record(northern, [AddTodo("t1", "Ask", "Ada", date(2026, 4, 1))], "Add")
    second.record(northern, [ChangeTodo("t1", person="Bo")], "Change")
    first.record(northern, [ChangeTodo("t1", is_done=True)], "Tick")
    [todo] = second.todos(northern)
    assert (todo.text, todo.person, todo.due, todo.is_done) == ("Ask", "Bo", date(2026, 4, 1), True)
    assert (todo.made_by, todo.author) == ("Ann Lee", "Ann Lee")
    first.record(northern, [ChangeTodo("t1", due=None, is_done=False)], "Open again")
    [todo] = first.todos(northern)
    assert (todo.due, todo.done_at) == (None, None)


def test_a_change_that_changes_nothing_is_no_act(workspace: Workspace, northern: str) -> None:
    workspace.record(northern, [AddTodo("t1", "Ask")], "Add")
    assert workspace.record(northern, [ChangeTodo("t1", text="Ask", is_done=False)], "Change") is None
    assert workspace.record(northern, [RemoveTodo("gone")], "Remove") is None


def test_a_to_do_that_is_gone_cannot_be_changed(workspace: Workspace, northern: str) -> None:
    with pytest.raises(NotFoundError, match="not there any more"):
        workspace.record(northern, [ChangeTodo("t1", text="Ask")], "Change")


def test_a_to_do_and_an_answer_are_one_act_and_are_undone_together(workspace: Workspace, northern: str) -> None:
    workspace.record(northern, [SetAnswer("a.one", 1), AddTodo("t1", "Ask", question_id="a.one")], "Both")
    workspace.undo(northern)
    assert (workspace.answers(northern).value("a.one"), workspace.todos(northern)) == (None, ())
    workspace.redo(northern)
    assert workspace.answers(northern).value("a.one") == 1
    assert [each.id for each in workspace.todos(northern)] == ["t1"]


@settings(max_examples=20)
@given(ACTS)
def test_to_dos_are_undone_and_redone_one_act_at_a_time(acts: Sequence[Sequence[Change]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        file = lay_empty_workspace(path / "w.sqlite3")
        with Workspace.open(file, backups=path / "b", clock=Clock(), author="Ann Lee") as workspace:
            northern = workspace.create("Northern").id
            states = [_seen(workspace.todos(northern))]
            moments = []
            for changes in acts:
                act = workspace.record(northern, changes, "Act")
                if act is not None:
                    states.append(_seen(workspace.todos(northern)))
                    moments.append(act.at)
            for state in states[-2::-1]:
                workspace.undo(northern)
                assert _seen(workspace.todos(northern)) == state
            for state in states[1:]:
                workspace.redo(northern)
                assert _seen(workspace.todos(northern)) == state
            for moment, state in zip(moments, states[1:], strict=True):
                assert _seen(workspace.todos_at(northern, moment)) == state


def test_the_history_tells_what_became_of_a_to_do(workspace: Workspace, northern: str) -> None:
    workspace.record(northern, [AddTodo("t1", "Ask", question_id="a.one")], "Add a to-do: Ask")
    workspace.record(northern, [RemoveTodo("t1")], "Remove a to-do: Ask")
    latest, before = workspace.history(northern, limit=2)
    [change] = latest.changes
    assert isinstance(change, TodoChange)
    assert (change.after, change.question_id, change.before.text if change.before else "") == (None, "a.one", "Ask")
    [change] = before.changes
    assert isinstance(change, TodoChange)
    assert change.before is None
    assert workspace.history(northern, "a.one") == ()


def test_bringing_the_answers_of_a_day_back_leaves_the_to_dos_alone(
    workspace: Workspace, northern: str, clock: Clock
) -> None:
    moment = clock.moment
    workspace.record(northern, [SetAnswer("a.one", 1)], "Answer")
    workspace.record(northern, [AddTodo("t1", "Ask")], "Add")
    workspace.bring_back(northern, moment, "Back")
    assert workspace.answers(northern).value("a.one") is None
    assert [each.id for each in workspace.todos(northern)] == ["t1"]


def test_a_copy_has_the_to_dos_and_the_original_keeps_its_own(workspace: Workspace, northern: str) -> None:
    workspace.record(northern, [AddTodo("t1", "Ask", "Ada", date(2026, 4, 1), "a.one")], "Add")
    copy = workspace.duplicate(northern, "Copy").id
    assert _seen(workspace.todos(copy)) == _seen(workspace.todos(northern))
    workspace.record(copy, [RemoveTodo("t1")], "Remove")
    assert [each.id for each in workspace.todos(northern)] == ["t1"]


def test_to_dos_go_with_their_collaborative_when_it_is_removed_for_good(
    workspace: Workspace, northern: str, clock: Clock
) -> None:
    workspace.record(northern, [AddTodo("t1", "Ask")], "Add")
    workspace.put_in_bin(northern)
    clock.pass_days(31)
    assert workspace.empty_bin() == ("Northern",)
    assert workspace.todos(northern) == ()
