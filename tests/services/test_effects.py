"""What an answer does to the documents, found by drafting them before and after it."""

import pytest

from app.documents.comparison import text_after, text_before
from app.domain.answers import Origin, State
from app.domain.values import Value
from app.services.effects import AnswerEffect, changed_questions, document_effect, documents_touched
from app.services.services import Services
from app.services.snapshots import Snapshot

SHORT_NAME = "collaborative.short-name"
QUORUM = "decisions.quorum-rule"


@pytest.fixture
def example(services: Services) -> Snapshot:
    """Three trusts that meet as committees in common."""
    made = services.collaboratives.create_from(
        services.files.example("south-london-mental-health"), None, Origin.EXAMPLE
    )
    return services.answering.open(made.id)


def effect(services: Services, before: Snapshot, after: Snapshot) -> AnswerEffect:
    questions = changed_questions(before.answers, after.answers)
    touched = documents_touched(before, after, questions, services.drafting)
    found = (document_effect(before, after, each, services.drafting) for each in touched)
    return AnswerEffect(questions, tuple(each for each in found if each is not None))


def answered(services: Services, before: Snapshot, question: str, value: Value | None) -> AnswerEffect:
    return effect(services, before, services.answering.answer(before.collaborative, question, value))


def test_an_answer_changes_every_document_that_shows_it(services: Services, example: Snapshot) -> None:
    found = answered(services, example, SHORT_NAME, "Humber Ridge")
    assert found.questions == (SHORT_NAME,)
    assert [each.document for each in found.documents] == list(example.documents)
    for document, place in found.places:
        assert place.title == document.title
        assert "Humber Ridge" in text_after(place.pieces)
        assert "SLP" in text_before(place.pieces)
        assert place.where
        assert place.anchor


def test_documents_that_read_the_same_are_not_told(services: Services, example: Snapshot) -> None:
    found = answered(services, example, QUORUM, "number-of-trusts")
    drafting = services.drafting
    told = {each.document for each in found.documents}
    assert told < set(example.documents)
    after = services.answering.open(example.collaborative)
    for document in set(example.documents) - told:
        assert drafting.draft(example, document)[0].body == drafting.draft(after, document)[0].body


def test_one_copy_is_told_for_all_members(services: Services, example: Snapshot) -> None:
    found = answered(services, example, SHORT_NAME, "Humber Ridge")
    copies = {each.document: each.other_copies for each in found.documents}
    assert copies.pop("terms-of-reference-committee") == 2
    assert set(copies.values()) == {0}


def test_a_document_that_comes_and_one_that_goes_are_told_as_such(services: Services, example: Snapshot) -> None:
    found = answered(services, example, "forum.type", "joint-committee")
    says = {place.document: place.says for _, place in found.places if place.says}
    assert "no longer" in says["terms-of-reference-committee"]
    back = effect(services, services.answering.open(example.collaborative), example)
    assert "now call" in next(place.says for _, place in back.places if place.says)


def test_notes_and_marks_are_no_answer(services: Services, example: Snapshot) -> None:
    services.answering.note(example.collaborative, SHORT_NAME, "Ask the chairs.")
    after = services.answering.agree(example.collaborative, SHORT_NAME)
    answer = after.answers.answer(SHORT_NAME)
    assert answer is not None
    assert answer.state is State.AGREED
    assert changed_questions(example.answers, after.answers) == ()


def test_a_changed_row_is_an_answer_to_its_table(services: Services, example: Snapshot) -> None:
    row = example.answers.rows("members.members")[0]
    cells = {**row.cells, "representative-post": "Chief executive of the trust"}
    after = services.answering.put_row(example.collaborative, "members.members", row.id, cells)
    assert changed_questions(example.answers, after.answers) == ("members.members",)
