"""The mark of the chosen block on a page: a tint over its words, a frame around them, and the bar of all marks."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.services.previews import PageBand
from app.ui.theme.measures import HALF_SPACE, SPACE
from app.ui.theme.roles import LIGHT

#: Points of paper between the words and the frame above and below them: the blocks around stay outside.
_AIR = 2.5
_LINE = 1.5
#: Paper is white in every look. The tint is that of marks in text; the frame is told from both at 3 to 1 and more.
TINT, FRAME = LIGHT.highlight, LIGHT.secondary


def frame_of(band: PageBand, page: QRect, scale: float) -> QRectF:
    """What frames a band of a page that stands here in a view, at so many pixels a point."""
    left, right = (page.left() + share * page.width() for share in (band.left, band.right))
    top, bottom = (page.top() + share * page.height() for share in (band.top, band.bottom))
    return QRectF(left, top, right - left, bottom - top).adjusted(-2 * SPACE, -_AIR * scale, SPACE, _AIR * scale)


def paint_mark(painter: QPainter, frame: QRectF) -> None:
    """Mark what is inside of a frame; letters stay as dark as they are."""
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(frame, QColor(TINT))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.fillRect(QRectF(frame.left(), frame.top(), HALF_SPACE, frame.height()), QColor(LIGHT.warning))
    painter.setPen(QPen(QColor(FRAME), _LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)
    painter.restore()
