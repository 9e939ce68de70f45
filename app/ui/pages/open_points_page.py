"""The page of open points: how far all is, what the documents still lack, what was parked, and what was noted."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from app.domain.answers import State
from app.domain.questions import Question, Section, Step
from app.domain.wording import counted
from app.services.snapshots import Snapshot
from app.ui.icons import Icon
from app.ui.pages.page import Page
from app.ui.parts.card import Card
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.link_row import LinkRow
from app.ui.parts.progress_bar import ProgressBar
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtDocuments, AtSection
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE

_INTRODUCTION = "What the documents that apply still lack, what is parked, and what was noted beside answers."
_NOTES = "notes"
#: More notes than these stay folded until asked for.
_FEW_NOTES = 10


class OpenPointsPage(Page):
    """Each entry leads to its question. Steps stay folded or open as the user left them."""

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._drawn: tuple[object, ...] | None = None
        self._folds: dict[str, bool] = {}
        self._points = Redrawn(DOUBLE_SPACE)
        self._column = ScrollColumn("Open points")
        self._column.body.addWidget(SectionHeader("Open points", _INTRODUCTION))
        self._column.body.addWidget(self._points)
        self._column.body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        parked, noted = self._parked(snapshot), self._noted(snapshot)
        notes = tuple(note for _, note in noted)
        drawn = (snapshot.collaborative, snapshot.left, snapshot.total, snapshot.documents, tuple(parked), notes)
        if drawn == self._drawn:
            return
        if self._drawn is None or self._drawn[0] != snapshot.collaborative:
            self._folds.clear()
            self._column.verticalScrollBar().setValue(0)
        self._drawn = drawn
        self._points.redraw(lambda column: self._build(column, snapshot, parked, noted))

    def _build(
        self,
        column: QVBoxLayout,
        snapshot: Snapshot,
        parked: Sequence[Question],
        noted: Sequence[tuple[Question, str]],
    ) -> None:
        column.addWidget(self._progress(snapshot))
        if snapshot.left:
            column.addWidget(text_label("Left to answer", TextLook.HEADING))
            column.addWidget(self._left(snapshot))
        else:
            column.addWidget(self._nothing_left(snapshot))
        if parked:
            column.addWidget(text_label(f"Parked for later ({len(parked)})", TextLook.HEADING))
            column.addWidget(
                self._links([(question, self._note(snapshot, question)) for question in parked], Icon.PARK)
            )
        if noted:
            column.addWidget(text_label("Notes", TextLook.HEADING))
            column.addWidget(self._notes(noted))

    def _progress(self, snapshot: Snapshot) -> Card:
        total = snapshot.total
        shares = [part.answered / max(part.answered + part.left, 1) for part in snapshot.steps.values()]
        words = f"{total.answered} of {total.asked} questions are answered."
        if total.left:
            documents = counted(len(snapshot.documents), "document that applies", "documents that apply")
            words += f" {counted(total.left, 'more is', 'more are')} needed for the {documents}."
        card = Card()
        card.body.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
        card.body.setSpacing(SPACE + HALF_SPACE)
        card.body.addWidget(text_label(words))
        card.body.addWidget(ProgressBar(shares, words))
        return card

    def _left(self, snapshot: Snapshot) -> Card:
        card = _list_card()
        is_first = True
        for step in self._session.services.content.questionnaire.steps:
            left = [question for question in snapshot.left if self._step_of(question) == step.id]
            if left:
                is_open = self._folds.get(step.id, is_first)
                is_first = False
                card.body.addWidget(self._step(step, left, is_open=is_open))
        return card

    def _step(self, step: Step, left: Sequence[Question], *, is_open: bool) -> FoldedPart:
        def build(column: QVBoxLayout) -> None:
            for section in step.sections:
                questions = [question for question in left if question.section == section.id]
                if questions:
                    self._section(column, section, questions)

        part = FoldedPart(f"{step.number} {step.title}", f"{len(left)} left", build, is_open=is_open)
        part.unfolded.connect(lambda is_unfolded: self._folds.__setitem__(step.id, is_unfolded))
        return part

    def _section(self, column: QVBoxLayout, section: Section, questions: Sequence[Question]) -> None:
        caption = text_label(section.title, TextLook.LABEL)
        caption.setContentsMargins(SPACE, SPACE, 0, 0)
        column.addWidget(caption)
        for question in questions:
            column.addWidget(self._link(question))

    def _notes(self, noted: Sequence[tuple[Question, str]]) -> Card:
        def build(column: QVBoxLayout) -> None:
            for question, note in noted:
                column.addWidget(self._link(question, note, Icon.COMMENT))

        card = _list_card()
        is_open = self._folds.get(_NOTES, len(noted) <= _FEW_NOTES)
        part = FoldedPart("Notes beside answers", str(len(noted)), build, is_open=is_open)
        part.unfolded.connect(lambda is_unfolded: self._folds.__setitem__(_NOTES, is_unfolded))
        card.body.addWidget(part)
        return card

    def _links(self, entries: Sequence[tuple[Question, str]], icon: Icon) -> Card:
        card = _list_card()
        for question, below in entries:
            card.body.addWidget(self._link(question, below, icon))
        return card

    def _link(self, question: Question, below: str = "", icon: Icon | None = None) -> LinkRow:
        link = LinkRow(question.label, below, icon=icon)
        link.clicked.connect(lambda: self.place_wished.emit(AtSection(question.section, question.id)))
        return link

    def _nothing_left(self, snapshot: Snapshot) -> Card:
        card = _list_card()
        card.body.setSpacing(SPACE)
        if snapshot.documents:
            card.body.addWidget(MessageStrip(Tone.SUCCESS, "Nothing is left. Every document has all that it needs."))
            link = LinkRow("Go to the documents", icon=Icon.DOCUMENTS)
            link.clicked.connect(lambda: self.place_wished.emit(AtDocuments()))
        else:
            sentence = "No document applies yet. The first answers of step 1 settle which ones will."
            card.body.addWidget(MessageStrip(Tone.NOTE, sentence))
            first = self._session.services.content.questionnaire.sections[0]
            link = LinkRow(f"Begin with: {first.title}", icon=Icon.NEXT)
            link.clicked.connect(lambda: self.place_wished.emit(AtSection(first.id)))
        card.body.addWidget(link)
        return card

    def _parked(self, snapshot: Snapshot) -> list[Question]:
        return [
            question
            for question in self._visible(snapshot)
            if (answer := snapshot.answers.answer(question.id)) is not None and answer.state is State.PARKED
        ]

    def _noted(self, snapshot: Snapshot) -> list[tuple[Question, str]]:
        return [(question, note) for question in self._visible(snapshot) if (note := self._note(snapshot, question))]

    def _visible(self, snapshot: Snapshot) -> list[Question]:
        questions = self._session.services.content.questionnaire.questions
        return [question for question in questions if question.id in snapshot.visible]

    def _step_of(self, question: Question) -> str:
        return self._session.services.content.questionnaire.section(question.section).step

    @staticmethod
    def _note(snapshot: Snapshot, question: Question) -> str:
        answer = snapshot.answers.answer(question.id)
        return answer.note if answer is not None else ""


def _list_card() -> Card:
    card = Card()
    card.body.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
    return card
