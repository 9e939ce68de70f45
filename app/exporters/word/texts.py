"""Words as runs of Word: cleaned, with line ends and tabs, and each stretch running the way it is read."""

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import bidirectional

from app.exporters.characters import clean_text
from app.exporters.directions import levels
from app.exporters.word.elements import quoted, run

_PIECES = re.compile("([\n\t])")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_RIGHT_TO_LEFT = "<w:rtl/>"


def words(text: str, style: str = "") -> str:
    """The text as runs in a character style. Whatever was typed is text and nothing else."""
    chosen = f'<w:rStyle w:val="{style}"/>' if style else ""
    return "".join(
        run(_content(stretch), chosen + (_RIGHT_TO_LEFT if is_turned else ""))
        for stretch, is_turned in _stretches(clean_text(text))
    )


def one_line(text: str) -> str:
    """The cleaned text with every run of white space as one space, for places that hold one line."""
    return " ".join(clean_text(text).split())


def reads_from_the_right(text: str) -> bool:
    """Whether a paragraph of this text runs from right to left: some of its letters do, and none the other way."""
    if text.isascii():
        return False
    kinds = {bidirectional(character) for character in text}
    return bool(kinds & {"R", "AL"}) and "L" not in kinds


def _stretches(text: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches, each with whether it stands among letters that run from right to left."""
    found = levels(text) if text else None
    if found is None:
        if text:
            yield text, False
        return
    for is_turned, group in groupby(zip(text, found, strict=True), key=lambda pair: pair[1] > 0):
        yield "".join(character for character, _ in group), is_turned


def _content(text: str) -> str:
    return "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{quoted(piece)}</w:t>'
        for piece in _PIECES.split(text)
        if piece
    )
