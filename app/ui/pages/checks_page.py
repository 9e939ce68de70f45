"""The checks page: everything that was found, the gravest first, each with its reason, its remedy and a way there."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias, assert_never

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.checks import Finding, Severity
from app.domain.wording import counted
from app.marks import override
from app.services.snapshots import Snapshot
from app.ui.icons import Icon
from app.ui.pages.finding_card import FindingCard
from app.ui.pages.page import Page
from app.ui.parts.kept_column import KeptColumn
from app.ui.parts.link_row import LinkRow
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtDocuments, AtSection
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE

_INTRODUCTION = "Every answer is checked against the law, against the other answers, and against what works."
#: The heading of a group, in the singular and the plural, and what findings of it hold back.
_GROUPS = {
    Severity.ERROR: ("error", "errors", "These hold back a final pack. A draft can be exported all the same."),
    Severity.WARNING: ("warning", "warnings", "Some may be on purpose. Make sure that every member knows."),
    Severity.NOTE: ("note", "notes", "Worth knowing before the boards ask."),
}


class _Nothing(Enum):
    """What stands in place of errors and warnings."""

    BEGUN = auto()
    NOT_BEGUN = auto()


@dataclass(frozen=True, slots=True)
class _Head:
    """The heading of a group."""

    severity: Severity
    count: int


_Part: TypeAlias = _Head | Finding | _Nothing


class ChecksPage(Page):
    """Findings that stay keep their cards."""

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._collaborative = ""
        self._found: KeptColumn[_Part] = KeptColumn(DOUBLE_SPACE, self._make)
        self._column = ScrollColumn("Checks")
        self._column.body.addWidget(SectionHeader("Checks", _INTRODUCTION))
        self._column.body.addWidget(self._found)
        self._column.body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self._collaborative != snapshot.collaborative:
            self._collaborative = snapshot.collaborative
            self._column.verticalScrollBar().setValue(0)
        self._found.show_all(_parts(snapshot))

    def _make(self, part: _Part) -> QWidget:
        match part:
            case _Head():
                return _head(part)
            case Finding():
                return self._card(part)
            case _Nothing():
                return self._nothing_found(is_begun=part is _Nothing.BEGUN)
            case _:
                assert_never(part)

    def _card(self, finding: Finding) -> FindingCard:
        card = FindingCard(finding, self._session)
        card.place_wished.connect(self.place_wished)
        return card

    def _nothing_found(self, *, is_begun: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        if not is_begun:
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


def _parts(snapshot: Snapshot) -> list[_Part]:
    parts: list[_Part] = []
    if all(finding.severity is Severity.NOTE for finding in snapshot.findings):
        # More must be answered than the name, which every collaborative begins with.
        parts.append(_Nothing.BEGUN if snapshot.total.answered > 1 else _Nothing.NOT_BEGUN)
    for severity in _GROUPS:
        found = [finding for finding in snapshot.findings if finding.severity is severity]
        if found:
            parts += [_Head(severity, len(found)), *found]
    return parts


def _head(head: _Head) -> QWidget:
    one, many, sentence = _GROUPS[head.severity]
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, SPACE, 0, 0)
    column.setSpacing(HALF_SPACE)
    column.addWidget(text_label(counted(head.count, one, many), TextLook.HEADING))
    column.addWidget(text_label(sentence, TextLook.SECONDARY))
    return holder
