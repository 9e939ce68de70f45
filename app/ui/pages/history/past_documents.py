"""The documents as they read at an earlier moment, drafted in another thread when they are looked at."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.wording import counted
from app.marks import override
from app.services.drafting import DocumentState, Drafting
from app.services.past import Past
from app.ui.parts.chooser import Choice, Chooser
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection
from app.ui.reading.drafts import Drafts
from app.ui.reading.reading_view import ReadingView
from app.ui.reading.standing import open_points_in_words
from app.ui.session import ProjectSession
from app.ui.theme.measures import SPACE

_READING, _MESSAGE = range(2)


class PastDocuments(QWidget):
    """``place_wished`` carries the question of an open point that was pressed: as it is now."""

    place_wished = Signal(object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._past: Past | None = None
        self._day = date.max
        self._entry = ""
        # Drafts of another day, made by a drafter of their own, put none of today's out of its memory.
        self.drafts = Drafts(Drafting(session.services.content, lambda: self._day), self)
        self.chooser = Chooser("Document of that time")
        self._copy = text_label("", TextLook.SMALL)
        self.reading = ReadingView()
        self.message = text_label("", TextLook.SECONDARY)
        self._stack = QStackedWidget()
        self._lay_out()
        self.drafts.drafted.connect(self._on_drafted)
        self.drafts.failed.connect(self._show_message)
        self.chooser.chosen.connect(self._on_chosen)
        self.chooser.opening.connect(self._on_listing)
        self.reading.question_wished.connect(self._on_question_wished)

    def show_past(self, past: Past) -> None:
        """Show the documents of a moment; the past does not change, so the same moment stays as it is."""
        now = self._past
        if now is not None and (now.snapshot.collaborative, now.moment) == (past.snapshot.collaborative, past.moment):
            return
        self._past = past
        self._day = past.moment.astimezone().date()
        self.reading.show_document(None)
        self._look()

    def stop(self) -> None:
        """Stop drafting for good."""
        self.drafts.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        past = self._past
        if past is None or not self.isVisible():
            return
        documents = past.snapshot.documents
        if self._entry not in documents:
            self._entry = next(iter(documents), "")
        self._show_choices()
        if not self._entry:
            self._show_message("No document applied then.")
            return
        self.drafts.want(past.snapshot, [self._entry])
        state = self.drafts.state(self._entry)
        if state is None:
            self._show_message("Drafting …")
        else:
            self._show_state(state)

    def _show_choices(self) -> None:
        titles = dict(self._session.services.drafting.catalogue())
        documents = self._past.snapshot.documents if self._past is not None else ()
        self.chooser.show_choices(
            [Choice(each, titles[each], open_points_in_words(self.drafts.state(each))) for each in documents],
            self._entry,
        )

    def _on_drafted(self, state: DocumentState) -> None:
        self._show_choices()
        if state.id == self._entry:
            self._show_state(state)

    def _show_state(self, state: DocumentState) -> None:
        if not state.copies:
            self._show_message(f"{state.title}: there is one for each member, and there were no members then.")
            return
        copies = counted(len(state.copies), "copy", "copies")
        self._copy.setText(f"The copy for {state.members[0]}, one of {copies}." if state.members else "")
        self._copy.setVisible(bool(state.members))
        is_other = self.reading.shown is None or self.reading.shown.id != state.copies[0].id
        self.reading.show_document(state.copies[0])
        if is_other:
            self.reading.go_to_top()
        self._stack.setCurrentIndex(_READING)

    def _show_message(self, sentence: str) -> None:
        self._copy.hide()
        self.message.setText(sentence)
        self._stack.setCurrentIndex(_MESSAGE)

    def _on_chosen(self, document: str) -> None:
        self._entry = document
        self._look()

    def _on_listing(self) -> None:
        if self._past is not None:
            self.drafts.want(self._past.snapshot, [self._entry, *self._past.snapshot.documents])

    def _on_question_wished(self, question: str) -> None:
        questionnaire = self._session.services.content.questionnaire
        if questionnaire.has(question):
            self.place_wished.emit(AtSection(questionnaire.question(question).section, question))

    def _lay_out(self) -> None:
        self._stack.addWidget(self.reading)
        self.message.setContentsMargins(4 * SPACE, SPACE, 4 * SPACE, SPACE)
        self._stack.addWidget(self.message)
        top = QVBoxLayout()
        top.setContentsMargins(4 * SPACE, 0, 4 * SPACE, SPACE)
        top.setSpacing(SPACE)
        top.addWidget(self.chooser)
        top.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._copy.hide()
