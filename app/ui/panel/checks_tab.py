"""What the checks found about the question in focus and about the rest of its section."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.checks import Finding, Severity
from app.domain.wording import counted, listed
from app.marks import override
from app.services.snapshots import Snapshot
from app.ui.pages.finding_card import FindingCard
from app.ui.parts.link_row import LinkRow
from app.ui.parts.panel_column import PanelColumn, add_heading
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtChecks
from app.ui.session import ProjectSession
from app.ui.theme.measures import SPACE
from app.ui.work.next_turn import NextTurn


class ChecksTab(QWidget):
    """``place_wished`` carries a question, a law record or the page of all checks."""

    place_wished = Signal(object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[tuple[Finding, ...], tuple[Finding, ...], str] | None = None
        self._section = self._question = ""
        self._is_due = self._is_due_from_top = False
        self._column = PanelColumn("Checks")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        self._next_look = NextTurn(self, self._draw_if_due)

    def show_findings(self, snapshot: Snapshot, section_id: str, question_id: str) -> int:
        """Show what was found about a section and a question in it; how many there are."""
        here = [each for each in snapshot.findings if section_id in self._sections_of(each)]
        own = tuple(each for each in here if question_id in each.questions)
        others = tuple(each for each in here if question_id not in each.questions)
        elsewhere = _counted_by_severity([each for each in snapshot.findings if each not in here])
        is_same = section_id == self._section and question_id == self._question
        self._question = question_id
        if (own, others, elsewhere) != self._shown or not is_same:
            self._is_due_from_top |= section_id != self._section
            self._shown, self._section = (own, others, elsewhere), section_id
            self._is_due = True
            self._next_look.ask()
        return len(here)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw_if_due()

    def _draw_if_due(self) -> None:
        """Draw what is new, once this is in sight."""
        if self._is_due and self.isVisible() and self._shown is not None:
            own, others, elsewhere = self._shown
            from_top = self._is_due_from_top
            self._is_due = self._is_due_from_top = False
            self._column.redraw(lambda column: self._fill(column, own, others, elsewhere), from_top=from_top)

    def _sections_of(self, finding: Finding) -> set[str]:
        questionnaire = self._session.services.content.questionnaire
        return {questionnaire.question(each).section for each in finding.questions}

    def _fill(self, column: QVBoxLayout, own: Sequence[Finding], others: Sequence[Finding], elsewhere: str) -> None:
        questionnaire = self._session.services.content.questionnaire
        if self._question and questionnaire.has(self._question):
            # The panel may cover the whole window: then nothing else says which question this is about.
            column.addWidget(text_label(questionnaire.question(self._question).label, TextLook.QUESTION))
            column.addSpacing(SPACE)
        if not own and not others:
            column.addWidget(MessageStrip(Tone.SUCCESS, "There is nothing to put right in this section."))
        self._add_findings(column, "This question", own)
        self._add_findings(column, "Elsewhere in this section" if own else "In this section", others)
        if elsewhere:
            column.addSpacing(SPACE)
            link = LinkRow(f"{elsewhere} in other sections")
            link.clicked.connect(lambda: self.place_wished.emit(AtChecks()))
            column.addWidget(link)

    def _add_findings(self, column: QVBoxLayout, heading: str, found: Sequence[Finding]) -> None:
        if found:
            add_heading(column, heading)
        for finding in found:
            card = FindingCard(finding, self._session, beside=self._question)
            card.place_wished.connect(self.place_wished)
            column.addWidget(card)
            column.addSpacing(SPACE)


def _counted_by_severity(found: Sequence[Finding]) -> str:
    """Such as "3 warnings and 1 note": a note is not among what the list of pages counts."""
    words = {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.NOTE: ("note", "notes"),
    }
    counts = [(sum(each.severity is severity for each in found), names) for severity, names in words.items()]
    return listed(counted(count, *names) for count, names in counts if count)
