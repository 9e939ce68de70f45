"""The callout of the tour, which says one thing with buttons to go on, and the frame around what it is about."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.marks import override
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.parts.veil import veil_colour
from app.ui.theme.measures import CARD_RADIUS, CONTROL_RADIUS, DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme
from app.ui.tour.placing import GAP, Side, Standing, place_callout

_WIDTH = 336
_BEAK = 12
_LINE = 2


class Callout(QWidget):
    """Lies over the window without keeping anyone from it; the margin around it holds the beak."""

    next_wished = Signal()
    back_wished = Signal()
    skip_wished = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._side = Side.NOWHERE
        self._aim = QPoint()
        self.count = text_label("", TextLook.SMALL)
        self.title = text_label("", TextLook.QUESTION)
        self.words = text_label("")
        self.next = Button("Next", ButtonLook.PRIMARY)
        self.back = Button("Back")
        self.skip = Button("Skip the tour", ButtonLook.LINK, tip="Skip the tour (Esc)")
        buttons = QWidget()
        flow = ArrangedLayout(Flow(SPACE + HALF_SPACE), buttons)
        for button in (self.next, self.back, self.skip):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        edge = DOUBLE_SPACE + _BEAK
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(HALF_SPACE)
        for part in (self.count, self.title, self.words):
            column.addWidget(part)
        column.addSpacing(SPACE)
        column.addWidget(buttons)
        self.next.clicked.connect(self.next_wished)
        self.back.clicked.connect(self.back_wished)
        self.skip.clicked.connect(self.skip_wished)
        follow_layout(self)
        self.hide()

    def show_step(self, number: int, total: int, title: str, words: str) -> None:
        """Say this; the first step has no way back, and after the last there is nothing to skip."""
        self.count.setText(f"Tour, {number} of {total}")
        self.title.setText(title)
        self.words.setText(words)
        self.back.setVisible(number > 1)
        self.skip.setVisible(number < total)
        is_last = number == total
        self.next.set_text("Done" if is_last else "Next", "End the tour" if is_last else "Next part of the tour")
        self.next.setAccessibleDescription(f"{title}. {words}")
        self.setAccessibleName(f"Tour, {number} of {total}: {title}")
        self.setAccessibleDescription(words)

    def stand_by(self, target: QRect | None, window: QRect) -> Standing:
        """Take the place beside a target, in the coordinates of the window."""
        width = min(round(_WIDTH * (1 + (current_theme().text_scale - 1) * 0.5)), window.width() - 2 * GAP)
        outer = width + 2 * _BEAK
        layout = self.layout()
        height = layout.heightForWidth(outer) - 2 * _BEAK if layout is not None else 0
        standing = place_callout(QSize(width, height), target, window)
        around = QRect(standing.corner, QSize(width, height)).adjusted(-_BEAK, -_BEAK, _BEAK, _BEAK)
        aim = target.center() if target is not None else QPoint()
        if around != self.geometry() or standing.side is not self._side or aim != self._aim:
            self._side, self._aim = standing.side, aim
            self.setGeometry(around)
            self.update()
        return standing

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skip_wished.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        box = QRectF(self.rect()).adjusted(_BEAK, _BEAK, -_BEAK, -_BEAK)
        shape = QPainterPath()
        shape.addRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        beak = QPainterPath()
        beak.addPolygon(self._beak(box))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(roles.accent), _LINE))
        painter.setBrush(QColor(roles.card))
        painter.drawPath(shape.united(beak))

    def _beak(self, box: QRectF) -> QPolygonF:
        """Three points whose middle one looks at the target; none where the callout stands beside nothing."""
        aim = QPointF(self._aim - self.pos())
        inset = CARD_RADIUS + _BEAK
        along_y = min(max(aim.y(), box.top() + inset), box.bottom() - inset)
        along_x = min(max(aim.x(), box.left() + inset), box.right() - inset)
        tip = float(_BEAK - _LINE)
        match self._side:
            case Side.RIGHT:
                base, point, across = QPointF(box.left(), along_y), QPointF(-tip, 0), QPointF(0, tip)
            case Side.LEFT:
                base, point, across = QPointF(box.right(), along_y), QPointF(tip, 0), QPointF(0, tip)
            case Side.BELOW:
                base, point, across = QPointF(along_x, box.top()), QPointF(0, -tip), QPointF(tip, 0)
            case Side.ABOVE:
                base, point, across = QPointF(along_x, box.bottom()), QPointF(0, tip), QPointF(tip, 0)
            case Side.NOWHERE:
                return QPolygonF()
        return QPolygonF([base - across, base + point, base + across, base - across])


class Frame(QWidget):
    """A line around what a callout is about, and a veil over all else; it lets every click through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.around = QRect()
        """What the line goes round, in the coordinates of the window; nothing while nothing can be pointed at."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_around(self, target: QRect | None, window: QRect) -> None:
        """Stand around a target in the coordinates of the window, or around nothing."""
        around = QRect()
        if target is not None:
            around = target.adjusted(-HALF_SPACE, -HALF_SPACE, HALF_SPACE, HALF_SPACE) & window
        if (around, window) != (self.around, self.geometry()):
            self.around = around
            self.setGeometry(window)
            self.update()
        self.show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        beyond, inside = QPainterPath(), QPainterPath()
        beyond.addRect(QRectF(self.rect()))
        edge = QRectF(self.around).adjusted(1.5, 1.5, -1.5, -1.5)
        if not self.around.isEmpty():
            inside.addRoundedRect(edge, CONTROL_RADIUS, CONTROL_RADIUS)
        painter.fillPath(beyond.subtracted(inside), veil_colour())
        if not self.around.isEmpty():
            painter.setPen(QPen(QColor(current_theme().roles.accent), _LINE + 1))
            painter.drawRoundedRect(edge, CONTROL_RADIUS, CONTROL_RADIUS)
