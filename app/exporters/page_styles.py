"""How a page looks: its size, margins, letter sizes and the role of each colour."""

from dataclasses import dataclass, field
from functools import cache

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a stretch of text is set. Sizes are in points; `leading` is the distance from line to line."""

    size: float
    leading: float
    colour: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by the role they play, as #RRGGBB. Each text colour has at least 4.5:1 on its ground."""

    accent: str = "#005EB8"
    accent_dark: str = "#003087"
    text: str = "#212B32"
    secondary: str = "#4C6272"
    line: str = "#D8DDE0"
    surface: str = "#F0F4F5"
    band: str = "#E8F1F9"
    danger: str = "#8A1538"
    danger_ground: str = "#FBE9E7"


@dataclass(frozen=True, slots=True)
class Margins:
    """White space around what stands on a page, in points."""

    left: float = 22.2 * MILLIMETRE
    right: float = 22.2 * MILLIMETRE
    top: float = 22 * MILLIMETRE
    bottom: float = 24 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class Sizes:
    """Letter sizes in points; each line is `line_spacing` times as high as its letters."""

    title: float = 28
    collaborative: float = 15.5
    part: float = 14
    section: float = 11.5
    body: float = 11
    table: float = 9.5
    running: float = 8.5
    line_spacing: float = 1.5
    tight_spacing: float = 1.28


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Everything about the look of a PDF. Lengths are in points, and the default page is A4."""

    width: float = 210 * MILLIMETRE
    height: float = 297 * MILLIMETRE
    margins: Margins = field(default_factory=Margins)
    sizes: Sizes = field(default_factory=Sizes)
    colours: Colours = field(default_factory=Colours)
    indent: float = 39
    bullet_indent: float = 16
    paragraph_gap: float = 5
    cell_padding: float = 7

    @property
    def measure(self) -> float:
        """Width of a full line of text."""
        return self.width - self.margins.left - self.margins.right

    @property
    def depth(self) -> float:
        """Height between the top and bottom margins."""
        return self.height - self.margins.top - self.margins.bottom

    @property
    def title(self) -> TextStyle:
        return self._tight(self.sizes.title, self.colours.accent_dark, is_bold=True)

    @property
    def collaborative(self) -> TextStyle:
        return self._tight(self.sizes.collaborative, self.colours.text)

    @property
    def subtitle(self) -> TextStyle:
        return self._open(self.colours.secondary)

    @property
    def part_heading(self) -> TextStyle:
        return self._tight(self.sizes.part, self.colours.accent_dark, is_bold=True)

    @property
    def section_heading(self) -> TextStyle:
        return self._tight(self.sizes.section, self.colours.text, is_bold=True)

    @property
    def body(self) -> TextStyle:
        return self._open(self.colours.text)

    @property
    def strong(self) -> TextStyle:
        return self._open(self.colours.text, is_bold=True)

    @property
    def cell(self) -> TextStyle:
        return self._tight(self.sizes.table, self.colours.text)

    @property
    def strong_cell(self) -> TextStyle:
        return self._tight(self.sizes.table, self.colours.text, is_bold=True)

    @property
    def running(self) -> TextStyle:
        return self._tight(self.sizes.running, self.colours.secondary)

    def _open(self, colour: str, is_bold: bool = False) -> TextStyle:
        return TextStyle(self.sizes.body, self.sizes.body * self.sizes.line_spacing, colour, is_bold)

    def _tight(self, size: float, colour: str, is_bold: bool = False) -> TextStyle:
        return TextStyle(size, size * self.sizes.tight_spacing, colour, is_bold)


@cache
def colour_shares(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of a colour given as #RRGGBB, as shares of the most there can be."""
    red, green, blue = (round(int(colour[start : start + 2], 16) / 255, 3) for start in (1, 3, 5))
    return red, green, blue
