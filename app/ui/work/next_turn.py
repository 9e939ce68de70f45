"""Puts off what can wait until the window has shown what cannot: one act after the other, a few at a time."""

from collections import deque
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from shiboken6 import isValid

from app.ui.work.turns import current_turns, take_turn

_CARRIED_AS = "fiveways_next_turns"
#: Seconds after which the window listens to the user before more of what was put off is done.
_MOMENT = 0.006


class NextTurn(QObject):
    """Does an act once in one of the next turns of the event loop, however often it is asked for until then.

    What was asked for first is done first.
    """

    _due = Signal()

    def __init__(self, parent: QObject, act: Callable[[], object]) -> None:
        super().__init__(parent)
        self._is_asked = False
        self._due.connect(act)

    @property
    def is_asked(self) -> bool:
        """Whether it is still to be done."""
        return self._is_asked

    def ask(self) -> None:
        """Let it be done."""
        if not self._is_asked:
            self._is_asked = True
            _line().add(self)

    def call_off(self) -> None:
        """Let it not be done, because it just was or need not be any more."""
        if self._is_asked:
            self._is_asked = False
            _line().remove(self)

    def begin(self) -> None:
        """It is its turn: do it."""
        self._is_asked = False
        take_turn()
        self._due.emit()


class _Line(QObject):
    """What waits for its turn, of the whole screen: if each had a timer, all would come in the same turn."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._waiting: deque[NextTurn] = deque()
        self._rests = self._gave_way = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        application.setProperty(_CARRIED_AS, self)

    @property
    def is_busy(self) -> bool:
        """Whether anything waits."""
        return bool(self._waiting)

    def add(self, turn: NextTurn) -> None:
        """Let it wait behind the others."""
        self._waiting.append(turn)
        if not self._timer.isActive():
            self._timer.start()

    def remove(self, turn: NextTurn) -> None:
        """Let it wait no longer."""
        self._waiting.remove(turn)

    def _on_turn(self) -> None:
        # Every other turn is the window's: by the next one, what was done before has been laid out and drawn.
        self._rests = not self._rests
        if self._rests or self._gives_way():
            self._timer.start()
            return
        until = perf_counter() + _MOMENT
        while self._waiting:
            turn = self._waiting.popleft()
            if self._waiting:
                # Now, not at the end: what is done may keep a loop of its own running, such as that of a menu.
                self._timer.start()
            if isValid(turn):
                turn.begin()
            # Asked only now: one at least is done, however long the system lets another program go on meanwhile.
            if perf_counter() > until:
                return

    def _gives_way(self) -> bool:
        """Whether the window was just asked for something else, which is laid out and drawn first; once in a row."""
        turns = current_turns()
        self._gave_way = not self._gave_way and turns is not None and turns.is_taken
        return self._gave_way


def is_anything_put_off() -> bool:
    """Whether the screen is still to do something that was put off."""
    return _line().is_busy


def _line() -> _Line:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("Nothing can be put off before there is an application.")
    line = application.property(_CARRIED_AS)
    return line if isinstance(line, _Line) else _Line(application)
