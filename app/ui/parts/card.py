"""Cards: a quiet frame around what belongs together, and the hairline that parts it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.marks import override
from app.ui.theme.measures import CARD_RADIUS, TRIPLE_SPACE
from app.ui.theme.theme import current_theme


class Card(QWidget):
    """A rounded frame with a column of contents in `body`; `is_dashed` says that something may be put here."""

    def __init__(self, parent: QWidget | None = None, *, is_dashed: bool = False) -> None:
        super().__init__(parent)
        self._is_active = False
        self._is_dashed = is_dashed
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE)
        self.body.setSpacing(0)

    @property
    def is_active(self) -> bool:
        """Whether the edge is bold."""
        return self._is_active

    def set_active(self, is_active: bool) -> None:
        """Make the edge bold, or quiet again."""
        if is_active != self._is_active:
            self._is_active = is_active
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(self, is_active=self._is_active, is_dashed=self._is_dashed)


def paint_card(widget: QWidget, *, is_active: bool = False, is_dashed: bool = False) -> None:
    """Draw the frame of a card around a widget that is being painted."""
    roles = current_theme().roles
    width = 2.0 if is_active else 1.0
    pen = QPen(QColor(roles.accent if is_active else roles.line), width)
    if is_dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(QColor(roles.page if is_dashed else roles.card))
    edge = QRectF(widget.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(edge, CARD_RADIUS, CARD_RADIUS)


class Hairline(QWidget):
    """A thin line between parts of a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(current_theme().roles.line))
