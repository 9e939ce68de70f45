"""A tag that says in a word or two how something stands; its words say all, colour and mark only help the eye."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.marks import override
from app.ui.icons import Icon, icon_pixmap
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import HALF_SPACE, SPACE, TypeSize
from app.ui.theme.roles import HIGH_CONTRAST, Roles
from app.ui.theme.theme import current_theme

_MARK = 13


class TagLook(Enum):
    """How much a tag asks to be seen."""

    QUIET = "quiet"
    """Only an edge: nothing can or need be done."""
    PLAIN = "plain"
    ACTIVE = "active"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


class Tag(QWidget):
    """A few words in a rounded field. It grows with the text and never breaks or cuts its words."""

    def __init__(self, words: str, look: TagLook) -> None:
        super().__init__()
        speak_as(self, Spoken.TEXT)
        self.words = words
        self._look = look
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(_font())
        return QSize(metrics.horizontalAdvance(self.words) + self._mark_room() + 2 * SPACE, metrics.height() + SPACE)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        ground, text, edge = _colours(self._look, theme.roles)
        if theme.roles == HIGH_CONTRAST:
            # There everything has a line around it; without one what is urgent would be the least to be seen.
            edge = theme.roles.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HALF_SPACE + 1, HALF_SPACE + 1)
        mark = _MARKS.get(self._look)
        if mark is not None:
            pixels = theme.icon_size(_MARK)
            painter.drawPixmap(SPACE - 1, (self.height() - pixels) // 2, icon_pixmap(theme, mark, text, pixels))
        painter.setFont(_font())
        painter.setPen(QColor(text))
        inside = self.rect().adjusted(SPACE + self._mark_room(), 0, -SPACE, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.words)

    def _mark_room(self) -> int:
        return current_theme().icon_size(_MARK) + HALF_SPACE if self._look in _MARKS else 0


_MARKS = {TagLook.GOOD: Icon.CHECK, TagLook.WARNING: Icon.WARNING, TagLook.BAD: Icon.ERROR}


def _font() -> QFont:
    return current_theme().font(TypeSize.SMALL, is_bold=True)


def _colours(look: TagLook, roles: Roles) -> tuple[str, str, str]:
    """The ground, the words and the edge."""
    match look:
        case TagLook.QUIET:
            return roles.card, roles.secondary, roles.line
        case TagLook.PLAIN:
            return roles.page, roles.text, roles.line
        case TagLook.ACTIVE:
            return roles.note_tint, roles.accent_dark, roles.note_tint
        case TagLook.GOOD:
            return roles.success_tint, roles.success, roles.success_tint
        case TagLook.WARNING:
            return roles.warning_tint, roles.text, roles.warning_tint
        case TagLook.BAD:
            return roles.danger_tint, roles.danger, roles.danger_tint
