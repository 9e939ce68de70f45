"""Text into lines: where words may be parted, how many fit beside each other, and what stands on each line."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.exporters.pdf.characters import clusters
from app.exporters.pdf.directions import levels
from app.exporters.pdf.shaping import Stretch, shape_text

_SPACES = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_TOKENS = re.compile(f"\n|[{_SPACES}]+|[^\n{_SPACES}]+")
_WIDE = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_MAY_PART_INSIDE = re.compile(f"[-–—/\u200b{_WIDE}]")
# After a hyphen or slash between letters, after a dash, and between signs of scripts that know no spaces.
_PARTING = re.compile(
    f"(?<=[^\\W\\d_][-/])(?=[^\\W\\d_])|(?<=[–—\u200b])(?=.)|(?<=[{_WIDE}])(?=[{_WIDE}])|(?<=[^\\W_])(?=[{_WIDE}])"
)
_GOOD_ENDS = frozenset("/?&=._-#:,;")


class Piece(NamedTuple):
    """A stretch on a line: which of the paragraph's texts it belongs to, and its level of direction."""

    source: int
    stretch: Stretch
    level: int


class Line(NamedTuple):
    """What stands on one line, in reading order. Its width leaves out a space at its end."""

    pieces: tuple[Piece, ...]
    width: float
    is_plain: bool
    """Whether all of it runs from left to right."""


class _Word(NamedTuple):
    """Pieces that stay together where they can; `ends_line` marks a line end that was asked for."""

    pieces: tuple[Piece, ...]
    width: float
    is_space: bool = False
    ends_line: bool = False
    may_part_after: bool = False


def set_lines(texts: Sequence[tuple[str, bool]], width: float) -> tuple[Line, ...]:
    """Lines of the texts, each with whether it is bold; one line, perhaps empty, at the least.

    `width` is in thousandths of the letter size. A word wider than a line is parted where it must be.
    """
    setting = _Setting(width)
    for word in _words(texts):
        setting.add(word)
    return setting.finish()


def text_width(text: str, is_bold: bool) -> float:
    """Width of the text on one line, in thousandths of the letter size."""
    return sum(stretch.width for stretch in shape_text(text, is_bold))


def widest_word(texts: Sequence[tuple[str, bool]]) -> float:
    """Width that no word of the texts exceeds, in thousandths of the letter size."""
    widest = held = 0.0
    for word in _words(texts):
        held = 0.0 if word.is_space or word.ends_line else held + word.width
        widest = max(widest, held)
        if word.may_part_after:
            held = 0.0
    return widest


def _words(texts: Sequence[tuple[str, bool]]) -> Iterator[_Word]:
    for source, (text, is_bold) in enumerate(texts):
        text_levels = levels(text)
        for match in _TOKENS.finditer(text):
            token = match[0]
            if token == "\n":
                yield _Word((), 0.0, ends_line=True)
                continue
            if text_levels is None and not _MAY_PART_INSIDE.search(token):
                yield _plain_word(source, token, is_bold)
                continue
            is_space = token[0] in " \t" or token.isspace()
            parts = [token] if is_space else _PARTING.split(token)
            start = match.start()
            for place, part in enumerate(parts, start=1):
                end = start + len(part)
                part_levels = text_levels[start:end] if text_levels else [0] * len(part)
                yield _word(source, part, is_bold, part_levels, is_space, place < len(parts))
                start = end


def _plain_word(source: int, token: str, is_bold: bool) -> _Word:
    stretches = shape_text(token, is_bold)
    is_space = token[0] in " \t" or token.isspace()
    if len(stretches) == 1:
        return _Word((Piece(source, stretches[0], 0),), stretches[0].width, is_space)
    return _Word(
        tuple(Piece(source, stretch, 0) for stretch in stretches), sum(stretch.width for stretch in stretches), is_space
    )


def _word(
    source: int, token: str, is_bold: bool, token_levels: Sequence[int], is_space: bool, may_part_after: bool
) -> _Word:
    pieces: list[Piece] = []
    start = 0
    for end in range(1, len(token) + 1):
        if end == len(token) or token_levels[end] != token_levels[start]:
            level = token_levels[start]
            pieces += (
                Piece(source, stretch, level) for stretch in shape_text(token[start:end], is_bold, level % 2 == 1)
            )
            start = end
    return _Word(
        tuple(pieces), sum(piece.stretch.width for piece in pieces), is_space, may_part_after=may_part_after
    )


class _Setting:
    """Lines as they fill, word by word."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._lines: list[Line] = []
        self._line: list[Piece] = []
        self._line_width = 0.0
        self._spaces: list[Piece] = []
        self._spaces_width = 0.0
        self._held: list[_Word] = []
        self._held_width = 0.0

    def add(self, word: _Word) -> None:
        if word.is_space:
            self._place_held()
            self._spaces += word.pieces
            self._spaces_width += word.width
        elif word.ends_line:
            self._place_held()
            self._end_line(is_asked_for=True)
        else:
            self._held.append(word)
            self._held_width += word.width
            if word.may_part_after:
                self._place_held()

    def finish(self) -> tuple[Line, ...]:
        self._place_held()
        if self._line or self._spaces or not self._lines:
            self._end_line()
        return tuple(self._lines)

    def _place_held(self) -> None:
        """Puts the words held back onto this line or, where they do not fit, onto the next."""
        if not self._held:
            return
        if self._line_width + self._spaces_width + self._held_width > self._limit and (self._line or self._spaces):
            self._end_line()
        pieces = [piece for word in self._held for piece in word.pieces]
        if self._held_width > self._limit:
            self._part(pieces)
        else:
            self._take(pieces, self._held_width)
        self._held = []
        self._held_width = 0.0

    def _take(self, pieces: Sequence[Piece], width: float) -> None:
        self._line += self._spaces
        self._line += pieces
        self._line_width += self._spaces_width + width
        self._spaces = []
        self._spaces_width = 0.0

    def _part(self, pieces: Sequence[Piece]) -> None:
        """Fills lines with the characters of a word wider than a line, parting after signs where it can."""
        for piece in _characters(pieces):
            if self._line and self._line_width + piece.stretch.width > self._limit:
                self._end_line_after_sign()
            self._take((piece,), piece.stretch.width)

    def _end_line_after_sign(self) -> None:
        """Ends the line after the last sign in its second half, or where it is full."""
        count = len(self._line)
        keep = next(
            (place for place in range(count, count // 2, -1) if self._line[place - 1].stretch.text in _GOOD_ENDS), count
        )
        rest = self._line[keep:]
        self._line = self._line[:keep]
        self._line_width -= sum(piece.stretch.width for piece in rest)
        self._end_line()
        self._take(rest, sum(piece.stretch.width for piece in rest))

    def _end_line(self, is_asked_for: bool = False) -> None:
        """Closes the line with one space where words are parted, so that they are read apart."""
        pieces = self._line
        if self._spaces or is_asked_for:
            source = (self._spaces or pieces or [Piece(0, _space(False), 0)])[-1].source
            pieces = [*pieces, Piece(source, _space(False), 0)]
        is_plain = all(piece.level == 0 for piece in pieces)
        self._lines.append(Line(tuple(pieces), self._line_width, is_plain))
        self._line = []
        self._line_width = 0.0
        self._spaces = []
        self._spaces_width = 0.0


def _space(is_bold: bool) -> Stretch:
    return shape_text(" ", is_bold)[0]


def _characters(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces cut down to single characters with what belongs to them."""
    for source, stretch, level in pieces:
        if stretch.is_stand_in:
            yield Piece(source, stretch, level)
            continue
        for cluster in clusters(stretch.text):
            for part in shape_text(cluster, stretch.face.is_bold, stretch.is_right_to_left):
                yield Piece(source, part, level)
