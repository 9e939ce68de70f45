"""Says aloud what has changed on screen, to whoever listens to a screen reader rather than looks."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.session import ProjectSession

#: Milliseconds of rest after which "Saved" is said: once for all that was saved while somebody typed on.
_REST = 1_500


def say(widget: QWidget, sentence: str, *, assertive: bool = False) -> None:
    """Have a screen reader say a sentence about a widget that is in the window; without one, nothing happens.

    It waits for what is being said unless it is ``assertive``, which is for what the user must hear at once.
    """
    words = " ".join(sentence.split())
    if not words or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)


def let_go_of_focus(inside: QWidget) -> None:
    """Take the focus from what is about to go: Qt would hand it on step by step, and each would be read out."""
    focused = QApplication.focusWidget()
    if focused is not None and inside.isAncestorOf(focused):
        focused.clearFocus()


class SavedAloud(QObject):
    """Says "Saved" some moments after the last act of a session that was saved."""

    def __init__(self, window: QWidget, session: ProjectSession, rest: int = _REST) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._saved_at = session.saved_at
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest)
        self._rest.timeout.connect(lambda: say(self._window, "Saved"))
        session.state_changed.connect(self._on_state_changed)
        session.problem_raised.connect(self._rest.stop)

    def _on_state_changed(self) -> None:
        if self._session.saved_at != self._saved_at:
            self._saved_at = self._session.saved_at
            if self._saved_at is not None:
                self._rest.start()
