"""What may stand in a text: cleaning of what no page can hold, and the smallest pieces that belong together."""

import re
from collections.abc import Iterator
from unicodedata import category

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_ENDS_OF_PLANES = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_NO_CHARACTERS = re.compile(f"[\ufdd0-\ufdef{_ENDS_OF_PLANES}]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SUSPECT = re.compile("|".join(kind.pattern for kind in (_LINE_ENDS, _SURROGATES, _NO_CHARACTERS, _CONTROLS)))


def clean_text(text: str) -> str:
    """The text as a page can hold it.

    Every kind of line end becomes a newline, control characters but newline and tab go, halves of characters
    are joined where they fit, and what is no character becomes U+FFFD. All else stays as it was typed.
    """
    if not _SUSPECT.search(text):
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub(_joined_halves, text)
    return _CONTROLS.sub("", _NO_CHARACTERS.sub("\ufffd", text))


def one_line(text: str) -> str:
    """The cleaned text on one line, with one space wherever it has white space."""
    return " ".join(clean_text(text).split())


def _joined_halves(halves: re.Match[str]) -> str:
    units = halves[0].encode("utf-16-le", "surrogatepass")
    return re.sub("[\ud800-\udfff]", "\ufffd", units.decode("utf-16-le", "surrogatepass"))


def is_unseen(character: str) -> bool:
    """Whether a character asks for no ink of its own: joiners, direction marks, variation selectors."""
    return category(character) == "Cf" or character in _VARIATIONS


def clusters(text: str) -> Iterator[str]:
    """Each character with the marks and unseen characters that follow and belong to it."""
    start = 0
    for place in range(1, len(text)):
        if not (category(text[place]) in _MARKS or is_unseen(text[place])):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


_MARKS = frozenset({"Mn", "Mc", "Me"})
_VARIATIONS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
