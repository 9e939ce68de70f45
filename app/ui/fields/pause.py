"""Waiting for the user to pause: a field gives its value when typing rests, or at once when it is left."""

from PySide6.QtCore import QObject, QTimer, Signal


class Pause(QObject):
    """Says once that typing has rested for a while."""

    ended = Signal()

    def __init__(self, milliseconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self.ended)

    def begin_again(self) -> None:
        """A key was pressed: wait anew."""
        self._timer.start()

    def cancel(self) -> None:
        """Nothing is waited for any more."""
        self._timer.stop()
