"""The line above a slide, and the buttons of the line below it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.ui.projector.big_text import BigText, quiet_tint, set_text
from app.ui.projector.big_type import BigType
from app.ui.theme.theme import current_theme

_ENDLESS = 100_000


class BarButton(QAbstractButton):
    """A button in the line below. A press leaves the focus where it is; Tab reaches it."""

    def __init__(self, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._type = BigType()
        self.setText(words)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def pixels(self) -> int:
        """How high its letters are set."""
        return self._type.quiet

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
        found = set_text(self.text(), self._type.quiet, _ENDLESS, is_bold=True)
        return QSize(found.width + 2 * self._side, found.height)

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
        painter.setPen(QPen(QColor(roles.control), ink))
        painter.setBrush(QColor(roles.accent_tint if self.underMouse() else roles.card))
        painter.drawRoundedRect(around.adjusted(ink / 2, ink / 2, -ink / 2, -ink / 2), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for inset, ink, colour in ((line / 2, line, roles.focus), (line * 1.25, line / 2, roles.focus_outline)):
                painter.setPen(QPen(QColor(colour), ink))
                painter.drawRoundedRect(around.adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.setPen(QColor(roles.accent_dark))
        found = set_text(self.text(), self._type.quiet, _ENDLESS, is_bold=True)
        found.layout.draw(painter, QRectF(self._side, 0, 0, 0).topLeft())

    @property
    def _side(self) -> int:
        return round(self._type.quiet * 0.3)


class HeadLine(QWidget):
    """Where one is, at the left, and how far, at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._type = BigType()
        self.left = BigText(size="quiet", tint=quiet_tint)
        self.right = BigText(size="quiet", tint=quiet_tint)
        for text in (self.left, self.right):
            text.setParent(self)

    def show_words(self, left: str, right: str) -> None:
        """Say where this is."""
        self.left.show_text(left)
        self.right.show_text(right)
        self._place()

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
        return max(width - self.right.natural_width() - self._type.gap, 1)

    def _place(self) -> None:
        width, right = self.width(), self.right.natural_width()
        self.left.setGeometry(0, 0, self._room(width), self.height())
        self.right.setGeometry(width - right, 0, right, self.height())
