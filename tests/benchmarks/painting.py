"""Measures the time from an act to the drawing of what it changed."""

import statistics
from collections.abc import Callable, Sequence
from time import perf_counter, sleep

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

#: Seconds after which what was to be drawn is not expected any more, and for which other work may end before an act.
_LONGEST, _REST = 5.0, 0.4


class _Painted(QObject):
    """Notes when a widget was asked to draw itself."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self.is_due = True
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.is_due = False
        return False


def until_painted(act: Callable[[], object], widget: QWidget, is_changed: Callable[[], bool] = lambda: True) -> float:
    """Seconds from the act until the widget was drawn after it had changed. Raises TimeoutError if it never is."""
    rest(_REST)
    painted = _Painted(widget)
    start = perf_counter()
    act()
    while not is_changed() or painted.is_due:
        if not is_changed():
            painted.is_due = True
        if perf_counter() - start > _LONGEST:
            raise TimeoutError("What was to change has not been drawn.")
        QApplication.processEvents()
    seconds = perf_counter() - start
    widget.removeEventFilter(painted)
    return seconds


def rest(seconds: float) -> None:
    """Let the window and its background come to rest."""
    start = perf_counter()
    while perf_counter() - start < seconds:
        QApplication.processEvents()
        sleep(0.001)


def middle_and_longest(seconds: Sequence[float]) -> dict[str, float]:
    """The median and the longest in milliseconds."""
    return {"median": statistics.median(seconds) * 1000, "longest": max(seconds) * 1000}
