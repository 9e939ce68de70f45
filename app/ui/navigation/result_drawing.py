"""Draws the rows of results, letter for letter: the words that match bold, and whatever is long in several lines."""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.marks import override
from app.services.search.finding import Piece
from app.ui.navigation.result_rows import HeadingRow, Index, MoreRow, ResultRow, ResultRows, Row
from app.ui.theme.measures import CONTROL_RADIUS, DOUBLE_SPACE, HALF_SPACE, SPACE, TypeSize
from app.ui.theme.theme import current_theme

_ABOVE_HEADING = SPACE + HALF_SPACE
_BETWEEN = 2
#: Bold words take at most so many times the width of plain ones.
_BOLDER = 1.15


class ResultDrawing(QStyledItemDelegate):
    """Knows how high each row is at the width of its list."""

    def __init__(self, rows: ResultRows) -> None:
        super().__init__(rows)
        self._rows = rows
        self._heights: dict[tuple[int, int, float], int] = {}
        rows.modelReset.connect(self._heights.clear)

    def height(self, place: int, width: int) -> int:
        """Pixels that the row at a place takes in a list so wide."""
        key = (place, width, current_theme().text_scale)
        if key not in self._heights:
            self._heights[key] = _height(self._rows.rows[place], _room(width), is_first=place == 0)
        return self._heights[key]

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self.width(option.widget.width())
        return QSize(width, self.height(index.row(), width))

    def width(self, list_width: int) -> int:
        """Pixels for the rows of a list so wide. Room for a scroll bar is always kept, so that none has to move."""
        return list_width - self._bar_width()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.rows[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        width = self.width(option.widget.width())
        roles = current_theme().roles
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            ground = QRectF(rect).adjusted(HALF_SPACE, 0, -HALF_SPACE, 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.accent_tint))
            painter.drawRoundedRect(ground, CONTROL_RADIUS, CONTROL_RADIUS)
            painter.setBrush(QColor(roles.accent))
            bar = QRectF(ground.left(), ground.top() + HALF_SPACE, HALF_SPACE, ground.height() - SPACE)
            painter.drawRoundedRect(bar, 2, 2)
        top: float = rect.top() + HALF_SPACE + (_ABOVE_HEADING if _is_later_heading(row, index.row()) else 0)
        for pieces, font, colour, strong in _lines(row):
            layout, height = laid_out(pieces, font, QColor(strong), _room(width))
            painter.setPen(QColor(colour))
            layout.draw(painter, QPointF(rect.left() + DOUBLE_SPACE, top))
            top += height + _BETWEEN
        painter.restore()

    def _bar_width(self) -> int:
        bar = QApplication.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return min(bar, DOUBLE_SPACE)


def _is_later_heading(row: Row, place: int) -> bool:
    return isinstance(row, HeadingRow) and place > 0


def _room(width: int) -> int:
    return max(width - 2 * DOUBLE_SPACE, 1)


def _height(row: Row, width: int, *, is_first: bool) -> int:
    heights = [_line_height(pieces, font, width) for pieces, font, _, _ in _lines(row)]
    above = 0 if is_first or not isinstance(row, HeadingRow) else _ABOVE_HEADING
    return round(sum(heights)) + _BETWEEN * (len(heights) - 1) + 2 * HALF_SPACE + above


_Line = tuple[Sequence[Piece], QFont, str, str]


def _lines(row: Row) -> list[_Line]:
    """What a row says, each part with its font, its colour, and the colour of what matches."""
    theme = current_theme()
    roles = theme.roles
    match row:
        case HeadingRow():
            return [((Piece(row.words),), theme.font(TypeSize.SMALL, is_bold=True), roles.accent_dark, roles.text)]
        case MoreRow():
            return [((Piece(row.words),), theme.font(TypeSize.SMALL), roles.accent, roles.text)]
        case ResultRow():
            lines: list[_Line] = [(row.result.title, theme.font(TypeSize.BODY), roles.text, roles.text)]
            if row.detail:
                lines.append((row.detail, theme.font(TypeSize.SMALL), roles.secondary, roles.text))
            return lines
        case _:
            assert_never(row)


def _line_height(pieces: Sequence[Piece], font: QFont, width: int) -> float:
    """How high pieces stand at a width; what surely fits into one line is not laid out only to learn that."""
    text = "".join(piece.text for piece in pieces)
    metrics = QFontMetricsF(font)
    if text.isascii() and metrics.horizontalAdvance(text) * _BOLDER < width:
        return metrics.height() + max(metrics.leading(), 1.0)
    return laid_out(pieces, font, QColor(), width)[1]


def laid_out(pieces: Sequence[Piece], font: QFont, strong: QColor, width: int) -> tuple[QTextLayout, float]:
    """Pieces broken into lines of a width in pixels, and how high they stand."""
    text = "".join(piece.text for piece in pieces)
    layout = QTextLayout(text, font)
    layout.setFormats(_formats(pieces, strong))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    leading = max(QFontMetricsF(font).leading(), 1.0)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() + leading
    layout.endLayout()
    return layout, height


def _formats(pieces: Sequence[Piece], strong: QColor) -> list[QTextLayout.FormatRange]:
    found = []
    start = 0
    for piece in pieces:
        # Qt counts a character beyond the first 65,536 as two.
        length = len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
        if piece.is_match:
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            bold.setForeground(strong)
            found_range = QTextLayout.FormatRange()
            found_range.start, found_range.length, found_range.format = start, length, bold
            found.append(found_range)
        start += length
    return found
