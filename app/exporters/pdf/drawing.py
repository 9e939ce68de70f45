"""What is drawn on one page, piece by piece, each marked with its place in the structure or as decoration."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from app.exporters.pdf.embedding import UsedFaces
from app.exporters.pdf.objects import number_text
from app.exporters.pdf.structure import Element


class LinkArea(NamedTuple):
    """A rectangle that leads to an anchor: its element, its target, the words in it and its edges."""

    element: Element
    target: str
    words: str
    left: float
    bottom: float
    right: float
    top: float


class Sheet:
    """One page as it is drawn. Callers measure down from the top edge; the file measures up from the bottom."""

    def __init__(self, index: int, height: float, faces: UsedFaces) -> None:
        self.index = index
        self.height = height
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

    def fill(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        edges = " ".join(map(number_text, (left, self.height - top - height, width, height)))
        self._operators.append(f"{fill_colour(colour)} {edges} re f")

    def frame(self, left: float, top: float, width: float, height: float, colour: str, weight: float) -> None:
        """The outline of a rectangle."""
        edges = " ".join(map(number_text, (left, self.height - top - height, width, height)))
        self._operators.append(f"{line_colour(colour)} {number_text(weight)} w {edges} re S")

    def rounded_frame(
        self, left: float, top: float, width: float, height: float, radius: float, colour: str, weight: float
    ) -> None:
        """The outline of a rectangle with round corners."""
        right, low, high = left + width, self.height - top - height, self.height - top
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

    def line(self, left: float, right: float, top: float, colour: str, weight: float = 0.6, dashes: str = "") -> None:
        """A line from left to right. `dashes` are lengths of ink and gap in points."""
        height = number_text(self.height - top)
        dash = (f"[{dashes}] 0 d ", " [] 0 d") if dashes else ("", "")
        self._operators.append(
            f"{line_colour(colour)} {number_text(weight)} w {dash[0]}"
            f"{number_text(left)} {height} m {number_text(right)} {height} l S{dash[1]}"
        )

    def link(
        self, element: Element, target: str, words: str, left: float, top: float, width: float, height: float
    ) -> None:
        """Makes an area of the page lead to an anchor."""
        area = (left, self.height - top - height, left + width, self.height - top)
        self.links.append(LinkArea(element, target, words, *area))


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
