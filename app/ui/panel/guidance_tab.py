"""Guidance on the question in focus: why it matters, how to answer, what is suggested, and what it rests on."""

from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Question
from app.domain.records import LawRecord
from app.domain.values import Kind
from app.domain.wording import capital, sentence
from app.marks import override
from app.services.snapshots import Snapshot
from app.services.uses import Rests
from app.ui.fields.value_words import value_in_short
from app.ui.pages.law_words import standing_in_words
from app.ui.pages.rests_list import add_calculations, add_checks, add_documents, add_questions
from app.ui.parts.link_row import LinkRow
from app.ui.parts.panel_column import PanelColumn, add_heading, add_part
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSettings
from app.ui.session import ProjectSession
from app.ui.theme.measures import SPACE
from app.ui.work.next_turn import NextTurn

_NOTHING = "Choose a question to read why it matters, how to answer it and where that comes from."


class GuidanceTab(QWidget):
    """``place_wished`` carries a law record, a place in a document, or another question."""

    place_wished = Signal(object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._question: str | None = None
        self._snapshot: Snapshot | None = None
        self._rests: Rests | None = None
        self._is_due_from_top = False
        self._column = PanelColumn("Guidance")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        self._next_look = NextTurn(self, self._look)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow new answers: they change where an answer is used, and under what number."""
        self._snapshot = snapshot
        self._next_look.ask()

    def show_question(self, question_id: str) -> None:
        """Show the guidance on a question; on none, say how to get some."""
        if question_id != self._question:
            self._question = question_id
            self._rests = None
            self._is_due_from_top = True
            self._next_look.ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        """Draw where something is new, once this is in sight."""
        self._next_look.call_off()
        from_top = self._is_due_from_top
        questionnaire = self._session.services.content.questionnaire
        known = self._question if self._question and questionnaire.has(self._question) else ""
        question = questionnaire.question(known) if known else None
        if question is None or self._snapshot is None:
            if from_top or self._rests is not None:
                self._rests = None
                self._is_due_from_top = False
                self._column.redraw(lambda column: self._fill(column, question), from_top=from_top)
        elif self.isVisible():
            self._is_due_from_top = False
            rests = self._session.services.uses.of_question(question.id, self._snapshot)
            if rests != self._rests:
                self._rests = rests
                self._column.redraw(lambda column: self._fill(column, question), from_top=from_top)

    def _fill(self, column: QVBoxLayout, question: Question | None) -> None:
        if question is None:
            column.addWidget(text_label(_NOTHING, TextLook.SECONDARY))
            return
        column.addWidget(text_label(question.label, TextLook.QUESTION))
        add_part(column, "Why it matters", question.why)
        add_part(column, "How to answer", question.hint, how_to_answer(question))
        if question.suggestion is not None:
            suggested = capital(value_in_short(question.suggestion.value, question))
            add_part(column, "What we suggest", suggested, question.suggestion.reason)
            add_part(column, "Usual range", sentence(question.suggestion.usual_range))
        self._add_sources(column, question)
        self._add_law(column, question)
        if self._rests is not None:
            self._add_uses(column, self._rests)

    def _add_sources(self, column: QVBoxLayout, question: Question) -> None:
        sources = self._session.services.content.sources
        found = [(sources[each.source], each.place) for each in question.sources if each.source in sources]
        if found:
            add_heading(column, "Sources" if len(found) > 1 else "Source")
        for place, (source, words) in enumerate(found):
            if place:
                column.addSpacing(SPACE)
            column.addWidget(text_label(source.title))
            lines = [", ".join(part for part in (source.publisher, source.published) if part), capital(words)]
            for line in lines:
                if line:
                    column.addWidget(text_label(line, TextLook.SMALL))

    def _add_law(self, column: QVBoxLayout, question: Question) -> None:
        content = self._session.services.content
        wanted = (law for check in content.checks if question.id in check.questions for law in check.law)
        records: list[LawRecord] = [content.law[law] for law in dict.fromkeys(wanted) if law in content.law]
        if records:
            add_heading(column, "Law behind its checks")
        for record in records:
            link = LinkRow(record.citation, standing_in_words(record, self._session.today()))
            link.clicked.connect(lambda _=False, law=record.id: self.place_wished.emit(AtSettings(law)))
            column.addWidget(link)
            column.addWidget(text_label(record.says, TextLook.SMALL))

    def _add_uses(self, column: QVBoxLayout, rests: Rests) -> None:
        go = self.place_wished.emit
        add_heading(column, "Where this answer is used")
        add_documents(column, rests.documents, go)
        add_checks(column, "Checks that look at it", rests, self._session.services.content.questionnaire, go)
        add_questions(column, "Questions that depend on it", rests.questions, go)
        add_calculations(column, "Figures worked out from it", rests.calculations)


def how_to_answer(question: Question) -> str:
    """What may be typed or pressed for a question of this kind."""
    match question.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return "Write it as it should stand in the documents. What you write is set letter for letter."
        case Kind.ONE_OF | Kind.ROW:
            return "Choose one."
        case Kind.SOME_OF | Kind.ROWS:
            return "Choose as many as apply."
        case Kind.YES_NO:
            return "Choose yes or no."
        case Kind.WHOLE_NUMBER:
            return "Give a whole number, such as 12."
        case Kind.PERCENTAGE:
            return "Give a percentage, such as 75 or 12.5."
        case Kind.MONEY:
            return "Give a sum in pounds, such as 250,000, 250k or 1.2m."
        case Kind.DURATION:
            return "Give an amount and its unit, such as 10 working days."
        case Kind.DATE:
            return "Give a day, such as 6 August 2026 or 6/8/2026, or choose it from the calendar."
        case Kind.ORGANISATION:
            return "Type part of the name or the code and choose from the list, or write a name that is not in it."
        case Kind.PERSON:
            return "Give a name, a post, or both. Where nobody is named yet the post is enough."
        case Kind.TABLE:
            return "Add a row for each, or paste rows from a spreadsheet. The first column names the row."
        case _:
            assert_never(question.kind)
