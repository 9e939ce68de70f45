"""What a user's hands do: press keys, write, click; and what their eyes find on screen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NO_KEYS = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget | None, *keys: Qt.Key, holding: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press keys one after another on a widget."""
    assert widget is not None
    for key in keys:
        QTest.keyClick(widget, key, holding)


def press_focused(*keys: Qt.Key, holding: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press keys on whatever has the focus at each of them."""
    for key in keys:
        press(QApplication.focusWidget(), key, holding=holding)


def write(widget: QWidget | None, text: str) -> None:
    """Type a text into a widget."""
    assert widget is not None
    QTest.keyClicks(widget, text)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click into the middle of a widget, or at a point of it."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_KEYS, at or widget.rect().center())


def popup() -> QWidget:
    """The list, menu or calendar that is open."""
    found = QApplication.activePopupWidget()
    assert found is not None
    return found
