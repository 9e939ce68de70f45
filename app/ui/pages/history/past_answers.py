"""Every answer of an earlier moment, section by section."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Section
from app.domain.wording import counted
from app.services.answers_in_words import AnswerLine, section_answers
from app.services.past import Past
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.text import TextLook, text_label
from app.ui.session import ProjectSession
from app.ui.theme.measures import HALF_SPACE, SPACE


class PastAnswers(QWidget):
    """Sections are folded, and read when they unfold."""

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._drawn: tuple[str, datetime] | None = None
        self._list = Redrawn(SPACE)
        self._column = ScrollColumn("All answers")
        self._column.body.addWidget(self._list)
        self._column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def show_past(self, past: Past) -> None:
        """Show the answers of a moment; the past does not change, so the same moment stays as it is."""
        drawn = (past.snapshot.collaborative, past.moment)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._list.redraw(lambda column: self._fill(column, past))
        self._column.verticalScrollBar().setValue(0)

    def _fill(self, column: QVBoxLayout, past: Past) -> None:
        progress = past.snapshot.total
        column.addWidget(text_label(f"{progress.answered} of {progress.asked} questions were answered."))
        questionnaire = self._session.services.content.questionnaire
        for step in questionnaire.steps:
            column.addSpacing(SPACE)
            column.addWidget(text_label(f"{step.number} {step.title}", TextLook.HEADING))
            for section in step.sections:
                done = past.snapshot.sections[section.id].answered
                part = FoldedPart(
                    section.title,
                    counted(done, "answer", "answers") if done else "",
                    partial(self._fill_section, section=section, past=past),
                )
                column.addWidget(part)

    def _fill_section(self, column: QVBoxLayout, section: Section, past: Past) -> None:
        column.setSpacing(HALF_SPACE)
        lines = section_answers(section, past.snapshot, self._session.services.content.questionnaire).lines
        if not lines:
            column.addWidget(text_label("No question of this section applied then.", TextLook.SECONDARY))
        for line in lines:
            _add_line(column, line)


def _add_line(column: QVBoxLayout, line: AnswerLine) -> None:
    column.addWidget(text_label(line.question.label, TextLook.SMALL))
    texts = line.rows or ((line.words,) if line.words else ())
    for text in texts:
        column.addWidget(text_label(text))
    if not texts:
        column.addWidget(text_label("No answer", TextLook.SECONDARY))
    if line.note:
        column.addWidget(text_label(f"Note: {line.note}", TextLook.SMALL))
    column.addSpacing(SPACE)
