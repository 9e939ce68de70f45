"""Tabs: one of a few views, as words with a line below the chosen one, or as segments of one button."""

from enum import Enum
from typing import assert_never

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar

from app.marks import override
from app.ui.theme.measures import CONTROL_RADIUS, DOUBLE_SPACE, HALF_SPACE, SPACE, TypeSize
from app.ui.theme.theme import current_theme

_LINE = 3


class TabsLook(Enum):
    """How tabs are drawn."""

    LINE = "line"
    SEGMENTS = "segments"


class Tabs(QTabBar):
    """One stop of the Tab key; the arrow keys move between the words. ``currentChanged`` tells of a choice."""

    def __init__(self, words: tuple[str, ...], look: TabsLook, name: str) -> None:
        super().__init__()
        self._look = look
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for each in words:
            self.addTab(each)

    def set_words(self, place: int, words: str, spoken: str = "") -> None:
        """Show other words on a tab, counted from 0; ``spoken`` says them to a screen reader."""
        if self.tabText(place) != words:
            self.setTabText(place, words)
        self.setAccessibleTabName(place, spoken or words)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(self._font(is_chosen=True))
        beside, above = _room(self._look)
        return QSize(metrics.horizontalAdvance(self.tabText(index)) + 2 * beside, metrics.height() + 2 * above)

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(self._font(is_chosen=True))
        return QSize(6 * metrics.averageCharWidth(), self.tabSizeHint(index).height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange} and hasattr(self, "_look"):
            # Tabs keep their sizes until a word or an icon of one of them changes.
            self.setIconSize(QSize(current_theme().icon_size(), current_theme().icon_size()))
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self.count()):
            self._paint_tab(painter, place, self.tabRect(place))
        if self._look is TabsLook.SEGMENTS:
            painter.setPen(QPen(QColor(current_theme().roles.control), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            whole = QRectF(self.tabRect(0).united(self.tabRect(self.count() - 1))).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(whole, CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_tab(self, painter: QPainter, place: int, where: QRect) -> None:
        roles = current_theme().roles
        is_chosen = place == self.currentIndex()
        is_pointed_at = where.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
        font = self._font(is_chosen=is_chosen)
        colour = roles.text if is_pointed_at else roles.secondary
        match self._look:
            case TabsLook.LINE:
                colour = roles.accent if is_chosen else colour
                if is_chosen:
                    line = QRectF(where.left(), where.bottom() + 1 - _LINE, where.width(), _LINE)
                    painter.fillRect(line, QColor(roles.accent))
            case TabsLook.SEGMENTS:
                colour = roles.accent_dark if is_chosen else colour
                if is_chosen:
                    painter.setPen(QPen(QColor(roles.accent), 1.5))
                    painter.setBrush(QColor(roles.accent_tint))
                    inset = QRectF(where).adjusted(1, 1, -1, -1)
                    painter.drawRoundedRect(inset, CONTROL_RADIUS - 1, CONTROL_RADIUS - 1)
            case _:
                assert_never(self._look)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        words = QFontMetrics(font).elidedText(self.tabText(place), Qt.TextElideMode.ElideRight, where.width() - SPACE)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)

    def _font(self, *, is_chosen: bool) -> QFont:
        size = TypeSize.BODY if self._look is TabsLook.LINE else TypeSize.SMALL
        return current_theme().font(size, is_bold=is_chosen)


def _room(look: TabsLook) -> tuple[int, int]:
    """Pixels beside and above the words."""
    match look:
        case TabsLook.LINE:
            return DOUBLE_SPACE, DOUBLE_SPACE + 2
        case TabsLook.SEGMENTS:
            return SPACE + HALF_SPACE, HALF_SPACE + 2
        case _:
            assert_never(look)
