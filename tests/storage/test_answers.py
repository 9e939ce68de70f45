"""Answers and rows: saved as given, only in the parts given, and never over what someone else wrote."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from app.domain.answers import Answer, Answers, Origin, Row, State
from app.domain.values import Duration, Organisation, Person, Unit, Value
from app.errors import ChangedElsewhereError, NotFoundError, WorkspaceDamagedError
from app.storage.changes import Change, DeleteRow, MoveRow, PutRow, ReplaceRows, SetAnswer
from app.storage.workspace import Workspace

ONE_OF_EACH: dict[str, Value] = {
    "a.text": "Aneurin Bevan — “Llŷr” \N{ROCKET}\nsecond line",
    "a.yes": True,
    "a.no": False,
    "a.whole": 7,
    "a.money": Decimal("1250000.50"),
    "a.several": ("cardiology", "stroke"),
    "a.duration": Duration(10, Unit.WORKING_DAYS),
    "a.day": date(2026, 8, 6),
    "a.organisation": Organisation("Airedale NHS Foundation Trust", "RCF"),
    "a.person": Person("", "Chair"),
    "a.broken": "half a character \ud83d",
}


@contextmanager
def _counting_statements() -> Iterator[list[str]]:
    made: list[str] = []

    def executed(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            made.append(statement)

    event.listen(Engine, "before_cursor_execute", executed)
    try:
        yield made
    finally:
        event.remove(Engine, "before_cursor_execute", executed)


def _ids(answers: Answers, question_id: str = "a.table") -> list[str]:
    return [row.id for row in answers.rows(question_id)]


def _expect_answer(answers: Answers, question_id: str) -> Answer:
    found = answers.answer(question_id)
    assert found is not None
    return found


def _with_rows(workspace: Workspace, *row_ids: str) -> str:
    collaborative = workspace.create("Northern").id
    rows = [PutRow("a.table", row_id, {"name": row_id}) for row_id in row_ids]
    workspace.record(collaborative, rows, "Rows")
    return collaborative


def test_every_kind_of_value_is_there_after_opening_again(workspace: Workspace, open_workspace: Any) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer(key, value) for key, value in ONE_OF_EACH.items()], "All")
    workspace.record(collaborative, [PutRow("a.table", "one", ONE_OF_EACH)], "A row")
    workspace.close()
    answers = open_workspace().answers(collaborative)
    assert {key: answers.value(key) for key in ONE_OF_EACH} == ONE_OF_EACH
    assert str(answers.value("a.money")) == "1250000.50"
    assert answers.rows("a.table")[0].cells == ONE_OF_EACH


def test_an_answer_tells_who_gave_it_when_and_how(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    act = workspace.record(
        collaborative, [SetAnswer("a.b", 5, State.AGREED, Origin.WORKSHOP, "Second workshop")], "Quorum"
    )
    assert act is not None
    assert workspace.answers(collaborative).answer("a.b") == Answer(
        "a.b", 5, State.AGREED, Origin.WORKSHOP, "Second workshop", "Ann Lee", act.at, act.id
    )


def test_only_the_parts_that_are_given_change(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 5, State.AGREED, Origin.WORKSHOP, "Why")], "First")
    workspace.record(collaborative, [SetAnswer("a.b", note="Why not")], "Note")
    found = _expect_answer(workspace.answers(collaborative), "a.b")
    assert (found.value, found.state, found.origin) == (5, State.AGREED, Origin.WORKSHOP)
    workspace.record(collaborative, [SetAnswer("a.b", state=State.PARKED)], "Parked")
    found = _expect_answer(workspace.answers(collaborative), "a.b")
    assert (found.value, found.state, found.note) == (5, State.PARKED, "Why not")


def test_another_value_is_not_agreed_until_somebody_agrees_to_it(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 5, State.AGREED)], "Agreed")
    workspace.record(collaborative, [SetAnswer("a.b", 6)], "Another")
    assert _expect_answer(workspace.answers(collaborative), "a.b").state is State.ANSWERED
    workspace.record(collaborative, [SetAnswer("a.b", None)], "Cleared")
    found = _expect_answer(workspace.answers(collaborative), "a.b")
    assert (found.value, found.state) == (None, State.OPEN)


def test_the_same_value_again_stays_agreed(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 5, State.AGREED)], "Agreed")
    assert workspace.record(collaborative, [SetAnswer("a.b", 5)], "Again") is None
    assert _expect_answer(workspace.answers(collaborative), "a.b").state is State.AGREED


def test_yes_and_one_are_different_answers(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", True)], "Yes")
    assert workspace.record(collaborative, [SetAnswer("a.b", 1)], "One") is not None
    assert workspace.answers(collaborative).whole_number("a.b") == 1


def test_a_table_question_has_a_note_and_a_state_of_its_own(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "one")
    workspace.record(collaborative, [SetAnswer("a.table", state=State.PARKED, note="Ask Leeds")], "Parked")
    found = _expect_answer(workspace.answers(collaborative), "a.table")
    assert (found.value, found.state, found.note) == (None, State.PARKED, "Ask Leeds")
    assert _ids(workspace.answers(collaborative)) == ["one"]


def test_what_changes_nothing_is_no_act(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "one", "two")
    token = workspace.token()
    nothing: list[Change] = [
        SetAnswer("a.untouched", None),
        PutRow("a.table", "one", {"name": "one"}),
        MoveRow("a.table", "two", 1),
        DeleteRow("a.table", "never there"),
        ReplaceRows("a.table", workspace.answers(collaborative).rows("a.table")),
    ]
    assert workspace.record(collaborative, nothing, "Nothing") is None
    assert workspace.token() == token


def test_rows_come_in_the_order_in_which_they_were_put(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "one", "two", "three")
    workspace.record(collaborative, [PutRow("a.table", "first", {}, position=0)], "In front")
    workspace.record(collaborative, [PutRow("a.table", "middle", {}, position=2)], "Between")
    assert _ids(workspace.answers(collaborative)) == ["first", "one", "middle", "two", "three"]


def test_a_row_is_moved_to_any_place(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "a", "b", "c", "d")
    for row_id, position, expected in (
        ("a", 3, "bcda"),
        ("a", 0, "abcd"),
        ("d", 1, "adbc"),
        ("b", 99, "adcb"),
        ("c", -5, "cadb"),
    ):
        workspace.record(collaborative, [MoveRow("a.table", row_id, position)], "Moved")
        assert "".join(_ids(workspace.answers(collaborative))) == expected


def test_a_row_can_be_put_between_two_others_without_end(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "first", "last")
    expected = ["first", "last"]
    for number in range(25):
        workspace.record(collaborative, [PutRow("a.table", f"r{number}", {}, position=1)], "Between")
        expected.insert(1, f"r{number}")
    assert _ids(workspace.answers(collaborative)) == expected


def test_moving_a_row_leaves_the_others_as_they_were(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "a", "b", "c")
    before = {row.id: row.revision for row in workspace.answers(collaborative).rows("a.table")}
    workspace.record(collaborative, [MoveRow("a.table", "c", 1)], "Moved")
    after = {row.id: row.revision for row in workspace.answers(collaborative).rows("a.table")}
    assert {row_id for row_id in before if before[row_id] != after[row_id]} == {"c"}


def test_a_row_keeps_its_place_when_its_cells_change(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "a", "b", "c")
    workspace.record(collaborative, [PutRow("a.table", "b", {"name": "B", "votes": 2})], "Votes")
    rows = workspace.answers(collaborative).rows("a.table")
    assert [row.cells["name"] for row in rows] == ["a", "B", "c"]
    assert rows[1].whole_number("votes") == 2


def test_a_whole_table_is_replaced_in_one_act(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "a", "b", "c")
    kept = workspace.answers(collaborative).rows("a.table")[2]
    rows = (Row("new", {"name": "new"}, Origin.IMPORT), kept, Row("a", {"name": "A"}, Origin.IMPORT))
    workspace.record(collaborative, [ReplaceRows("a.table", rows)], "Pasted")
    found = workspace.answers(collaborative).rows("a.table")
    assert [(row.id, row.cells["name"], row.origin) for row in found] == [
        ("new", "new", Origin.IMPORT),
        ("c", "c", Origin.TYPED),
        ("a", "A", Origin.IMPORT),
    ]
    assert found[1].changed_at == kept.changed_at
    workspace.record(collaborative, [ReplaceRows("a.table", ())], "Emptied")
    assert not workspace.answers(collaborative).rows("a.table")


def test_two_rows_with_one_id_are_refused_and_nothing_is_saved(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "a")
    twice = ReplaceRows("a.table", (Row("x", {}), Row("x", {})))
    with pytest.raises(ValueError, match="same id"):
        workspace.record(collaborative, [SetAnswer("a.b", 1), twice], "Pasted")
    assert workspace.answers(collaborative).value("a.b") is None
    assert _ids(workspace.answers(collaborative)) == ["a"]


def test_changes_of_one_act_follow_each_other(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "a")
    given: list[Change] = [
        PutRow("a.table", "b", {"name": "b"}),
        MoveRow("a.table", "b", 0),
        DeleteRow("a.table", "a"),
        SetAnswer("a.b", 1),
        SetAnswer("a.b", note="One"),
    ]
    workspace.record(collaborative, given, "Several")
    answers = workspace.answers(collaborative)
    assert _ids(answers) == ["b"]
    assert (answers.value("a.b"), _expect_answer(answers, "a.b").note) == (1, "One")


def test_a_row_that_is_gone_cannot_be_moved(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "a")
    with pytest.raises(NotFoundError, match="taken out of the table"):
        workspace.record(collaborative, [MoveRow("a.table", "b", 0)], "Moved")


def test_an_answer_changed_in_another_window_is_not_written_over(workspace: Workspace, open_workspace: Any) -> None:
    other = open_workspace("Bea Okafor")
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 5)], "Five")
    seen = _expect_answer(workspace.answers(collaborative), "a.b").revision
    other.record(collaborative, [SetAnswer("a.b", 6, expected_revision=seen)], "Six")
    with pytest.raises(ChangedElsewhereError, match="changed by Bea Okafor after you opened it"):
        workspace.record(collaborative, [SetAnswer("a.c", 1), SetAnswer("a.b", 7, expected_revision=seen)], "Seven")
    assert workspace.answers(collaborative).value("a.b") == 6
    assert workspace.answers(collaborative).value("a.c") is None


def test_an_answer_expected_to_be_new_is_not_written_over(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 5, expected_revision=0)], "Five")
    with pytest.raises(ChangedElsewhereError, match="Look at the answer as it is now"):
        workspace.record(collaborative, [SetAnswer("a.b", 6, expected_revision=0)], "Six")


def test_a_row_changed_or_removed_elsewhere_is_not_written_over(workspace: Workspace) -> None:
    collaborative = _with_rows(workspace, "a", "b")
    seen = workspace.answers(collaborative).rows("a.table")[0].revision
    workspace.record(collaborative, [PutRow("a.table", "a", {"name": "A"}), DeleteRow("a.table", "b")], "X")
    with pytest.raises(ChangedElsewhereError, match="This row was changed by Ann Lee"):
        workspace.record(collaborative, [PutRow("a.table", "a", {}, expected_revision=seen)], "Y")
    with pytest.raises(ChangedElsewhereError, match="This row was changed"):
        workspace.record(collaborative, [DeleteRow("a.table", "a", expected_revision=seen)], "Y")
    with pytest.raises(ChangedElsewhereError, match="This row was taken away"):
        workspace.record(collaborative, [PutRow("a.table", "b", {}, expected_revision=seen)], "Y")


def test_an_answer_taken_back_and_given_again_is_not_taken_for_the_first(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    workspace.record(collaborative, [SetAnswer("a.b", 5)], "Five")
    seen = _expect_answer(workspace.answers(collaborative), "a.b").revision
    workspace.undo(collaborative)
    workspace.record(collaborative, [SetAnswer("a.b", 6)], "Six")
    with pytest.raises(ChangedElsewhereError):
        workspace.record(collaborative, [SetAnswer("a.b", 7, expected_revision=seen)], "Seven")


def test_one_act_may_change_an_entry_twice_on_one_expectation(workspace: Workspace) -> None:
    collaborative = workspace.create("Northern").id
    act = workspace.record(collaborative, [SetAnswer("a.b", 5)], "Five")
    assert act is not None
    twice = [SetAnswer("a.b", 6, expected_revision=act.id), SetAnswer("a.b", note="x", expected_revision=act.id)]
    workspace.record(collaborative, twice, "Six")
    assert workspace.answers(collaborative).value("a.b") == 6


def test_answers_are_read_in_three_queries_however_many_there_are(workspace: Workspace) -> None:
    collaborative = workspace.create(
        "Northern",
        [SetAnswer(f"a.q{number}", number) for number in range(300)]
        + [PutRow(f"a.t{number % 20}", f"r{number}", {"n": number}) for number in range(200)],
    ).id
    with _counting_statements() as made:
        answers = workspace.answers(collaborative)
    assert (len(answers.answers), sum(len(rows) for rows in answers.tables.values())) == (300, 200)
    assert len(made) == 3
    with _counting_statements() as made:
        assert workspace.answers(collaborative) is answers, "nothing was done since"
    assert len(made) == 1


def test_a_list_of_collaboratives_is_one_query_however_many_there_are(workspace: Workspace) -> None:
    for number in range(30):
        workspace.create(f"Alliance {number}")
    with _counting_statements() as made:
        assert len(workspace.collaboratives()) == 30
    assert len(made) == 1


def test_an_entry_that_makes_no_sense_is_told_as_damage(workspace: Workspace, file: Path) -> None:

    collaborative = workspace.create("Northern", [SetAnswer("a.b", 5)]).id
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE answers SET value = '{\"colour\":1}'")
    connection.close()
    with pytest.raises(WorkspaceDamagedError, match="is damaged"):
        workspace.answers(collaborative)
