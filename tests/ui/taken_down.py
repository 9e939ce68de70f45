"""Takes down the windows that a run of the app left: where it is a program of its own, they end with it."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.ui.parts.notice import Notice
from app.ui.window import MainWindow


def take_down_windows() -> None:
    """Let no window of a run live on: with each change of theme Qt would dress all of it again."""
    for each in QApplication.topLevelWidgets():
        if isinstance(each, MainWindow | Notice):
            each.close()
            each.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
