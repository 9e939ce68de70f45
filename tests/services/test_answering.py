"""Acts on answers: saved, told in a snapshot, taken back and done again."""

import pytest

from app.domain.answers import Origin, State
from app.domain.values import Organisation, Person, Value
from app.errors import AnswerError, NotFoundError
from app.services.services import Services
from app.services.snapshots import Snapshot


@pytest.fixture
def new(services: Services) -> Snapshot:
    return services.answering.open(services.collaboratives.create("Northern Alliance").id)


def test_a_new_collaborative_already_has_its_name_as_an_answer(new: Snapshot) -> None:
    assert new.answers.text("collaborative.name") == "Northern Alliance"


def test_an_answer_is_in_the_snapshot_and_in_the_workspace(services: Services, new: Snapshot) -> None:
    after = services.answering.answer(new.collaborative, "problem.statement", "Waits are long.")
    assert after.answers.text("problem.statement") == "Waits are long."
    assert services.answering.open(new.collaborative).answers == after.answers


def test_blank_text_is_no_answer(services: Services, new: Snapshot) -> None:
    services.answering.answer(new.collaborative, "problem.statement", "Waits are long.")
    after = services.answering.answer(new.collaborative, "problem.statement", "  \n ")
    assert after.answers.value("problem.statement") is None


def test_control_characters_are_left_out(services: Services, new: Snapshot) -> None:
    after = services.answering.answer(new.collaborative, "problem.statement", "A\x00B\x07C\r\nD")
    assert after.answers.text("problem.statement") == "ABC\nD"


def test_names_are_cleaned_like_any_text(services: Services, new: Snapshot) -> None:
    cells: dict[str, Value] = {
        "organisation": Organisation("One\x00 NHS\n Trust "),
        "representative": Person(" ", "\x07"),
    }
    (row,) = services.answering.put_row(new.collaborative, "members.members", None, cells).answers.rows(
        "members.members"
    )
    assert row.cells == {"organisation": Organisation("One NHS Trust")}


def test_undo_and_redo_say_what_they_will_do(services: Services, new: Snapshot) -> None:
    after = services.answering.answer(new.collaborative, "problem.statement", "Waits are long.")
    assert after.undo is not None
    assert after.undo == "Problem: text written"
    undone = services.answering.undo(new.collaborative)
    assert undone.answers.value("problem.statement") is None
    assert undone.redo == after.undo
    assert services.answering.redo(new.collaborative).answers.text("problem.statement") == "Waits are long."


def test_an_accepted_suggestion_is_marked_until_it_is_agreed(services: Services, new: Snapshot) -> None:
    after = services.answering.accept_suggestion(new.collaborative, "leaving.notice")
    answer = after.answers.answer("leaving.notice")
    assert answer is not None
    assert (answer.origin, answer.state) == (Origin.SUGGESTION, State.ANSWERED)
    agreed = services.answering.agree(new.collaborative, "leaving.notice").answers.answer("leaving.notice")
    assert agreed is not None
    assert agreed.state is State.AGREED


def test_nothing_can_be_agreed_without_an_answer(services: Services, new: Snapshot) -> None:
    with pytest.raises(AnswerError):
        services.answering.agree(new.collaborative, "leaving.notice")


def test_rows_are_added_changed_moved_and_removed(services: Services, new: Snapshot) -> None:
    here, table = new.collaborative, "members.members"
    for name in ("One NHS Trust", "Two NHS Trust"):
        services.answering.put_row(here, table, None, {"organisation": Organisation(name)})
    first, second = services.answering.open(here).answers.rows(table)
    services.answering.move_row(here, table, second.id, 0)
    services.answering.put_row(here, table, first.id, {"organisation": Organisation("One NHS Foundation Trust")})
    rows = services.answering.open(here).answers.rows(table)
    assert [row.id for row in rows] == [second.id, first.id]
    assert rows[1].organisation("organisation") == Organisation("One NHS Foundation Trust")
    left = services.answering.remove_row(here, table, second.id).answers.rows(table)
    assert [row.id for row in left] == [first.id]


def test_pasted_rows_are_one_act(services: Services, new: Snapshot) -> None:
    rows = [{"matter": f"Matter {number}"} for number in range(3)]
    after = services.answering.add_rows(new.collaborative, "delegation.reserved", rows)
    assert len(after.answers.rows("delegation.reserved")) == 3
    assert services.answering.undo(new.collaborative).answers.rows("delegation.reserved") == ()


def test_an_unknown_question_is_refused(services: Services, new: Snapshot) -> None:
    with pytest.raises(NotFoundError):
        services.answering.answer(new.collaborative, "no.such-question", "x")


def test_a_hidden_answer_is_kept_but_not_read(services: Services, new: Snapshot) -> None:
    here = new.collaborative
    services.answering.answer(here, "gates.used", True)
    services.answering.answer(here, "gates.reopening-test", "Only if the facts have changed")
    hidden = services.answering.answer(here, "gates.used", False)
    assert "gates.reopening-test" not in hidden.visible
    assert hidden.answers.text("gates.reopening-test") == "Only if the facts have changed"
    assert hidden.design.answers.text("gates.reopening-test") is None
