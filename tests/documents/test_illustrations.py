"""A document says that it rests on answers of an example for as long as it does."""

from dataclasses import replace

from app.documents.blocks import ILLUSTRATIONS, Document, Status
from app.documents.comparison import compare_documents
from app.documents.plain_text import plain_text
from app.domain.answers import Answer, Origin, Row, State
from tests.documents.small import ASH, clause, design_with, drafted, outline_of, section

NAME = Answer("collaborative.name", "Six Rivers", origin=Origin.EXAMPLE)
AIM = clause("group.aim", "We work together.")


def document_of(*answers: Answer, rows: tuple[Row, ...] = ()) -> Document:
    return drafted(design_with((NAME, *answers), members=rows), outline_of(section("aims", AIM)), AIM)


def formal(origin: Origin, state: State = State.ANSWERED) -> Answer:
    return Answer("group.formal", True, state, origin)


def test_an_answer_of_an_example_makes_the_front_and_every_page_say_so() -> None:
    document = document_of(formal(Origin.EXAMPLE))
    assert document.has_illustrations
    assert document.standing == "Draft for legal review, with illustrative answers"
    assert plain_text(document).count(ILLUSTRATIONS) == 1


def test_a_final_document_says_it_too() -> None:
    final = replace(document_of(formal(Origin.EXAMPLE)), status=Status.FINAL)
    assert final.standing == "Final, with illustrative answers"


def test_answers_of_ones_own_say_nothing_of_examples() -> None:
    for origin in (Origin.TYPED, Origin.SUGGESTION, Origin.WORKSHOP, Origin.IMPORT):
        document = document_of(formal(origin), rows=(replace(ASH, origin=origin),))
        assert not document.has_illustrations
        assert document.standing == "Draft for legal review"
        assert ILLUSTRATIONS not in plain_text(document)


def test_a_row_of_an_example_counts_until_its_table_is_agreed() -> None:
    rows = (replace(ASH, origin=Origin.EXAMPLE),)
    assert document_of(rows=rows).has_illustrations
    agreed = Answer("members.members", None, State.AGREED, Origin.EXAMPLE)
    assert not document_of(agreed, rows=rows).has_illustrations


def test_an_answer_of_an_example_that_was_agreed_is_illustrative_no_more() -> None:
    assert not document_of(formal(Origin.EXAMPLE, State.AGREED)).has_illustrations


def test_a_note_of_an_example_without_an_answer_is_no_illustration() -> None:
    assert not document_of(Answer("group.formal", None, State.OPEN, Origin.EXAMPLE, "Left open.")).has_illustrations


def test_a_comparison_tells_when_the_last_illustration_went() -> None:
    before, after = document_of(formal(Origin.EXAMPLE)), document_of(formal(Origin.TYPED))
    (change,) = compare_documents(before, after)
    assert change.is_gone
    assert "".join(piece.text for piece in change.pieces) == ILLUSTRATIONS
