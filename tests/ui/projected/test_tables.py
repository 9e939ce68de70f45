"""A room goes through the rows of a table, and adds and removes them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.values import Organisation
from app.ui.projector.projector import Projector
from app.ui.session import ProjectSession
from tests.ui.hands import click, press_focused, write
from tests.ui.projected.room import MEMBERS, Key, cards, press, reads, show


def test_the_rows_of_a_table_are_a_plain_list_in_which_none_looks_chosen(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, MEMBERS)
    rows = cards(projector)
    assert len(rows) == len(session.snapshot.answers.rows(MEMBERS)) + 1
    assert all(projector.frame.column.is_on_page(each) for each in rows)
    assert not any(each.hasFocus() or each.isCheckable() for each in rows)
    assert len({each.x() for each in rows}) == 2, "two columns"
    *members, add = rows
    lines = sorted({each.y() for each in members})
    between = lines[1] - lines[0] - members[0].height()
    assert add.y() - max(each.geometry().bottom() for each in members) > between + 1, "apart from the list"
    second = rows[1].choice.label
    projector.frame.show_effect("So it will say:", "They agree. " * 60, "")
    assert "Page 1 of " in reads(projector)
    assert projector.frame.foot.next.text() == "Next page ›"
    assert "Next page: what the documents will say" in reads(projector)
    press(projector, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert projector.frame.head.right.text().startswith("1 of ")
    press(projector, Key.Key_Right)
    assert projector.frame.head.left.text() == second


def test_each_row_of_a_table_opens_into_its_columns(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, MEMBERS)
    rows = session.snapshot.answers.rows(MEMBERS)
    assert [each.choice.label for each in cards(projector)][-1] == "Add a row"
    assert len(cards(projector)) == len(rows) + 1
    press(projector, Key.Key_2, Key.Key_Right)
    columns = session.services.content.questionnaire.question(MEMBERS).columns
    assert projector.frame.head.right.text().startswith("2 of ")
    assert columns[1].label in reads(projector)
    other = next(each for each in cards(projector) if not each.isChecked())
    click(other)
    assert session.snapshot.answers.rows(MEMBERS)[1].cells[columns[1].id] == other.choice.value
    press(projector, Key.Key_Escape)
    assert "Add a row" in [each.choice.label for each in cards(projector)]


def test_a_row_is_added_by_writing_its_name_and_its_columns_follow(
    projector: Projector, session: ProjectSession
) -> None:
    question = "services.services"
    show(projector, session, question)
    before = len(session.snapshot.answers.rows(question))
    cards(projector)[-1].click()
    assert isinstance(projector.focusWidget(), QLineEdit)
    write(projector.focusWidget(), "Young carers")
    press(projector, Key.Key_Return)
    rows = session.snapshot.answers.rows(question)
    assert len(rows) == before + 1
    assert "Young carers" in rows[-1].cells.values()
    assert projector.frame.head.right.text().startswith("2 of ")
    assert projector.frame.head.left.text() == "Young carers"


def test_an_organisation_is_found_in_the_register_and_brings_what_is_known_of_it(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, MEMBERS)
    cards(projector)[-1].click()
    write(projector.focusWidget(), "oxleas")
    found = cards(projector)
    assert [each.choice.label for each in found] == ["Oxleas NHS Foundation Trust"]
    found[0].click()
    row = session.snapshot.answers.rows(MEMBERS)[-1]
    assert row.cells["organisation"] == Organisation("Oxleas NHS Foundation Trust", "RPG")
    assert row.cells["legal-form"] == "foundation-trust"


def test_a_row_is_removed_with_delete_and_undo_brings_it_back(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, MEMBERS)
    before = session.snapshot.answers.rows(MEMBERS)
    cards(projector)[1].setFocus()
    press(projector, Key.Key_Delete)
    assert session.snapshot.answers.rows(MEMBERS) == (before[0], *before[2:])
    press_focused(Key.Key_Z, holding=Qt.KeyboardModifier.ControlModifier)
    assert [row.id for row in session.snapshot.answers.rows(MEMBERS)] == [row.id for row in before]
