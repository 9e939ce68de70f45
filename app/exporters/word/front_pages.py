"""The pages before the body: the cover, the open points and the law to be confirmed."""

from collections.abc import Iterator, Sequence
from itertools import chain

from app.documents.blocks import (
    ILLUSTRATIONS,
    NOTICES_LEAD,
    NOTICES_TITLE,
    ControlEntry,
    Document,
    Given,
    LegalNotice,
    Link,
    OpenPoint,
    Paragraph,
    Run,
    Table,
    TableColumn,
    Words,
)
from app.exporters import wording
from app.exporters.word.elements import paragraph
from app.exporters.word.lengths import LOOK, twips
from app.exporters.word.plan import Plan
from app.exporters.word.references import Bookmarks
from app.exporters.word.runs import direction, write_runs
from app.exporters.word.tables import AFTER_TABLE, FIRST_ROW_LOOK, cell, header_row, open_table, write_table
from app.exporters.word.texts import words

STARTS_PAGE = "<w:pageBreakBefore/>"
_CONTROL_SHARES = (0.21, 0.31, 0.205, 0.275)
_POINT_SHARES = (1, 8, 6, 4)


def write_cover(document: Document, plan: Plan) -> Iterator[str]:
    """Title, collaborative, subtitle, status, what it rests on, and the control table."""
    yield paragraph("CoverBar", "")
    yield paragraph("Title", words(document.title))
    if document.collaborative:
        yield paragraph("CoverName", words(document.collaborative))
    if document.subtitle:
        yield paragraph("Subtitle", words(document.subtitle))
    yield paragraph("CoverStatus", words(document.status.value))
    if document.has_illustrations:
        yield paragraph("CoverCaution", words(ILLUSTRATIONS))
    if document.control:
        yield _control(document.control, plan)


def _control(control: Sequence[ControlEntry], plan: Plan) -> str:
    """The control entries two by two, under a band that names them."""
    widths = [twips(LOOK.measure * share) for share in _CONTROL_SHARES]
    band = cell(sum(widths), paragraph("TableHeading", words(wording.DOCUMENT_CONTROL)), span=len(widths))
    rows = "".join(_control_row(control[start : start + 2], widths, plan) for start in range(0, len(control), 2))
    opened = open_table("GovernanceTable", widths, FIRST_ROW_LOOK, wording.DOCUMENT_CONTROL)
    return f"{opened}{header_row(band)}{rows}</w:tbl>{AFTER_TABLE}"


def _control_row(entries: Sequence[ControlEntry], widths: Sequence[int], plan: Plan) -> str:
    contents: list[str] = []
    for entry in entries:
        contents.append(paragraph("TableText", words(entry.label)))
        contents.append(paragraph("TableText", write_runs(entry.runs, plan), direction(entry.runs)))
    contents += [paragraph("TableText", "")] * (len(widths) - len(contents))
    cells = "".join(cell(width, content) for width, content in zip(widths, contents, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def write_open_points(document: Document, plan: Plan, bookmarks: Bookmarks) -> Iterator[str]:
    """Every gap with its number, question, section and place, on a page of their own."""
    if document.open_points:
        yield paragraph("FrontHeading", words(wording.OPEN_POINTS), STARTS_PAGE)
        yield paragraph("BodyText", words(wording.points_introduction(len(document.open_points))))
        yield write_table(_points(document.open_points), plan, bookmarks, name=wording.OPEN_POINTS) + AFTER_TABLE


def _points(points: Sequence[OpenPoint]) -> Table:
    columns = tuple(
        TableColumn(title, share) for title, share in zip(wording.POINT_COLUMNS, _POINT_SHARES, strict=True)
    )
    rows = tuple(
        (
            (Words(str(point.number)),),
            (Words(point.label),),
            (Words(point.section),),
            (Link(point.place, point.anchor),),
        )
        for point in points
    )
    return Table("", "", columns, rows)


def write_notices(notices: Sequence[LegalNotice], page: str) -> Iterator[str]:
    """What must be confirmed of the law that the document rests on."""
    if notices:
        yield paragraph("FrontHeading", words(NOTICES_TITLE), page)
        yield paragraph("BodyText", words(NOTICES_LEAD), "<w:keepNext/>")
        for place, notice in enumerate(notices):
            ending = f". {notice.text}" if notice.text else "."
            stays = "<w:keepNext/>" if place == 0 else ""
            yield paragraph("ListBullet", words(notice.citation, "Strong") + words(ending), stays)


def write_suggestion_key(document: Document) -> Iterator[str]:
    """What a dotted line under words means, where there is one, shown on such words."""
    if any(isinstance(run, Given) and run.is_suggestion for run in _runs(document)):
        shown, explained = wording.SUGGESTION_KEY
        yield paragraph("BodyText", words(shown, "Suggestion") + words(explained))


def _runs(document: Document) -> Iterator[Run]:
    yield from chain.from_iterable(entry.runs for entry in document.control)
    for block in document.body:
        if isinstance(block, Paragraph):
            yield from block.runs
        elif isinstance(block, Table):
            yield from (run for row in block.rows for each in row for run in each)
