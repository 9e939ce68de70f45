"""One finding of the checks page: what was found, why it matters, what to do, and what it rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.checks import Finding
from app.domain.questions import Question
from app.domain.records import LawRecord
from app.ui.icons import Icon
from app.ui.pages.law_words import standing_in_words
from app.ui.parts.card import Card
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.link_row import LinkRow
from app.ui.parts.strip import mark_tint, tone_icon, tone_name, tone_of
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection, AtSettings
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE


class FindingCard(Card):
    """`place_wished` carries a question that can put the finding right, or a law record.

    Where this stands `beside` one of the questions, there is no link to that one.
    """

    place_wished = Signal(object)

    def __init__(self, finding: Finding, session: ProjectSession, *, beside: str = "") -> None:
        super().__init__()
        tone = tone_of(finding.severity)
        self.body.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
        row = QHBoxLayout()
        row.setSpacing(SPACE + HALF_SPACE)
        row.addWidget(IconLabel(tone_icon(tone), mark_tint(tone), 22, tone_name(tone)), 0, Qt.AlignmentFlag.AlignTop)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(HALF_SPACE)
        row.addLayout(self._texts, 1)
        self.body.addLayout(row)
        self._texts.addWidget(text_label(finding.title, TextLook.QUESTION))
        self._texts.addWidget(text_label(finding.message))
        if finding.caution:
            self._texts.addWidget(text_label(finding.caution, TextLook.SMALL))
        self._add("Why it matters", finding.why)
        self._add("What to do", finding.remedy)
        self._add_grounds(finding, session)
        for question in finding.questions:
            if question != beside:
                self._add_link(session.services.content.questionnaire.question(question))
        # Two findings of one title are told apart by what they say.
        self.setAccessibleName(f"{tone_name(tone)}: {finding.message}")
        self.setAccessibleDescription(finding.title)

    def _add(self, heading: str, text: str) -> None:
        if text:
            self._texts.addSpacing(HALF_SPACE)
            self._texts.addWidget(text_label(heading, TextLook.LABEL))
            self._texts.addWidget(text_label(text))

    def _add_link(self, question: Question) -> None:
        words = f"Go to the question: {question.label}"
        link = LinkRow(words, icon=Icon.NEXT, tint=lambda roles: roles.accent, is_flush=True)
        link.clicked.connect(lambda: self.place_wished.emit(AtSection(question.section, question.id)))
        self._texts.addSpacing(HALF_SPACE)
        self._texts.addWidget(link)

    def _add_grounds(self, finding: Finding, session: ProjectSession) -> None:
        content = session.services.content
        records: list[LawRecord] = [content.law[each] for each in finding.law if each in content.law]
        if records or finding.sources:
            self._texts.addSpacing(HALF_SPACE)
            self._texts.addWidget(text_label("Where this comes from", TextLook.LABEL))
        for record in records:
            standing = standing_in_words(record, session.today())
            link = LinkRow(record.citation, standing, icon=Icon.GUIDANCE, is_flush=True)
            link.clicked.connect(lambda _=False, law=record.id: self.place_wished.emit(AtSettings(law)))
            self._texts.addWidget(link)
        for citation in finding.sources:
            title = content.sources[citation.source].title
            words = f"{title}, {citation.place}" if citation.place else title
            self._texts.addWidget(text_label(words, TextLook.SMALL))
