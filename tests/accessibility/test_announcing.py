"""What changes on screen is said aloud: once, in words, and without cutting anybody short where it can wait."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.announcing import SavedAloud, say
from app.ui.parts.strip import Tone
from app.ui.places import AtChecks, AtSection
from app.ui.window import MainWindow
from tests.accessibility.listener import Heard, library, listening
from tests.ui.desk import borrowed
from tests.ui.hands import press, write
from tests.ui.windows import settle

pytestmark = pytest.mark.skipif(library() is None, reason="the library of Qt goes by other names on this system")


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    shown = QLabel("Something")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_sentence_is_said_when_there_is_time(widget: QWidget, heard: Heard) -> None:
    say(widget, "3 questions found")
    assert heard.polite == ["3 questions found"]
    assert heard.assertive == []


def test_what_cannot_wait_is_said_at_once(widget: QWidget, heard: Heard) -> None:
    say(widget, "This could not be saved.", assertive=True)
    assert heard.assertive == ["This could not be saved."]
    assert heard.polite == []


def test_line_breaks_are_not_said_and_silence_is_no_sentence(widget: QWidget, heard: Heard) -> None:
    say(widget, "Line one\n  and two ")
    say(widget, "  \n")
    assert heard.said == ["Line one and two"]


def test_nobody_is_spoken_to_without_a_screen_reader(widget: QWidget) -> None:
    with listening() as heard:
        pass
    say(widget, "Into the void")
    assert heard.said == []


def test_going_to_a_place_says_where_one_is(window: MainWindow, heard: Heard) -> None:
    window.go(AtSection("decisions"))
    window.go(AtChecks())
    settle()
    assert heard.polite == ["2 Purpose: How decisions are made", "Checks"]


def test_a_message_above_the_page_is_said_and_an_error_at_once(window: MainWindow, heard: Heard) -> None:
    window.say("The backup was made.", Tone.SUCCESS)
    window.say("The disk is full.", Tone.ERROR)
    assert heard.polite == ["Done: The backup was made."]
    assert heard.assertive == ["Error: The disk is full."]
    window.messages.clear()


def test_saved_is_said_once_for_all_that_was_saved_in_one_go(window: MainWindow, heard: Heard, qtbot: QtBot) -> None:
    with borrowed(window.session) as session:
        aloud = SavedAloud(window, session, rest=1)
        session.answer("collaborative.short-name", "ONE")
        session.answer("collaborative.short-name", "TWO")
        qtbot.waitUntil(lambda: "Saved" in heard.polite)
        aloud.deleteLater()
        assert heard.polite.count("Saved") == 1


def test_what_cannot_be_understood_is_said_at_once_beside_the_field(window: MainWindow, heard: Heard) -> None:
    window.go(AtSection("the-collaborative", "collaborative.start-date"))
    settle()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    before = line.text()
    line.selectAll()
    write(line, "the day after")
    press(line, Qt.Key.Key_Return)
    assert len(heard.assertive) == 1
    assert "date" in heard.assertive[0]
    line.selectAll()
    write(line, before)
    press(line, Qt.Key.Key_Return)


def test_a_new_finding_about_the_question_in_use_is_said(window: MainWindow, heard: Heard) -> None:
    window.go(AtSection("decisions", "decisions.casting-vote"))
    settle()
    heard.forget()
    with borrowed(window.session) as session:
        known = {finding.message for finding in session.snapshot.findings}
        session.answer("decisions.casting-vote", True)
        new = [each.message for each in session.snapshot.findings if each.message not in known]
        assert new
        assert any(new[0] in sentence for sentence in heard.said)
