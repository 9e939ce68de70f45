"""Lets working threads wait while the screen has something to do: Python runs one thread at a time."""

import sys
import threading
from time import monotonic
from types import FrameType

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject

_CARRIED_AS = "fiveways_turns"
#: Seconds after which a working thread goes on although the screen is busy all the while, and between its looks.
_LONGEST, _LOOK_EVERY = 0.1, 0.001


class Turns(QObject):
    """Knows whether the thread that makes it is in Python code; the application carries it.

    Whatever Qt does by itself, laying out and drawing, needs no turn.
    """

    def __init__(self, application: QCoreApplication, longest: float = _LONGEST) -> None:
        super().__init__(application)
        self._application = application
        self._longest = longest
        self._thread = threading.get_ident()
        self._resting: FrameType | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is None:
            raise RuntimeError("There is no event loop in this thread.")
        self._dispatcher = dispatcher
        dispatcher.aboutToBlock.connect(self._note_rest)
        application.setProperty(_CARRIED_AS, self)

    def end(self) -> None:
        """Nobody needs to wait any more."""
        self._dispatcher.aboutToBlock.disconnect(self._note_rest)
        self._application.setProperty(_CARRIED_AS, None)
        self._resting = None

    def wait(self, stop: threading.Event) -> None:
        """Wait in a working thread until the screen has nothing to do, or waits are too long, or it is to stop."""
        until = monotonic() + self._longest
        while self._is_busy() and monotonic() < until and not stop.wait(_LOOK_EVERY):
            pass

    def _note_rest(self) -> None:
        # What runs the loop of events is at rest wherever it comes back to this frame.
        self._resting = sys._getframe(1)

    def _is_busy(self) -> bool:
        return sys._current_frames().get(self._thread) is not self._resting


def current_turns() -> Turns | None:
    """Those of the running application; None where no screen needs to be waited for."""
    application = QCoreApplication.instance()
    turns = application.property(_CARRIED_AS) if application is not None else None
    return turns if isinstance(turns, Turns) else None
