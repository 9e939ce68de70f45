"""How the width of a table is shared between its columns."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """What a column asks for: its share, the width of its widest word, and the width that needs no line ends."""

    share: float
    least: float
    most: float


def share_width(needs: Sequence[ColumnNeed], total: float) -> list[float]:
    """Widths that together make `total`.

    Each column starts from its share. One whose widest word does not fit is widened as far as the others can
    give, and width that a column has no use for goes to those whose text would run over several lines.
    """
    shares = sum(need.share for need in needs)
    widths = [total * need.share / shares for need in needs]
    least = _fitting_least(needs, widths, total)
    _take_from_the_wide(widths, least, [need.most for need in needs])
    _take_from_the_wide(widths, least, least)
    _use_what_is_spare(widths, needs)
    return widths


def _fitting_least(needs: Sequence[ColumnNeed], widths: Sequence[float], total: float) -> list[float]:
    """The least widths, cut down where together they are too much: long words are then parted."""
    least = [need.least for need in needs]
    if sum(least) <= total:
        return least
    fair = [min(wanted, width) for wanted, width in zip(least, widths, strict=True)]
    left = total - sum(fair)
    missing = [wanted - given for wanted, given in zip(least, fair, strict=True)]
    return [given + left * lack / sum(missing) for given, lack in zip(fair, missing, strict=True)]


def _take_from_the_wide(widths: list[float], least: Sequence[float], floors: Sequence[float]) -> None:
    """Widens columns below their least from those above both their least and their floor."""
    lacking = [max(0.0, wanted - width) for wanted, width in zip(least, widths, strict=True)]
    givable = [max(0.0, width - max(floor, wanted)) for width, floor, wanted in zip(widths, floors, least, strict=True)]
    _move(widths, givable, lacking)


def _use_what_is_spare(widths: list[float], needs: Sequence[ColumnNeed]) -> None:
    """Moves width from columns with more than they can use to those with less than they could use."""
    lacking = [max(0.0, need.most - width) for need, width in zip(needs, widths, strict=True)]
    spare = [max(0.0, width - need.most) for need, width in zip(needs, widths, strict=True)]
    _move(widths, spare, lacking)


def _move(widths: list[float], givable: Sequence[float], lacking: Sequence[float]) -> None:
    moved = min(sum(givable), sum(lacking))
    if moved <= 0:
        return
    for place in range(len(widths)):
        widths[place] += moved * (lacking[place] / sum(lacking) - givable[place] / sum(givable))
