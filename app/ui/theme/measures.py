"""Sizes of type in points and of space in pixels, at 100 % text."""

from enum import Enum
from typing import Final

#: The grid: every gap is a whole number of these, or a half.
SPACE: Final = 8
HALF_SPACE: Final = SPACE // 2
DOUBLE_SPACE: Final = 2 * SPACE
TRIPLE_SPACE: Final = 3 * SPACE

CARD_RADIUS: Final = 12
CONTROL_RADIUS: Final = 8

#: Lines of running text grow no longer than this many average letters, however wide the window.
READING_WIDTH: Final = 90


class TypeSize(Enum):
    """Sizes of type in points at 100 %."""

    SMALL = 10.0
    BODY = 11.0
    FIELD = 12.0
    QUESTION = 13.0
    HEADING = 14.5
    TITLE = 18.0
