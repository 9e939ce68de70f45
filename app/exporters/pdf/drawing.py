"""What is drawn on one page, piece by piece, each marked with its place in the structure or as decoration."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from typing import NamedTuple

from app.exporters import wording
from app.exporters.page_styles import PageStyle, colour_shares
from app.exporters.pdf.canvas import TaggedCanvas
from app.exporters.pdf.structure import Element, LinkOnPage


class Decoration(Enum):
    """What a decoration is, as a PDF tells it."""

    LAYOUT = "/Type/Layout"
    HEADER = "/Type/Pagination/Subtype/Header"
    FOOTER = "/Type/Pagination/Subtype/Footer"


class Area(NamedTuple):
    """A rectangle on a page, in points from the page's left and top edges."""

    left: float
    top: float
    width: float
    height: float


class Sheet:
    """One page as it is drawn. Callers measure down from the top edge; the canvas measures up from the bottom."""

    def __init__(self, index: int, style: PageStyle, canvas: TaggedCanvas) -> None:
        self.index = index
        self.style = style
        self.canvas = canvas
        self.marked: list[Element] = []
        """The element of each piece of marked content."""
        self.links: list[Element] = []
        """The element of each link."""

    @contextmanager
    def reading(self, element: Element) -> Iterator[None]:
        """What is drawn within is read as part of this element."""
        element.attach()
        element.kids.append((self.index, len(self.marked)))
        self.canvas.addLiteral(f"/{element.kind}<</MCID {len(self.marked)}>>BDC")
        self.marked.append(element)
        yield
        self.canvas.addLiteral("EMC")

    @contextmanager
    def decoration(self, kind: Decoration = Decoration.LAYOUT) -> Iterator[None]:
        """What is drawn within is not read."""
        self.canvas.addLiteral(f"/Artifact<<{kind.value}>>BDC")
        yield
        self.canvas.addLiteral("EMC")

    def up(self, top: float) -> float:
        """A height measured down from the top of the page, as the canvas measures it."""
        return round(self.style.height - top, 2)

    def fill(self, area: Area, colour: str) -> None:
        """A filled rectangle."""
        self.canvas.setFillColor(colour_shares(colour))
        self.canvas.rect(*self._rectangle(area), stroke=0, fill=1)

    def frame(self, area: Area, colour: str, weight: float) -> None:
        """The outline of a rectangle."""
        self._take_pen(colour, weight)
        self.canvas.rect(*self._rectangle(area))

    def rounded_frame(self, area: Area, radius: float, colour: str, weight: float) -> None:
        """The outline of a rectangle with round corners."""
        self._take_pen(colour, weight)
        self.canvas.roundRect(*self._rectangle(area), radius)

    def line(
        self, left: float, right: float, top: float, colour: str, *, weight: float = 0.6, dashes: Sequence[float] = ()
    ) -> None:
        """A line from left to right. `dashes` are lengths of ink and gap in points."""
        self._take_pen(colour, weight)
        if dashes:
            self.canvas.setDash(list(dashes))
        self.canvas.line(round(left, 2), self.up(top), round(right, 2), self.up(top))
        if dashes:
            self.canvas.setDash([])

    def link(self, element: Element, target: str, words: str, area: Area) -> None:
        """Makes an area of the page lead to an anchor. `element` holds what is read as the link."""
        top = self.style.height - area.top
        edges = (area.left, top - area.height, area.left + area.width, top)
        element.attach()
        element.kids.append(LinkOnPage(self.index, self.canvas.link(edges, target, wording.lead_to(words))))
        self.links.append(element)

    def bookmark(self, anchor: str, top: float) -> None:
        """Lets links lead to this height of the page."""
        self.canvas.bookmarkPage(anchor, fit="XYZ", top=self.up(top))

    def _take_pen(self, colour: str, weight: float) -> None:
        self.canvas.setStrokeColor(colour_shares(colour))
        self.canvas.setLineWidth(weight)

    def _rectangle(self, area: Area) -> tuple[float, float, float, float]:
        low = self.style.height - area.top - area.height
        return round(area.left, 2), round(low, 2), round(area.width, 2), round(area.height, 2)
