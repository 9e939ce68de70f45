"""Blocks of plain text on the page: headings, numbered paragraphs and list items."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.exporters.pdf.drawing import Area, Sheet
from app.exporters.pdf.passages import Passage
from app.exporters.pdf.writing import write_passage


@dataclass(frozen=True, slots=True, eq=False)
class TextBlock:
    """A passage with an optional label, such as a clause number, that hangs to its left on the first line.

    `indent` and `label_indent` are measured from the left margin. No line of it stands alone on a page.
    """

    passage: Passage
    indent: float = 0.0
    label: Passage | None = None
    label_indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    keeps_with_next: bool = False
    starts_page: bool = False
    anchors: tuple[str, ...] = ()

    @property
    def repeated_height(self) -> float:
        return 0.0

    @property
    def heights(self) -> Sequence[float]:
        return [self.passage.style.leading] * len(self.passage.lines)

    @property
    def sticks(self) -> Sequence[bool]:
        return sticking_lines(len(self.passage.lines), self.keeps_with_next)

    def draw(self, sheet: Sheet, left: float, top: float, first: int, last: int) -> None:
        if self.label is not None and first == 0:
            write_passage(sheet, self.label, left + self.label_indent, top)
        write_passage(sheet, self.passage, left + self.indent, top, first=first, last=last)


def sticking_lines(count: int, keeps_with_next: bool) -> list[bool]:
    """Which lines stay with the line after them: the first two together, and the last two."""
    sticks = [False] * count
    sticks[0] = sticks[-2 if count > 1 else -1] = count > 1
    sticks[-1] = keeps_with_next
    return sticks


@dataclass(frozen=True, slots=True, eq=False)
class Bar:
    """A short bar of colour, with white space above it that stays even at the top of a page."""

    colour: str
    height_above: float
    width: float = 82.0
    thickness: float = 7.5
    space_before: float = 0.0
    space_after: float = 0.0
    starts_page: bool = False
    repeated_height: float = 0.0
    anchors: tuple[str, ...] = ()

    @property
    def heights(self) -> Sequence[float]:
        return (self.height_above + self.thickness,)

    @property
    def sticks(self) -> Sequence[bool]:
        return (True,)

    def draw(self, sheet: Sheet, left: float, top: float, first: int, last: int) -> None:
        with sheet.decoration():
            sheet.fill(Area(left, top + self.height_above, self.width, self.thickness), self.colour)


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """One short text in a frame with round corners."""

    passage: Passage
    space_before: float = 0.0
    space_after: float = 0.0
    starts_page: bool = False
    repeated_height: float = 0.0
    anchors: tuple[str, ...] = ()
    padding: float = 11.0

    @property
    def heights(self) -> Sequence[float]:
        return (self.passage.height + self.padding * 0.8,)

    @property
    def sticks(self) -> Sequence[bool]:
        return (False,)

    def draw(self, sheet: Sheet, left: float, top: float, first: int, last: int) -> None:
        style = self.passage.style
        width = max(line.width for line in self.passage.lines) * style.size / 1000 + 2 * self.padding
        with sheet.decoration():
            sheet.rounded_frame(Area(left + 0.75, top, width, self.heights[0]), 3.5, style.colour, 1.5)
        write_passage(sheet, self.passage, left + 0.75 + self.padding, top + self.padding * 0.4)
