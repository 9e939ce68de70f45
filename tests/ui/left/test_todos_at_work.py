"""What is done with a to-do stays, and comes back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.wording import date_in_words
from app.ui.parts.folded_part import FoldedPart
from app.ui.session import ProjectSession
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import TODAY
from tests.ui.fitting import misfits
from tests.ui.hands import click, press, write
from tests.ui.left.left_page import DOCUMENTS, NOTICE, PEOPLE, QUORUM, STEPS, Shown
from tests.ui.windows import settle, texts


def test_a_to_do_is_ticked_off_shown_again_and_opened_again(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", TODAY, None)
    session.add_todo("Write", "Ada", None, None)
    page = Shown(session, stage, PEOPLE).page
    first = page.todos.rows[0]
    first.tick.setFocus()
    press(first.tick, Qt.Key.Key_Space)
    settle()
    assert [row.todo.text for row in page.todos.rows] == ["Write"]
    assert page.window().focusWidget() is page.todos.rows[0].tick, "the keyboard goes on where it was"
    assert page.todos.done_button.text() == "Show 1 to-do that is done"
    press(page.todos.done_button, Qt.Key.Key_Space)
    settle()
    done = page.todos.rows[-1]
    assert done.tick.isChecked()
    press(done.tick, Qt.Key.Key_Space)
    settle()
    assert [each.is_done for each in session.snapshot.todos] == [False, False]


def test_a_to_do_is_changed_where_it_stands(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", TODAY, None)
    page = Shown(session, stage, PEOPLE).page
    press(page.todos.rows[0].change, Qt.Key.Key_Return)
    settle()
    form = page.todos.form
    assert form is not None
    assert (form.text.text(), form.person.text(), form.due.line.text()) == ("Ask", "Ada", date_in_words(TODAY))
    session.add_todo("Something that comes meanwhile", "Ada", None, None)
    settle()
    assert form.isVisible(), "what is being typed outlives a new state"
    write(form.text, "Gently: ")
    form.due.line.clear()
    press(form.text, Qt.Key.Key_Return)
    settle()
    changed = next(each for each in session.snapshot.todos if each.text == "Gently: Ask")
    assert (changed.person, changed.due) == ("Ada", None)
    assert not form.isVisible()


def test_asking_again_for_a_to_do_keeps_what_is_typed(session: ProjectSession, stage: Stage) -> None:
    page = Shown(session, stage, PEOPLE).page
    click(page.add_button)
    write(page.form.text, "Ask")
    click(page.add_button)
    assert page.form.text.text() == "Ask"
    assert page.form.text.hasFocus()
    press(page.form.text, Qt.Key.Key_Escape)
    click(page.add_button)
    assert page.form.text.text() == "", "what was cancelled is gone"


def test_what_is_typed_into_one_to_do_is_not_lost_to_the_next(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", TODAY, None)
    session.add_todo("Write", "Ada", TODAY + timedelta(days=1), None)
    page = Shown(session, stage, PEOPLE).page
    first, second = page.todos.rows
    click(first.change)
    form = page.todos.form
    assert form is not None
    write(form.text, "Gently: ")
    click(second.change)
    assert form.text.text() == "Gently: Ask"
    assert form.text.hasFocus()
    assert form.problem == "Save this to-do, or cancel it, before you change another."
    press(form.text, Qt.Key.Key_Return)
    settle()
    assert not form.isVisible()
    assert {todo.text for todo in session.snapshot.todos} == {"Gently: Ask", "Write"}
    click(page.todos.rows[0].change)
    click(page.todos.rows[1].change)
    assert form.text.text() == "Write", "nothing was typed that could be lost"


def test_a_removed_to_do_comes_back_by_the_line_that_tells_of_it(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", None, None)
    page = Shown(session, stage, PEOPLE).page
    page.todos.rows[0].remove.setFocus()
    press(page.todos.rows[0].remove, Qt.Key.Key_Return)
    settle()
    assert not session.snapshot.todos
    assert "Removed: Ask" in texts(page)
    assert page.add_button.hasFocus()
    assert page.messages.strip is not None
    click(page.messages.strip.links[0])
    settle()
    assert [each.text for each in session.snapshot.todos] == ["Ask"]
    assert page.messages.strip is None


def test_the_line_that_offers_undo_goes_once_something_else_was_done(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", None, None)
    page = Shown(session, stage, PEOPLE).page
    click(page.todos.rows[0].remove)
    session.park(NOTICE)
    settle()
    assert page.messages.strip is None


def test_what_could_not_be_changed_stays_as_it_was_typed(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", None, None)
    page = Shown(session, stage, PEOPLE).page
    press(page.todos.rows[0].change, Qt.Key.Key_Return)
    form = page.todos.form
    assert form is not None
    gone = session.snapshot.todos[0]
    session.services.todos.remove(session.snapshot.collaborative, gone.id)
    problems: list[str] = []
    session.problem_raised.connect(lambda _question, sentence: problems.append(sentence))
    write(form.text, "Gently: ")
    press(form.text, Qt.Key.Key_Return)
    settle()
    assert "not there any more" in problems[0]
    assert form.isVisible()
    assert form.text.text() == "Gently: Ask"


@pytest.mark.parametrize("view", [STEPS, DOCUMENTS, PEOPLE])
def test_everything_fits_at_twice_the_size_of_text(
    view: int, session: ProjectSession, stage: Stage, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    session.answer(NOTICE, None)
    session.park(QUORUM)
    session.add_todo("Ask the chairs of both boards", "A person with a long name", TODAY - timedelta(days=9), QUORUM)
    page = Shown(session, stage, view, (1000, 700)).page
    for part in page.findChildren(FoldedPart):
        if (
            part.isVisible()
            and not part.header.isChecked()
            and view != PEOPLE
            and "Notes" not in part.header.accessibleName()
        ):
            part.header.click()
    if view == PEOPLE:
        click(page.todos.rows[0].change)
    settle()
    QApplication.processEvents()
    assert misfits(page) == []


def test_every_control_has_a_name(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", TODAY, QUORUM)
    page = Shown(session, stage, PEOPLE).page
    click(page.add_button)
    settle()
    nameless = [
        type(each).__name__
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.accessibleName()
    ]
    assert nameless == []
