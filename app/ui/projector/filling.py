"""Lets a slide that is only read use its room: where it says little, its type grows, and it stands in the middle."""

from collections.abc import Sequence
from dataclasses import replace

from app.ui.projector.big_text import BigText
from app.ui.projector.big_type import BigType
from app.ui.projector.paged_column import Part

#: How much larger than chosen the type may become, the largest first; beyond, a sentence is hard to take in at once.
_GROWTHS = (1.7, 1.55, 1.4, 1.25, 1.1, 1.0)
MOST_GROWTH = _GROWTHS[0]
#: The same below a title, which stays larger than what it stands over.
MOST_GROWTH_BELOW_TITLE = 1.25


def filled(parts: Sequence[Part], big: BigType, width: int, room: int, most: float) -> tuple[BigType, int]:
    """The largest type in which all of it stands on one page, and the height that takes; the room where none does.

    ``most`` is the growth that is not gone beyond.
    """
    for growth in (each for each in _GROWTHS if each <= most):
        larger = replace(big, percent=round(big.percent * growth))
        needed = _height_of(parts, larger, width)
        if needed <= room and (growth == 1 or _keeps_words_whole(parts, width)):
            return larger, needed
    return big, room


def _height_of(parts: Sequence[Part], big: BigType, width: int) -> int:
    for part in parts:
        part.set_type(big)
    return sum(part.height_in(width) + big.gap for part in parts) - big.gap


def _keeps_words_whole(parts: Sequence[Part], width: int) -> bool:
    return all(part.widest_word <= width for part in parts if isinstance(part, BigText))
