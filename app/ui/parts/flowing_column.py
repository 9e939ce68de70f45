"""The inside of an area that scrolls: its height follows from its width alone."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override


class FlowingColumn(QWidget):
    """Put parts into `body`.

    Qt would else keep room for the height that wrapping texts have where they are narrowest.
    """

    def __init__(self) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
