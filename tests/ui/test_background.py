"""Work in another thread: its word arrives in the screen's thread, only the latest counts, and it can be stopped."""

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, QThread, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.errors import ExportError
from app.marks import override
from app.ui.work.background import LatestWork, Report
from app.ui.work.turns import Turns, take_turn


class Listener(QObject):
    """Notes what it hears, and in which thread."""

    def __init__(self, work: LatestWork) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[bool] = set()
        work.progressed.connect(self.hear)
        work.succeeded.connect(self.hear)
        work.failed.connect(self.hear)

    def hear(self, said: object) -> None:
        self.heard.append(said)
        self.threads.add(QThread.currentThread() is self.thread())


def counting(name: str, most: int) -> Callable[[Report, Callable[[], bool]], str]:
    def work(report: Report, is_cancelled: Callable[[], bool]) -> str:
        for number in range(most):
            if is_cancelled():
                return f"{name} stopped"
            report(f"{name} {number}")
            time.sleep(0.005)
        return f"{name} done"

    return work


def test_what_work_says_arrives_in_the_thread_of_the_screen(qtbot: QtBot) -> None:
    work = LatestWork()
    listener = Listener(work)
    with qtbot.waitSignal(work.rested):
        work.begin(counting("a", 3))
    assert listener.heard == ["a 0", "a 1", "a 2", "a done"]
    assert listener.threads == {True}


def test_newer_work_takes_the_place_of_older_work(qtbot: QtBot) -> None:
    work = LatestWork()
    listener = Listener(work)
    with qtbot.waitSignal(work.rested):
        work.begin(counting("old", 1000))
        work.begin(counting("never", 1000))
        work.begin(counting("new", 2))
    assert listener.heard == ["new 0", "new 1", "new done"]


def test_what_was_to_come_after_dropped_work_does_not_come(qtbot: QtBot) -> None:
    work = LatestWork()
    listener = Listener(work)
    with qtbot.waitSignal(work.rested):
        work.begin(counting("old", 1000))
        work.begin(counting("queued", 2))
        work.drop()
    assert listener.heard == []


def test_cancelled_work_still_has_its_last_word(qtbot: QtBot) -> None:
    work = LatestWork()
    listener = Listener(work)
    with qtbot.waitSignal(work.rested):
        work.begin(counting("a", 1000))
        work.cancel()
    assert listener.heard[-1] == "a stopped"


def test_a_failure_arrives_as_its_sentence(qtbot: QtBot) -> None:
    def work_that_fails(_: Report, __: Callable[[], bool]) -> None:
        raise ExportError("The folder cannot be written to.")

    work = LatestWork()
    listener = Listener(work)
    with qtbot.waitSignal(work.rested):
        work.begin(work_that_fails)
    assert listener.heard == ["The folder cannot be written to."]


def test_an_unexpected_failure_arrives_without_its_details(qtbot: QtBot) -> None:
    def work_that_breaks(_: Report, __: Callable[[], bool]) -> None:
        raise KeyError("an answer that nobody may read")

    work = LatestWork()
    listener = Listener(work)
    with qtbot.waitSignal(work.rested):
        work.begin(work_that_breaks)
    assert len(listener.heard) == 1
    assert "nobody may read" not in str(listener.heard[0])


def test_stopping_for_good_waits_until_no_thread_is_left(qtbot: QtBot) -> None:
    work = LatestWork()
    work.begin(counting("a", 10_000))
    work.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "fiveways-work"]


def test_work_waits_while_the_screen_is_busy(qapp: QApplication) -> None:
    done: list[str] = []
    seen_while_busy: list[list[str]] = []
    work, loop = LatestWork(), QEventLoop()
    work.rested.connect(loop.quit)

    def be_busy() -> None:
        take_turn()
        work.begin(lambda _report, _is_cancelled: done.append("worked"))
        time.sleep(0.05)
        seen_while_busy.append(list(done))

    turns = Turns(qapp, longest=20.0)
    QTimer.singleShot(0, be_busy)
    loop.exec()
    turns.end()
    assert seen_while_busy == [[]]
    assert done == ["worked"]


class Drawn(QWidget):
    """Notes of each time it is drawn whether the screen had the turn."""

    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self._turns = turns
        self.seen: list[bool] = []
        self.setMinimumSize(20, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.seen.append(self._turns.is_taken)


def test_the_turn_lasts_until_what_was_begun_is_laid_out_and_drawn(qapp: QApplication, qtbot: QtBot) -> None:
    turns = Turns(qapp)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    drawn = Drawn(turns)

    def begin() -> None:
        take_turn()
        column.addWidget(drawn)
        drawn.show()

    QTimer.singleShot(0, begin)
    # The end of this turn is due together with the beginning of the next one, and nothing is laid out between.
    take_turn()
    qtbot.waitUntil(lambda: bool(drawn.seen) and not turns.is_taken)
    turns.end()
    assert set(drawn.seen) == {True}


def test_work_that_is_to_stop_waits_for_nobody(qapp: QApplication) -> None:
    turns = Turns(qapp, longest=1000.0)
    take_turn()
    work = LatestWork()
    work.begin(counting("a", 1000))
    work.stop()
    is_over = not any(thread.name == "fiveways-work" for thread in threading.enumerate())
    turns.end()
    assert is_over
