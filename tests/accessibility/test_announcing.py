"""What changes on screen is said aloud: once, in words, and without cutting anybody short where it can wait."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ui.announcing import say
from tests.accessibility.listener import Heard, library, listening

pytestmark = pytest.mark.skipif(library() is None, reason="the library of Qt goes by other names on this system")


@pytest.fixture
def heard() -> Iterator[Heard]:
    with listening() as listener:
        yield listener


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
