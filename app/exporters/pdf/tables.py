"""Tables on the page: cells in rows, a header row that is drawn again on each page, rows that may be parted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.exporters.page_styles import PageStyle
from app.exporters.pdf.drawing import Area, Decoration, Sheet
from app.exporters.pdf.passages import Passage
from app.exporters.pdf.text_blocks import sticking_lines
from app.exporters.pdf.writing import write_passage

_LINES_KEPT_WHOLE = 12
"""A row with more lines than this may be parted by a page end."""
_BELOW_CAPTION = 5.0
_HIGHEST_KEPT_WHOLE = 0.36
"""A table no higher than this share of a page is not parted."""
_ROWS_AT_END = 3
"""So many rows at the end of a table are not parted, lest one or two of them take a page."""
_HIGHEST_REPEATED = 0.25
"""A header row higher than this share of a page is drawn once and may be parted."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One row of cells. All cells share one distance from line to line, so that a row parts at a line."""

    cells: tuple[Passage, ...]
    ground: str = ""
    is_header: bool = False
    is_total: bool = False

    @property
    def line_count(self) -> int:
        return max(len(cell.lines) for cell in self.cells)


class _Slab(NamedTuple):
    """Lines of a row, from the first up to the last, which is not in it. The caption is row -1."""

    row: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class TableBlock:
    """A table of rows under an optional caption. A slab is a whole row or, of a long row, one line."""

    caption: Passage | None
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    style: PageStyle
    padding: float
    """White space at the left and right of each cell's text."""
    anchors: tuple[str, ...] = ()
    space_before: float = 9.0
    space_after: float = 14.0
    starts_page: bool = False
    slabs: list[_Slab] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    sticks: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.caption is not None:
            for line in range(len(self.caption.lines)):
                self._add_slab(_Slab(-1, line, line + 1), True)
        first_read = 1 if self.rows[0].is_header else 0
        for place, row in enumerate(self.rows):
            # Neither the first row nor the last two stand alone, and so neither does a total.
            followed = place <= first_read or place >= len(self.rows) - _ROWS_AT_END
            count = row.line_count
            if count <= _LINES_KEPT_WHOLE:
                self._add_slab(_Slab(place, 0, count), followed)
                continue
            for line, sticks in enumerate(sticking_lines(count, followed)):
                self._add_slab(_Slab(place, line, line + 1), sticks)
        if sum(self.heights) <= self.style.depth * _HIGHEST_KEPT_WHOLE:
            self.sticks[:] = [True] * len(self.sticks)
        self.sticks[-1] = False

    def _add_slab(self, slab: _Slab, sticks: bool) -> None:
        self.slabs.append(slab)
        self.heights.append(self._height(slab))
        self.sticks.append(sticks)

    def _height(self, slab: _Slab) -> float:
        if self.caption is not None and slab.row < 0:
            below = _BELOW_CAPTION if slab.last == len(self.caption.lines) else 0.0
            return (slab.last - slab.first) * self.caption.style.leading + below
        row = self.rows[slab.row]
        edges = (slab.first == 0) + (slab.last == row.line_count)
        return (slab.last - slab.first) * row.cells[0].style.leading + edges * self._edge

    @property
    def _edge(self) -> float:
        """White space above and below the text of a row."""
        return self.style.cell_padding * 0.72

    @property
    def repeated_height(self) -> float:
        if not self.rows[0].is_header:
            return 0.0
        height = self._height(_Slab(0, 0, self.rows[0].line_count))
        return height if height <= self.style.depth * _HIGHEST_REPEATED else 0.0

    def draw(self, sheet: Sheet, left: float, top: float, first: int, last: int) -> None:
        shown = _joined(self.slabs[first:last])
        repeats = shown[0].row > 0 and self.repeated_height > 0
        tops = [top + (self.repeated_height if repeats else 0.0)]
        for slab in shown:
            tops.append(tops[-1] + self._height(slab))
        with sheet.decoration():
            if repeats:
                self._rule(sheet, left, top, self.rows[0], self.repeated_height)
            for slab, slab_top in zip(shown, tops, strict=False):
                if slab.row >= 0:
                    self._rule(sheet, left, slab_top, self.rows[slab.row], self._height(slab))
        if repeats:
            header = _Slab(0, 0, self.rows[0].line_count)
            with sheet.decoration(Decoration.HEADER):
                self._write_row(sheet, left, top, header, is_read=False)
        for slab, slab_top in zip(shown, tops, strict=False):
            if slab.row >= 0:
                self._write_row(sheet, left, slab_top, slab)
            elif self.caption is not None:
                write_passage(sheet, self.caption, left, slab_top, first=slab.first, last=slab.last)

    def _rule(self, sheet: Sheet, left: float, top: float, row: Row, height: float) -> None:
        """The ground of a row and the lines around it."""
        right, colours = left + sum(self.widths), self.style.colours
        if row.ground:
            sheet.fill(Area(left, top, right - left, height), row.ground)
        if row.is_total:
            sheet.line(left, right, top, colours.secondary, weight=1.0)
        sheet.line(left, right, top + height, colours.line)

    def _write_row(self, sheet: Sheet, left: float, top: float, slab: _Slab, *, is_read: bool = True) -> None:
        inner = top + (self._edge if slab.first == 0 else 0.0)
        # A band across the table has fewer cells than there are columns.
        for cell, width in zip(self.rows[slab.row].cells, self.widths, strict=False):
            at = left + self.padding
            write_passage(sheet, cell, at, inner, first=slab.first, last=slab.last, is_read=is_read)
            left += width


def _joined(slabs: Sequence[_Slab]) -> list[_Slab]:
    """The slabs with those of one row made one."""
    joined: list[_Slab] = []
    for row, first, last in slabs:
        if joined and joined[-1].row == row:
            joined[-1] = joined[-1]._replace(last=last)
        else:
            joined.append(_Slab(row, first, last))
    return joined
