"""Tables of a document as tables of Word: header rows that repeat, set widths, and rows that hold together."""

from collections.abc import Iterator, Sequence

from app.documents.blocks import Runs, Table
from app.exporters.word.column_widths import CellTexts, Columns, cell_texts, set_columns
from app.exporters.word.elements import field, paragraph, quoted
from app.exporters.word.plan import Plan
from app.exporters.word.references import Bookmarks
from app.exporters.word.runs import direction, write_runs
from app.exporters.word.texts import one_line, words

AFTER_TABLE = paragraph("AfterTable", "")
"""What parts a table from what follows: without it, Word joins two tables to one. A heading stands apart itself."""

AFTER_LAST_TABLE = paragraph("AfterLastTable", "")
"""What ends a file after a table, as Word asks: too low to begin a page of its own where the table fills one."""

_LONGEST_DESCRIPTION = 250


def write_table(
    table: Table, plan: Plan, bookmarks: Bookmarks, *, page: str = "", name: str = "", is_counted: bool = False
) -> str:
    """A table with its caption, in which a field counts it where ``is_counted``.

    ``page`` is the element that begins a page with it, or nothing. ``name`` is what a table without a caption is
    called to who cannot see it.
    """
    names = plan.bookmarks(table.anchor)
    caption = _caption(table, is_counted=is_counted)
    above = paragraph("Caption", bookmarks.around(names, caption), page) if caption else ""
    titles = [words(column.title) for column in table.columns]
    if not caption:
        titles[0] = bookmarks.around(names, titles[0])
    texts = cell_texts(table)
    columns = set_columns(table, texts)
    head = "".join(
        cell(width, paragraph("TableFigureHeading" if column.is_figure else "TableHeading", title, start))
        for column, title, width, start in zip(
            table.columns, titles, columns.widths, _at_first("" if caption else page, len(titles)), strict=True
        )
    )
    rows = "".join(_rows(table, texts[1:], columns, plan))
    look = _look(has_total=table.has_total, has_row_headers=table.has_row_headers)
    spoken = one_line(": ".join(part for part in (table.label, table.caption) if part)) or name
    described = ", ".join(one_line(column.title) for column in table.columns)
    style = "NarrowTable" if columns.is_narrow else "GovernanceTable"
    opened = open_table(style, columns.widths, look, spoken, f"Columns: {described}")
    return f"{above}{opened}{header_row(head)}{rows}</w:tbl>"


def header_row(cells: str) -> str:
    """The row that Word repeats at the top of each page."""
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def open_table(style: str, widths: Sequence[int], look: str, name: str = "", described: str = "") -> str:
    """The opening of a table as wide as the text, with what it says of itself to who cannot see it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    said = "".join(
        f'<w:{element} w:val="{quoted(text[:_LONGEST_DESCRIPTION])}"/>'
        for element, text in (("tblCaption", name), ("tblDescription", described))
        if text
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{said}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def cell(width: int, content: str, properties: str = "", span: int = 1) -> str:
    """A cell, which may stand over several columns."""
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}{properties}</w:tcPr>{content}</w:tc>'


def _at_first(text: str, count: int) -> list[str]:
    return [text, *[""] * (count - 1)]


def _caption(table: Table, *, is_counted: bool) -> str:
    """The caption as runs."""
    if not is_counted:
        return words(": ".join(part for part in (table.label, table.caption) if part))
    name, _, number = table.label.rpartition(" ")
    rest = f": {table.caption}" if table.caption else ""
    return words(f"{name} ") + field(rf"SEQ {name} \* ARABIC", words(number)) + words(rest)


def _look(*, has_total: bool, has_row_headers: bool) -> str:
    value = 0x0020 | (0x0040 if has_total else 0) | (0x0080 if has_row_headers else 0) | 0x0600
    return (
        f'<w:tblLook w:val="{value:04X}" w:firstRow="1" w:lastRow="{int(has_total)}" '
        f'w:firstColumn="{int(has_row_headers)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )


FIRST_ROW_LOOK = _look(has_total=False, has_row_headers=False)
"""What a table says of itself whose only special row is the first."""


def _rows(table: Table, texts: CellTexts, columns: Columns, plan: Plan) -> Iterator[str]:
    last = len(table.rows) - 1
    is_small = columns.are_small(texts)
    for place, (row, row_texts) in enumerate(zip(table.rows, texts, strict=True)):
        # No row stands alone on a page, be it the first, the last or a total.
        stays = place < last and (is_small or place in (0, last - 1))
        keeps = "<w:keepNext/>" if stays else ""
        is_total = table.has_total and place == last
        cells = "".join(
            cell(width, _cell_paragraph(runs, plan, keeps, is_figure=column.is_figure, is_total=is_total))
            for runs, column, width in zip(row, table.columns, columns.widths, strict=True)
        )
        whole = "" if columns.is_tall(row_texts) else "<w:trPr><w:cantSplit/></w:trPr>"
        yield f"<w:tr>{whole}{cells}</w:tr>"


def _cell_paragraph(runs: Runs, plan: Plan, keeps: str, *, is_figure: bool, is_total: bool) -> str:
    style = _STYLES[is_figure, is_total]
    return paragraph(style, write_runs(runs, plan), keeps + ("" if is_figure else direction(runs)))


_STYLES = {
    (False, False): "TableText",
    (False, True): "TableTotal",
    (True, False): "TableFigure",
    (True, True): "TableFigureTotal",
}
"""The style of a cell, by whether it holds a figure and whether it belongs to the total."""
