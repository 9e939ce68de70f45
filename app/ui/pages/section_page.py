"""One section of a step: its questions as cards, and the way to the next open question."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.questions import Question, Section
from app.services.snapshots import Snapshot
from app.ui.fields.settings import FieldSettings
from app.ui.icons import Icon
from app.ui.pages.card_views import CardViews
from app.ui.pages.page import Page
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.tab_order import follow_layout
from app.ui.places import AtDocuments, AtSection
from app.ui.question_card import UNDO, QuestionCard
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, SPACE, TRIPLE_SPACE

#: Working out where an answer shows drafts the documents, so it waits until the user rests on a question.
_REST = 350


class SectionPage(Page):
    """Cards are made once for each section and shown again; hidden questions keep their card but not their place."""

    question_focused = Signal(str)
    next_wished = Signal()
    back_wished = Signal()

    def __init__(self, session: ProjectSession, settings: FieldSettings) -> None:
        super().__init__()
        self._session = session
        self._settings = settings
        self._views = CardViews(session.services)
        self._sections: dict[str, _SectionCards] = {}
        self._section = ""
        self._problems: dict[str, str] = {}
        self._focused = ""
        self._holder = QVBoxLayout(self)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._on_rested)
        session.problem_raised.connect(self._on_problem_raised)

    @property
    def section(self) -> str:
        """The section that is shown."""
        return self._section

    @property
    def focused_question(self) -> str:
        """The question that had the focus last; empty if none in this section."""
        return self._focused if self._focused in self.cards else ""

    @property
    def cards(self) -> dict[str, QuestionCard]:
        """The cards of the section that is shown, by question id."""
        return self._sections[self._section].cards if self._section in self._sections else {}

    def show_section(self, section_id: str, question_id: str = "") -> None:
        """Show a section, at a question if one is named."""
        for each in self._sections.values():
            each.setVisible(each.section.id == section_id)
        self._section = section_id
        if section_id not in self._sections:
            section = self._session.services.content.questionnaire.section(section_id)
            made = _SectionCards(section, self._settings, self._connect)
            made.next_button.clicked.connect(self.next_wished)
            made.back_button.clicked.connect(self.back_wished)
            self._sections[section_id] = made
            self._holder.addWidget(made)
        self.show_snapshot(self._session.snapshot)
        if question_id:
            self._sections[section_id].go_to(question_id)
        else:
            self._sections[section_id].verticalScrollBar().setValue(0)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        shown = self._sections.get(self._section)
        if shown is None:
            return
        is_changed = False
        for question_id, card in shown.cards.items():
            is_visible = question_id in snapshot.visible
            is_changed |= card.isHidden() == is_visible
            card.setVisible(is_visible)
            if is_visible:
                changes = card.view.changes
                problem = self._problems.get(question_id, "")
                card.show_view(self._views.view(card.question, snapshot, changes, problem))
        if is_changed:
            follow_layout(shown)
        if self._focused:
            self._rest.start()

    @override
    def enter(self) -> None:
        first = next((card for card in self.cards.values() if not card.isHidden()), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def leave(self) -> None:
        for card in self.cards.values():
            card.finish()

    def forget(self) -> None:
        """Drop every card, because another collaborative is open."""
        for each in self._sections.values():
            each.hide()
            each.deleteLater()
        self._sections.clear()
        self._problems.clear()
        self._section = self._focused = ""

    def _connect(self, card: QuestionCard) -> None:
        session = self._session
        card.answered.connect(self._on_answered)
        card.row_put.connect(lambda q, row, cells, at: self._done(q, session.put_row(q, row or None, cells, at)))
        card.row_removed.connect(lambda q, row: self._done(q, session.remove_row(q, row)))
        card.row_moved.connect(lambda q, row, at: self._done(q, session.move_row(q, row, at)))
        card.rows_pasted.connect(lambda q, rows: self._done(q, session.add_rows(q, list(rows))))
        card.suggestion_accepted.connect(lambda q: self._done(q, session.accept_suggestion(q)))
        card.note_changed.connect(lambda q, text: self._done(q, session.note(q, text)))
        card.park_toggled.connect(lambda q, on: self._done(q, session.park(q) if on else session.reopen(q)))
        card.agree_toggled.connect(lambda q, on: self._done(q, session.agree(q) if on else session.reopen(q)))
        card.link_followed.connect(self._on_link_followed)
        card.focused.connect(self._on_focused)

    def _on_answered(self, question: str, value: object) -> None:
        card = self.cards.get(question)
        if card is not None and card.question.columns:
            self._done(question, self._session.clear_rows(question))
        else:
            self._done(question, self._session.answer(question, value))  # type: ignore[arg-type]

    def _done(self, question: str, is_done: bool) -> None:
        if is_done and self._problems.pop(question, ""):
            self.show_snapshot(self._session.snapshot)

    def _on_problem_raised(self, question: str, sentence: str) -> None:
        if question:
            self._problems[question] = sentence
            card = self.cards.get(question)
            if card is not None and self._session.is_open:
                snapshot = self._session.snapshot
                card.show_view(self._views.view(card.question, snapshot, card.view.changes, sentence))

    def _on_focused(self, question: str) -> None:
        self._focused = question
        self.question_focused.emit(question)
        self._rest.start()

    def _on_rested(self) -> None:
        card = self.cards.get(self._focused)
        if card is None or card.isHidden() or not self._session.is_open:
            return
        snapshot = self._session.snapshot
        changes = self._views.changes(card.question, snapshot)
        problem = self._problems.get(self._focused, "")
        card.show_view(self._views.view(card.question, snapshot, changes, problem))

    def _on_link_followed(self, key: str) -> None:
        questionnaire = self._session.services.content.questionnaire
        if key == UNDO:
            self._session.undo()
        elif questionnaire.has(key):
            self.place_wished.emit(AtSection(questionnaire.question(key).section, key))
        else:
            document, _, anchor = key.partition(" ")
            self.place_wished.emit(AtDocuments(document, anchor))


class _SectionCards(QScrollArea):
    """The cards of one section in a column that scrolls."""

    def __init__(self, section: Section, settings: FieldSettings, connect: Callable[[QuestionCard], None]) -> None:
        super().__init__()
        self.section = section
        self.cards: dict[str, QuestionCard] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(4 * SPACE, TRIPLE_SPACE, 4 * SPACE, TRIPLE_SPACE)
        layout.setSpacing(DOUBLE_SPACE)
        layout.addWidget(SectionHeader(section.title, section.introduction))
        for question in section.questions:
            card = self._card(question, settings, connect)
            self.cards[question.id] = card
            layout.addWidget(card)
        self.back_button = Button("Back", ButtonLook.SECONDARY, Icon.BACK, tip="Alt+Left")
        self.next_button = Button("Next open question", ButtonLook.PRIMARY, Icon.NEXT, tip="Alt+Right")
        row = QHBoxLayout()
        row.setSpacing(SPACE + SPACE // 2)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        self.setWidget(column)
        self.setAccessibleName(section.title)

    def go_to(self, question_id: str) -> None:
        """Bring a question to the top and put the focus in its field."""
        card = self.cards.get(question_id)
        if card is None or card.isHidden():
            return
        card.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, card, lambda: self._scroll_to(card))

    def _scroll_to(self, card: QuestionCard) -> None:
        self.verticalScrollBar().setValue(max(card.y() - DOUBLE_SPACE, 0))

    @staticmethod
    def _card(question: Question, settings: FieldSettings, connect: Callable[[QuestionCard], None]) -> QuestionCard:
        card = QuestionCard(question, settings)
        connect(card)
        return card
