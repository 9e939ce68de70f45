"""Keeps the user where something could not be saved, unless they insist."""

from collections.abc import Callable

_NOT_SAVED = (
    "Something here could not be saved: the reason stands beside it. Put that right, or do the same once more to leave"
    " without it."
)


class Leaving:
    """Asked before a page or a slide is left, for another one or for good."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._has_said = False

    def may_leave(self, give: Callable[[], bool] | None) -> bool:
        """Whether the user can go: all is saved that ``give`` gives, or they have been told that it is not."""
        # Asked first: what is given now may be saved in part, and that is no reason to be told twice.
        has_said = self._has_said
        may = give is None or give() or has_said
        self._has_said = not may
        if not may:
            self._say(_NOT_SAVED)
        return may

    def forget(self) -> None:
        """Something was saved since: what cannot be saved after that is another thing, and is told anew."""
        self._has_said = False
