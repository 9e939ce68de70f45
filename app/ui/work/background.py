"""Runs long work in another thread and brings its result, progress or failure back to the screen's thread."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from app.errors import FivewaysError

logger = logging.getLogger(__name__)

Report = Callable[[object], None]
Work = Callable[[Report, Callable[[], bool]], Any]


class Job(QObject):
    """One piece of work. Its signals arrive in the thread that made it."""

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()

    def start(self) -> None:
        """Begin; the work is given a way to report progress and to ask whether it should stop."""
        QThreadPool.globalInstance().start(_Run(self))

    def cancel(self) -> None:
        """Ask the work to stop at the next good place."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    def run(self) -> None:
        """Do the work here and now, in whatever thread this is."""
        try:
            self.succeeded.emit(self._work(self.progressed.emit, self._stop.is_set))
        except FivewaysError as error:
            self.failed.emit(str(error))
        # One of the two doors where anything may be caught: an error here would end a thread without a word.
        except Exception:
            logger.exception("Work in the background failed.")
            self.failed.emit("Something unexpected happened. The details are in the log; your answers are saved.")
        finally:
            self.ended.emit()


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()
