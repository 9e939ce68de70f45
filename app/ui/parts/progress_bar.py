"""Progress through the steps: one segment for each, full, in part, or empty."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.marks import override
from app.ui.parts.text import tooltip_text
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import SPACE
from app.ui.theme.roles import HIGH_CONTRAST
from app.ui.theme.theme import current_theme

_THICKNESS = 6
#: The least that is seen of a part that is filled or not, in heights of the bar: less would look like a fault.
_LEAST = 2


class ProgressBar(QWidget):
    """Segments beside each other, each filled by a share from 0.0 to 1.0; `words` say the same to a reader."""

    def __init__(self, shares: Sequence[float] = (), words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_as(self, Spoken.PICTURE)
        self._shares: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(shares, words)

    def show_progress(self, shares: Sequence[float], words: str) -> None:
        """Show other shares."""
        self._shares = tuple(min(max(share, 0.0), 1.0) for share in shares)
        self.setAccessibleName(words)
        self.setToolTip(tooltip_text(words))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(20 * SPACE, current_theme().icon_size(_THICKNESS))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shares:
            return
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = len(self._shares)
        gap = SPACE - 2
        width = (self.width() - gap * (count - 1)) / count
        radius = self.height() / 2
        for position, share in enumerate(self._shares):
            segment = QRectF(position * (width + gap), 0, width, self.height())
            painter.setPen(QColor(roles.line))
            # In high contrast an outline alone: filled, what is still to do would be brighter than what is done.
            painter.setBrush(QColor(roles.page if roles == HIGH_CONTRAST else roles.line))
            painter.drawRoundedRect(segment.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            if share > 0:
                shape = QPainterPath()
                shape.addRoundedRect(segment, radius, radius)
                filled = QPainterPath()
                filled.addRect(segment.x(), 0, self.filled_width(share, width), self.height())
                painter.fillPath(shape.intersected(filled), QColor(roles.success if share >= 1 else roles.accent))

    def filled_width(self, share: float, width: float) -> float:
        """Pixels that are filled of a segment this wide; little done, and little left, are still to be seen."""
        if not 0 < share < 1:
            return width * share
        least = _LEAST * self.height()
        return min(max(width * share, least), max(width - least, least))
