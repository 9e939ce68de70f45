"""Where a callout stands: beside what it points at, wherever there is room, and never beyond the window."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize

#: Pixels between a callout and what it points at, and between it and the edge of the window.
GAP = 16


class Side(Enum):
    """On which side of its target a callout stands; nowhere beside it where no side has room."""

    RIGHT = "right"
    LEFT = "left"
    BELOW = "below"
    ABOVE = "above"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Standing:
    """The upper left corner of a callout, and on which side of its target that is."""

    corner: QPoint
    side: Side


def place_callout(size: QSize, target: QRect | None, window: QRect) -> Standing:
    """Where a callout of a size goes. Without a target, or room beside it, it stands at the lower right."""
    room = window.adjusted(GAP, GAP, -GAP, -GAP)
    if target is not None:
        for side in _sides(size, target, window):
            corner = _beside(side, size, target)
            held = _held(corner, size, room)
            # It may slide along its target, but not over it.
            if held.x() == corner.x() if side in {Side.RIGHT, Side.LEFT} else held.y() == corner.y():
                return Standing(held, side)
    corner = QPoint(room.right() + 1 - size.width(), room.bottom() + 1 - size.height())
    return Standing(_held(corner, size, room), Side.NOWHERE)


def _sides(size: QSize, target: QRect, window: QRect) -> tuple[Side, ...]:
    """The sides in the order in which they are tried: what lies in a bar at the top has its callout below it."""
    is_in_a_bar = target.height() * 3 < size.height() and target.bottom() < window.height() // 4
    upright, level = (Side.BELOW, Side.ABOVE), (Side.RIGHT, Side.LEFT)
    return (*upright, *level) if is_in_a_bar else (*level, *upright)


def _beside(side: Side, size: QSize, target: QRect) -> QPoint:
    # Beside something tall it stands at its lower end: what is beside the upper end, such as a heading, stays in sight.
    is_tall = target.height() > 2 * size.height()
    down = target.bottom() + 1 - size.height() if is_tall else target.top() + target.height() // 6
    along = target.center().x() - size.width() // 2
    match side:
        case Side.RIGHT:
            return QPoint(target.right() + 1 + GAP, down)
        case Side.LEFT:
            return QPoint(target.left() - GAP - size.width(), down)
        case Side.BELOW:
            return QPoint(along, target.bottom() + 1 + GAP)
        case Side.ABOVE:
            return QPoint(along, target.top() - GAP - size.height())
        case Side.NOWHERE:
            raise ValueError("Nowhere is no side of a target.")


def _held(corner: QPoint, size: QSize, room: QRect) -> QPoint:
    """The corner, moved as little as keeps the callout in the room; where it is too large, its beginning shows."""
    left = max(min(corner.x(), room.right() + 1 - size.width()), room.left())
    top = max(min(corner.y(), room.bottom() + 1 - size.height()), room.top())
    return QPoint(left, top)
