"""A document as plain text, the way a reader would say it: for golden files."""

from collections.abc import Iterator
from typing import assert_never

from app.documents.blocks import (
    ILLUSTRATIONS,
    NOTICES_LEAD,
    NOTICES_TITLE,
    Block,
    Document,
    Heading,
    Paragraph,
    SignatureBlock,
    Table,
    runs_text,
)
from app.domain.wording import date_in_words

_INDENT = "    "


def plain_text(document: Document) -> str:
    """The whole document, one line per paragraph, cells separated by bars, with one line end at the end."""
    return "\n".join(_lines(document)).rstrip() + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield document.title
    yield document.collaborative
    yield document.subtitle
    yield f"{document.status.value}, version {document.version}, {date_in_words(document.dated)}"
    if document.has_illustrations:
        yield ILLUSTRATIONS
    yield ""
    for entry in document.control:
        yield f"{entry.label}: {runs_text(entry.runs)}"
    if document.open_points:
        yield from ("", "Open points")
        for point in document.open_points:
            yield f"{point.number}. {point.label} ({point.section}; {point.place})"
    if document.notices:
        yield from ("", NOTICES_TITLE, NOTICES_LEAD)
        for notice in document.notices:
            yield f"{notice.citation}. {notice.text}".strip()
    for block in document.body:
        yield from _block_lines(block)


def _block_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield ""
            yield f"{block.number}  {block.text}".strip()
        case Paragraph():
            lead = f"{block.number}  " if block.number else ""
            text = runs_text(block.runs).replace("\n", f"\n{_INDENT * (block.depth + 1)}")
            yield f"{_INDENT * block.depth}{lead}{text}"
        case Table():
            yield f"{block.label}: {block.caption}" if block.caption else block.label
            yield " | ".join(column.title for column in block.columns)
            for row in block.rows:
                yield " | ".join(runs_text(cell).replace("\n", " / ") for cell in row)
        case SignatureBlock():
            for part in block.parts:
                yield f"{part.statement} " + " ".join(f"{field.label}: ____" for field in part.fields)
        case _:
            assert_never(block)
