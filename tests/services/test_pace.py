"""Drafting in another thread stands back for the screen, and never keeps the screen waiting for itself."""

import threading
from collections.abc import Callable

from app.services.pace import Pace


def test_work_rests_for_as_long_as_the_screen_asks_and_not_while_it_is_waited_for() -> None:
    pace = Pace()
    is_holding, may_go_on = threading.Event(), threading.Event()
    was_wanted: list[bool] = []

    def stand_back(is_wanted: Callable[[], bool]) -> None:
        was_wanted.append(is_wanted())
        is_holding.set()
        while not is_wanted() and not may_go_on.wait(0.001):
            pass
        was_wanted.append(is_wanted())

    def work() -> None:
        with pace.one_at_a_time():
            pace.rest()

    pace.follow(stand_back)
    worker = threading.Thread(target=work)
    worker.start()
    assert is_holding.wait(20)
    # The screen comes for the lock: without being told, the worker would rest for good.
    with pace.one_at_a_time():
        worker_has_let_go = was_wanted[-1]
    may_go_on.set()
    worker.join()
    assert was_wanted[0] is False
    assert worker_has_let_go is True


def test_work_that_nobody_follows_never_rests() -> None:
    pace = Pace()
    asked: list[object] = []
    pace.follow(asked.append)
    pace.rest()
    pace.follow(None)
    pace.rest()
    assert len(asked) == 1


def test_the_lock_can_be_taken_from_within() -> None:
    pace = Pace()
    with pace.one_at_a_time(), pace.one_at_a_time():
        pace.rest()
