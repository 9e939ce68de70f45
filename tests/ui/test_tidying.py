"""What is no longer used is taken down in the screen's thread, never in one that works in the background."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.work.background import Job, Report
from app.ui.work.tidying import Tidying
from app.ui.work.turns import Turns
from tests.ui.windows import settle


class _Circle:
    """Points to itself, so that only a collection takes it down, and tells in which thread that was."""

    def __init__(self, told: list[str]) -> None:
        self.itself = self
        self._told = told

    def __del__(self) -> None:
        self._told.append(threading.current_thread().name)


@pytest.fixture
def pythons_own(qapp: QApplication) -> Iterator[None]:
    """Python's own collection, as it is where nobody has taken over."""
    was_enabled, thresholds = gc.isenabled(), gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    gc.enable()
    yield
    gc.set_threshold(*thresholds)
    if not was_enabled:
        gc.disable()


def _many_objects(_report: Report, _is_cancelled: object) -> int:
    return len([[index] for index in range(20_000)])


def test_a_working_thread_takes_nothing_down(tidying: Tidying, qtbot: QtBot) -> None:
    told: list[str] = []
    _Circle(told)
    job = Job(_many_objects)
    with qtbot.waitSignal(job.ended):
        job.start()
    assert told == []
    kept = [[index] for index in range(20_000)]
    qtbot.waitUntil(lambda: bool(told))
    assert len(kept) == 20_000
    assert told == [threading.main_thread().name]


def test_without_tidying_a_working_thread_would(pythons_own: None, qtbot: QtBot) -> None:
    told: list[str] = []
    gc.collect()
    _Circle(told)
    job = Job(_many_objects)
    with qtbot.waitSignal(job.ended):
        job.start()
    assert told == ["fiveways-work"]


@pytest.fixture
def turns(qapp: QApplication) -> Iterator[Turns]:
    """As the running app has them."""
    made = Turns(qapp)
    yield made
    made.end()


def test_going_through_everything_waits_until_the_user_pauses(qtbot: QtBot, turns: Turns) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    made = Tidying(pause=200)
    made.begin()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    told: list[str] = []
    kept = _Circle(told)
    gc.collect(1)
    del kept
    for _ in range(27):
        gc.collect(1)
    made.look()
    settle()
    assert told == [], "the user has just pressed a key"
    qtbot.waitUntil(lambda: bool(told))
    made.end()


def test_the_second_kind_has_its_time_while_the_last_waits(
    qtbot: QtBot, turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    gc.collect()
    made = Tidying()
    made.begin()
    for _ in range(27):
        gc.collect(1)
    collected: list[int] = []
    monkeypatch.setattr(gc, "collect", collected.append)
    turns.take()
    kept = []
    for _ in range(3):
        kept.append([[index] for index in range(4_000)])
        made.look()
        settle()
    made.end()
    assert set(collected) == {0}, "a run of the second kind each time would be of no use"


def test_it_may_be_asked_for_and_not_be_needed_any_more(qtbot: QtBot, turns: Turns) -> None:
    made = Tidying()
    made.begin()
    kept = [[index] for index in range(4_000)]
    made.look()
    kept.clear()
    gc.collect()
    made.look()
    settle()
    made.end()


def test_python_has_its_task_back_at_the_end(pythons_own: None) -> None:
    made = Tidying()
    made.begin()
    assert not gc.isenabled()
    made.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
