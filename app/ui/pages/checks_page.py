"""The checks page: everything that was found, the gravest first, each with its reason, its remedy and a way there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.checks import Finding, Severity
from app.domain.wording import counted
from app.services.snapshots import Snapshot
from app.ui.icons import Icon
from app.ui.pages.finding_card import FindingCard
from app.ui.pages.page import Page
from app.ui.parts.link_row import LinkRow
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtDocuments, AtSection, AtSettings
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE

_INTRODUCTION = "Every answer is checked against the law, against the other answers, and against what works."
#: The heading of a group, in the singular and the plural, and what findings of it hold back.
_GROUPS = {
    Severity.ERROR: ("error", "errors", "These hold back a final pack. A draft can be exported all the same."),
    Severity.WARNING: ("warning", "warnings", "Some may be on purpose. Make sure that every member knows."),
    Severity.NOTE: ("note", "notes", "Worth knowing before the boards ask."),
}


class ChecksPage(Page):
    """Redraws only when the findings have changed."""

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._drawn: tuple[object, ...] | None = None
        self._found = Redrawn(DOUBLE_SPACE)
        self._column = ScrollColumn("Checks")
        self._column.body.addWidget(SectionHeader("Checks", _INTRODUCTION))
        self._column.body.addWidget(self._found)
        self._column.body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        drawn = (snapshot.collaborative, snapshot.findings, _is_begun(snapshot))
        if drawn == self._drawn:
            return
        if self._drawn is None or self._drawn[0] != snapshot.collaborative:
            self._column.verticalScrollBar().setValue(0)
        self._drawn = drawn
        self._found.redraw(lambda column: self._build(column, snapshot))

    def _build(self, column: QVBoxLayout, snapshot: Snapshot) -> None:
        if all(finding.severity is Severity.NOTE for finding in snapshot.findings):
            column.addWidget(self._nothing_found(snapshot))
        for severity, (one, many, sentence) in _GROUPS.items():
            found = [finding for finding in snapshot.findings if finding.severity is severity]
            if found:
                head = QVBoxLayout()
                head.setContentsMargins(0, SPACE, 0, 0)
                head.setSpacing(HALF_SPACE)
                head.addWidget(text_label(counted(len(found), one, many), TextLook.HEADING))
                head.addWidget(text_label(sentence, TextLook.SECONDARY))
                column.addLayout(head)
            for finding in found:
                column.addWidget(self._card(finding))

    def _card(self, finding: Finding) -> FindingCard:
        card = FindingCard(finding, self._session)
        section = self._session.services.content.questionnaire.question(finding.question).section
        card.question_wished.connect(lambda: self.place_wished.emit(AtSection(section, finding.question)))
        card.law_wished.connect(lambda law: self.place_wished.emit(AtSettings(law)))
        return card

    def _nothing_found(self, snapshot: Snapshot) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        if not _is_begun(snapshot):
            column.addWidget(MessageStrip(Tone.NOTE, "There is little to check yet. Answer the first questions."))
            first = self._session.services.content.questionnaire.sections[0]
            link = LinkRow(f"Begin with: {first.title}", icon=Icon.NEXT, tint=lambda roles: roles.accent)
            link.clicked.connect(lambda: self.place_wished.emit(AtSection(first.id)))
        else:
            sentence = "No errors and no warnings. The answers so far fit the law that we know of, and each other."
            column.addWidget(MessageStrip(Tone.SUCCESS, sentence))
            link = LinkRow("Go to the documents", icon=Icon.DOCUMENTS, tint=lambda roles: roles.accent)
            link.clicked.connect(lambda: self.place_wished.emit(AtDocuments()))
        column.addWidget(link)
        return holder


def _is_begun(snapshot: Snapshot) -> bool:
    """Whether more is answered than the name, which every collaborative begins with."""
    return snapshot.total.answered > 1
