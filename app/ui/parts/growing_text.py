"""A box of plain text that is as high as its lines, up to a screenful; Tab leaves it."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

from app.ui.theme.measures import SPACE

_MOST_LINES = 14


class GrowingText(QPlainTextEdit):
    """A plain text at least `fewest_lines` high. `left` says that the focus went elsewhere."""

    left = Signal()

    def __init__(self, fewest_lines: int = 1) -> None:
        super().__init__()
        self._fewest_lines = fewest_lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.textChanged.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        block = self.document().firstBlock()
        written = 0.0
        while block.isValid() and written < _MOST_LINES * line:
            written += self.blockBoundingRect(block).height()
            block = block.next()
        text = min(max(round(written), self._fewest_lines * line), _MOST_LINES * line)
        # As much as the style sheet puts around the text: padding and edge.
        around = 2 * (SPACE + 1 + round(self.document().documentMargin()))
        return QSize(super().sizeHint().width(), text + around)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
