"""A task on a line: a link to where it is done, what there is to know of it, and a tag that says where it stands."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.marks import override
from app.services.left import TaskStatus
from app.ui.parts.link_row import WrappingButton
from app.ui.parts.tag import Tag, TagLook
from app.ui.parts.text import TextLook, text_label
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import CONTROL_RADIUS, HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme

_LOOKS = {
    TaskStatus.NOT_STARTED: TagLook.PLAIN,
    TaskStatus.IN_PROGRESS: TagLook.ACTIVE,
    TaskStatus.DONE: TagLook.GOOD,
    TaskStatus.CANNOT_START: TagLook.QUIET,
    TaskStatus.DOES_NOT_APPLY: TagLook.QUIET,
}


def status_tag(status: TaskStatus) -> Tag:
    """The tag of a status."""
    return Tag(status.value, _LOOKS[status])


class TaskRow(WrappingButton):
    """A link as wide as the list; `below` says more about the task."""

    def __init__(self, words: str, status: TaskStatus, below: str = "") -> None:
        super().__init__()
        speak_as(self, Spoken.LINK)
        self.words = words
        self.tag = status_tag(status)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, HALF_SPACE + 2, SPACE, HALF_SPACE + 2)
        row.setSpacing(SPACE + HALF_SPACE)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        labels = [text_label(words, TextLook.LINK)]
        if below:
            labels.append(text_label(below, TextLook.SMALL))
        for label in labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(label)
        row.addLayout(texts, 1)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(", ".join(part for part in (words, status.value, below) if part))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() or self.isDown():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current_theme().roles.accent_tint))
            painter.drawRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)
