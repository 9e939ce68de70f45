"""A veil over everything that a sheet lies on, so that the eye stays with the sheet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.marks import override
from app.ui.theme.theme import current_theme

#: How much the veil covers, of 255.
_THICKNESS = 150


def draw_veil(widget: QWidget) -> None:
    """Cover all of a widget; called while it is painted."""
    QPainter(widget).fillRect(widget.rect(), veil_colour())


def veil_colour() -> QColor:
    """What is laid over things so that they stand back, in the look that there is."""
    colour = QColor(current_theme().roles.page)
    colour.setAlpha(_THICKNESS)
    return colour


class Veil(QWidget):
    """Lies over a window and lets every click through to what is below."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def draw_over(self, window: QWidget) -> None:
        """Cover the window as large as it is now."""
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_veil(self)
