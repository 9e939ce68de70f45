"""Finished PDFs page by page, for previews: pictures, sizes, words, and where an anchor and its words stand."""

import ctypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock

import pypdfium2
import pypdfium2.raw as pdfium

from app.errors import ExportError, NotFoundError
from app.exporters.page_styles import PageStyle

# pdfium keeps state of its own outside any document, so two threads may never be in it at once.
_ONE_AT_A_TIME = RLock()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels of four bytes (red, green, blue, opacity), row by row from the top, without gaps."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A place on a page: the page's index from 0, and how far down it is as a share of the page's height."""

    page: int
    share_down: float


@dataclass(frozen=True, slots=True)
class PageBand:
    """What words of a page take: its index from 0, and edges as shares of the page's width and height.

    Left and right are those of all text of the page, so that bands below each other are as wide as each other.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float


def page_count(content: bytes) -> int:
    """How many pages the bytes of a PDF hold. This and all below raise ExportError for other bytes."""
    with _opened(content) as pdf:
        return len(pdf)


def page_size(content: bytes, index: int) -> tuple[float, float]:
    """Width and height of a page in points. The first page has the index 0; NotFoundError beyond the last."""
    with _opened(content) as pdf, _page(pdf, index) as page:
        width, height = page.get_size()
        return float(width), float(height)


def render_page(content: bytes, index: int, scale: float) -> PagePicture:
    """The page drawn on white, at `scale` pixels to a point; NotFoundError beyond the last page."""
    with _opened(content) as pdf, _page(pdf, index) as page:
        bitmap = page.render(
            scale=scale,
            rev_byteorder=True,
            force_bitmap_format=pdfium.FPDFBitmap_BGRA,
            fill_color=(255, 255, 255, 255),
        )
        try:
            return PagePicture(bitmap.width, bitmap.height, _without_gaps(bitmap))
        finally:
            bitmap.close()


def page_text(content: bytes, index: int) -> str:
    """The words of a page, decorations included, line by line; NotFoundError beyond the last page."""
    with _opened(content) as pdf, _page(pdf, index) as page:
        words = page.get_textpage()
        try:
            return str(words.get_text_bounded()).replace("\r\n", "\n")
        finally:
            words.close()


def find_place(content: bytes, anchor: str) -> PagePlace | None:
    """Where the block with this anchor begins, or None where the PDF has no such anchor."""
    return find_places(content, (anchor,)).get(anchor)


def find_places(content: bytes, anchors: Iterable[str]) -> dict[str, PagePlace]:
    """Where the blocks with these anchors begin; anchors that the PDF has not are left out."""
    heights: dict[int, float] = {}
    found: dict[str, PagePlace] = {}
    with _opened(content) as pdf:
        for anchor in anchors:
            place = _place_of(pdf, anchor, heights)
            if place is not None:
                found[anchor] = place
    return found


def bands_between(content: bytes, start: PagePlace, end: PagePlace | None) -> tuple[PageBand, ...]:
    """What the words take that stand from one place on and before another, or before the end: a band on each page.

    Running lines are left out, and pages that hold nothing of it.
    """
    bands: list[PageBand] = []
    with _opened(content) as pdf:
        last = len(pdf) - 1 if end is None else min(end.page, len(pdf) - 1)
        for index in range(start.page, last + 1):
            top = start.share_down if index == start.page else 0.0
            bottom = end.share_down if end is not None and index == end.page else 1.0
            with _page(pdf, index) as page:
                bands += _band(page, index, top, bottom)
    return tuple(bands)


def _band(page: pypdfium2.PdfPage, index: int, top: float, bottom: float) -> Iterator[PageBand]:
    width, height = page.get_size()
    margins = PageStyle().margins
    first, last = max(top * height, margins.top), min(bottom * height, height - margins.bottom)
    words = page.get_textpage()
    try:
        rows = [words.get_rect(place) for place in range(words.count_rects())]
    finally:
        words.close()
    # A PDF measures from the foot of the page.
    lines = [(height - above, height - below) for _, below, _, above in rows]
    inside = [(above, below) for above, below in lines if first <= (above + below) / 2 < last]
    if inside:
        above, below = min(each for each, _ in inside), max(each for _, each in inside)
        yield PageBand(index, margins.left / width, above / height, 1 - margins.right / width, below / height)


def _place_of(pdf: pypdfium2.PdfDocument, anchor: str, heights: dict[int, float]) -> PagePlace | None:
    found = pdfium.FPDF_GetNamedDestByName(pdf.raw, anchor.encode("utf-8"))
    if not found:
        return None
    index = pdfium.FPDFDest_GetDestPageIndex(pdf.raw, found)
    has_left, has_top, has_zoom = (ctypes.c_int() for _ in range(3))
    left, top, zoom = (ctypes.c_float() for _ in range(3))
    pdfium.FPDFDest_GetLocationInPage(found, has_left, has_top, has_zoom, left, top, zoom)
    if index not in heights:
        with _page(pdf, index) as page:
            heights[index] = page.get_height()
    share = 1 - top.value / heights[index] if has_top.value else 0.0
    return PagePlace(index, min(1.0, max(0.0, share)))


def _without_gaps(bitmap: pypdfium2.PdfBitmap) -> bytes:
    row = bitmap.width * 4
    pixels = bytes(bitmap.buffer)
    if bitmap.stride == row:
        return pixels
    return b"".join(pixels[start : start + row] for start in range(0, bitmap.height * bitmap.stride, bitmap.stride))


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise ExportError("The PDF could not be opened. Please export the document again.") from error
        try:
            yield pdf
        finally:
            pdf.close()


@contextmanager
def _page(pdf: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage]:
    if not 0 <= index < len(pdf):
        raise NotFoundError(f"There is no page {index + 1}: the document has {len(pdf)}.")
    page = pdf[index]
    try:
        yield page
    finally:
        page.close()
