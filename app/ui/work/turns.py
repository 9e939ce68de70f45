"""Lets working threads stand back while the screen has something to do: Python runs one thread at a time."""

import threading
from collections.abc import Callable
from time import monotonic, sleep

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer

_CARRIED_AS = "fiveways_turns"
#: Seconds after which a working thread goes on although the screen is busy all the while, and between its looks.
_LONGEST, _LOOK_EVERY = 0.1, 0.001


class Turns(QObject):
    """Belongs to the thread that makes it, the screen's; the application carries it."""

    def __init__(self, application: QCoreApplication, longest: float = _LONGEST) -> None:
        super().__init__(application)
        self._application = application
        self._longest = longest
        self._thread = threading.get_ident()
        self._is_taken = False
        self._taken = QElapsedTimer()
        self._taken.start()
        self._release = QTimer(self)
        self._release.setSingleShot(True)
        self._release.setInterval(0)
        self._release.timeout.connect(self._on_released)
        application.setProperty(_CARRIED_AS, self)

    def end(self) -> None:
        """Nobody needs to stand back any more."""
        self._application.setProperty(_CARRIED_AS, None)
        self._release.stop()
        self._is_taken = False

    def take(self) -> None:
        """The screen begins something: it has the turn until that is laid out and drawn."""
        self._is_taken = True
        self._taken.restart()
        self._release.start()

    @property
    def is_taken(self) -> bool:
        """Whether what the screen began last is still to be laid out and drawn."""
        return self._is_taken

    @property
    def rested(self) -> int:
        """Milliseconds since the screen has begun anything."""
        return self._taken.elapsed()

    def stand_back(self, is_wanted: Callable[[], bool]) -> None:
        """Wait in a working thread until the screen has no turn, has had a long one, or the work `is_wanted` now."""
        if threading.get_ident() == self._thread:
            return
        until = monotonic() + self._longest
        while self._is_taken and not is_wanted() and monotonic() < until:
            sleep(_LOOK_EVERY)

    def _on_released(self) -> None:
        self._is_taken = False


def current_turns() -> Turns | None:
    """Those of the running application; None where nobody needs to stand back."""
    application = QCoreApplication.instance()
    turns = application.property(_CARRIED_AS) if application is not None else None
    return turns if isinstance(turns, Turns) else None


def take_turn() -> None:
    """The screen begins something that takes a while. Call this in its thread."""
    turns = current_turns()
    if turns is not None:
        turns.take()
