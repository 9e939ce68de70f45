"""The change log: who changed what and when, any past state, and a log that nothing can rewrite."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.answers import Origin, State
from app.errors import NotFoundError
from app.storage.changes import Change, DeleteRow, MoveRow, PutRow, SetAnswer
from app.storage.records import ActKind, AnswerChange, NameChange, RowChange
from app.storage.workspace import Workspace
from tests.storage.conftest import Clock


def _value(change: object) -> tuple[object, object]:
    assert isinstance(change, AnswerChange)
    return (change.before and change.before.value, change.after and change.after.value)


def test_the_history_of_a_question_tells_each_value_with_its_author(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 1), SetAnswer("a.c", 9)], "First")
    workspace.author = "Bea Okafor"
    workspace.record(collaborative, [SetAnswer("a.b", 2, State.AGREED, Origin.WORKSHOP, "Why")], "Second")
    workspace.record(collaborative, [SetAnswer("a.c", 8)], "Another question")
    entries = workspace.history(collaborative, "a.b")
    assert [(entry.act.summary, entry.act.author) for entry in entries] == [
        ("Second", "Bea Okafor"),
        ("First", "Ann Lee"),
    ]
    assert [_value(entry.changes[0]) for entry in entries] == [(1, 2), (None, 1)]
    change = entries[0].changes[0]
    assert isinstance(change, AnswerChange)
    assert change.after is not None
    assert (change.after.state, change.after.origin, change.after.note) == (
        State.AGREED,
        Origin.WORKSHOP,
        "Why",
    )
    assert all(len(entry.changes) == 1 for entry in entries)


def test_the_history_of_a_table_tells_rows_put_moved_and_taken_out(workspace: Workspace) -> None:
    rows = [PutRow("a.table", "one", {"n": 1}), PutRow("a.table", "two", {"n": 2})]
    collaborative = workspace.create("Northern", rows).id
    workspace.record(collaborative, [PutRow("a.table", "one", {"n": 5})], "Changed")
    workspace.record(collaborative, [MoveRow("a.table", "two", 0)], "Moved")
    workspace.record(collaborative, [DeleteRow("a.table", "one")], "Taken out")
    told = []
    for entry in workspace.history(collaborative, "a.table"):
        for change in entry.changes:
            assert isinstance(change, RowChange)
            before = None if change.before is None else change.before.cells["n"]
            after = None if change.after is None else change.after.cells["n"]
            told.append((change.row_id, before, after, change.is_moved))
    assert told == [
        ("one", 5, None, False),
        ("two", 2, 2, True),
        ("one", 1, 5, False),
        ("one", None, 1, False),
        ("two", None, 2, False),
    ]


def test_a_new_name_stands_in_the_history(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.rename(collaborative, "North and West")
    assert workspace.history(collaborative)[0].changes == (NameChange("Northern", "North and West"),)


def test_a_long_history_is_read_in_parts(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    for number in range(25):
        workspace.record(collaborative, [SetAnswer("a.b", number)], f"Number {number}")
    first = workspace.history(collaborative, limit=10)
    second = workspace.history(collaborative, limit=10, before_act=first[-1].act.id)
    third = workspace.history(collaborative, limit=10, before_act=second[-1].act.id)
    told = [entry.act.summary for entry in (*first, *second, *third)]
    assert told == [f"Number {number}" for number in range(24, -1, -1)] + ["Collaborative created"]
    assert workspace.history(collaborative, after_act=first[3].act.id) == first[:3]
    assert workspace.history(collaborative, after_act=first[0].act.id) == ()
    assert workspace.history(collaborative, after_act=first[3].act.id, before_act=first[0].act.id) == first[1:3]


def test_the_answers_of_any_past_moment_can_be_read(workspace: Workspace, clock: Clock) -> None:
    before = clock.moment
    collaborative = workspace.create("Northern", [PutRow("a.table", "one", {"n": 1})]).id
    moments = [(clock.moment, workspace.answers(collaborative))]
    steps: list[list[Change]] = [
        [SetAnswer("a.b", 1, note="First"), PutRow("a.table", "two", {"n": 2})],
        [SetAnswer("a.b", 2, State.AGREED), MoveRow("a.table", "two", 0)],
        [DeleteRow("a.table", "one"), SetAnswer("a.c", "x")],
        [SetAnswer("a.b", None), DeleteRow("a.table", "two")],
    ]
    for changes in steps:
        clock.pass_days(1)
        workspace.record(collaborative, changes, "Act")
        moments.append((clock.moment, workspace.answers(collaborative)))
    for moment, expected in moments:
        for later in (timedelta(0), timedelta(hours=12)):
            found = workspace.answers_at(collaborative, moment + later)
            assert {key: (one.value, one.state, one.note) for key, one in found.answers.items()} == {
                key: (one.value, one.state, one.note) for key, one in expected.answers.items()
            }
            assert [(row.id, dict(row.cells)) for row in found.rows("a.table")] == [
                (row.id, dict(row.cells)) for row in expected.rows("a.table")
            ]
    assert not workspace.answers_at(collaborative, before).answers
    assert not workspace.answers_at(collaborative, before).tables


def test_a_past_state_is_brought_back_without_losing_the_present_one(workspace: Workspace, clock: Clock) -> None:
    rows = [PutRow("a.table", row_id, {"n": 1}) for row_id in "ab"]
    collaborative = workspace.create("Northern", [SetAnswer("a.b", 1), *rows]).id
    moment = clock.moment
    given: list[Change] = [
        SetAnswer("a.b", 2),
        SetAnswer("a.c", 3),
        MoveRow("a.table", "b", 0),
        DeleteRow("a.table", "a"),
    ]
    workspace.record(collaborative, given, "Later")
    act = workspace.bring_back(collaborative, moment, "As it was on 2 March 2026")
    assert act is not None
    assert act.kind is ActKind.DO
    answers = workspace.answers(collaborative)
    assert (answers.value("a.b"), answers.answer("a.c")) == (1, None)
    assert [row.id for row in answers.rows("a.table")] == ["a", "b"]
    assert workspace.bring_back(collaborative, moment, "Again") is None
    workspace.undo(collaborative)
    answers = workspace.answers(collaborative)
    assert (answers.value("a.b"), answers.value("a.c")) == (2, 3)
    assert [row.id for row in answers.rows("a.table")] == ["b"]


def test_a_moment_without_a_time_zone_is_refused(workspace: Workspace, clock: Clock) -> None:
    collaborative = workspace.create("Northern").id
    with pytest.raises(ValueError, match="needs a time zone"):
        workspace.answers_at(collaborative, clock.moment.replace(tzinfo=None))


def test_what_no_collaborative_has_is_not_found(workspace: Workspace, clock: Clock) -> None:
    for ask in (
        lambda: workspace.answers("nowhere"),
        lambda: workspace.answers_at("nowhere", clock.moment),
        lambda: workspace.history("nowhere"),
        lambda: workspace.collaborative("nowhere"),
        lambda: workspace.record("nowhere", [SetAnswer("a.b", 1)], "Act"),
        lambda: workspace.undo("nowhere"),
        lambda: workspace.rename("nowhere", "Somewhere"),
        lambda: workspace.restore("nowhere"),
        lambda: workspace.remember_place("nowhere", "step 2"),
    ):
        with pytest.raises(NotFoundError, match="No collaborative has the id nowhere"):
            ask()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE acts SET author = 'Someone else'",
        "DELETE FROM acts",
        "UPDATE changes SET after = NULL",
        "DELETE FROM changes",
    ],
)
def test_the_log_cannot_be_rewritten_by_any_program(workspace: Workspace, file: Path, statement: str) -> None:
    workspace.create("Northern", [SetAnswer("a.b", 1)])
    connection = sqlite3.connect(file)
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        connection.execute(statement)
    connection.close()


def test_the_moment_of_an_act_leads_to_it_also_after_the_clock_was_put_back(workspace: Workspace, clock: Clock) -> None:
    collaborative = workspace.create("Northern", [SetAnswer("a.b", 1)]).id
    clock.pass_days(1)
    workspace.record(collaborative, [SetAnswer("a.b", 2)], "Second")
    second = clock.moment
    clock.pass_days(-1)
    workspace.record(collaborative, [SetAnswer("a.b", 3)], "Third, by a clock that was put back")
    assert workspace.answers_at(collaborative, second).value("a.b") == 2
    assert workspace.answers_at(collaborative, clock.moment).value("a.b") == 3
    workspace.bring_back(collaborative, second, "As it was")
    assert workspace.answers(collaborative).value("a.b") == 2
