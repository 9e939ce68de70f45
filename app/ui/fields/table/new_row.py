"""A row that is being filled in and has no id yet."""

from collections.abc import Mapping, Sequence

from app.domain.answers import Row
from app.domain.values import Value


class NewRow:
    """What was asked to be kept, until it comes back with an id."""

    def __init__(self) -> None:
        self.cells: dict[str, Value] = {}
        self._is_asked = False

    def may_put(self, cells: Mapping[str, Value]) -> bool:
        """Remember the cells; whether to ask for the row now: only once, and only if it has a cell."""
        self.cells = dict(cells)
        if self._is_asked or not cells:
            return False
        self._is_asked = True
        return True

    def adopt(self, fresh: Sequence[Row]) -> Row | None:
        """The row that came of it, if it is among those that are new; None otherwise."""
        if not self._is_asked or not fresh:
            return None
        self._is_asked = False
        return fresh[-1]
