"""What is drawn on one page, piece by piece, each marked with its place in the structure or as decoration."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from app.exporters.pdf.embedding import UsedFaces
from app.exporters.pdf.objects import number_text
from app.exporters.pdf.page_styles import PageStyle
from app.exporters.pdf.structure import Element


class Area(NamedTuple):
    """A rectangle on a page, in points from the page's left and top edges."""

    left: float
    top: float
    width: float
    height: float


class LinkArea(NamedTuple):
    """An area that leads to an anchor, with the words in it."""

    element: Element
    target: str
    words: str
    area: Area


class Sheet:
    """One page as it is drawn. Callers measure down from the top edge; the file measures up from the bottom."""

    def __init__(self, index: int, style: PageStyle, faces: UsedFaces) -> None:
        self.index = index
        self.style = style
        self.faces = faces
        self.marked: list[Element] = []
        self.links: list[LinkArea] = []
        self._operators: list[str] = []

    def content(self) -> bytes:
        """The page's content stream."""
        return "\n".join(self._operators).encode("latin-1")

    def draw(self, operators: str) -> None:
        """Adds operators as they are."""
        self._operators.append(operators)

    def begin(self, element: Element) -> None:
        """Opens a piece of content that is read as part of this element; the operator EMC closes it."""
        element.attach()
        element.kids.append((self.index, len(self.marked)))
        self._operators.append(f"/{element.kind}<</MCID {len(self.marked)}>>BDC")
        self.marked.append(element)

    @contextmanager
    def decoration(self, kind: str = "/Artifact<</Type/Layout>>BDC") -> Iterator[None]:
        """What is drawn within is not read."""
        self._operators.append(kind)
        yield
        self._operators.append("EMC")

    def up(self, top: float) -> str:
        """A height measured down from the top of the page, as the file measures it."""
        return number_text(self.style.height - top)

    def edges(self, area: Area) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of an area, as the file measures them."""
        top = self.style.height - area.top
        return area.left, top - area.height, area.left + area.width, top

    def fill(self, area: Area, colour: str) -> None:
        """A filled rectangle."""
        self._operators.append(f"{fill_colour(colour)} {self._rectangle(area)} f")

    def frame(self, area: Area, colour: str, weight: float) -> None:
        """The outline of a rectangle."""
        self._operators.append(f"{line_colour(colour)} {number_text(weight)} w {self._rectangle(area)} S")

    def rounded_frame(self, area: Area, radius: float, colour: str, weight: float) -> None:
        """The outline of a rectangle with round corners."""
        left, low, right, high = self.edges(area)
        bend = radius * 0.448
        path = (
            f"{_point(left + radius, low)} m {_point(right - radius, low)} l "
            f"{_point(right - bend, low)} {_point(right, low + bend)} {_point(right, low + radius)} c "
            f"{_point(right, high - radius)} l "
            f"{_point(right, high - bend)} {_point(right - bend, high)} {_point(right - radius, high)} c "
            f"{_point(left + radius, high)} l "
            f"{_point(left + bend, high)} {_point(left, high - bend)} {_point(left, high - radius)} c "
            f"{_point(left, low + radius)} l "
            f"{_point(left, low + bend)} {_point(left + bend, low)} {_point(left + radius, low)} c h"
        )
        self._operators.append(f"{line_colour(colour)} {number_text(weight)} w {path} S")

    def line(
        self, left: float, right: float, top: float, colour: str, *, weight: float = 0.6, dashes: str = ""
    ) -> None:
        """A line from left to right. `dashes` are lengths of ink and gap in points."""
        dash = (f"[{dashes}] 0 d ", " [] 0 d") if dashes else ("", "")
        self._operators.append(
            f"{line_colour(colour)} {number_text(weight)} w {dash[0]}"
            f"{number_text(left)} {self.up(top)} m {number_text(right)} {self.up(top)} l S{dash[1]}"
        )

    def link(self, element: Element, target: str, words: str, area: Area) -> None:
        """Makes an area of the page lead to an anchor."""
        self.links.append(LinkArea(element, target, words, area))

    def _rectangle(self, area: Area) -> str:
        left, bottom, _, _ = self.edges(area)
        return f"{' '.join(map(number_text, (left, bottom, area.width, area.height)))} re"


@cache
def fill_colour(colour: str) -> str:
    """The operator that fills, and writes, in a colour given as #RRGGBB."""
    return f"{_shares(colour)} rg"


@cache
def line_colour(colour: str) -> str:
    """The operator that draws lines in a colour given as #RRGGBB."""
    return f"{_shares(colour)} RG"


def _shares(colour: str) -> str:
    return " ".join(f"{int(colour[start : start + 2], 16) / 255:.3f}" for start in (1, 3, 5))


def _point(left: float, up: float) -> str:
    return f"{number_text(left)} {number_text(up)}"
