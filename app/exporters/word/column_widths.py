"""How wide the columns of a table are in a Word file, where the width of letters can only be estimated."""

from collections.abc import Sequence
from math import ceil, sqrt

from app.documents.blocks import Table, runs_text
from app.exporters.pdf.characters import clean_text
from app.exporters.pdf.columns import ColumnNeed, share_width
from app.exporters.word.lengths import LOOK, twips

_NARROW, _WIDE, _OTHER = 0.3, 0.86, 0.54
_LETTERS = {**dict.fromkeys("ijlftrI.,:;'|!()[]-/ ", _NARROW), **dict.fromkeys("mwMWGOQ%@—…", _WIDE)}
"""Widths of letters in ems, rather too wide than too narrow: whoever opens the file may lack its typeface."""
_BOLD = 1.08
"""How much wider bold letters are, such as those of the titles."""
_AROUND = 2 * LOOK.cell_padding + 2.0
_TALL = 12
"""A row with more lines than this may be parted between pages; a whole one would leave too much white."""

CellTexts = Sequence[Sequence[str]]
"""The texts of a table, row by row."""


def cell_texts(table: Table) -> CellTexts:
    """What the cells say, below a row with the titles of the columns."""
    titles = [clean_text(column.title) for column in table.columns]
    return [titles, *([clean_text(runs_text(cell)) for cell in row] for row in table.rows)]


def column_widths(table: Table, texts: CellTexts) -> tuple[int, ...]:
    """The width of each column in twips, from the share it asks for and what its words need."""
    measured = [[[_width(line) for line in text.split("\n")] for text in row] for row in texts]
    measured[0] = [[line * _BOLD for line in lines] for lines in measured[0]]

    def cost_of(widths: Sequence[float]) -> tuple[int, int]:
        """Lines of the highest cells of all rows, then lines of all cells."""
        counts = [list(map(_lines, row, widths)) for row in measured]
        return sum(map(max, counts)), sum(map(sum, counts))

    needs = [
        _need(max(column.width, 1), [row[place] for row in texts], [row[place] for row in measured])
        for place, column in enumerate(table.columns)
    ]
    widths = [twips(width) for width in share_width(needs, LOOK.measure, cost_of)]
    widths[-1] += twips(LOOK.measure) - sum(widths)
    return tuple(widths)


def is_tall(texts: Sequence[str], widths: Sequence[int]) -> bool:
    """Whether a row is so high that it may be parted."""
    return any(
        _lines([_width(line) for line in text.split("\n")], width / 20) > _TALL
        for text, width in zip(texts, widths, strict=True)
    )


def _need(share: int, texts: Sequence[str], measured: Sequence[Sequence[float]]) -> ColumnNeed:
    title, *cells = texts
    least = max(
        max((_width(word) * _BOLD for word in title.split()), default=0.0),
        max((_width(word) for text in cells for word in text.split()), default=0.0),
    )
    longest = [max(lines) for lines in measured]
    usual = sqrt(sum(width * width for width in longest) / len(longest))
    return ColumnNeed(share, least + _AROUND, max(longest) + _AROUND, usual + _AROUND)


def _lines(lines: Sequence[float], width: float) -> int:
    """About how many lines a text takes, of which each asked-for line has a width of its own."""
    room = max(1.0, width - _AROUND)
    return sum(max(1, ceil(line / room)) for line in lines)


def _width(line: str) -> float:
    return sum(_LETTERS.get(letter, _OTHER) for letter in line) * LOOK.sizes.table
