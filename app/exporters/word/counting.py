"""Counts as Word counts, so that each automatic number is known before Word shows it."""

from dataclasses import dataclass

from app.exporters.word.lists import BULLETS, LISTS, Form, NumberedList, read_count


@dataclass(frozen=True, slots=True)
class Restart:
    """A list that goes on from another one, save that the count of one level starts at ``start``."""

    number: int
    listed: NumberedList
    depth: int
    start: int


class Counting:
    """The counts of every list while paragraphs come. ``restarts`` are the lists that had to be added."""

    def __init__(self) -> None:
        self.restarts: list[Restart] = []
        self._counts = {listed: [0] * len(listed.levels) for listed in LISTS}
        self._used: dict[NumberedList, list[int]] = {listed: [listed.number] * len(listed.levels) for listed in LISTS}

    def place(self, listed: NumberedList, depth: int, number: str) -> int | None:
        """The id of the list by which Word shows this number at this level, or None if no list can."""
        counts, used = self._counts[listed], self._used[listed]
        wanted = _wanted_count(listed, depth, number, counts)
        if wanted is None:
            return None
        if listed is not BULLETS and wanted != counts[depth] + 1:
            restart = Restart(len(LISTS) + len(self.restarts) + 1, listed, depth, wanted)
            self.restarts.append(restart)
            used[depth] = restart.number
        counts[depth] = wanted
        for deeper in range(depth + 1, len(counts)):
            # Word starts deeper levels afresh by itself; they follow the list of the level above them.
            counts[deeper], used[deeper] = 0, used[depth]
        return used[depth]


def _wanted_count(listed: NumberedList, depth: int, number: str, counts: list[int]) -> int | None:
    """The count that this level must have to show the number, whose other parts are the counts so far."""
    level = listed.levels[depth]
    if level.form is Form.BULLET:
        return 1 if number == level.pattern else None
    if 0 in counts[:depth]:
        # Programs differ in what they count for a level above that has not come yet.
        return None
    before, after = level.pattern.split(f"%{depth + 1}")
    for above in range(depth):
        before = before.replace(f"%{above + 1}", str(counts[above]))
    if not (number.startswith(before) and number.endswith(after)):
        return None
    return read_count(level.form, number[len(before) : len(number) - len(after)])
