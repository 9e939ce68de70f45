"""Reads the small Markdown of clause texts into statements. Marks are parsed here, before any answer is put in."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.documents.placeholders import BLOCK_FORMS, Insert, Placeholder, PlaceholderError, read_placeholder
from app.errors import FivewaysError

_BRACES = re.compile(r"\{([^{}]*)\}")
_READER = MarkdownIt("zero").enable(["list", "emphasis", "newline"])


class MarkupError(FivewaysError):
    """A clause text that cannot be read; the message says what would be right."""


class Mark(Enum):
    """How a statement is numbered."""

    NUMBERED = "numbered"
    LETTERED = "lettered"
    ROMAN = "roman"
    BULLET = "bullet"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Literal:
    """Words as the clause has them."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder inside a statement."""

    placeholder: Placeholder
    is_bold: bool = False


Piece: TypeAlias = Literal | Slot


@dataclass(frozen=True, slots=True)
class Statement:
    """One paragraph, item or bullet, or a placeholder that makes a block. ``depth`` is 0 to 2."""

    mark: Mark
    depth: int
    pieces: tuple[Piece, ...]

    @property
    def block(self) -> Insert | None:
        """The placeholder of a block statement; None for every other."""
        first = self.pieces[0]
        if self.mark is Mark.BLOCK and isinstance(first, Slot) and isinstance(first.placeholder, Insert):
            return first.placeholder
        return None

    @property
    def leads(self) -> bool:
        """Whether it ends in a colon and so belongs with what follows."""
        last = self.pieces[-1]
        return isinstance(last, Literal) and last.text.rstrip().endswith(":")


ClauseText: TypeAlias = tuple[Statement, ...]


def read_text(text: str) -> ClauseText:
    """Read a clause text. Raises MarkupError for an empty text, a bad placeholder or a list that has no numbers."""
    statements: list[Statement] = []
    lists: list[bool] = []
    is_item_begun = False
    for token in _READER.parse(text):
        match token.type:
            case "ordered_list_open":
                lists.append(True)
            case "bullet_list_open":
                lists.append(False)
            case "ordered_list_close" | "bullet_list_close":
                lists.pop()
            case "list_item_open":
                is_item_begun = False
            case "inline":
                if lists and is_item_begun:
                    raise MarkupError("An item of a list is one paragraph; begin another item, or end the list.")
                is_item_begun = True
                statements.append(_statement(_pieces(token), lists))
            case _:
                continue
    if not statements:
        raise MarkupError("The text is empty.")
    return tuple(statements)


def read_line(text: str) -> tuple[Piece, ...]:
    """Read a single line such as a title, a term's meaning or a message: no list, one paragraph."""
    statements = read_text(text)
    if len(statements) != 1 or statements[0].mark is not Mark.NUMBERED:
        raise MarkupError("This must be one paragraph of plain words and placeholders.")
    return statements[0].pieces


def placeholders_in(text: ClauseText) -> tuple[Placeholder, ...]:
    """Every placeholder of a clause text, in order."""
    return tuple(piece.placeholder for each in text for piece in each.pieces if isinstance(piece, Slot))


def literal_words(text: ClauseText) -> str:
    """The clause's own words, without what is put in."""
    return " ".join(p.text for each in text for p in each.pieces if isinstance(p, Literal))


def _statement(pieces: tuple[Piece, ...], lists: list[bool]) -> Statement:
    if len(lists) > 2:
        raise MarkupError("Lists can be nested only once, as (a) and (i).")
    blocks = [p for p in pieces if isinstance(p, Slot) and _is_block(p.placeholder)]
    if blocks:
        if len(pieces) > 1 or lists:
            raise MarkupError("A table or list placeholder must stand alone in a paragraph.")
        return Statement(Mark.BLOCK, 0, pieces)
    if not lists:
        return Statement(Mark.NUMBERED, 0, pieces)
    mark = (Mark.LETTERED if len(lists) == 1 else Mark.ROMAN) if lists[-1] else Mark.BULLET
    return Statement(mark, len(lists), pieces)


def _is_block(placeholder: Placeholder) -> bool:
    return isinstance(placeholder, Insert) and placeholder.form in BLOCK_FORMS


def _pieces(token: Token) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    is_bold = False
    for child in _joined(token.children or []):
        match child.type:
            case "strong_open":
                is_bold = True
            case "strong_close":
                is_bold = False
            case "softbreak":
                pieces.append(Literal(" ", is_bold))
            case "text":
                pieces.extend(_split(child.content, is_bold))
            case _:
                raise MarkupError(f"Only bold and lists can be used, not “{child.type}”.")
    return _merged(pieces)


def _joined(children: list[Token]) -> list[Token]:
    """Join neighbouring text tokens, because the reader may break text inside braces."""
    joined: list[Token] = []
    for child in children:
        if child.type == "text" and joined and joined[-1].type == "text":
            joined[-1] = joined[-1].copy(content=joined[-1].content + child.content)
        elif child.type != "text" or child.content:
            joined.append(child)
    return joined


def _split(text: str, is_bold: bool) -> list[Piece]:
    pieces: list[Piece] = []
    end = 0
    for found in _BRACES.finditer(text):
        pieces.append(Literal(text[end : found.start()], is_bold))
        try:
            pieces.append(Slot(read_placeholder(found[1].strip()), is_bold))
        except PlaceholderError as error:
            raise MarkupError(str(error)) from None
        end = found.end()
    pieces.append(Literal(text[end:], is_bold))
    for piece in pieces:
        if isinstance(piece, Literal) and ("{" in piece.text or "}" in piece.text):
            raise MarkupError("A brace is open or closed without its other half.")
    return pieces


def _merged(pieces: list[Piece]) -> tuple[Piece, ...]:
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if isinstance(piece, Literal) and isinstance(last, Literal) and piece.is_bold == last.is_bold:
            merged[-1] = Literal(last.text + piece.text, piece.is_bold)
        elif not isinstance(piece, Literal) or piece.text:
            merged.append(piece)
    return tuple(merged)
