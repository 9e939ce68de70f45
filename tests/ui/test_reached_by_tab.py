"""What was reached with the Tab key looks as it did before, but for the one ring that the app lays over it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.questions import Option
from app.ui.fields.marks import RadioMark, TickMark
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.tabs import Tabs, TabsLook

OPTION = Option("every", "Every trust")
WORDS = ("Reading", "Pages")

CONTROLS: dict[str, Callable[[], QWidget]] = {
    **{f"button {look}": lambda look=look: Button("Open a file", look) for look in ButtonLook},  # type: ignore[misc]
    "radio": lambda: RadioMark(OPTION),
    "tick": lambda: TickMark(OPTION),
    **{f"tabs {look.name}": lambda look=look: Tabs(WORDS, look, "View") for look in TabsLook},  # type: ignore[misc]
}


@pytest.mark.parametrize("name", CONTROLS)
def test_qt_draws_no_mark_of_its_own(qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, control = Button("Before"), CONTROLS[name]()
    column.addWidget(first)
    column.addWidget(control)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setFocus()
    before = control.grab().toImage()

    QTest.keyClick(first, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is control
    assert control.grab().toImage() == before
