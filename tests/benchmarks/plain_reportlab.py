"""The same document as reportlab's own layout makes it: paragraphs, tables and contents, without any tags."""

import io
from collections.abc import Iterator
from html import escape

from font_source_sans_pro import font_files_ttf
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Table, TableStyle
from reportlab.platypus.tableofcontents import TableOfContents
from typing_extensions import override

from app.documents import blocks

_REGULAR, _BOLD = "SourceSansPro", "SourceSansProBold"
_TEXT = ParagraphStyle("text", fontName=_REGULAR, fontSize=11, leading=16.5, textColor=HexColor("#212B32"))
_CLAUSE = ParagraphStyle("clause", _TEXT, leftIndent=39, bulletFontName=_REGULAR, bulletFontSize=11, spaceBefore=5)
_TITLE = ParagraphStyle("title", _TEXT, fontName=_BOLD, fontSize=28, leading=36)
_HEADING = ParagraphStyle("heading", _TEXT, fontName=_BOLD, fontSize=14, leading=18, keepWithNext=1, spaceBefore=16)
_CAPTION = ParagraphStyle("caption", _TEXT, fontName=_BOLD, fontSize=9.5, leading=12.2, keepWithNext=1)
_CELL = ParagraphStyle("cell", _TEXT, fontSize=9.5, leading=12.2)
_FIGURE = ParagraphStyle("figure", _CELL, alignment=2)
_HEADER = ParagraphStyle("header", _CELL, fontName=_BOLD)
_RULES = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.6, HexColor("#D8DDE0")), ("VALIGN", (0, 0), (-1, -1), "TOP")])
_MARGIN, _WIDTH = 22.2 * mm, A4[0] - 44.4 * mm


class _Report(BaseDocTemplate):
    """Tells the contents of each heading that is drawn."""

    @override
    def afterFlowable(self, flowable: Flowable) -> None:
        if isinstance(flowable, Paragraph) and flowable.style is _HEADING:
            words = flowable.getPlainText()
            self.canv.bookmarkPage(words)
            self.canv.addOutlineEntry(words, words)
            self.notify("TOCEntry", (0, words, self.page, words))


def write_plainly(document: blocks.Document) -> bytes:
    """The bytes of the PDF. Pages are laid out again until the numbers in the contents are right."""
    for name in (_REGULAR, _BOLD):
        pdfmetrics.registerFont(TTFont(name, font_files_ttf[name]))
    written = io.BytesIO()
    frame = Frame(_MARGIN, 24 * mm, _WIDTH, A4[1] - 46 * mm, 0, 0, 0, 0)
    report = _Report(written, title=document.title, author=document.author)
    report.addPageTemplates([PageTemplate(frames=[frame], onPage=_draw_running_lines)])
    report.multiBuild(list(_flowables(document)))
    return written.getvalue()


def _draw_running_lines(canvas: Canvas, _: BaseDocTemplate) -> None:
    canvas.setFont(_REGULAR, 8.5)
    canvas.drawString(_MARGIN, A4[1] - 16 * mm, "Northern Acute Alliance")
    canvas.drawRightString(A4[0] - _MARGIN, 12 * mm, f"Page {canvas.getPageNumber()}")


def _flowables(document: blocks.Document) -> Iterator[Flowable]:
    yield Paragraph(escape(document.title), _TITLE)
    yield PageBreak()
    yield TableOfContents(levelStyles=[_TEXT], dotsMinLevel=0)
    yield PageBreak()
    for block in document.body:
        match block:
            case blocks.Heading():
                yield Paragraph(escape(f"{block.number} {block.text}"), _HEADING)
            case blocks.Paragraph():
                yield Paragraph(escape(blocks.runs_text(block.runs)), _CLAUSE, bulletText=block.number)
            case blocks.Table():
                yield Paragraph(escape(f"{block.label}: {block.caption}"), _CAPTION)
                yield _table(block)
            case _:
                raise ValueError("The measured document has headings, paragraphs and tables only.")


def _table(table: blocks.Table) -> Table:
    rows = [[Paragraph(escape(column.title), _HEADER) for column in table.columns]]
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        rows.append(
            [
                Paragraph(escape(blocks.runs_text(cell)), _FIGURE if column.is_figure else _CELL)
                for column, cell in cells
            ]
        )
    whole = sum(column.width for column in table.columns)
    widths = [_WIDTH * column.width / whole for column in table.columns]
    return Table(rows, widths, repeatRows=1, style=_RULES, spaceBefore=9, spaceAfter=14)
