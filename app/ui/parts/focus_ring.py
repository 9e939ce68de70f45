"""The ring around whatever has the focus: a dark line with a broad yellow one outside, in every theme."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from app.marks import override
from app.ui.parts.buttons import ButtonLook
from app.ui.theme.measures import CONTROL_RADIUS
from app.ui.theme.theme import current_theme

_INNER = 2
_OUTER = 3
_REACH = _INNER + _OUTER
#: Pixels between the letters of a link and the ring, to its left and right.
_AIR = 4

#: A widget with this property true wears the ring for the control inside it.
WEARS_RING = "wears_ring"

_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


class FocusRing(QWidget):
    """Lies over one window, follows the focus in it, and lets every click through."""

    def __init__(self, window: QWidget, application: QApplication) -> None:
        super().__init__(window)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application.focusChanged.connect(self._on_focus_changed)
        self.hide()
        self._on_focus_changed(None, application.focusWidget())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._follow()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QRectF(self._around())
        seen = QRectF(self.rect())
        for distance, width, colour in (
            (_INNER / 2, _INNER, roles.focus_outline),
            (_INNER + _OUTER / 2, _OUTER, roles.focus),
        ):
            painter.setPen(QPen(QColor(colour), width))
            radius = CONTROL_RADIUS + distance
            reach = around.adjusted(-distance, -distance, distance, distance)
            painter.drawRoundedRect(_drawn_in(reach, around, seen, _REACH - distance), radius, radius)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = None
        if new is not None and new.window() is self.window():
            self._target = _wearer(new)
            step: QWidget | None = self._target
            while step is not None and step is not self.window():
                step.installEventFilter(self)
                self._watched.append(step)
                step = step.parentWidget()
        self._follow()

    def _follow(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        visible = self._visible_part()
        self.setGeometry(visible)
        self.raise_()
        self.setVisible(not visible.isEmpty())
        self.update()

    def _around(self) -> QRect:
        """The target in the coordinates of the ring, whole, even where a scroll area cuts it off."""
        if self._target is None or not isValid(self._target):
            return QRect()
        corner = self._target.mapTo(self.window(), QPoint(0, 0)) - self.pos()
        return _with_air(self._target, QRect(corner, self._target.size()))

    def _visible_part(self) -> QRect:
        """Where the ring may paint, in the coordinates of the window: not beyond an area that scrolls."""
        if self._target is None:
            return QRect()
        window = self.window()
        reach = _with_air(self._target, QRect(self._target.mapTo(window, QPoint(0, 0)), self._target.size()))
        reach.adjust(-_REACH, -_REACH, _REACH, _REACH)
        step = self._target.parentWidget()
        while step is not None and step is not window:
            area = step.parentWidget()
            if isinstance(area, QAbstractScrollArea) and step is area.viewport():
                reach &= QRect(step.mapTo(window, QPoint(0, 0)), step.size())
            step = area
        return reach & window.rect()


def _drawn_in(reach: QRectF, around: QRectF, seen: QRectF, inset: float) -> QRectF:
    """The line of a ring with each side that would be cut off drawn inside, over the edge of what it surrounds.

    A side at which the target itself is cut off stays away, so that one sees that it goes on there.
    """
    drawn = QRectF(reach)
    if seen.left() <= around.left():
        drawn.setLeft(max(reach.left(), seen.left() + inset))
    if seen.top() <= around.top():
        drawn.setTop(max(reach.top(), seen.top() + inset))
    if around.right() <= seen.right():
        drawn.setRight(min(reach.right(), seen.right() - inset))
    if around.bottom() <= seen.bottom():
        drawn.setBottom(min(reach.bottom(), seen.bottom() - inset))
    return drawn


def _with_air(target: QWidget, around: QRect) -> QRect:
    """A link has nothing but its letters, which the ring must not touch."""
    return around.adjusted(-_AIR, 0, _AIR, 0) if target.property("look") == ButtonLook.LINK else around


def _wearer(widget: QWidget) -> QWidget:
    """The nearest widget around this one that wears the ring for it; else the widget itself."""
    step: QWidget | None = widget
    while step is not None and not step.isWindow():
        if step.property(WEARS_RING):
            return step
        step = step.parentWidget()
    return widget
