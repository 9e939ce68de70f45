"""Tells when the first window of a program was drawn and can be used."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget


class FirstLook(QObject):
    """``begun`` carries the window once it was drawn and the loop of events has come round after that.

    It is left alone for so many milliseconds more before it is told.
    """

    begun = Signal(object)

    def __init__(self, settling: int = 0) -> None:
        super().__init__()
        self._settling = settling
        self._turns = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self) -> None:
        window = next((each for each in QApplication.topLevelWidgets() if _is_drawn(each)), None)
        self._turns += window is not None
        # In the first turn the drawing may be still going on; in the third nothing waits that came before it.
        if window is not None and self._turns > 2:
            self._timer.stop()
            QTimer.singleShot(self._settling, window, lambda: self.begun.emit(window))


def when_ready(window: Any, act: Callable[[], object]) -> None:
    """Do something as soon as a window of the app has everything behind its first look, and has drawn that."""
    look = QTimer(window)

    def check() -> None:
        if window.session.soon.is_ready:
            look.stop()
            # What is shown now is drawn in the turn that follows.
            QTimer.singleShot(0, window, lambda: QTimer.singleShot(0, window, act))

    look.timeout.connect(check)
    look.start(4)


def _is_drawn(window: QWidget) -> bool:
    return window.isVisible() and window.windowHandle().isExposed()
