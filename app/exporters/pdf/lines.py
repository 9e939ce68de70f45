"""Text into lines: where words may be parted, how many fit beside each other, and what stands on each line."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from math import ceil, inf
from operator import itemgetter
from typing import NamedTuple

from app.exporters.characters import clusters
from app.exporters.directions import levels
from app.exporters.pdf.shaping import Stretch, shape_text

_SPACES = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_SPACE = re.compile(f"[{_SPACES}]")
_TOKENS = re.compile(f"\n|[{_SPACES}]+|[^\n{_SPACES}]+")
_WIDE = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_MAY_PART_INSIDE = re.compile(f"[-–—/\u200b{_WIDE}]")
# After a hyphen or slash between letters, after a dash, and between signs of scripts that know no spaces.
_PARTING = re.compile(
    f"(?<=[^\\W\\d_][-/])(?=[^\\W\\d_])|(?<=[–—\u200b])(?=.)|(?<=[{_WIDE}])(?=[{_WIDE}])|(?<=[^\\W_])(?=[{_WIDE}])"
)
_GOOD_ENDS = frozenset("/?&=._-#:,;")


class Part(NamedTuple):
    """The stretches of one text beside each other on a line, in reading order."""

    source: int
    """Which of the texts that were set it comes from."""
    stretches: tuple[Stretch, ...]
    levels: tuple[int, ...]
    """The level of direction of each stretch; empty where all of them run from left to right."""


class Line(NamedTuple):
    """What stands on one line, in reading order. Its width leaves out a space at its end."""

    parts: tuple[Part, ...]
    width: float


class _Word(NamedTuple):
    """Stretches that stay together where they can, or a run of spaces."""

    stretches: tuple[Stretch, ...]
    width: float
    is_space: bool
    may_part_after: bool
    level: int = 0


_Words = list[tuple[int, _Word]]
"""Words, each with the source it comes from."""
_LINE_END = _Word((), 0.0, is_space=False, may_part_after=False)
"""Stands for a line end that was asked for."""


Measures = tuple[tuple[float, float], ...]
"""Of each word that is not parted, the width of the space before it (infinite after a line end) and its own."""


def set_lines(texts: Sequence[tuple[str, bool]], width: float) -> tuple[Line, ...]:
    """Lines of the texts, each with whether it is bold; one line, perhaps empty, at the least.

    `width` is in thousandths of the letter size. A word wider than a line is parted where it must be.
    """
    return _Setting(width).set(_words(texts))


def text_width(text: str, is_bold: bool) -> float:
    """Width of the text on one line, in thousandths of the letter size."""
    return sum(stretch.width for stretch in shape_text(text, is_bold))


def measure_texts(texts: Sequence[tuple[str, bool]]) -> Measures:
    """The widths from which `count_lines` tells how many lines the texts take at any width."""
    measures: list[tuple[float, float]] = []
    space = held = 0.0
    for _, word in _words(texts):
        if word.is_space or word is _LINE_END:
            if held:
                measures.append((space, held))
                space = held = 0.0
            space = inf if word is _LINE_END or space == inf else space + word.width
            continue
        held += word.width
        if word.may_part_after:
            measures.append((space, held))
            space = held = 0.0
    if held:
        measures.append((space, held))
    return tuple(measures)


def count_lines(measures: Measures, width: float) -> int:
    """How many lines measured texts take at a width, in thousandths of the letter size."""
    lines, at = 1, 0.0
    for space, word in measures:
        if at + space + word > width and (at or space == inf):
            lines += 1
            at = word
        else:
            at += space + word
        if at > width:
            parted = ceil(at / width) - 1
            lines += parted
            at -= parted * width
    return lines


def widest_word(measures: Measures) -> float:
    """Width that no word of measured texts exceeds."""
    return max((word for _, word in measures), default=0.0)


def longest_line(measures: Measures) -> float:
    """Width of measured texts on lines that end only where asked for."""
    longest = at = 0.0
    for space, word in measures:
        at = word if space == inf else at + space + word
        longest = max(longest, at)
    return longest


def _words(texts: Sequence[tuple[str, bool]]) -> _Words:
    words: _Words = []
    for source, (text, is_bold) in enumerate(texts):
        text_levels = levels(text)
        if text_levels is not None:
            words += _turning_words(source, text, is_bold, text_levels)
            continue
        for token in _TOKENS.findall(text):
            if token == "\n":
                words.append((source, _LINE_END))
            else:
                words += [(source, word) for word in _parted(token, is_bold)]
    return words


@lru_cache(maxsize=20_000)
def _parted(token: str, is_bold: bool) -> tuple[_Word, ...]:
    """A word that runs from left to right, or spaces, in the pieces between which a line may end."""
    is_space = _is_space(token)
    parts = [token] if is_space or not _MAY_PART_INSIDE.search(token) else _PARTING.split(token)
    words = []
    for place, part in enumerate(parts, start=1):
        stretches = shape_text(part, is_bold)
        width = sum(stretch.width for stretch in stretches)
        words.append(_Word(stretches, width, is_space, place < len(parts)))
    return tuple(words)


def _is_space(token: str) -> bool:
    """Whether a token is spaces at which a line may end; its first character tells."""
    return _SPACE.match(token) is not None


def _turning_words(source: int, text: str, is_bold: bool, text_levels: Sequence[int]) -> Iterator[tuple[int, _Word]]:
    """Words of a text that runs both ways, each in pieces of one level."""
    for match in _TOKENS.finditer(text):
        if match[0] == "\n":
            yield source, _LINE_END
            continue
        is_space = _is_space(match[0])
        start = match.start()
        for end in range(start + 1, match.end() + 1):
            if end == match.end() or text_levels[end] != text_levels[start]:
                level = text_levels[start]
                stretches = shape_text(text[start:end], is_bold, level % 2 == 1)
                width = sum(stretch.width for stretch in stretches)
                yield source, _Word(stretches, width, is_space, False, level)
                start = end


class _Setting:
    """Lines as they fill, word by word."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._lines: list[Line] = []
        self._line: _Words = []
        self._line_width = 0.0
        self._spaces: _Words = []
        self._spaces_width = 0.0

    def set(self, words: _Words) -> tuple[Line, ...]:
        held: _Words = []
        held_width = 0.0
        for sourced in words:
            word = sourced[1]
            if word is not _LINE_END and not word.is_space:
                held.append(sourced)
                held_width += word.width
                if not word.may_part_after:
                    continue
            if held:
                self._place(held, held_width)
                held, held_width = [], 0.0
            if word is _LINE_END:
                self._end_line(is_asked_for=True, source=sourced[0])
            elif word.is_space:
                self._spaces.append(sourced)
                self._spaces_width += word.width
        if held:
            self._place(held, held_width)
        if self._line or self._spaces or not self._lines:
            self._end_line()
        return tuple(self._lines)

    def _place(self, words: _Words, width: float) -> None:
        """Puts words that stay together onto this line or, where they do not fit, onto the next."""
        if self._line_width + self._spaces_width + width > self._limit and (self._line or self._spaces):
            self._end_line()
        if width > self._limit:
            self._part(words)
        else:
            self._take(words, width)

    def _take(self, words: _Words, width: float) -> None:
        if self._spaces:
            self._line += self._spaces
            self._line_width += self._spaces_width
            self._spaces = []
            self._spaces_width = 0.0
        self._line += words
        self._line_width += width

    def _part(self, words: _Words) -> None:
        """Fills lines with the characters of a word wider than a line, parting after signs where it can."""
        for source, character in _characters(words):
            while self._line and self._line_width + character.width > self._limit:
                self._end_line_after_sign()
            self._take([(source, character)], character.width)

    def _end_line_after_sign(self) -> None:
        """Ends the line after the last sign in its second half, or where it is full."""
        count = len(self._line)
        keep = next((place for place in range(count, count // 2, -1) if _is_sign(self._line[place - 1][1])), count)
        rest = self._line[keep:]
        rest_width = sum(word.width for _, word in rest)
        self._line = self._line[:keep]
        self._line_width -= rest_width
        self._end_line()
        self._take(rest, rest_width)

    def _end_line(self, is_asked_for: bool = False, source: int = 0) -> None:
        """Closes the line, with one space where words are parted, so that they are read apart."""
        words = self._line
        if self._spaces or is_asked_for:
            words.append((self._spaces[-1][0] if self._spaces else source, _parted(" ", False)[0]))
        parts = tuple(_part(source, list(group)) for source, group in groupby(words, itemgetter(0)))
        self._lines.append(Line(parts, self._line_width))
        self._line = []
        self._line_width = 0.0
        self._spaces = []
        self._spaces_width = 0.0


def _part(source: int, words: _Words) -> Part:
    stretches = tuple([stretch for _, word in words for stretch in word.stretches])
    if not any(word.level for _, word in words):
        return Part(source, stretches, ())
    return Part(source, stretches, tuple(word.level for _, word in words for _ in word.stretches))


def _is_sign(word: _Word) -> bool:
    return word.stretches[-1].text in _GOOD_ENDS


def _characters(words: _Words) -> Iterator[tuple[int, _Word]]:
    """The words cut down to single characters with what belongs to them."""
    for source, word in words:
        for stretch in word.stretches:
            if stretch.is_stand_in:
                yield source, _Word((stretch,), stretch.width, False, False, word.level)
                continue
            for cluster in clusters(stretch.text):
                parts = shape_text(cluster, stretch.face.is_bold, stretch.is_right_to_left)
                yield source, _Word(parts, sum(part.width for part in parts), False, False, word.level)
