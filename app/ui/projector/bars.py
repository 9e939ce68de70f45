"""The line above a slide and the line below it: where one is, how the answer stands, and what can be pressed."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.ui.projector.big_text import BigText, quiet_tint, set_text
from app.ui.projector.big_type import BigType
from app.ui.theme.theme import current_theme

_ENDLESS = 100_000


class BarButton(QAbstractButton):
    """A quiet button in the line below. A press leaves the focus where it is; Tab reaches it."""

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
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.accent_tint))
            painter.drawRoundedRect(around, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for inset, ink, colour in ((line / 2, line, roles.focus), (line * 1.25, line / 2, roles.focus_outline)):
                painter.setPen(QPen(QColor(colour), ink))
                painter.drawRoundedRect(around.adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.setPen(QColor(roles.secondary if self.isEnabled() else roles.disabled))
        found = set_text(self.text(), self._type.quiet, _ENDLESS, is_bold=True)
        found.layout.draw(painter, QRectF(self._side, 0, 0, 0).topLeft())

    @property
    def _side(self) -> int:
        return round(self._type.quiet * 0.35)


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


class FootLine(QWidget):
    """How the answer stands at the left; the page, the way on, the keys and the way out at the right."""

    previous_wished = Signal()
    next_wished = Signal()
    keys_wished = Signal()
    close_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._type = BigType()
        self.state = BigText(size="quiet", tint=quiet_tint)
        self.page = BigText(size="quiet", is_bold=True)
        self.previous = BarButton("‹", "Previous", self)
        self.next = BarButton("›", "Next", self)
        self.keys = BarButton("Keys", "Show the keys", self)
        self.close_button = BarButton("Close", "Back to the window", self)
        for text in (self.state, self.page):
            text.setParent(self)
        self.previous.clicked.connect(self.previous_wished)
        self.next.clicked.connect(self.next_wished)
        self.keys.clicked.connect(self.keys_wished)
        self.close_button.clicked.connect(self.close_wished)

    @property
    def buttons(self) -> tuple[BarButton, ...]:
        """What can be pressed."""
        return (self.previous, self.next, self.keys, self.close_button)

    def show_state(self, words: str) -> None:
        """Say how the answer stands."""
        self.state.show_text(words)
        self._place()

    def show_page(self, page: int, pages: int) -> None:
        """Say which page this is, counted from 0; nothing where there is only one."""
        self.page.show_text(f"Page {page + 1} of {pages}" if pages > 1 else "")
        self._place()

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        self._type = big
        for text in (self.state, self.page):
            text.set_type(big)
        for button in self.buttons:
            button.set_type(big)

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        return max(self.state.height_in(self._room(width)), self.next.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _room(self, width: int) -> int:
        # Room for the page is kept in any case, so that nothing moves when there is more than one.
        widest = set_text("Page 10 of 10", self._type.quiet, _ENDLESS, is_bold=True).width
        buttons = sum(each.sizeHint().width() for each in self.buttons)
        return max(width - buttons - widest - 2 * self._type.gap, 1)

    def _place(self) -> None:
        left = self.width()
        for button in reversed(self.buttons):
            hint = button.sizeHint()
            left -= hint.width()
            button.setGeometry(left, 0, hint.width(), hint.height())
        page = self.page.natural_width()
        self.page.setGeometry(left - self._type.gap - page, 0, page, self.next.sizeHint().height())
        self.state.setGeometry(0, 0, self._room(self.width()), self.height())
