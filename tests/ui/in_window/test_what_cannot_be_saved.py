"""What cannot be saved stays on the screen, says so, and is saved as soon as it can be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.domain.values import Organisation
from app.ui.fields.marks import RadioMark
from app.ui.fields.table.row_panel import RowPanel
from app.ui.fields.table.table_field import TableField
from app.ui.pages.section_page import SectionPage
from app.ui.parts.buttons import Button
from app.ui.parts.icon_label import IconLabel
from app.ui.places import AtChecks, AtSection
from app.ui.question_card import QuestionCard
from app.ui.window import MainWindow
from tests.ui.hands import click, press, press_focused, write
from tests.ui.refusing import refusing
from tests.ui.windows import open_example, settle, texts

_AWAY = "cannot be reached"
_NAME, _RULE, _PROBLEM = "collaborative.short-name", "decisions.quorum-rule", "problem.statement"


@pytest.fixture
def window(tmp_path: Path) -> Iterator[MainWindow]:
    with open_example(tmp_path) as opened:
        yield opened


def card_of(window: MainWindow, question: str) -> QuestionCard:
    section = window.session.services.content.questionnaire.question(question).section
    window.go(AtSection(section, question))
    settle()
    assert isinstance(window.page, SectionPage)
    return window.page.made[question]


def typed_into(line: QLineEdit, text: str) -> None:
    line.selectAll()
    write(line, text)


def focused_line() -> QLineEdit:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def stored(window: MainWindow, question: str) -> object:
    session = window.session
    return session.services.answering.open(session.snapshot.collaborative).answers.value(question)


def says_saved(window: MainWindow) -> bool:
    names = [each.accessibleName() for each in window.top_bar.findChildren(IconLabel)]
    assert any(name.startswith(("All saved", "Saved")) for name in names) != ("Something is not saved" in names)
    return "Something is not saved" not in names


def test_the_same_answer_given_again_is_saved_once_it_can_be(window: MainWindow, tmp_path: Path) -> None:
    card = card_of(window, _NAME)
    line = focused_line()
    with refusing(tmp_path):
        typed_into(line, "NORTH")
        press(line, Qt.Key.Key_Return)
        assert stored(window, _NAME) == "WYAAT"
        assert line.text() == "NORTH"
        assert _AWAY in texts(card)
        assert not says_saved(window)
    typed_into(line, "NORTH")
    press(line, Qt.Key.Key_Return)
    assert stored(window, _NAME) == "NORTH"
    assert _AWAY not in texts(card)
    assert says_saved(window)


def test_the_same_choice_pressed_again_is_saved_once_it_can_be(window: MainWindow, tmp_path: Path) -> None:
    card = card_of(window, _RULE)
    marks = [mark for mark in card.findChildren(RadioMark) if mark.isVisible()]
    other = next(mark for mark in marks if not mark.isChecked())
    before = stored(window, _RULE)
    with refusing(tmp_path):
        click(other)
        assert stored(window, _RULE) == before
    assert other.isChecked()
    click(other)
    assert stored(window, _RULE) != before


def test_a_note_that_is_saved_does_not_make_the_answer_look_saved(window: MainWindow, tmp_path: Path) -> None:
    card = card_of(window, _NAME)
    line = focused_line()
    with refusing(tmp_path):
        typed_into(line, "NORTH")
        press(line, Qt.Key.Key_Return)
    card.note_changed.emit(_NAME, "Ask the chairs")
    assert _AWAY in texts(card)
    card.finish()
    assert stored(window, _NAME) == "NORTH"
    assert _AWAY not in texts(card)


def test_a_note_that_was_refused_is_saved_when_the_card_is_left(window: MainWindow, tmp_path: Path) -> None:
    card = card_of(window, _NAME)
    settle()
    assert card.foot is not None
    click(next(button for button in card.foot.findChildren(Button) if button.text() == "Note"))
    with refusing(tmp_path):
        write(QApplication.focusWidget(), "Ask the chairs")
        card.finish()
        assert _AWAY in texts(card)
    window.go(AtChecks())
    answer = window.session.snapshot.answers.answer(_NAME)
    assert answer is not None
    assert answer.note.startswith("Ask the chairs")


def test_a_page_is_not_left_before_the_user_knows_that_something_is_not_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    card_of(window, _PROBLEM)
    there = window.place
    typed = "Long waits."
    with refusing(tmp_path):
        press_focused(Qt.Key.Key_A, holding=Qt.KeyboardModifier.ControlModifier)
        write(QApplication.focusWidget(), typed)
        window.go(AtChecks())
        assert window.place == there
        assert window.messages.strip is not None
        assert "could not be saved" in window.messages.strip.message.text()
        window.go(AtChecks())
        assert window.place == AtChecks(), "whoever insists is not kept"
    card = card_of(window, _PROBLEM)
    editor = card.field.findChild(QPlainTextEdit)
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == typed
    window.go(AtChecks())
    assert window.place == AtChecks()
    assert stored(window, _PROBLEM) == typed


def test_what_cannot_be_saved_later_is_told_anew(window: MainWindow, tmp_path: Path) -> None:
    card_of(window, _NAME)
    there = window.place
    with refusing(tmp_path):
        typed_into(focused_line(), "NORTH")
        window.go(AtChecks())
        assert window.place == there
    assert isinstance(window.page, SectionPage)
    window.page.made[_NAME].finish()
    assert stored(window, _NAME) == "NORTH"
    with refusing(tmp_path):
        typed_into(focused_line(), "SOUTH")
        window.go(AtChecks())
        assert window.place == there, "the user was told of another answer"


def test_the_window_is_not_closed_before_the_user_knows_that_something_is_not_saved(
    window: MainWindow, tmp_path: Path
) -> None:
    card_of(window, _NAME)
    with refusing(tmp_path):
        typed_into(focused_line(), "NORTH")
        assert not window.close()
        assert window.isVisible()
    assert window.close()
    assert not window.isVisible()


def test_a_new_row_that_was_refused_is_one_row_with_all_its_cells(window: MainWindow, tmp_path: Path) -> None:
    card = card_of(window, "partners.partners")
    table = card.field
    assert isinstance(table, TableField)
    before = window.session.snapshot.answers.rows("partners.partners")
    with refusing(tmp_path):
        click(table.add_button)
        settle()
        write(QApplication.focusWidget(), "Leeds Hospice")
        press_focused(Qt.Key.Key_Tab)
        assert window.session.snapshot.answers.rows("partners.partners") == before
        assert _AWAY in texts(card)
    table.finish()
    after = window.session.snapshot.answers.rows("partners.partners")
    assert len(after) == len(before) + 1
    assert after[-1].cells["organisation"] == Organisation("Leeds Hospice")
    assert _AWAY not in texts(card)


def test_an_open_row_keeps_a_cell_that_was_refused_for_the_next_one(window: MainWindow, tmp_path: Path) -> None:
    card = card_of(window, "members.members")
    table = card.field
    assert isinstance(table, TableField)
    first = window.session.snapshot.answers.rows("members.members")[0]
    panel = table.open_row(first.id)
    assert isinstance(panel, RowPanel)
    settle()
    with refusing(tmp_path):
        typed_into(focused_line(), "Airedale Renamed")
        press_focused(Qt.Key.Key_Tab)
        assert table.is_refused
        press_focused(Qt.Key.Key_Escape)
        assert panel.is_open, "the form does not go with what was typed"
    press_focused(Qt.Key.Key_Escape)
    assert "Airedale Renamed" in texts(card)
    kept = window.session.snapshot.answers.rows("members.members")[0].organisation("organisation")
    assert kept is not None
    assert kept.name == "Airedale Renamed"
