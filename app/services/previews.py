"""The true pages of a document for the screen: a PDF in memory, and pictures of its pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock

from app.documents.blocks import Document
from app.errors import ExportCancelled
from app.services.pdf_files import pdf_of

_KEPT_FILES = 4


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture of one page: 4 bytes a pixel (red, green, blue, opacity), row by row from the top."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PageSpot:
    """A place in a PDF: the page counted from 0, and how far down it is as a share of the page's height."""

    page: int
    share_down: float


@dataclass(frozen=True, slots=True)
class PageBand:
    """What a block takes of a page: the page counted from 0, and edges as shares of the page's width and height."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class Previews:
    """Makes pages. Every method may be called from another thread than the screen's.

    The files of the last few documents are kept, by identity: drafting gives an unchanged document back as
    the same object.
    """

    def __init__(self) -> None:
        self._kept: list[tuple[Document, bytes]] = []
        self._lock = Lock()

    def pdf(self, document: Document, is_cancelled: Callable[[], bool] | None = None) -> bytes:
        """The document as PDF. Raises ExportCancelled soon after ``is_cancelled`` says so."""
        found = self._found(document)
        if found is not None:
            return found
        made = pdf_of(document, is_cancelled=is_cancelled)
        with self._lock:
            self._kept = [(document, made), *self._kept][:_KEPT_FILES]
        return made

    def page_sizes(self, pdf: bytes, is_cancelled: Callable[[], bool] | None = None) -> tuple[tuple[float, float], ...]:
        """Width and height of every page, in points."""
        # pypdfium2 loads a library of its own, which the first window need not wait for.
        from app.exporters.pages import page_count, page_size

        sizes = []
        for index in range(page_count(pdf)):
            if is_cancelled is not None and is_cancelled():
                raise ExportCancelled("The preview is not wanted any more.")
            sizes.append(page_size(pdf, index))
        return tuple(sizes)

    def page(self, pdf: bytes, index: int, scale: float) -> PageImage:
        """A picture of one page, counted from 0, at so many pixels a point."""
        # pypdfium2 loads a library of its own, which the first window need not wait for.
        from app.exporters.pages import render_page

        image = render_page(pdf, index, scale)
        return PageImage(image.width, image.height, image.pixels)

    def spots(self, pdf: bytes, anchors: Iterable[str]) -> dict[str, PageSpot]:
        """Where the blocks with these anchors begin; anchors that the PDF has not are left out."""
        # pypdfium2 loads a library of its own, which the first window need not wait for.
        from app.exporters.pages import find_places

        places = find_places(pdf, anchors)
        return {anchor: PageSpot(place.page, place.share_down) for anchor, place in places.items()}

    def bands(self, pdf: bytes, start: PageSpot, end: PageSpot | None) -> tuple[PageBand, ...]:
        """What the words take that stand from one spot on and before another, or before the end of the document."""
        # pypdfium2 loads a library of its own, which the first window need not wait for.
        from app.exporters.pages import PagePlace, bands_between

        before = PagePlace(end.page, end.share_down) if end is not None else None
        found = bands_between(pdf, PagePlace(start.page, start.share_down), before)
        return tuple(PageBand(each.page, each.left, each.top, each.right, each.bottom) for each in found)

    def _found(self, document: Document) -> bytes | None:
        with self._lock:
            return next((pdf for known, pdf in self._kept if known is document), None)
