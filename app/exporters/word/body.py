"""The body of a document: each neutral block as paragraphs and tables of Word."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from app.documents.blocks import Block, Document, Heading, Paragraph, SignatureBlock, Table
from app.exporters.word.elements import paragraph
from app.exporters.word.looks import ParagraphLook, list_numbering
from app.exporters.word.plan import Numbering, Plan
from app.exporters.word.references import Bookmarks
from app.exporters.word.runs import direction, write_runs
from app.exporters.word.signatures import write_signatures
from app.exporters.word.tables import AFTER_LAST_TABLE, AFTER_TABLE, write_table
from app.exporters.word.texts import words

_STARTS_PAGE = "<w:pageBreakBefore/>"
_PLAIN_STYLES = ("BodyText", "IndentedText", "DeeperText")


def write_body(document: Document, plan: Plan, bookmarks: Bookmarks) -> Iterator[str]:
    """Every block in order; the first begins a page."""
    followers: tuple[Block | None, ...] = (*document.body, None)
    for place, block in enumerate(document.body):
        follower = followers[place + 1]
        if isinstance(block, Paragraph) and isinstance(follower, Table | SignatureBlock):
            # What stands before a table speaks of it.
            yield _block(replace(block, keeps_with_next=True), place, plan, bookmarks)
        else:
            yield _block(block, place, plan, bookmarks)
        if isinstance(block, Table | SignatureBlock) and not isinstance(follower, Heading):
            yield AFTER_TABLE if follower is not None else AFTER_LAST_TABLE


def _block(block: Block, place: int, plan: Plan, bookmarks: Bookmarks) -> str:
    page = _STARTS_PAGE if place == 0 else ""
    numbering, names = plan.numberings[place], plan.bookmarks(block.anchor)
    match block:
        case Heading():
            return _heading(block, numbering, bookmarks, names, starts_page=place == 0 or block.starts_page)
        case Paragraph():
            return _paragraph(block, numbering, plan, bookmarks, page)
        case Table():
            return write_table(block, plan, bookmarks, page=page, is_counted=place in plan.counted_tables)
        case SignatureBlock():
            return write_signatures(block, bookmarks, names, page)
        case _:
            assert_never(block)


def _heading(
    heading: Heading, numbering: Numbering | None, bookmarks: Bookmarks, names: tuple[str, ...], *, starts_page: bool
) -> str:
    content = words(heading.text)
    style = "Heading2" if heading.level > 1 else "UnnumberedHeading"
    order = ""
    if numbering is not None and numbering.list_number is not None:
        style, order = _level_style(numbering), _other_list(numbering, numbering.list_number)
    elif heading.number:
        content = words(f"{heading.number}\u2003{heading.text}")
    page = _page_start(style, starts_page=starts_page)
    return paragraph(style, bookmarks.around(names, content), page + order)


def _page_start(style: str, *, starts_page: bool) -> str:
    """What a heading needs beside its style, of which only that of schedules begins a page."""
    if style == "ScheduleHeading":
        return "" if starts_page else '<w:pageBreakBefore w:val="0"/>'
    return _STARTS_PAGE if starts_page else ""


def _paragraph(block: Paragraph, numbering: Numbering | None, plan: Plan, bookmarks: Bookmarks, page: str = "") -> str:
    content = write_runs(block.runs, plan)
    order = indent = ""
    if numbering is None:
        style = _PLAIN_STYLES[min(block.depth, len(_PLAIN_STYLES) - 1)]
    else:
        style = _level_style(numbering)
        if numbering.list_number is None:
            content = words(f"{block.number}\t") + content
            order = list_numbering(0, 0)
            # Programs differ on whether the indent of a style stays when its list goes.
            level = numbering.listed.levels[numbering.depth]
            indent = ParagraphLook(left=level.left, hanging=level.hanging).elements()
        else:
            order = _other_list(numbering, numbering.list_number)
    keeps = "<w:keepNext/>" if block.keeps_with_next else ""
    properties = keeps + page + order + direction(block.runs) + indent
    return paragraph(style, bookmarks.around(plan.bookmarks(block.anchor), content), properties)


def _level_style(numbering: Numbering) -> str:
    return numbering.listed.levels[numbering.depth].style


def _other_list(numbering: Numbering, list_number: int) -> str:
    """The element for a list that is not the style's own."""
    return "" if list_number == numbering.listed.number else list_numbering(list_number, numbering.depth)
