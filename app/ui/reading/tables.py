"""Tables and signature parts in the text on screen: as a grid where there is room, else as a list of rows."""

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from app.documents.blocks import Signature, Table, runs_text
from app.ui.reading.reading_style import ReadingStyle
from app.ui.reading.writer import Writer, clean
from app.ui.theme.measures import HALF_SPACE, SPACE, TypeSize

#: No column needs more letters than this for its longest word: beyond, a word may break.
_LONGEST_WORD = 16


def letters_needed(block: Table) -> float:
    """How many average letters a line needs so that no column breaks a word; none where there are two columns."""
    if len(block.columns) < 3:
        return 0.0
    total = sum(column.width for column in block.columns)
    needed = 0.0
    for place, column in enumerate(block.columns):
        texts = [column.title, *(runs_text(row[place]) for row in block.rows)]
        longest = max((len(word) for text in texts for word in text.split()), default=0)
        needed = max(needed, (min(longest, _LONGEST_WORD) + 2) * total / column.width)
    return needed


def insert_grid(block: Table, page: Writer) -> None:
    """The table with its columns beside each other."""
    style = page.style
    _insert_caption(block, page)
    grid = page.cursor.insertTable(len(block.rows) + 1, len(block.columns), _grid_form(block))
    for place, column in enumerate(block.columns):
        cell = grid.cellAt(0, place)
        cell.setFormat(_cell_form(style, is_head=True))
        cursor = cell.firstCursorPosition()
        cursor.setBlockFormat(style.cells[column.is_figure])
        cursor.insertText(clean(column.title), style.words(TypeSize.SMALL, is_bold=True))
    for line, row in enumerate(block.rows, 1):
        is_total = block.has_total and line == len(block.rows)
        for place, (column, runs) in enumerate(zip(block.columns, row, strict=True)):
            cursor = _begin_cell(grid, line, place, style.cells[column.is_figure], style)
            page.runs(runs, is_bold=is_total, cursor=cursor)
    page.after_table()


def insert_table_as_list(block: Table, page: Writer) -> None:
    """Each row as a paragraph of its own: its name in bold, then every other column with its title."""
    style = page.style
    _insert_caption(block, page)
    for row in block.rows:
        page.begin(style.paragraph(0, is_numbered=False, below=2))
        page.runs(row[0], is_bold=True)
        last = len(row) - 1
        for place, (column, runs) in enumerate(zip(block.columns[1:], row[1:], strict=True), 1):
            page.begin(style.paragraph(0, is_numbered=False, below=SPACE + HALF_SPACE if place == last else 2))
            page.words(f"{column.title}: ", style.secondary())
            page.runs(runs)


def insert_signature(part: Signature, page: Writer) -> None:
    """One party's part: its statement, and a line for each thing to fill in by hand."""
    style = page.style
    page.begin(style.plain(above=SPACE + HALF_SPACE))
    page.words(part.statement, style.words())
    if not part.fields:
        return
    page.begin(style.plain(below=0))
    form = _plain_grid_form()
    form.setColumnWidthConstraints([_share(38), _share(62)])
    grid = page.cursor.insertTable(len(part.fields), 2, form)
    for line, field in enumerate(part.fields):
        for place, text in enumerate((field.label, field.value)):
            cursor = _begin_cell(grid, line, place, style.cells[False], style)
            cursor.insertText(clean(text), style.secondary() if place == 0 else style.words())
    page.after_table()


def _insert_caption(block: Table, page: Writer) -> None:
    caption = ": ".join(part for part in (block.label, block.caption) if part)
    page.begin(page.style.plain(above=SPACE, below=HALF_SPACE))
    page.words(caption, page.style.words(is_bold=True))


def _begin_cell(grid: QTextTable, line: int, place: int, form: QTextBlockFormat, style: ReadingStyle) -> QTextCursor:
    cell = grid.cellAt(line, place)
    cell.setFormat(_cell_form(style))
    cursor = cell.firstCursorPosition()
    cursor.setBlockFormat(form)
    return cursor


def _grid_form(block: Table) -> QTextTableFormat:
    form = _plain_grid_form()
    total = sum(column.width for column in block.columns)
    form.setColumnWidthConstraints([_share(100 * column.width / total) for column in block.columns])
    form.setHeaderRowCount(1)
    return form


def _plain_grid_form() -> QTextTableFormat:
    form = QTextTableFormat()
    form.setWidth(_share(100))
    form.setBorder(0)
    form.setBorderCollapse(True)
    form.setCellSpacing(0)
    form.setBottomMargin(SPACE + HALF_SPACE)
    return form


def _cell_form(style: ReadingStyle, *, is_head: bool = False) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    form.setPadding(HALF_SPACE + 1)
    form.setBottomBorder(1)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(style.line)
    if is_head:
        form.setBackground(style.head)
    return form


def _share(percent: float) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, percent)
