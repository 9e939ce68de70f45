"""Tables of a document as tables on the page: their cells set in columns that fit the words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from app.documents.blocks import Table
from app.exporters.characters import clean_text
from app.exporters.columns import ColumnNeed, share_width
from app.exporters.page_styles import PageStyle
from app.exporters.pdf.lines import Measures, count_lines, longest_line, measure_texts, widest_word
from app.exporters.pdf.passages import Passage, Text, plain_passage, set_passage
from app.exporters.pdf.setting import Setting
from app.exporters.pdf.structure import HEADER_OF_COLUMN, HEADER_OF_ROW, Element
from app.exporters.pdf.tables import Row, TableBlock

_EMPTY = (Text(""),)
_SLACK = 0.5
"""Room beyond a word's own width, in points, so that rounding never parts it."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the cells of each column are set with."""

    widths: tuple[float, ...]
    are_figures: tuple[bool, ...]
    has_row_headers: bool
    padding: float
    style: PageStyle


def set_table(table: Table, setting: Setting) -> TableBlock:
    """A table with its caption, its header row, and a total that stands out where it has one."""
    page = setting.style
    element = setting.root.add("Table")
    caption = _set_caption(table, page, element)
    titles = [(Text(clean_text(column.title), is_bold=True),) for column in table.columns]
    last = len(table.rows) - 1 if table.has_total else -1
    cells = [[setting.texts(cell, place == last) for cell in row] for place, row in enumerate(table.rows)]
    # Many narrow columns cannot spare the white space that a few can.
    padding = min(page.cell_padding, page.measure / len(table.columns) * 0.14)
    columns = _Columns(
        _widths([column.width for column in table.columns], [titles, *cells], page, padding),
        tuple(column.is_figure for column in table.columns),
        table.has_row_headers,
        padding,
        page,
    )
    head, body = element.add("THead"), element.add("TBody")
    rows = [_set_header(titles, columns, head.add("TR"))]
    rows += (_set_row(row, columns, body.add("TR"), place == last) for place, row in enumerate(cells))
    return TableBlock(caption, tuple(rows), columns.widths, page, padding, setting.anchor(table.anchor))


def _set_caption(table: Table, page: PageStyle, element: Element) -> Passage | None:
    words = ": ".join(part for part in (table.label, table.caption) if part)
    if not words:
        return None
    return plain_passage(clean_text(words), page.measure, page.strong_cell, element.add("Caption"))


def _set_header(titles: Sequence[Sequence[Text]], columns: _Columns, element: Element) -> Row:
    page = columns.style
    cells = tuple(
        set_passage(
            texts, width - 2 * columns.padding, page.strong_cell, element.add("TH", HEADER_OF_COLUMN), is_figure
        )
        for texts, width, is_figure in zip(titles, columns.widths, columns.are_figures, strict=True)
    )
    return Row(cells, page.colours.band, is_header=True)


def _set_row(row: Sequence[Sequence[Text]], columns: _Columns, element: Element, is_total: bool) -> Row:
    page = columns.style
    cells: list[Passage] = []
    for place, texts in enumerate(row):
        is_header = columns.has_row_headers and place == 0
        cell = element.add("TH", HEADER_OF_ROW) if is_header else element.add("TD")
        width = columns.widths[place] - 2 * columns.padding
        style = page.strong_cell if is_total else page.cell
        cells.append(set_passage(texts or _EMPTY, width, style, cell, columns.are_figures[place]))
    return Row(tuple(cells), page.colours.surface if is_total else "", is_total=is_total)


def _widths(
    shares: Sequence[int], rows: Sequence[Sequence[Sequence[Text]]], page: PageStyle, padding: float
) -> tuple[float, ...]:
    """Widths of the columns in points, with which the rows stay low."""
    scale = page.cell.size / 1000
    around = 2 * padding + _SLACK
    measured = [[measure_texts([(text.words, text.is_bold) for text in cell]) for cell in row] for row in rows]
    needs = [
        _need(max(share, 1), [row[place] for row in measured], scale, around) for place, share in enumerate(shares)
    ]

    def cost_of(widths: Sequence[float]) -> tuple[int, int]:
        """Lines of the highest cells of all rows, then lines of all cells."""
        limits = [(width - 2 * padding) / scale for width in widths]
        counts = [list(map(count_lines, row, limits)) for row in measured]
        return sum(map(max, counts)), sum(map(sum, counts))

    return tuple(share_width(needs, page.measure, cost_of))


def _need(share: float, cells: Sequence[Measures], scale: float, around: float) -> ColumnNeed:
    longest = [longest_line(cell) * scale for cell in cells]
    usual = sqrt(fsum(width * width for width in longest) / len(longest))
    return ColumnNeed(share, max(map(widest_word, cells)) * scale + around, max(longest) + around, usual + around)
