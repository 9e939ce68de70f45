"""Has Python take down what is no longer used in the screen's thread only, and while nothing else is to be done."""

import gc

from PySide6.QtCore import QObject, QTimer

#: Milliseconds between looks at how much there is to take down.
_LOOK_EVERY = 500
#: So many new objects, runs of the first kind, and runs of the second kind make a run of the next kind worth it.
_WORTH_IT = (5_000, 10, 10)


class Tidying(QObject):
    """Takes the place of Python's own collection, which begins in whatever thread happens to make an object.

    A part of the screen that a working thread took down would touch Qt from there: that can stop both threads
    for good. What is there when tidying begins, such as the whole content, is taken to stay.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Take over from Python."""
        gc.freeze()
        gc.disable()
        self._timer.start()

    def look(self) -> None:
        """Take down what is no longer used, if there is enough of it."""
        counts = gc.get_count()
        oldest = max((age for age in range(3) if counts[age] > _WORTH_IT[age]), default=None)
        if oldest is not None:
            gc.collect(oldest)

    def end(self) -> None:
        """Give the task back to Python."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
