"""Puts off what can wait until the window has shown what cannot."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.ui.work.turns import take_turn


class NextTurn(QObject):
    """Does an act once in the next turn of the event loop, however often it is asked for until then."""

    def __init__(self, parent: QObject, act: Callable[[], object]) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(take_turn)
        self._timer.timeout.connect(act)

    def ask(self) -> None:
        """Let it be done."""
        self._timer.start()

    def call_off(self) -> None:
        """Let it not be done, because it just was or need not be any more."""
        self._timer.stop()
