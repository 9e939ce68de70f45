"""How wide the columns of a table are in a Word file, where the width of letters can only be estimated."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from app.documents.blocks import Table, runs_text
from app.exporters.characters import clean_text
from app.exporters.columns import ColumnNeed, share_width
from app.exporters.word.lengths import LOOK, twips

_OTHER = 0.556
_LETTERS = {
    letter: width
    for width, letters in (
        (0.222, "ijl'|"),
        (0.278, " ftI.,:;/!"),
        (0.333, "r()[]-"),
        (0.5, "ckszvxyJ"),
        (0.611, "FLTZ"),
        (0.667, "ABEKPSVXY&"),
        (0.722, "CDHNRUw"),
        (0.778, "GOQ"),
        (0.833, "mM"),
        (0.944, "W%"),
        (1.0, "—…@"),
    )
    for letter in letters
}
"""Widths of letters in ems in Arial, in which the file is set."""
_BOLD = 1.08
"""How much wider bold letters are, such as those of the titles."""
_SPARE = 1.1
"""How much room words get beyond their width, for machines that set them in something a little wider than Arial."""
_SLACK = 1.5
_TALL = 24
"""A row with more lines than this may be parted between pages; a whole one would leave too much white."""
_LINE = LOOK.sizes.table * 1.2
_AROUND_ROW = 7.0
_HIGHEST_KEPT_WHOLE = 0.4
"""A table no higher than this share of a page is not parted."""

PADDING = LOOK.cell_padding
NARROW_PADDING = LOOK.cell_padding / 2
"""Room at either side of a cell, in points, and what is left of it where many columns stand side by side."""

CellTexts = Sequence[Sequence[str]]
"""The texts of a table, row by row."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The width of each column in twips, and the room at either side of its cells in points."""

    widths: tuple[int, ...]
    padding: float

    @property
    def is_narrow(self) -> bool:
        return self.padding < PADDING

    def is_tall(self, row: Sequence[str]) -> bool:
        """Whether a row is so high that it may be parted."""
        return self._lines(row) > _TALL

    def are_small(self, rows: CellTexts) -> bool:
        """Whether all rows together are so low that they may stand on one page."""
        height = sum(self._lines(row) * _LINE + _AROUND_ROW for row in rows)
        return height <= LOOK.depth * _HIGHEST_KEPT_WHOLE

    def _lines(self, row: Sequence[str]) -> int:
        """About how many lines the highest cell of a row takes."""
        rooms = (width / 20 - 2 * self.padding - _SLACK for width in self.widths)
        return max(
            _count_lines([_width(line) for line in text.split("\n")], room)
            for text, room in zip(row, rooms, strict=True)
        )


def cell_texts(table: Table) -> CellTexts:
    """What the cells say, below a row with the titles of the columns."""
    titles = [clean_text(column.title) for column in table.columns]
    return [titles, *([clean_text(runs_text(cell)) for cell in row] for row in table.rows)]


def set_columns(table: Table, texts: CellTexts) -> Columns:
    """Widths from the share each column asks for and what its words need, with less padding if need be."""
    measured = [[[_width(line) for line in text.split("\n")] for text in row] for row in texts]
    measured[0] = [[line * _BOLD for line in lines] for lines in measured[0]]
    words = [_widest_word([row[place] for row in texts]) for place in range(len(table.columns))]
    fits = sum(words) + len(words) * (2 * PADDING + _SLACK) <= LOOK.measure
    padding = PADDING if fits else NARROW_PADDING
    around = 2 * padding + _SLACK

    def cost_of(widths: Sequence[float]) -> tuple[int, int]:
        """Lines of the highest cells of all rows, then lines of all cells."""
        rooms = [width - around for width in widths]
        counts = [list(map(_count_lines, row, rooms)) for row in measured]
        return sum(map(max, counts)), sum(map(sum, counts))

    needs = [
        _need(max(column.width, 1), word, [row[place] for row in measured], around)
        for place, (column, word) in enumerate(zip(table.columns, words, strict=True))
    ]
    widths = [twips(width) for width in share_width(needs, LOOK.measure, cost_of)]
    widths[-1] += twips(LOOK.measure) - sum(widths)
    return Columns(tuple(widths), padding)


def _widest_word(texts: Sequence[str]) -> float:
    """The widest word of a column, whose first text is its title."""
    title, *cells = texts
    return _SPARE * max(
        max((_width(word) * _BOLD for word in title.split()), default=0.0),
        max((_width(word) for text in cells for word in text.split()), default=0.0),
    )


def _need(share: int, word: float, measured: Sequence[Sequence[float]], around: float) -> ColumnNeed:
    longest = [max(lines) for lines in measured]
    usual = sqrt(sum(width * width for width in longest) / len(longest))
    return ColumnNeed(share, word + around, max(longest) + around, usual + around)


def _count_lines(lines: Sequence[float], room: float) -> int:
    """About how many lines a text takes, of which each asked-for line has a width of its own."""
    return sum(max(1, ceil(line / max(1.0, room))) for line in lines)


def _width(line: str) -> float:
    return sum(_LETTERS.get(letter, _OTHER) for letter in line) * LOOK.sizes.table
