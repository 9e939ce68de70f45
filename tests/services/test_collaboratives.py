"""Whole collaboratives: made, found, renamed, copied, put away and brought back."""

import pytest

from app.domain.answers import Origin
from app.errors import AnswerError, NotFoundError
from app.services.services import Services


def test_a_collaborative_is_found_by_id_and_by_name(services: Services) -> None:
    made = services.collaboratives.create("Northern Alliance")
    assert services.collaboratives.find(made.id) == services.collaboratives.find("northern alliance")


def test_two_of_one_name_are_told_apart_by_id(services: Services) -> None:
    for _ in range(2):
        services.collaboratives.create("Twin")
    with pytest.raises(NotFoundError, match="2 collaboratives"):
        services.collaboratives.find("Twin")


@pytest.mark.parametrize("name", ["", "   ", "\x00", "x" * 121])
def test_a_name_that_cannot_be_shown_is_refused(services: Services, name: str) -> None:
    with pytest.raises(AnswerError):
        services.collaboratives.create(name)


def test_pointers_of_an_example_point_to_its_stored_rows(services: Services) -> None:
    file = services.files.example("west-yorkshire-acute")
    made = services.collaboratives.create_from(file, None, Origin.EXAMPLE)
    answers = services.answering.open(made.id).answers
    members = {row.id for row in answers.rows("members.members")}
    assert answers.text("support.host") in members
    assert all(row.text("lead") in members for row in answers.rows("programmes.programmes"))


def test_what_is_binned_can_be_brought_back(services: Services) -> None:
    made = services.collaboratives.create("Northern Alliance")
    services.collaboratives.bin(made.id)
    assert services.collaboratives.all() == ()
    assert [each.id for each in services.collaboratives.binned()] == [made.id]
    services.collaboratives.restore(made.id)
    assert [each.id for each in services.collaboratives.all()] == [made.id]


def test_a_copy_has_the_answers_and_goes_its_own_way(services: Services) -> None:
    made = services.collaboratives.create("Northern Alliance")
    services.answering.answer(made.id, "problem.statement", "Waits are long.")
    copy = services.collaboratives.duplicate(made.id, "A copy")
    services.answering.answer(copy.id, "problem.statement", "Something else.")
    assert services.answering.open(made.id).answers.text("problem.statement") == "Waits are long."


def test_the_start_page_knows_how_far_one_is_without_opening_it(services: Services) -> None:
    made = services.collaboratives.create_from(services.files.example("foundation-group"), None, Origin.EXAMPLE)
    services.collaboratives.remember_progress(services.answering.open(made.id))
    facts = services.collaboratives.facts(services.collaboratives.all()[0])
    assert facts is not None
    assert facts.left == 0
    assert "3 members" in facts.what


def test_one_made_like_a_file_bears_its_own_name_in_its_documents(services: Services) -> None:
    file = services.files.example("foundation-group")
    made = services.collaboratives.create_like(file, "  Eastern   Group ", Origin.EXAMPLE)
    answers = services.answering.open(made.id).answers
    assert made.name == answers.text("collaborative.name") == "Eastern Group"
    assert answers.rows("members.members")
    assert services.files.example("foundation-group").scalars["collaborative.name"] != "Eastern Group"


def test_one_made_like_another_bears_its_own_name_and_leaves_the_other_alone(services: Services) -> None:
    first = services.collaboratives.create("Northern Alliance")
    second = services.collaboratives.duplicate_as(first.id, "Southern Alliance")
    snapshot = services.answering.open(second.id)
    assert snapshot.answers.text("collaborative.name") == "Southern Alliance"
    assert snapshot.undo is None, "it was made in one act, of which nothing can be taken back by itself"
    assert services.answering.open(first.id).answers.text("collaborative.name") == "Northern Alliance"


def test_what_is_removed_for_good_is_no_longer_in_the_bin(services: Services) -> None:
    made = services.collaboratives.create("Northern Alliance")
    services.collaboratives.bin(made.id)
    services.collaboratives.remove_for_good(made.id)
    assert services.collaboratives.binned() == ()


def test_the_facts_of_one_that_was_never_opened_are_worked_out_once_and_kept(services: Services) -> None:
    made = services.collaboratives.create_from(services.files.example("foundation-group"), None, Origin.EXAMPLE)
    assert services.collaboratives.facts(services.collaboratives.all()[0]) is None
    facts = services.start_cards.work_out(made.id)
    assert facts.left == 0
    assert services.collaboratives.facts(services.collaboratives.all()[0]) == facts
    services.answering.answer(made.id, "problem.statement", "Waits are long.")
    assert services.collaboratives.facts(services.collaboratives.all()[0]) is None, "an act makes the note void"
