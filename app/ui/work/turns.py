"""Lets working threads stand back while the screen has something to do: Python runs one thread at a time."""

import threading
from collections.abc import Callable
from time import monotonic, sleep

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer

from app.marks import override

_CARRIED_AS = "fiveways_turns"
#: Seconds after which a working thread goes on although the screen is busy all the while, and between its looks.
_LONGEST, _LOOK_EVERY = 0.1, 0.001
#: What comes after all that is to be laid out has been, and then after all that is to be drawn for it.
_DONE = QEvent.Type(QEvent.registerEventType())
_LAID_OUT_AND_DRAWN = 2


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
        self._release.timeout.connect(self._on_begun)
        self._passed = 0
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

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() != _DONE:
            return super().event(event)
        # While the timer waits, something else was begun since, which releases the turn in its time.
        if not self._release.isActive():
            self._passed += 1
            self._is_taken = self._passed < _LAID_OUT_AND_DRAWN
            if self._is_taken:
                self._come_last()
        return True

    def _on_begun(self) -> None:
        # Of timers that are due together all come before anything is laid out: the turn is not over here.
        self._passed = 0
        self._come_last()

    def _come_last(self) -> None:
        QCoreApplication.postEvent(self, QEvent(_DONE), Qt.EventPriority.LowEventPriority.value)


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
