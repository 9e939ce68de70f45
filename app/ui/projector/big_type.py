"""Sizes in the projector view: all of them follow from the height of the display and the chosen size of text."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import QFont

from app.ui.theme.fonts import FAMILY

#: 28 points on a display of 768 lines, at 96 lines an inch: nothing that the room must read is smaller.
_SHARE_OF_HEIGHT = 20
#: Sizes of text to choose from, in per cent. None is below 100, which is the least that can be read at the back.
TEXT_SIZES = (100, 115, 130, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class BigType:
    """Pixels for a display so many pixels high, at 100 to 200 per cent."""

    height: int = 768
    percent: int = 100

    @property
    def quiet(self) -> int:
        """Where one is and what can be done: the least size, which does not grow."""
        return max(ceil(self.height / _SHARE_OF_HEIGHT), 1)

    @property
    def body(self) -> int:
        """Running text."""
        return round(self.quiet * self.percent / 100)

    @property
    def aside(self) -> int:
        """What is read last: smaller than running text, where that is larger than the least size."""
        return max(self.quiet, round(self.body * 0.8))

    @property
    def choice(self) -> int:
        """The words of an answer on offer."""
        return round(self.body * 1.1)

    @property
    def title(self) -> int:
        """The question."""
        return round(self.body * 1.3)

    @property
    def opening(self) -> int:
        """The title of a section."""
        return round(self.body * 1.8)

    @property
    def gap(self) -> int:
        """Between parts."""
        return round(self.quiet * 0.38)

    @property
    def line(self) -> int:
        """The width of an edge that must be seen."""
        return max(round(self.quiet / 13), 2)

    @property
    def radius(self) -> int:
        """The corner of a card."""
        return round(self.quiet / 3)


def big_font(pixels: int, *, is_bold: bool = False) -> QFont:
    """The typeface of the app at a height in pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(max(pixels, 1))
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    return font


def next_percent(percent: int, direction: int) -> int:
    """The next larger (1) or smaller (-1) size of text; the same at either end."""
    further = [size for size in TEXT_SIZES if (size - percent) * direction > 0]
    return percent if not further else min(further, key=lambda size: abs(size - percent))
