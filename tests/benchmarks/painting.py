"""Measures the time from an act to the drawing of what it changed."""

import statistics
from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

#: Milliseconds after which what was to be drawn is not expected any more, and what the loop says then.
_LONGEST, _TOO_LATE = 5_000, 1
#: Seconds in which other work may end before an act.
_REST = 0.4


class _Painted(QObject):
    """Ends a loop of events when a widget draws itself after it has changed."""

    def __init__(self, loop: QEventLoop, is_changed: Callable[[], bool]) -> None:
        super().__init__()
        self._loop = loop
        self._is_changed = is_changed

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._is_changed():
            # The loop goes on to the end of what it is doing, which is the drawing.
            self._loop.quit()
        return False


def until_painted(act: Callable[[], object], widget: QWidget, is_changed: Callable[[], bool] = lambda: True) -> float:
    """Seconds from the act until the widget was drawn after it had changed. Raises TimeoutError if it never is."""
    rest(_REST)
    loop = QEventLoop()
    painted = _Painted(loop, is_changed)
    widget.installEventFilter(painted)
    start = perf_counter()
    # The loop waits between events as that of the app does: one that looks again and again keeps other threads back.
    QTimer.singleShot(0, act)
    QTimer.singleShot(_LONGEST, loop, lambda: loop.exit(_TOO_LATE))
    is_late = loop.exec() == _TOO_LATE
    seconds = perf_counter() - start
    widget.removeEventFilter(painted)
    if is_late:
        raise TimeoutError("What was to change has not been drawn.")
    return seconds


def rest(seconds: float) -> None:
    """Let the window and its background come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def middle_and_longest(seconds: Sequence[float]) -> dict[str, float]:
    """The median and the longest in milliseconds."""
    return {"median": statistics.median(seconds) * 1000, "longest": max(seconds) * 1000}
