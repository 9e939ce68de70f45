"""The pages before the body: the cover, the open points and the law to be confirmed."""

from collections.abc import Iterator, Sequence

from app.documents.blocks import (
    ILLUSTRATIONS,
    NOTICES_LEAD,
    NOTICES_TITLE,
    ControlEntry,
    Document,
    Given,
    Heading,
    LegalNotice,
    Link,
    OpenPoint,
    Paragraph,
    Run,
    Status,
    Table,
    TableColumn,
    Words,
)
from app.exporters import wording
from app.exporters.characters import clean_text
from app.exporters.page_styles import TextStyle
from app.exporters.pdf.body import set_body
from app.exporters.pdf.flow import Block
from app.exporters.pdf.passages import Mark, Passage, Text, plain_passage, set_passage
from app.exporters.pdf.setting import Setting
from app.exporters.pdf.structure import HEADER_OF_ROW, Element
from app.exporters.pdf.tables import Row, TableBlock
from app.exporters.pdf.text_blocks import Bar, Stamp, TextBlock

COVER = "/cover"
OPEN_POINTS = "/open-points"
LAW = "/law-to-be-confirmed"
"""Anchors of pages that the exporter adds; the stroke keeps them apart from those of a document."""

_ABOVE_BAR = 67.0
_ABOVE_CONTROL = 108.0
_ABOVE_CAUTION = 18.0
_ABOVE_CONTROL_WITH_CAUTION = 48.0
_CONTROL_SHARES = (0.21, 0.31, 0.205, 0.275)


def set_cover(document: Document, setting: Setting) -> Iterator[Block]:
    """Title, collaborative, subtitle, a stamp with the status, what the document rests on, and the control table."""
    words = (document.title, document.collaborative, document.subtitle)
    yield from set_title(words, document.status, setting, has_illustrations=document.has_illustrations)
    if document.control:
        above = _ABOVE_CONTROL_WITH_CAUTION if document.has_illustrations else _ABOVE_CONTROL
        yield _set_control(document.control, above, setting)


def set_title(
    words: tuple[str, str, str], status: Status, setting: Setting, *, has_illustrations: bool = False
) -> Iterator[Block]:
    """What the top of a cover says under a bar of the accent colour: title, collaborative, subtitle, status.

    Where illustrative answers of an example are left, it says so below the status.
    """
    page = setting.style
    yield Bar(page.colours.accent, _ABOVE_BAR, anchors=setting.anchor(COVER))
    looks = (("H1", page.title, 20.0), ("P", page.collaborative, 8.0), ("P", page.subtitle, 5.0))
    for line, (kind, style, space) in zip(words, looks, strict=True):
        if line:
            passage = plain_passage(clean_text(line), page.measure, style, setting.root.add(kind))
            yield TextBlock(passage, space_before=space)
    colour = page.colours.accent_dark if status is Status.FINAL else page.colours.danger
    strong = TextStyle(page.strong.size, page.strong.leading, colour, is_bold=True)
    yield Stamp(plain_passage(status.value, page.measure / 2, strong, setting.root.add("P")), space_before=36.0)
    if has_illustrations:
        caution = plain_passage(ILLUSTRATIONS, page.measure, page.strong, setting.root.add("P"))
        yield TextBlock(caution, space_before=_ABOVE_CAUTION)


def _set_control(control: Sequence[ControlEntry], above: float, setting: Setting) -> TableBlock:
    """The control entries two by two, under a band that names them."""
    page = setting.style
    element = setting.root.add("Table")
    widths = tuple(page.measure * share for share in _CONTROL_SHARES)
    name = plain_passage(wording.DOCUMENT_CONTROL, page.measure, page.strong_cell, element.add("Caption"))
    rows = [Row((name,), page.colours.band)]
    for start in range(0, len(control), 2):
        rows.append(Row(_control_cells(control[start : start + 2], widths, element.add("TR"), setting)))
    return TableBlock(None, tuple(rows), widths, page, page.cell_padding, space_before=above)


def _control_cells(
    entries: Sequence[ControlEntry], widths: Sequence[float], element: Element, setting: Setting
) -> tuple[Passage, ...]:
    page = setting.style
    inner = [width - 2 * page.cell_padding for width in widths]
    cells: list[Passage] = []
    for place, entry in enumerate(entries):
        label = Text(clean_text(entry.label))
        cells.append(set_passage((label,), inner[2 * place], page.cell, element.add("TH", HEADER_OF_ROW)))
        texts = setting.texts(entry.runs) or (Text(""),)
        cells.append(set_passage(texts, inner[2 * place + 1], page.cell, element.add("TD")))
    for width in inner[len(cells) :]:
        cells.append(plain_passage("", width, page.cell, element.add("TD")))
    return tuple(cells)


def set_open_points(points: Sequence[OpenPoint], has_suggestions: bool, setting: Setting) -> Iterator[Block]:
    """Every gap with its number, question, section and place; the place leads to where it first shows."""
    columns = tuple(TableColumn(title, share) for title, share in zip(wording.POINT_COLUMNS, (1, 8, 6, 4), strict=True))
    rows = tuple(
        (
            (Words(str(point.number)),),
            (Words(point.label),),
            (Words(point.section),),
            (Link(point.place, point.anchor) if point.anchor else Words(point.place),),
        )
        for point in points
    )
    yield from set_body(
        (
            Heading(1, "", wording.OPEN_POINTS, OPEN_POINTS),
            Paragraph("", 0, (Words(wording.points_introduction(len(points))),)),
            Table("", "", columns, rows),
        ),
        setting,
    )
    if has_suggestions:
        yield set_suggestion_key(setting)


def set_suggestion_key(setting: Setting) -> TextBlock:
    """What a dotted line under words means, shown on such words."""
    page = setting.style
    shown, explained = wording.SUGGESTION_KEY
    texts = (Text(shown, mark=Mark.SUGGESTION), Text(explained))
    passage = set_passage(texts, page.measure, page.cell, setting.root.add("P"))
    return TextBlock(passage, space_before=12.0, space_after=12.0)


def set_notices(notices: Sequence[LegalNotice], setting: Setting) -> Iterator[Block]:
    """What must be confirmed of the law that the document rests on."""
    # The first stays with the second, so that the list does not begin with one alone at the foot of a page.
    paragraphs = (
        Paragraph("•", 0, (Words(f"{notice.citation}. ", is_bold=True), Words(notice.text)), keeps_with_next=place == 0)
        for place, notice in enumerate(notices)
    )
    introduction = Paragraph("", 0, (Words(NOTICES_LEAD),), keeps_with_next=True)
    yield from set_body((Heading(1, "", NOTICES_TITLE, LAW), introduction, *paragraphs), setting)


def has_suggestions(document: Document) -> bool:
    """Whether any words of the body come from a suggestion that nobody has agreed."""
    return any(isinstance(run, Given) and run.is_suggestion for run in _runs(document))


def _runs(document: Document) -> Iterator[Run]:
    for block in document.body:
        match block:
            case Paragraph():
                yield from block.runs
            case Table():
                yield from (run for row in block.rows for cell in row for run in cell)
            case _:
                pass
