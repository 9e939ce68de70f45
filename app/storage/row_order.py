"""Positions that order the rows of a table, with gaps so that a moved row seldom moves the others."""

from collections.abc import Sequence

STEP = 1024


def place_at(positions: Sequence[int], index: int) -> int | None:
    """A position that comes to stand at an index among ordered ones; None if there is no room for it."""
    if not positions:
        return STEP
    if index <= 0:
        return positions[0] - STEP
    if index >= len(positions):
        return positions[-1] + STEP
    before, after = positions[index - 1], positions[index]
    return None if after - before < 2 else (before + after) // 2


def spread(count: int) -> list[int]:
    """Positions for so many rows, evenly apart."""
    return [STEP * (place + 1) for place in range(count)]
