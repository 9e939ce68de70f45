"""The way to where the user is, on one line: the last part in bold, what does not fit ends in an ellipsis."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.ui.parts.text import tooltip_text
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import TypeSize
from app.ui.theme.theme import current_theme

_BETWEEN = " › "


class WayLabel(QWidget):
    """The parts before the last one go first where there is no room for all."""

    def __init__(self) -> None:
        super().__init__()
        speak_as(self, Spoken.TEXT)
        self._before = ""
        self._last = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_way(self, parts: tuple[str, ...]) -> None:
        """Show these parts, from the outside in."""
        self._before = "".join(f"{part}{_BETWEEN}" for part in parts[:-1])
        self._last = parts[-1] if parts else ""
        self.setAccessibleName(_BETWEEN.join(parts))
        self.setToolTip(tooltip_text(_BETWEEN.join(parts)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(current_theme().font(TypeSize.BODY, is_bold=True))
        return QSize(metrics.horizontalAdvance(self._before + self._last), metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        plain, bold = theme.font(TypeSize.BODY), theme.font(TypeSize.BODY, is_bold=True)
        last_width = QFontMetrics(bold).horizontalAdvance(self._last)
        before = self._before if QFontMetrics(plain).horizontalAdvance(self._before) + last_width < self.width() else ""
        left = 0
        for text, font, colour in ((before, plain, theme.roles.secondary), (self._last, bold, theme.roles.text)):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            room = QRect(left, 0, self.width() - left, self.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            left += metrics.horizontalAdvance(text)
