"""Lays a long text out a little at a time, so that the window listens meanwhile."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, QTimerEvent
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.marks import override
from app.ui.work.next_turn import NextTurn

#: Seconds at a time.
_MOMENT = 0.006
#: So many paragraphs between looks at the clock.
_AT_A_TIME = 4
#: Pixels below what is seen. Qt notes every 2,000 pixels how far it has come, and to draw goes on to the next note, in
#: one of those steps of its own.
_AHEAD = 2_500


class LayingOut(QObject):
    """Takes the place of Qt's own timer, which lays out more each time until that can be felt.

    While something waits for a place further down, what `picture` shows stays as it is: else the beginning of a text
    that was set anew would flash up.
    """

    def __init__(self, picture: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._picture = picture
        self._text: QTextDocument | None = None
        self._next = 0
        self._waiting: tuple[int, Callable[[], object]] | None = None
        self._is_held = False
        self._later = NextTurn(self, self._go_on)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits for a place to be laid out."""
        return self._waiting is not None

    def waits_for(self, act: Callable[[], object]) -> bool:
        """Whether it is this that waits."""
        return self._waiting is not None and self._waiting[1] == act

    def hold(self) -> None:
        """Keep what is shown as it is, because another text is on its way."""
        self._text, self._is_held = None, True
        self._wait_for(None)

    def let_go(self) -> None:
        """The other text is there, or is not to come any more."""
        self._is_held = False
        self._show_or_hold()

    def begin(self, text: QTextDocument) -> None:
        """Lay this text out from its beginning, in place of another that was not finished."""
        if text is not self._text:
            self._wait_for(None)
        self._text, self._next = text, 0
        text.documentLayout().installEventFilter(self)
        self._later.ask()

    def when_at(self, position: int, act: Callable[[], object]) -> None:
        """Do this once the text is laid out up to a position in letters, in place of what waited until now."""
        if self._can_show(position):
            self._wait_for(None)
            act()
        else:
            self._wait_for((position, act))

    def hurry(self) -> None:
        """Do now what waits, whatever it takes: the user goes on from there."""
        waiting = self._waiting
        self._wait_for(None)
        if waiting is not None:
            waiting[1]()

    def call_off(self) -> None:
        """Do nothing more than lay the text out."""
        self._wait_for(None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_at_work = self._text is not None or self._is_held
        return is_at_work and isinstance(event, QTimerEvent) and _interval(watched, event) > 0

    def _can_show(self, position: int) -> bool:
        """Whether all is laid out that is needed to draw what is seen with a position in sight."""
        text = self._text
        if text is None or not isValid(text) or self._next >= text.blockCount():
            return True
        block = text.findBlock(position)
        if block.blockNumber() >= self._next:
            return False
        layout = text.documentLayout()
        needed = layout.blockBoundingRect(block).top() + self._picture.height() + _AHEAD
        return layout.blockBoundingRect(text.findBlockByNumber(self._next)).top() > needed

    def _wait_for(self, waiting: tuple[int, Callable[[], object]] | None) -> None:
        self._waiting = waiting
        self._show_or_hold()

    def _show_or_hold(self) -> None:
        is_shown = self._waiting is None and not self._is_held
        if self._picture.updatesEnabled() != is_shown:
            self._picture.setUpdatesEnabled(is_shown)

    def _go_on(self) -> None:
        text = self._text
        if text is None or not isValid(text):
            self._text = None
            return
        layout = text.documentLayout()
        until = perf_counter() + _MOMENT
        while self._next < text.blockCount():
            self._next += _AT_A_TIME
            # To ask where a paragraph stands has all before it laid out.
            layout.blockBoundingRect(text.findBlockByNumber(min(self._next, text.blockCount() - 1)))
            if perf_counter() > until:
                break
        if self._next >= text.blockCount():
            self._text = None
        else:
            self._later.ask()
        if self._waiting is not None:
            self.when_at(*self._waiting)


def _interval(owner: QObject, event: QTimerEvent) -> int:
    """Milliseconds between two beats of the timer that beats; of a text's two, the other tells of its size at once."""
    timers = QAbstractEventDispatcher.instance().registeredTimers(owner)
    return next((each.interval for each in timers if each.timerId == event.timerId()), 0)
