"""How the width of a table is shared between its columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """What a column asks for, in points beside its share."""

    share: float
    """The part of the width that the document gives it, in proportion to the others."""
    least: float
    """Width of its widest word."""
    most: float
    """Width at which no text of it runs over several lines."""
    usual: float
    """Width that its text takes on one line, as a mean that leans towards the long ones."""


def share_width(
    needs: Sequence[ColumnNeed], total: float, cost_of: Callable[[Sequence[float]], tuple[int, int]]
) -> list[float]:
    """Widths that together make `total`.

    Where all text can stand on one line, each column has what it needs and the shares settle the rest.
    Elsewhere a few ways to weigh the shares against how much a column holds are tried, and the first of those
    that cost least, by `cost_of`, is taken. No column is narrower than its widest word unless even
    those do not fit together.
    """
    if sum(need.most for need in needs) <= total:
        return _fill([(need.share, need.most, inf) for need in needs], total)
    if sum(need.least for need in needs) >= total:
        return _cut_down(needs, total)
    tried = [
        _fill([(need.share**by_share * need.usual**by_text, need.least, need.most) for need in needs], total)
        for by_share, by_text in _WEIGHINGS
    ]
    return min(tried, key=cost_of)


_WEIGHINGS = ((1.0, 0.0), (0.7, 0.3), (0.5, 0.5), (0.3, 0.7), (0.0, 0.5), (0.0, 1.0))
"""Powers of the share and of the usual width, from what the document asks for to what its text asks for."""


def _cut_down(needs: Sequence[ColumnNeed], total: float) -> list[float]:
    """Shares, but no more than the widest word; long words get what that leaves, and are parted."""
    shares = sum(need.share for need in needs)
    fair = [min(need.least, total * need.share / shares) for need in needs]
    lacking = [need.least - width for need, width in zip(needs, fair, strict=True)]
    left = total - sum(fair)
    if not any(lacking):
        return fair
    return [width + left * lack / sum(lacking) for width, lack in zip(fair, lacking, strict=True)]


def _fill(bounds: Sequence[tuple[float, float, float]], total: float) -> list[float]:
    """Widths in proportion to weights, each between its bounds, that together make `total`.

    The bounds must allow it. Found by halving the range in which the common factor lies.
    """
    low, high = 0.0, total / min(weight for weight, _, _ in bounds) + 1
    for _ in range(40):
        middle = (low + high) / 2
        if sum(_held(middle, *bound) for bound in bounds) < total:
            low = middle
        else:
            high = middle
    return [_held(high, *bound) for bound in bounds]


def _held(factor: float, weight: float, least: float, most: float) -> float:
    return min(max(factor * weight, least), most)
