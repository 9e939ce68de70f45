"""A part that is as high as what it says, up to a limit, and scrolls beyond it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout

from app.marks import override
from app.ui.parts.flowing_column import FlowingColumn
from app.ui.parts.scroll_area import ScrollArea
from app.ui.theme.measures import SPACE

_LEAST_HEIGHT = 8 * SPACE


class FittedScroll(ScrollArea):
    """Put parts into `body`, and call `fit` when their words or the room have changed."""

    def __init__(self) -> None:
        super().__init__()
        self._wished = 0
        holder = FlowingColumn()
        self.body: QVBoxLayout = holder.body
        self.setWidget(holder)
        # What it stands on draws the ground, with its round corners.
        holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def fit(self, width: int, most: int) -> None:
        """Be as high as what it says at a width, but no higher than so many pixels."""
        whole = self.body.totalHeightForWidth(width) + 2
        # Left to itself, Qt keeps a bar that was needed once, because beside it words need more lines.
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if whole > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        wished = max(min(whole, most), 0)
        if wished != self._wished:
            self._wished = wished
            self.setMaximumHeight(wished)
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wished)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._wished, _LEAST_HEIGHT))
