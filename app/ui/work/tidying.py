"""Has Python take down what is no longer used in the screen's thread only, and while nothing else is to be done."""

import gc

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

from app.marks import override
from app.ui.work.next_turn import NextTurn
from app.ui.work.turns import current_turns

#: Milliseconds between looks at how much there is to take down, in use and not: little each time is not felt.
_LOOK_EVERY, _LOOK_SELDOM = 20, 200
#: So many new objects, runs of the first kind, and runs of the second kind make a run of the next kind worth it.
_WORTH_IT = (3_000, 1, 25)
#: The last kind goes through everything, which could be felt: it waits until the user has paused for so many
#: milliseconds, unless so many runs of the second kind have been.
_PAUSE, _AT_LAST = 2_000, 7_000

_SIGNS_OF_USE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
}


class Tidying(QObject):
    """Takes the place of Python's own collection, which begins in whatever thread happens to make an object.

    A part of the screen that a working thread took down would touch Qt from there: that can stop both threads
    for good. What is there when tidying begins, such as the whole content, is taken to stay.
    """

    def __init__(self, pause: int = _PAUSE) -> None:
        super().__init__()
        self._pause = pause
        self._was_enabled = gc.isenabled()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        # Not in a turn in which the window does anything else.
        self._next = NextTurn(self, self._take_down)
        self._age = 0
        self._used = QElapsedTimer()
        self._window: QWindow | None = None

    def begin(self) -> None:
        """Take over from Python."""
        gc.freeze()
        gc.disable()
        self._used.start()
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_window_changed)
            self._on_window_changed(application.focusWindow())

    def look(self) -> None:
        """Have what is no longer used taken down in one of the next turns, if there is enough of it."""
        is_in_use = self._is_in_use()
        wait = _LOOK_EVERY if is_in_use else _LOOK_SELDOM
        if self._timer.interval() != wait:
            self._timer.setInterval(wait)
        oldest = self._oldest_worth_it(is_in_use)
        if oldest >= 0:
            self._age = oldest
            self._next.ask()

    def _take_down(self) -> None:
        # Chosen before the turn began, which is a use of the screen too.
        gc.collect(self._age)

    def _oldest_worth_it(self, is_in_use: bool) -> int:
        """The oldest kind there is enough of; less than 0 if there is of none."""
        counts = gc.get_count()
        waits = counts[2] < _AT_LAST and is_in_use
        return next((age for age in ((1, 0) if waits else (2, 1, 0)) if counts[age] > _WORTH_IT[age]), -1)

    def _is_in_use(self) -> bool:
        turns = current_turns()
        return self._used.elapsed() < self._pause or (turns is not None and turns.rested < self._pause)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_USE:
            self._used.restart()
        return False

    def _on_window_changed(self, window: QWindow | None) -> None:
        """Look out for the user in the window that has the keyboard, a list or the projector's among them."""
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def end(self) -> None:
        """Give the task back to Python."""
        self._timer.stop()
        self._next.call_off()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._on_window_changed)
        self._on_window_changed(None)
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
