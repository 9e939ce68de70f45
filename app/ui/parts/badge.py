"""A small pill with a count; for errors and warnings with their mark, so that colour is never alone."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.marks import override
from app.ui.icons import icon_pixmap
from app.ui.parts.strip import Tone, mark_tint, tone_icon
from app.ui.theme.measures import HALF_SPACE, SPACE, TypeSize
from app.ui.theme.roles import Roles
from app.ui.theme.theme import current_theme

_MARK = 13


class Badge(QWidget):
    """Without a text it hides. What it counts is said by the part that holds it."""

    def __init__(self, tone: Tone | None = None) -> None:
        super().__init__()
        self._tone = tone
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = current_theme()
        metrics = QFontMetrics(theme.font(TypeSize.SMALL, is_bold=self._tone is not None))
        mark = theme.icon_size(_MARK) + HALF_SPACE - 1 if self._tone is not None else 0
        height = metrics.height() + HALF_SPACE
        return QSize(max(metrics.horizontalAdvance(self._text) + mark + 2 * SPACE - 2, height), height)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        ground, text = _colours(self._tone, theme.roles)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        inside: QRect = self.rect()
        if self._tone is not None:
            pixels = theme.icon_size(_MARK)
            mark = icon_pixmap(theme, tone_icon(self._tone), mark_tint(self._tone)(theme.roles), pixels)
            painter.drawPixmap(SPACE - 2, (self.height() - pixels) // 2, mark)
            inside = inside.adjusted(SPACE + pixels - HALF_SPACE, 0, 0, 0)
        painter.setFont(theme.font(TypeSize.SMALL, is_bold=self._tone is not None))
        painter.setPen(QColor(text))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self._text)


def _colours(tone: Tone | None, roles: Roles) -> tuple[str, str]:
    """The ground and the text."""
    match tone:
        case Tone.ERROR:
            return roles.danger_tint, roles.danger
        case Tone.WARNING:
            return roles.warning_tint, roles.text
        case Tone.SUCCESS:
            return roles.success_tint, roles.success
        case Tone.NOTE:
            return roles.note_tint, roles.text
        case None:
            return roles.page, roles.secondary
