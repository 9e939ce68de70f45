"""A part that is as high as what it says, up to a limit, and scrolls beyond it."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from app.marks import override
from app.ui.parts.flowing_column import FlowingColumn
from app.ui.parts.scroll_area import ScrollArea
from app.ui.theme.measures import SPACE

_LEAST_HEIGHT = 8 * SPACE
#: Pixels below a line before the letters of the next one begin.
_BELOW = 3


class FittedScroll(ScrollArea):
    """Put parts into `body`, and call `fit` when their words or the room have changed.

    One that ``ends_at_line`` cuts no line of text at its foot while it is not scrolled.
    """

    def __init__(self, *, ends_at_line: bool = False) -> None:
        super().__init__()
        self._ends_at_line = ends_at_line
        self._wished = 0
        holder = self._inside = FlowingColumn()
        self.body: QVBoxLayout = holder.body
        self.setWidget(holder)
        # What it stands on draws the ground, with its round corners.
        holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def fit(self, width: int, most: int, for_all: int = 0) -> None:
        """Be as high as what it says at a width, but no higher than so many pixels.

        Where up to ``for_all`` pixels show all that it says, it takes them.
        """
        whole = self.body.totalHeightForWidth(width) + 2
        if whole <= for_all:
            most = whole
        # Left to itself, Qt keeps a bar that was needed once, because beside it words need more lines.
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if whole > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        cut = self._up_to_a_line(most) if self._ends_at_line and whole > most else most
        wished = max(min(whole, cut), 0)
        if wished != self._wished:
            self._wished = wished
            self.setMaximumHeight(wished)
            self.updateGeometry()

    def _up_to_a_line(self, most: int) -> int:
        """The most pixels, up to a limit, that end between two lines of text, as they stand now."""
        lines = list(self._lines())
        # From the lowest up: the first that will do is mostly among the first few.
        feet = sorted({foot for _, foot in lines if foot + _BELOW <= most}, reverse=True)
        between = (foot for foot in feet if not any(top < foot - 1 and foot + _BELOW < end for top, end in lines))
        return next((foot + _BELOW for foot in between), most)

    def _lines(self) -> Iterator[tuple[int, int]]:
        """Where each line of text begins and ends, in pixels from the top of all that is said."""
        inside = self._inside
        for label in inside.findChildren(QLabel):
            if label.isVisibleTo(inside) and label.text():
                top, height = label.mapTo(inside, label.contentsRect().topLeft()).y(), label.fontMetrics().lineSpacing()
                for line in range(max(round(label.contentsRect().height() / height), 1)):
                    yield top + line * height, top + (line + 1) * height

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wished)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._wished, _LEAST_HEIGHT))
