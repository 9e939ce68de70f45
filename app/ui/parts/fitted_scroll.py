"""A part that is as high as what it says, up to a limit, and scrolls beyond it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from app.ui.parts.flowing_column import FlowingColumn
from app.ui.parts.scroll_area import ScrollArea
from app.ui.theme.measures import CONTROL_RADIUS, SPACE
from app.ui.theme.theme import current_theme

_LEAST_HEIGHT = 8 * SPACE


class FittedScroll(ScrollArea):
    """Put parts into `body`, and call `fit` when their words or the room have changed.

    One that ``is_framed`` stands on a ground of its own with a line around it.
    """

    def __init__(self, *, is_framed: bool = False) -> None:
        super().__init__()
        self._is_framed = is_framed
        self._wished = 0
        holder = FlowingColumn()
        self.body: QVBoxLayout = holder.body
        self.setWidget(holder)
        # The viewport draws the ground with its round corners.
        holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def fit(self, width: int, most: int) -> None:
        """Be as high as what it says at a width, but no higher than so many pixels."""
        whole = self.body.totalHeightForWidth(width) + 2
        # Left to itself, Qt keeps a bar that was needed once, because beside it words need more lines.
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if whole > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        wished = max(min(whole, most), 0)
        if wished != self._wished:
            self._wished = wished
            self.setMaximumHeight(wished)
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wished)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._wished, _LEAST_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_framed:
            return
        roles = current_theme().roles
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(roles.line))
        painter.setBrush(QColor(roles.page))
        edge = QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, CONTROL_RADIUS, CONTROL_RADIUS)
