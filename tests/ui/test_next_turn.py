"""What is put off comes in turn, a little at a time, and the window listens in between."""

from time import perf_counter, sleep

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.work.next_turn import NextTurn, is_anything_put_off
from app.ui.work.turns import Turns
from tests.ui.windows import settle


class Clerk(QObject):
    """Does things that take a while, and notes them."""

    def __init__(self, name: str, done: list[str], milliseconds: int = 0) -> None:
        super().__init__()
        self.name, self.done, self.milliseconds = name, done, milliseconds
        self.turn = NextTurn(self, self.work)

    def work(self) -> None:
        until = perf_counter() + self.milliseconds / 1000
        while perf_counter() < until:
            sleep(0)
        self.done.append(self.name)


@pytest.fixture
def done(qapp: QApplication) -> list[str]:
    settle()
    return []


def test_what_was_asked_for_first_is_done_first_and_once(done: list[str]) -> None:
    first, second = Clerk("first", done), Clerk("second", done)
    first.turn.ask()
    second.turn.ask()
    first.turn.ask()
    assert done == []
    settle()
    assert done == ["first", "second"]
    assert not is_anything_put_off()


def test_long_ones_come_in_turns_of_their_own(done: list[str], qtbot: QtBot) -> None:
    clerks = [Clerk(name, done, milliseconds=30) for name in ("first", "second", "third")]
    for clerk in clerks:
        clerk.turn.ask()
    counts = []
    while is_anything_put_off():
        before = len(done)
        QApplication.processEvents()
        counts.append(len(done) - before)
    assert max(counts) == 1
    assert done == ["first", "second", "third"]


def test_what_the_user_does_meanwhile_is_drawn_first(done: list[str], qapp: QApplication) -> None:
    turns, clerk = Turns(qapp), Clerk("clerk", done)
    clerk.turn.ask()
    QApplication.processEvents()
    turns.take()
    QApplication.processEvents()
    assert done == [], "what the user asked for is to be drawn"
    # Somebody who never rests keeps nobody from their turn.
    for _ in range(4):
        turns.take()
        QApplication.processEvents()
    turns.end()
    assert done == ["clerk"]


def test_each_turn_does_one_however_little_time_it_has(
    done: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As when the system lets other programs go on for longer than a turn lasts.
    monkeypatch.setattr("app.ui.work.next_turn._MOMENT", -1.0)
    clerks = [Clerk(name, done) for name in ("first", "second", "third")]
    for clerk in clerks:
        clerk.turn.ask()
    qtbot.waitUntil(lambda: not is_anything_put_off())
    assert done == ["first", "second", "third"]


def test_what_is_called_off_is_not_done_unless_it_is_asked_for_again(done: list[str]) -> None:
    first, second = Clerk("first", done), Clerk("second", done)
    first.turn.ask()
    second.turn.ask()
    first.turn.call_off()
    assert (first.turn.is_asked, second.turn.is_asked) == (False, True)
    settle()
    assert done == ["second"]
    first.turn.ask()
    settle()
    assert done == ["second", "first"]


def test_who_is_gone_by_then_keeps_nobody_waiting(done: list[str]) -> None:
    first, second = Clerk("first", done), Clerk("second", done)
    first.turn.ask()
    second.turn.ask()
    first.deleteLater()
    QApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    settle()
    assert done == ["second"]


def test_what_asks_for_itself_again_lets_others_have_their_turn(done: list[str]) -> None:
    other = Clerk("other", done)

    class Again(Clerk):
        def work(self) -> None:
            super().work()
            if len(self.done) < 4:
                self.turn.ask()

    again = Again("again", done)
    again.turn.ask()
    other.turn.ask()
    settle()
    assert done == ["again", "other", "again", "again"]


def test_what_fails_keeps_nobody_else_from_their_turn(done: list[str], qtbot: QtBot) -> None:
    class Failing(Clerk):
        def work(self) -> None:
            raise ValueError("It does not work.")

    failing, other = Failing("failing", done), Clerk("other", done)
    failing.turn.ask()
    other.turn.ask()
    with qtbot.captureExceptions() as exceptions:
        settle()
    assert [str(each[1]) for each in exceptions] == ["It does not work."]
    assert done == ["other"]
