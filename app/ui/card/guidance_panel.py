"""Why a question matters, why its suggestion is sound, what is usual, and where that comes from."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Question
from app.domain.wording import sentence
from app.marks import override
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import CONTROL_RADIUS, DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme


class GuidancePanel(QWidget):
    """A quiet panel of headed texts; made once, shown on demand."""

    def __init__(self, question: Question, source_title: Callable[[str], str]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(DOUBLE_SPACE, SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
        self._column.setSpacing(HALF_SPACE)
        self.setAccessibleName(f"Guidance: {question.label}")
        self._add("Why it matters", question.why)
        if question.suggestion is not None:
            self._add("Why this suggestion", question.suggestion.reason)
            self._add("Usual range", sentence(question.suggestion.usual_range))
        places = [
            f"{source_title(citation.source)}: {citation.place}" if citation.place else source_title(citation.source)
            for citation in question.sources
        ]
        self._add("Sources" if len(places) > 1 else "Source", "\n".join(places))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = current_theme().roles
        painter.setPen(QColor(roles.line))
        painter.setBrush(QColor(roles.page))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)

    def _add(self, heading: str, text: str) -> None:
        if text:
            self._column.addSpacing(SPACE)
            self._column.addWidget(text_label(heading, TextLook.LABEL))
            self._column.addWidget(text_label(text))
