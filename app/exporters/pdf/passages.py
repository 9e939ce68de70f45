"""Passages: texts of one size set in lines, each text with its mark, that are read as one element."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from app.exporters.page_styles import TextStyle
from app.exporters.pdf.lines import Line, set_lines
from app.exporters.pdf.structure import Element


class Mark(Enum):
    """What a text is marked as, beside its words."""

    NONE = "none"
    GAP = "gap"
    SUGGESTION = "suggestion"
    LINK = "link"


class Text(NamedTuple):
    """One text of a passage. `target` is the anchor that a link leads to."""

    words: str
    is_bold: bool = False
    mark: Mark = Mark.NONE
    target: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """Texts set in lines of a width in points. Links have elements of their own within the passage's."""

    texts: tuple[Text, ...]
    lines: tuple[Line, ...]
    style: TextStyle
    element: Element
    links: dict[int, Element]
    width: float
    is_set_right: bool

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    def left_of(self, line: Line) -> float:
        """How far a line starts from the passage's left edge."""
        return max(0.0, self.width - line.width * self.style.size / 1000) if self.is_set_right else 0.0


def set_passage(
    texts: Sequence[Text], width: float, style: TextStyle, element: Element, is_set_right: bool = False
) -> Passage:
    """The texts in lines. A width too small for one letter counts as the width of one."""
    scale = 1000 / style.size
    lines = set_lines([(text.words, text.is_bold or style.is_bold) for text in texts], max(width, style.size) * scale)
    links = {place: element.prepare("Link") for place, text in enumerate(texts) if text.mark is Mark.LINK}
    return Passage(tuple(texts), lines, style, element, links, width, is_set_right)


def plain_passage(words: str, width: float, style: TextStyle, element: Element) -> Passage:
    """One text without marks."""
    return set_passage((Text(words),), width, style, element)
