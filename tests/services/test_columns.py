"""What a table asks for at present: columns that apply, and the rows that they may point to."""

from dataclasses import replace

from app.domain.answers import Origin
from app.domain.conditions import All, Not
from app.services.columns import row_options, shown_columns
from app.services.services import Services


def test_a_question_and_its_columns_may_point_to_the_rows_of_other_tables(services: Services) -> None:
    made = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE)
    snapshot = services.answering.open(made.id)
    asked = services.content.questionnaire.questions
    members = [row.id for row in snapshot.answers.rows("members.members")]
    pointing = [
        question
        for question in asked
        if "members.members" in {question.table, *(column.table for column in question.columns)}
    ]
    assert {bool(question.columns) for question in pointing} == {True, False}
    for question in pointing:
        options = row_options(services, snapshot, question)["members.members"]
        assert [option.id for option in options] == members
    assert row_options(services, snapshot, services.content.questionnaire.question("vision.statement")) == {}


def test_only_columns_that_apply_are_shown_in_their_order(services: Services) -> None:
    made = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE)
    snapshot = services.answering.open(made.id)
    table = services.content.questionnaire.question("members.members")
    first, second, *rest = table.columns
    never = replace(second, show_when=Not(All(())))
    asked = replace(table, columns=(first, never, *rest))
    assert shown_columns(table, snapshot) == table.columns
    assert shown_columns(asked, snapshot) == (first, *rest)
    assert shown_columns(services.content.questionnaire.question("vision.statement"), snapshot) == ()
