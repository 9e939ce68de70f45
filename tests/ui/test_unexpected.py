"""What nobody thought of: one plain window, details without anyone's words, and the app goes on."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.parts.buttons import Button
from app.ui.unexpected import UnexpectedErrors
from tests.ui.conftest import Stage
from tests.ui.hands import click, press

SECRET = "the chair is leaving"


@pytest.fixture
def unexpected() -> Iterator[UnexpectedErrors]:
    made = UnexpectedErrors()
    restore = made.install()
    yield made
    restore()
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()


def fail() -> None:
    raise ValueError(SECRET)


def test_an_error_in_a_slot_is_shown_and_the_app_goes_on(
    unexpected: UnexpectedErrors, stage: Stage, qtbot: QtBot
) -> None:
    button = QPushButton("Press")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.clicked.connect(fail)
    stage.show(button)
    click(button)
    qtbot.waitUntil(lambda: unexpected.window is not None and unexpected.window.isVisible())
    window = unexpected.window
    assert window is not None
    go_on = next(each for each in window.findChildren(Button) if each.text() == "Go on")
    press(go_on, Qt.Key.Key_Return)
    assert not window.isVisible()
    click(button)
    assert len(pressed) == 2, "what worked before still works"


def test_an_error_in_a_thread_is_shown_too(unexpected: UnexpectedErrors, qtbot: QtBot) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: unexpected.window is not None and unexpected.window.isVisible())


def test_the_details_that_are_copied_name_the_place_and_quote_nobody(
    unexpected: UnexpectedErrors, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: unexpected.window is not None)
    window = unexpected.window
    assert window is not None
    click(next(each for each in window.findChildren(Button) if each.text() == "Copy details"))
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "in fail" in copied
    assert SECRET not in copied


def test_a_second_error_does_not_open_a_second_window(unexpected: UnexpectedErrors, qtbot: QtBot) -> None:
    for _ in range(3):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: unexpected.window is not None)
    first = unexpected.window
    qtbot.wait(30)
    assert unexpected.window is first


def test_what_was_taken_over_is_given_back() -> None:
    before, before_thread = sys.excepthook, threading.excepthook
    UnexpectedErrors().install()()
    assert (sys.excepthook, threading.excepthook) == (before, before_thread)
