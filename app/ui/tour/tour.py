"""The tour: goes from callout to callout while the window stays in use, and remembers that it was taken."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ui.announcing import say
from app.ui.session import ProjectSession
from app.ui.tour.callout import Callout, Frame
from app.ui.tour.steps import TourStep

_DONE_KEY = "tour.done"
_WAITING = "Look inside an example or begin a collaborative of your own: the tour starts as soon as it is open."
#: Milliseconds between looks at where the target of a callout is: a page scrolls, a panel opens, text grows.
_LOOK_EVERY = 120


class Tour(QObject):
    """Begins by itself only where it was offered and nobody has taken or skipped it before."""

    def __init__(
        self,
        window: QWidget,
        session: ProjectSession,
        steps: Sequence[TourStep],
        *,
        prepare: Callable[[], None],
        open_one: Callable[[str], None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self.steps = tuple(steps)
        self._prepare, self._open_one, self._tell = prepare, open_one, tell
        self._number = 0
        self._is_due = False
        self._before: QWidget | None = None
        self.frame = Frame(window)
        self.callout = Callout(window)
        self.callout.next_wished.connect(lambda: self._go_to(self._number + 1))
        self.callout.back_wished.connect(lambda: self._go_to(self._number - 1))
        self.callout.skip_wished.connect(self.end)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY)
        self._look.timeout.connect(self.look)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.end)
        session.closed.connect(self._put_off)

    @property
    def is_shown(self) -> bool:
        """Whether the tour is on."""
        return not self.callout.isHidden()

    def offer(self) -> None:
        """Begin when a collaborative is opened, unless the tour was taken or skipped before."""
        self._is_due = not self._session.services.preferences.get(_DONE_KEY)

    def begin_if_due(self) -> None:
        """A collaborative was opened: begin if that was waited for."""
        if self._is_due and self._session.is_open:
            self.begin()

    def take(self) -> None:
        """Begin now, in the collaborative that is open or else in the one that changed last."""
        if self._session.is_open:
            self.begin()
            return
        self._is_due = True
        found = self._session.services.collaboratives.all()
        if found:
            self._open_one(found[0].id)
        else:
            self._tell(_WAITING)

    def begin(self) -> None:
        """Show the first callout and put the focus there."""
        self._is_due = False
        self._prepare()
        self._before = QApplication.focusWidget()
        self._go_to(0)
        self._look.start()
        self._escape.setEnabled(True)

    def end(self) -> None:
        """Take the callout away, remember that the tour was taken, and give the focus back."""
        had_focus = self.callout.isAncestorOf(QApplication.focusWidget() or self._window)
        self._put_off()
        self._session.services.preferences.put(_DONE_KEY, "yes")
        before = self._before
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """Stand beside the target wherever it is now."""
        if not self.is_shown:
            return
        room = self._window.rect()
        target = self._target()
        self.callout.stand_by(target, room)
        self.frame.show_around(target, room)

    def _go_to(self, number: int) -> None:
        if number >= len(self.steps):
            self.end()
            return
        self._number = max(number, 0)
        step = self.steps[self._number]
        self.callout.show_step(self._number + 1, len(self.steps), step.title, step.words)
        self.callout.show()
        self.look()
        self.frame.raise_()
        self.callout.raise_()
        self.callout.next.setFocus(Qt.FocusReason.OtherFocusReason)
        say(self.callout, f"{step.title}. {step.words}")

    def _put_off(self) -> None:
        """Take the callout away for now: what it points at is about to go."""
        self._look.stop()
        self._escape.setEnabled(False)
        self.callout.hide()
        self.frame.hide()

    def _target(self) -> QRect | None:
        """What can be seen of the first target in sight, in the coordinates of the window."""
        for target in self.steps[self._number].targets():
            if target is not None and isValid(target) and target.isVisible():
                seen = _seen(target, self._window)
                if not seen.isEmpty():
                    return seen
        return None


def _seen(part: QWidget, window: QWidget) -> QRect:
    """What of a part is not cut off by what it lies in, such as an area that scrolls."""
    seen = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    step = part.parentWidget()
    while step is not None and step is not window:
        seen &= QRect(step.mapTo(window, QPoint(0, 0)), step.size())
        step = step.parentWidget()
    return seen & window.rect()
