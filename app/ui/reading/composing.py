"""Composes a document into text for the screen. Pieces are put in one by one: no answer is ever read as markup."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from time import perf_counter
from typing import TypeAlias, assert_never

from PySide6.QtGui import QTextCursor, QTextDocument

from app.documents.blocks import (
    ILLUSTRATIONS,
    NOTICES_LEAD,
    NOTICES_TITLE,
    Block,
    Document,
    Gap,
    Given,
    Heading,
    Link,
    Paragraph,
    Run,
    SignatureBlock,
    Table,
    Words,
)
from app.domain.wording import date_in_words
from app.ui.reading.reading_style import ReadingStyle
from app.ui.reading.tables import insert_grid, insert_signature, insert_table_as_list, letters_needed
from app.ui.reading.writer import TextMark, Writer
from app.ui.theme.measures import HALF_SPACE, SPACE, TRIPLE_SPACE, TypeSize

#: What the front says in lines of its own.
_SAID_ABOVE = {"Version", "Status", "Date"}
_SUGGESTIONS = "A dotted line under words says that they are a suggestion which nobody has agreed yet."

#: Tables by what they are, each with how many letters a line needs for it.
TableNeeds: TypeAlias = dict[int, tuple[Table, float]]


@dataclass(frozen=True)
class Composed:
    """A document on screen: its text, and where each block of the body begins and ends, in letters.

    ``marks`` are its gaps and the suggestions that nobody has agreed, in order.
    """

    text: QTextDocument
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    marks: list[TextMark] = field(default_factory=list)

    def block_at(self, position: int) -> int:
        """The place in the body of the block at a position, counted from 0; -1 for what stands before it."""
        return bisect_right(self.starts, position) - 1


class Composing:
    """Composes a document a little at a time, for lines of so many average letters."""

    def __init__(self, document: Document, style: ReadingStyle, letters: float) -> None:
        text = QTextDocument()
        text.setUndoRedoEnabled(False)
        text.setDefaultFont(style.base_font)
        self.composed = Composed(text)
        self._document = document
        self._letters = letters
        self._writer = Writer(QTextCursor(text), style)
        self._next = 0
        self._is_begun = False

    def go_on(self, until: float = inf) -> bool:
        """Compose until that time of ``perf_counter``, one block at least; whether all of it is composed."""
        writer, composed, body = self._writer, self.composed, self._document.body
        if not self._is_begun:
            self._is_begun = True
            writer.cursor.beginEditBlock()
            write_front(self._document, writer)
        while self._next < len(body):
            composed.starts.append(writer.end)
            write_block(body[self._next], writer, self._letters)
            composed.ends.append(writer.end)
            self._next += 1
            if perf_counter() > until and self._next < len(body):
                return False
        writer.cursor.endEditBlock()
        composed.marks.extend(writer.marks)
        return True


def compose(document: Document, style: ReadingStyle, letters: float) -> Composed:
    """The whole document as text, for lines of so many average letters."""
    composing = Composing(document, style, letters)
    composing.go_on()
    return composing.composed


def table_needs(document: Document, known: TableNeeds) -> TableNeeds:
    """How many letters a line needs for each table to stand as a grid; what is known of one need not be counted again.

    Tables are told apart by what they are and not by what they say, which takes as long to compare as to count.
    """
    tables = [block for block in document.body if isinstance(block, Table)]
    return {id(table): known.get(id(table)) or (table, letters_needed(table)) for table in tables}


def write_front(document: Document, writer: Writer) -> None:
    """Write what stands before the body: the title, how the document stands, its open points, and its law."""
    style = writer.style
    writer.begin(style.plain(below=HALF_SPACE))
    writer.words(document.title, style.words(TypeSize.TITLE, is_bold=True, colour=style.theme.roles.accent_dark))
    writer.begin(style.plain(below=HALF_SPACE))
    writer.words(document.collaborative, style.words(TypeSize.QUESTION))
    if document.subtitle:
        writer.begin(style.plain())
        writer.words(document.subtitle, style.secondary())
    writer.begin(style.plain(above=SPACE))
    status = f"{document.status.value}, version {document.version}, {date_in_words(document.dated)}"
    writer.words(status, style.words(is_bold=True))
    if document.has_illustrations:
        writer.begin(style.plain(above=HALF_SPACE))
        writer.words(ILLUSTRATIONS, style.words(is_bold=True))
    entries = [entry for entry in document.control if entry.label not in _SAID_ABOVE]
    longest = max((entry.label for entry in entries), key=len, default="")
    for entry in entries:
        writer.begin(style.labelled(longest))
        writer.words(entry.label, style.secondary())
        writer.tab()
        writer.runs(entry.runs)
    if any(isinstance(run, Given) and run.is_suggestion for run in _runs(document)):
        writer.begin(style.plain(above=SPACE))
        writer.words(_SUGGESTIONS, style.secondary())
    _write_open_points(document, writer)
    _write_notices(document, writer)


def _runs(document: Document) -> Iterator[Run]:
    for block in document.body:
        if isinstance(block, Paragraph):
            yield from block.runs
        elif isinstance(block, Table):
            yield from (run for row in block.rows for cell in row for run in cell)


def _write_open_points(document: Document, writer: Writer) -> None:
    if not document.open_points:
        return
    _write_front_heading("Open points", writer)
    before = len(writer.marks)
    for point in document.open_points:
        writer.begin(writer.style.paragraph(0))
        writer.words(str(point.number), writer.style.secondary())
        writer.tab()
        place = Link(point.place, point.anchor) if point.anchor else Words(point.place)
        writer.runs((Gap(point.label, point.question, point.number), Words(" "), place))
    # These only list the gaps; the gaps themselves stand in the text.
    del writer.marks[before:]


def _write_notices(document: Document, writer: Writer) -> None:
    if not document.notices:
        return
    style = writer.style
    _write_front_heading(NOTICES_TITLE, writer)
    writer.begin(style.plain())
    writer.words(NOTICES_LEAD, style.words())
    for notice in document.notices:
        writer.begin(style.plain())
        writer.words(notice.citation, style.words(is_bold=True))
        writer.words(f". {notice.text}" if notice.text else ".", style.words())


def _write_front_heading(title: str, writer: Writer) -> None:
    writer.begin(writer.style.plain(above=TRIPLE_SPACE))
    writer.words(title, writer.style.heading(1))


def write_block(block: Block, writer: Writer, letters: float) -> None:
    """Write one block of the body, for lines of so many average letters."""
    style = writer.style
    match block:
        case Heading():
            writer.begin(style.plain(above=TRIPLE_SPACE if block.level == 1 else SPACE))
            lead = f"{block.number}\N{EN SPACE}" if block.number else ""
            writer.words(f"{lead}{block.text}", style.heading(block.level))
        case Paragraph():
            writer.begin(style.paragraph(block.depth, is_numbered=bool(block.number)))
            if block.number:
                writer.words(block.number, style.secondary())
                writer.tab()
            writer.runs(block.runs)
        case Table():
            insert = insert_table_as_list if letters_needed(block) > letters else insert_grid
            insert(block, writer)
        case SignatureBlock():
            for part in block.parts:
                insert_signature(part, writer)
        case _:
            assert_never(block)
