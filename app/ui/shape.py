"""The shape of the window, kept as a preference: its size, where it stands, and on which display."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from app.services.preferences import Preferences, Preferred

_SHAPE_KEY, OPEN_KEY = "screen.shape", "screen.left-open"


def note_shape(window: QWidget, preferences: Preferences) -> None:
    """Keep the shape of the window."""
    preferences.put(_SHAPE_KEY, bytes(window.saveGeometry().toBase64().data()).decode())


def take_shape(window: QWidget, preferences: Preferred) -> None:
    """Give a window the shape that was kept; on a display that is gone it comes to one that is there."""
    shape = preferences.get(_SHAPE_KEY)
    if shape:
        window.restoreGeometry(QByteArray.fromBase64(shape.encode()))


def left_open(preferences: Preferred) -> str:
    """The id of the collaborative that was open; empty where the app was left at the start page."""
    return preferences.get(OPEN_KEY)
