"""To-dos are added, changed, ticked off and removed where they stand."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.wording import date_in_words
from app.ui.parts.tag import Tag
from app.ui.places import AtSection
from app.ui.session import ProjectSession
from tests.ui.conftest import Stage
from tests.ui.desk import TODAY
from tests.ui.hands import click, press, press_focused, write
from tests.ui.left.left_page import PEOPLE, QUORUM, STEPS, Shown, label
from tests.ui.windows import settle, texts


def test_a_to_do_is_added_by_keyboard_with_a_known_name(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Draft it", "Zadie Okafor", None, None)
    shown = Shown(session, stage, STEPS)
    page = shown.page
    press(page.add_button, Qt.Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is page.form.text
    press_focused(Qt.Key.Key_Return)
    assert page.form.problem == "Say what is to be done."
    write(page.form.text, "Ask <b>both</b> boards")
    write(page.form.person, "zadie")
    settle()
    popup = QApplication.activePopupWidget()
    press(popup, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.form.person.text() == "Zadie Okafor"
    write(page.form.due.line, "1 september 2026")
    press(page.form.give_button, Qt.Key.Key_Space)
    settle()
    assert not page.form.isVisible()
    assert page.add_button.hasFocus()
    added = session.snapshot.todos[0]
    assert (added.text, added.person) == ("Ask <b>both</b> boards", "Zadie Okafor")
    assert date_in_words(added.due) == "1 September 2026" if added.due else False
    assert "Zadie Okafor: 2 to-dos" in texts(page)


def test_a_day_that_cannot_be_read_is_told_and_nothing_typed_is_lost(session: ProjectSession, stage: Stage) -> None:
    page = Shown(session, stage, PEOPLE).page
    click(page.add_button)
    write(page.form.text, "Ask")
    write(page.form.due.line, "soonish")
    press(page.form.give_button, Qt.Key.Key_Return)
    assert page.form.problem
    assert (page.form.text.text(), page.form.due.line.text()) == ("Ask", "soonish")
    assert session.snapshot.todos == ()
    press(page.form.text, Qt.Key.Key_Escape)
    assert not page.form.isVisible()


def test_to_dos_stand_by_person_and_late_ones_say_so(session: ProjectSession, stage: Stage) -> None:
    late, soon = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    session.add_todo("Ask", "Ada", late, QUORUM)
    session.add_todo("Write", "ada", soon, None)
    session.add_todo("Book a room", "", None, None)
    shown = Shown(session, stage, PEOPLE)
    said = texts(shown.page)
    assert "2 to-dos, 1 overdue" in said
    assert said.index("2 to-dos") < said.index("Nobody named: 1 to-do")
    tags = [each for each in shown.page.findChildren(Tag) if each.isVisible()]
    assert [each.words for each in tags] == ["Overdue"]
    rows = shown.page.todos.rows
    assert [row.todo.text for row in rows] == ["Ask", "Write", "Book a room"]
    assert "overdue" in rows[0].tick.accessibleName()
    click(shown.link(label(QUORUM)))
    assert shown.wishes == [AtSection("decisions", QUORUM)]


def test_a_person_all_of_whose_to_dos_are_late_is_told_so_in_a_word(session: ProjectSession, stage: Stage) -> None:
    late = TODAY - timedelta(days=1)
    session.add_todo("Ask", "Ada", late, None)
    shown = Shown(session, stage, PEOPLE)
    assert "Ada: 1 to-do, overdue" in texts(shown.page)
    session.add_todo("Write", "Ada", late, None)
    settle()
    assert "Ada: 2 to-dos, all overdue" in texts(shown.page)
