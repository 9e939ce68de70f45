"""A box of plain text that is as high as its lines, up to a screenful; Tab leaves it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from app.marks import override
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._fit)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        text = min(max(round(self._written()), self._fewest_lines * line), _MOST_LINES * line)
        # As much as the style sheet puts around the text: padding and edge.
        around = 2 * (SPACE + 1 + round(self.document().documentMargin()))
        return QSize(super().sizeHint().width(), text + around)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    def _written(self) -> float:
        """Pixels that the lines take, as far as they can be shown and one line more."""
        most = _MOST_LINES * self.fontMetrics().lineSpacing()
        block = self.document().firstBlock()
        written = 0.0
        while block.isValid() and written <= most:
            written += self.blockBoundingRect(block).height()
            block = block.next()
        return written

    def _fit(self) -> None:
        # A bar that comes while the box still grows makes the lines shorter, which calls for the bar again.
        is_full = self._written() > _MOST_LINES * self.fontMetrics().lineSpacing()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
