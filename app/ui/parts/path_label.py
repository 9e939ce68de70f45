"""A path or an address that can be marked and copied, and that breaks anywhere so that it fits."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from app.marks import override


class PathLabel(QPlainTextEdit):
    """Read only, without a frame, and as high as its lines."""

    def __init__(self, path: str, name: str) -> None:
        super().__init__(path)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("look", "bare")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(f"{name}: {path}")

    @override
    def sizeHint(self) -> QSize:
        block = self.document().firstBlock()
        lines = max(block.layout().lineCount(), 1)
        return QSize(20 * self.fontMetrics().averageCharWidth(), lines * self.fontMetrics().lineSpacing() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(10 * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
