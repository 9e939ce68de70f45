"""Tells in a line what undo or redo did, and shows where: the card in sight, or a link to where it is."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.services.retracing import Retraced
from app.ui.pages.section_page import SectionPage
from app.ui.parts.message_space import MessageSpace
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.places import AtSection, UserPlace
from app.ui.session import ProjectSession
from app.ui.work.next_turn import NextTurn

GO_THERE = "Go there"


class Retracing(QObject):
    """Listens to a session. The line goes with the next act, which is another thing to look at."""

    def __init__(
        self,
        session: ProjectSession,
        messages: MessageSpace,
        sections: SectionPage,
        place: Callable[[], UserPlace],
        go: Callable[[UserPlace], object],
    ) -> None:
        super().__init__(messages)
        self._session = session
        self._messages = messages
        self._sections = sections
        self._place = place
        self._go = go
        self._strip: MessageStrip | None = None
        self._done: Retraced | None = None
        # What was undone comes first, and only then the line on it.
        self._later = NextTurn(self, self._tell)
        session.state_changed.connect(self.clear)
        session.retraced.connect(self._on_retraced)

    def _on_retraced(self, done: Retraced) -> None:
        self._done = done
        self._later.ask()

    def _tell(self) -> None:
        done = self._done
        if done is None:
            return
        there = self._where(done)
        here = self._place()
        is_here = there is not None and isinstance(here, AtSection) and here.section == there.section
        if there is None or is_here:
            self._strip = self._messages.say(Tone.NOTE, done.words)
        else:
            self._strip = self._messages.say(Tone.NOTE, done.words, link=GO_THERE, on_link=lambda: self._go(there))
        if there is not None and is_here and not self._is_in_focus(there.question):
            self._sections.show_section(there.section, there.question)

    def _where(self, done: Retraced) -> AtSection | None:
        visible = self._session.snapshot.visible
        # An act on several questions has no one place to go to.
        if len(done.questions) != 1 or done.questions[0] not in visible:
            return None
        (question,) = done.questions
        return AtSection(self._session.services.content.questionnaire.question(question).section, question)

    def _is_in_focus(self, question: str) -> bool:
        card = self._sections.made.get(question)
        focused = QApplication.focusWidget()
        return card is not None and focused is not None and card.isAncestorOf(focused)

    def clear(self) -> None:
        """Take the line away, if it is still the one that is shown."""
        if self._strip is not None and self._messages.strip is self._strip:
            self._messages.clear()
        self._strip = self._done = None
