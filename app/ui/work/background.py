"""Runs long work in another thread and brings its result, progress or failure back to the screen's thread."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import FivewaysError
from app.ui.work.turns import current_turns, take_turn

logger = logging.getLogger(__name__)

Report = Callable[[object], None]
IsCancelled = Callable[[], bool]
Work = Callable[[Report, IsCancelled], Any]

#: Work looks many times a second whether it should stop, so this many seconds are never used up.
_LONGEST_WAIT = 20.0
#: Milliseconds between looks at what a working thread has said: too short to be seen.
_LOOK_EVERY = 4


class Job(QObject):
    """One piece of work. Its signals come in the screen's thread, which made it and must run an event loop.

    Keep the job until ``ended`` has arrived. Of ``succeeded`` and ``failed`` one comes before it.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._stop = threading.Event()
        self._turns = current_turns()
        # The working thread touches nothing of Qt: a signal emitted there can wait for a lock of Qt's that the
        # screen's thread holds while it waits for the interpreter, and then neither goes on.
        self._told: deque[Callable[[], None]] = deque()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY)
        self._look.timeout.connect(self._pass_on)
        # No daemon: a program that is closing waits for a file to be whole.
        self._thread = threading.Thread(target=self.run, name="fiveways-work", daemon=False)

    def start(self) -> None:
        """Begin; the work is given a way to report progress and to ask whether it should stop."""
        self._look.start()
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at the next good place."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    def wait(self, seconds: float = _LONGEST_WAIT) -> bool:
        """Wait until the work is over; whether it is. Its signals are on their way then, but not delivered."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def run(self) -> None:
        """Do the work here and now, in whatever thread this is; what it says is passed on by the event loop."""
        try:
            self._give_way()
            result = self._work(self._report, self._give_way)
            self._told.append(lambda: self.succeeded.emit(result))
        except FivewaysError as error:
            self._tell_failure(str(error))
        except Exception:  # a door for anything: else the thread would end without a word
            logger.exception("Work in the background failed.")
            self._tell_failure("Something unexpected happened. The details are in the log; your answers are saved.")
        finally:
            self._told.append(self._end)

    def _give_way(self) -> bool:
        """Wait while the screen is busy; whether the work should stop by now."""
        if self._turns is not None:
            self._turns.stand_back(self._stop.is_set)
        return self._stop.is_set()

    def _report(self, progress: object) -> None:
        self._told.append(lambda: self.progressed.emit(progress))

    def _tell_failure(self, sentence: str) -> None:
        self._told.append(lambda: self.failed.emit(sentence))

    def _end(self) -> None:
        self._look.stop()
        self.ended.emit()

    def _pass_on(self) -> None:
        if self._told:
            take_turn()
        while self._told:
            self._told.popleft()()


class LatestWork(QObject):
    """Does one piece of work at a time. A newer one takes the place of the one before, which is asked to stop.

    What the older one still has to say is left out; ``rested`` comes when nothing is left to do.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(str)
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._next: Work | None = None
        self._is_dropped = False

    @property
    def is_busy(self) -> bool:
        """Whether anything is being done."""
        return self._job is not None

    def begin(self, work: Work) -> None:
        """Do this now, or as soon as the work before has stopped."""
        if self._job is None:
            self._start(work)
        else:
            self.drop()
            self._next = work

    def cancel(self) -> None:
        """Ask the work to stop; its last word is still passed on."""
        self._next = None
        if self._job is not None:
            self._job.cancel()

    def drop(self) -> None:
        """Ask the work to stop, leave out what it still has to say, and forget what was to come after it."""
        self._is_dropped = True
        self._next = None
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """Stop for good and wait until nothing is being done, because the screen is about to go."""
        self.drop()
        if self._job is not None:
            self._job.wait()

    def _start(self, work: Work) -> None:
        self._is_dropped = False
        self._job = Job(work)
        self._job.progressed.connect(self._on_progressed)
        self._job.succeeded.connect(self._on_succeeded)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        self._job.start()

    def _on_progressed(self, progress: object) -> None:
        if not self._is_dropped:
            self.progressed.emit(progress)

    def _on_succeeded(self, result: object) -> None:
        if not self._is_dropped:
            self.succeeded.emit(result)

    def _on_failed(self, sentence: str) -> None:
        if not self._is_dropped:
            self.failed.emit(sentence)

    def _on_ended(self) -> None:
        if self._job is not None:
            # The thread is at its last step. It must not be the one that lets go of the job: a thing of Qt's
            # is to be taken down in the thread that made it.
            self._job.wait()
        self._job = None
        work, self._next = self._next, None
        if work is not None:
            self._start(work)
        else:
            self.rested.emit()
