"""The sheet of the search: the line, the results below it, and what Enter would do."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.marks import override
from app.ui.navigation.result_list import ResultList
from app.ui.parts.card import Hairline
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import CARD_RADIUS, DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme


class SearchSheet(QWidget):
    """Takes as much height as its results need and its room allows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setProperty("look", "search")
        self.message = text_label("", TextLook.SECONDARY)
        self.results = ResultList()
        self.does = text_label("", TextLook.SMALL)
        self.count = text_label("", TextLook.SMALL, wraps=False)
        self._foot = QWidget()
        self._above, self._below = _padded(self.line), _padded(self.message)
        self._line_between = Hairline()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(DOUBLE_SPACE, SPACE, DOUBLE_SPACE, SPACE)
        foot.setSpacing(DOUBLE_SPACE)
        foot.addWidget(self.does, 1)
        foot.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (self._above, self._below):
            column.addWidget(part)
        column.addWidget(self.results, 1)
        column.addWidget(self._line_between)
        column.addWidget(self._foot)

    def show_texts(self, message: str, does: str, count: str) -> None:
        """Show a message above the results, and below them what Enter does and how many there are."""
        for label, text in ((self.message, message), (self.does, does), (self.count, count)):
            if label.text() != text:
                label.setText(text)
        self._below.setVisible(bool(message))
        for part in (self.results, self._line_between, self._foot):
            part.setVisible(bool(self.results.rows))

    def fit(self, room: QRect) -> None:
        """Stand at the top of a room, as high as the results need."""
        width = room.width()
        inside = width - 2
        height = 2 + self._above.sizeHint().height()
        if not self._below.isHidden():
            height += self._below.heightForWidth(inside)
        if self.results.rows:
            height += self.results.needed_height(inside) + SPACE
            height += self._line_between.sizeHint().height() + self._foot.heightForWidth(inside)
        self.setGeometry(room.x(), room.y(), width, min(height, room.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(roles.control), 1.0))
        painter.setBrush(QColor(roles.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else it would reach what lies under the sheet, and close it


def _padded(part: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(SPACE + HALF_SPACE, SPACE, SPACE + HALF_SPACE, SPACE)
    column.addWidget(part)
    return holder
