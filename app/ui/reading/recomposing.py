"""Changes the text on screen where a new draft reads differently, because composing all of it takes far longer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from PySide6.QtGui import QTextCursor

from app.documents.blocks import Block, Document, Heading, Paragraph, Table
from app.ui.reading.composing import Composed, write_block, write_front
from app.ui.reading.reading_style import ReadingStyle
from app.ui.reading.tables import letters_needed
from app.ui.reading.writer import TextMark, Writer

#: Beyond so many blocks, all of it is as soon composed.
_MOST_BLOCKS = 120


@dataclass(frozen=True, slots=True)
class _Passage:
    """Blocks of the body, counted from 0, that others take the place of."""

    start: int
    end: int
    come: tuple[Block, ...]


def recompose(
    composed: Composed, before: Document, after: Document, style: ReadingStyle, letters: float
) -> Composed | None:
    """The same text with what is new in it; None, and nothing done, where it must be composed from the beginning.

    Grids are left alone: where one of them, or something beside one, has changed, it is composed anew.
    """
    passages = _passages(before.body, after.body)
    has_front = replace(before, body=()) == replace(after, body=())
    goes, comes = [before.body[each.start : each.end] for each in passages], [each.come for each in passages]
    if not all(_is_plain(blocks, letters) for blocks in (*goes, *comes)):
        return None
    if not has_front and not _is_plain(after.body[:1], letters):
        return None
    cursor = QTextCursor(composed.text)
    # From the end, so that what is still to be changed stands where it stood. Each by itself: Qt lays out anew all that
    # stands between the first change and the last one of those that it is told of together.
    for passage in reversed(passages):
        cursor.beginEditBlock()
        composed = _with_passage(composed, passage, Writer(cursor, style), letters)
        cursor.endEditBlock()
    if not has_front:
        cursor.beginEditBlock()
        composed = _with_front(composed, after, Writer(cursor, style))
        cursor.endEditBlock()
    return composed


def _passages(old: Sequence[Block], new: Sequence[Block]) -> list[_Passage]:
    """What differs, in order. What only comes or goes is written together with the block before it."""
    start = _equal(old, new)
    end = min(_equal(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    matcher = SequenceMatcher(None, old[start : len(old) - end], new[start : len(new) - end], autojunk=False)
    found = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            back = 1 if (i1 == i2 or j1 == j2) and i1 + start and j1 + start else 0
            found.append(_Passage(i1 + start - back, i2 + start, tuple(new[j1 + start - back : j2 + start])))
    return found


def _with_passage(composed: Composed, passage: _Passage, writer: Writer, letters: float) -> Composed:
    starts, ends = composed.starts, composed.ends
    first, last = starts[passage.start], ends[passage.end - 1]
    _empty(writer.cursor, first, last - 1)
    new_starts, new_ends = [], []
    for block in passage.come:
        new_starts.append(writer.end)
        write_block(block, writer, letters)
        new_ends.append(writer.end)
    moved = writer.end - last
    return replace(
        composed,
        starts=[*starts[: passage.start], *new_starts, *(each + moved for each in starts[passage.end :])],
        ends=[*ends[: passage.start], *new_ends, *(each + moved for each in ends[passage.end :])],
        marks=_joined(composed.marks, writer.marks, first, last, moved),
    )


def _with_front(composed: Composed, after: Document, writer: Writer) -> Composed:
    last = composed.starts[0]
    _empty(writer.cursor, 0, last - 1)
    write_front(after, writer)
    moved = writer.end - last
    return replace(
        composed,
        starts=[each + moved for each in composed.starts],
        ends=[each + moved for each in composed.ends],
        marks=_joined(composed.marks, writer.marks, 0, last, moved),
    )


def _empty(cursor: QTextCursor, first: int, last: int) -> None:
    """Take out the text from one place to another; one empty paragraph is left, to write in."""
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _joined(marks: Sequence[TextMark], new: Sequence[TextMark], first: int, last: int, moved: int) -> list[TextMark]:
    return [
        *(mark for mark in marks if mark.end <= first),
        *new,
        *(replace(mark, start=mark.start + moved, end=mark.end + moved) for mark in marks if mark.start >= last),
    ]


def _equal(first: Sequence[Block], second: Sequence[Block]) -> int:
    """How many blocks read the same from the beginning on."""
    count = 0
    for old, new in zip(first, second, strict=False):
        if old is not new and old != new:
            break
        count += 1
    return count


def _is_plain(blocks: Sequence[Block], letters: float) -> bool:
    """Whether blocks, of which there are a few, stand as nothing but paragraphs."""
    return 0 < len(blocks) <= _MOST_BLOCKS and all(
        isinstance(block, Heading | Paragraph) or (isinstance(block, Table) and letters_needed(block) > letters)
        for block in blocks
    )
