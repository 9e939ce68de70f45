"""The line above a slide, and the buttons of the line below it."""

import re
from enum import Enum
from typing import assert_never

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.marks import override
from app.ui.projector.big_text import BigText, quiet_tint, set_text
from app.ui.projector.big_type import BigType, big_font
from app.ui.theme.roles import Roles
from app.ui.theme.theme import current_theme

_ENDLESS = 100_000
#: The height of a button in its letters: those that reach down stay clear of its edge.
_HEIGHT_OF_BUTTON = 1.48
#: The least width of a button, in the same letters.
_LEAST_WIDTH = 1.9


class Weight(Enum):
    """How much a button stands out."""

    STRONG = "strong"
    """What the meeting is there for."""
    CLEAR = "clear"
    """The way on."""
    PLAIN = "plain"
    QUIET = "quiet"
    """What is seldom wanted."""


class BarButton(QAbstractButton):
    """A button in the line below. A press leaves the focus where it is; Tab reaches it."""

    def __init__(self, words: str, name: str, parent: QWidget, weight: Weight = Weight.PLAIN) -> None:
        super().__init__(parent)
        self._type = BigType()
        self._weight = weight
        self.setText(words)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def pixels(self) -> int:
        """How high its letters are set."""
        return self._type.quiet

    @property
    def weight(self) -> Weight:
        """How much it stands out."""
        return self._weight

    def set_weight(self, weight: Weight) -> None:
        """Stand out so much."""
        if weight is not self._weight:
            self._weight = weight
            self.update()

    def show_words(self, words: str, name: str) -> None:
        """Say something else, and be called so for those who listen."""
        if (words, name) != (self.text(), self.accessibleName()):
            self.setText(words)
            self.setAccessibleName(name)
            self.update()

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        self._type = big
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_of(self.text()), round(self._type.quiet * _HEIGHT_OF_BUTTON))

    def width_of(self, words: str) -> int:
        """Pixels it would take with other words."""
        letters = set_text(words, self._type.quiet, _ENDLESS, is_bold=self._is_bold).width
        # A mark alone would be too narrow to hit.
        return max(letters + 2 * self._side, round(self._type.quiet * _LEAST_WIDTH) if words else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.click()
        else:
            event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.EnabledChange}:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._type.radius / 2
        line = self._type.line
        around = QRectF(self.rect())
        ink = max(line / 2, 1.0)
        edge, ground, letters = self._colours(roles)
        ink = line if self._weight is Weight.CLEAR else ink
        painter.setPen(QPen(QColor(edge), ink))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(around.adjusted(ink / 2, ink / 2, -ink / 2, -ink / 2), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for inset, ink, colour in (
                (line * 0.75, line * 1.5, roles.focus),
                (line * 1.75, line / 2, roles.focus_outline),
            ):
                painter.setPen(QPen(QColor(colour), ink))
                painter.drawRoundedRect(around.adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.setPen(QColor(letters))
        found = set_text(self.text(), self._type.quiet, _ENDLESS, is_bold=self._is_bold)
        # Capitals stand in the middle, not the line: it keeps more air above them than below.
        capitals = QFontMetricsF(big_font(self._type.quiet, is_bold=self._is_bold)).capHeight()
        top = (self.height() + capitals) / 2 - found.layout.lineAt(0).ascent()
        found.layout.draw(painter, QPointF((self.width() - found.width) / 2, top))

    def _colours(self, roles: Roles) -> tuple[str, str, str]:
        """Of the edge, the ground and the letters."""
        ground = roles.accent_tint if self.underMouse() else roles.card
        match self._weight:
            case Weight.STRONG:
                return roles.accent, roles.accent, roles.on_accent
            case Weight.CLEAR:
                return roles.accent, ground, roles.accent_dark
            case Weight.PLAIN:
                return roles.control, ground, roles.accent_dark
            case Weight.QUIET:
                return roles.control, ground, roles.secondary
            case _:
                assert_never(self._weight)

    @property
    def _is_bold(self) -> bool:
        return self._weight is not Weight.QUIET

    @property
    def _side(self) -> int:
        return round(self._type.quiet * 0.3)


class HeadLine(QWidget):
    """Where one is, at the left, and how far, at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._type = BigType()
        self._right_words = ""
        self._page_words = ""
        self.left = BigText(size="quiet", tint=quiet_tint)
        self.right = BigText(size="quiet", tint=quiet_tint)
        for text in (self.left, self.right):
            text.setParent(self)

    def show_words(self, left: str, right: str) -> None:
        """Say where this is."""
        self.left.show_text(left)
        self._right_words = right
        self._show_right()

    def show_page(self, page: int, pages: int) -> None:
        """Say which page this is, counted from 0; nothing where there is only one."""
        self._page_words = f"Page {page + 1} of {pages}" if pages > 1 else ""
        self._show_right()

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        self._type = big
        self.left.set_type(big)
        self.right.set_type(big)

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        return max(self.left.height_in(self._room(width)), self.right.height_in(self.right.natural_width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _room(self, width: int) -> int:
        # As wide as any page would need, so that the left keeps its lines when pages are turned.
        widest = set_text(re.sub(r"\d", "8", self.right.text()), self._type.quiet, _ENDLESS).width
        return max(width - max(widest, self.right.natural_width()) - self._type.gap, 1)

    def _show_right(self) -> None:
        self.right.show_text(" · ".join(each for each in (self._right_words, self._page_words) if each))
        self._place()

    def _place(self) -> None:
        width, right = self.width(), self.right.natural_width()
        self.left.setGeometry(0, 0, self._room(width), self.height())
        self.right.setGeometry(width - right, 0, right, self.height())
