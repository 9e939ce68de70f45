"""Paints the tinted ground with a bar at its left that strips and bands stand on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.ui.theme.measures import HALF_SPACE
from app.ui.theme.roles import HIGH_CONTRAST
from app.ui.theme.theme import current_theme


def paint_band(
    painter: QPainter,
    place: QRectF,
    ground: str,
    bar: str,
    *,
    bar_width: float = HALF_SPACE,
    radius: float = HALF_SPACE + 2,
) -> None:
    """A ground with round corners in one colour, and a bar in another; in high contrast with a line around both."""
    roles = current_theme().roles
    shape = QPainterPath()
    shape.addRoundedRect(place, radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    painter.fillRect(place, QColor(ground))
    painter.fillRect(QRectF(place.left(), place.top(), bar_width, place.height()), QColor(bar))
    if roles == HIGH_CONTRAST:
        # There the ground alone does not part it from the page. Half of the line is outside, and cut.
        painter.setPen(QPen(QColor(roles.line), 2))
        painter.drawPath(shape)
    painter.restore()
