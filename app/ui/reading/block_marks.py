"""Draws the marks beside the blocks of a text on screen: what a question is about, what changed, what is chosen."""

from collections.abc import Collection

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QTextEdit

from app.ui.parts.band import paint_band
from app.ui.reading.composing import Composed
from app.ui.theme.measures import HALF_SPACE
from app.ui.theme.theme import current_theme


def paint_block_marks(view: QTextEdit, composed: Composed, barred: Collection[int], lit: Collection[int]) -> None:
    """Put a bar beside these blocks of the body, counted from 0, and a ground under those that are lit as well."""
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index in barred:
        _paint_mark(painter, _rect_of(view, composed, index), is_lit=index in lit)
    painter.end()


def _paint_mark(painter: QPainter, place: QRectF, *, is_lit: bool) -> None:
    roles = current_theme().roles
    if is_lit:
        paint_band(painter, place, roles.highlight, roles.warning)
        return
    shape = QPainterPath()
    shape.addRoundedRect(place, HALF_SPACE + 2, HALF_SPACE + 2)
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(QRectF(place.left(), place.top(), HALF_SPACE, place.height()), QColor(roles.warning))
    painter.restore()


def _rect_of(view: QTextEdit, composed: Composed, index: int) -> QRectF:
    """Where a block of the body stands in the viewport, with a little room around it."""
    text, layout = composed.text, composed.text.documentLayout()
    around = QRectF()
    for position in (composed.starts[index], max(composed.ends[index] - 1, 0)):
        around |= layout.blockBoundingRect(text.findBlock(position))
    scrolled = view.verticalScrollBar().value()
    top, bottom = around.top() - scrolled - HALF_SPACE, around.bottom() - scrolled + HALF_SPACE
    return QRectF(HALF_SPACE, top, view.viewport().width() - 2 * HALF_SPACE, bottom - top)
