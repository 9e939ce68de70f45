"""The mark of a step: its number in a circle, or a tick once nothing of the step is left."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.progress import Stage
from app.marks import override
from app.ui.icons import Icon, icon_pixmap
from app.ui.theme.measures import TypeSize
from app.ui.theme.theme import current_theme

_PIXELS = 26


class StepMark(QWidget):
    """The circle is quiet before the step is begun, in colour while it is under way, and filled when it is done."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._stage = Stage.NOT_STARTED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_stage(self, stage: Stage) -> None:
        """Show how far the step is."""
        self._stage = stage
        self.update()

    @override
    def sizeHint(self) -> QSize:
        size = current_theme().icon_size(_PIXELS)
        return QSize(size, size)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        roles = theme.roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self._stage is Stage.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.success))
            painter.drawEllipse(circle)
            size = round(circle.width() * 0.68)
            tick = icon_pixmap(theme, Icon.CHECK, roles.card, size)
            painter.drawPixmap(round((self.width() - size) / 2), round((self.height() - size) / 2), tick)
            return
        is_under_way = self._stage is Stage.UNDER_WAY
        painter.setPen(QPen(QColor(roles.accent if is_under_way else roles.control), 2))
        painter.setBrush(QColor(roles.card))
        painter.drawEllipse(circle)
        painter.setFont(theme.font(TypeSize.SMALL, is_bold=True))
        painter.setPen(QColor(roles.accent if is_under_way else roles.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
