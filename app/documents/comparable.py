"""What a document says, cut into the smallest parts that a comparison tells as changed, and those into words."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from app.documents.blocks import (
    ILLUSTRATIONS,
    Block,
    Document,
    Gap,
    Given,
    Heading,
    Link,
    Paragraph,
    Run,
    Runs,
    SignatureBlock,
    Table,
    Words,
    runs_text,
)

#: A word with the space behind it, a mark with the space behind it, or space alone: nothing is left out.
_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_CELL_LIMIT = " | "


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it reads, and as it is compared: a reference is its target, whatever number that has now."""

    text: str
    key: Hashable


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest thing that is told as changed: a paragraph, a row, a heading, a line of the front.

    ``place`` is where it stands in its draft: an anchor or, on the front, a name of its own.
    """

    anchor: str
    place: str
    runs: Runs

    @property
    def key(self) -> Hashable:
        """What two units are first compared by: quick to make, and alike only where they read alike."""
        return tuple(_run_key(run) for run in self.runs)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words."""
        return tuple(_run_tokens(self.runs))


def units(document: Document) -> Iterator[Unit]:
    """Everything that a document says in words of its own, without the numbers that Fiveways counts."""
    front = {"title": document.title, "collaborative": document.collaborative, "subtitle": document.subtitle}
    for place, text in front.items():
        yield Unit("", f"front {place}", (Words(text),))
    if document.has_illustrations:
        yield Unit("", "front illustrations", (Words(ILLUSTRATIONS),))
    for entry in document.control:
        yield Unit("", f"front {entry.label}", (Words(f"{entry.label}: "), *entry.runs))
    for notice in document.notices:
        words = f"{notice.citation}. {notice.text}".strip()
        yield Unit("", f"front {notice.law}", (Words(words),))
    for block in document.body:
        yield from _block_units(block)


def tokens_of(text: str) -> Iterator[Token]:
    """The words of a text, which join to it again."""
    return (Token(word, word) for word in _WORD.findall(text))


def _block_units(block: Block) -> Iterator[Unit]:
    match block:
        case Heading():
            yield Unit(block.anchor, block.anchor, (Words(block.text),))
        case Paragraph():
            yield Unit(block.anchor, block.anchor, block.runs)
        case Table():
            titles = _CELL_LIMIT.join(column.title for column in block.columns)
            yield Unit(block.anchor, block.anchor, (Words(f"{block.caption}: {titles}"),))
            for row in block.rows:
                # A row is known again by its first cell, which names it.
                place = f"{block.anchor} {runs_text(row[0])}"
                yield Unit(block.anchor, place, tuple(_with_limits(row)))
        case SignatureBlock():
            for part in block.parts:
                yield Unit(block.anchor, f"{block.anchor} {part.party}", (Words(part.statement),))
        case _:
            assert_never(block)


def _with_limits(row: Sequence[Runs]) -> Iterator[Run]:
    for place, cell in enumerate(row):
        if place:
            yield Words(_CELL_LIMIT)
        yield from cell


def _run_key(run: Run) -> Hashable:
    match run:
        case Words() | Given():
            return run.text
        case Gap():
            return Gap, run.question, run.text
        case Link():
            return Link, run.anchor
        case _:
            assert_never(run)


def _run_tokens(runs: Runs) -> Iterator[Token]:
    """The words of runs. Where one run of plain words ends inside a word or a space is no matter."""
    text = ""
    for run in runs:
        match run:
            case Words() | Given():
                text += run.text
            case Gap() | Link():
                yield from tokens_of(text)
                text = ""
                yield Token(run.text, _run_key(run))
            case _:
                assert_never(run)
    yield from tokens_of(text)
