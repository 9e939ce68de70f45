"""Finished PDFs page by page, for previews: pictures, sizes, words, and where an anchor stands."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from types import TracebackType
from typing import Self

import pypdfium2
import pypdfium2.raw as pdfium

from app.errors import ExportError, NotFoundError

# pdfium keeps state of its own outside any document, so two threads may never be in it at once.
_ONE_AT_A_TIME = RLock()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as pixels of four bytes: red, green, blue and one that means nothing. Rows are `stride` bytes."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A place on a page: the page's index from 0, and how far down it is as a share of the page's height."""

    page: int
    share_down: float


class PdfPages:
    """An open PDF. Close it after use, or use it in a `with` statement. Safe to use from several threads."""

    def __init__(self, content: bytes) -> None:
        """Opens the bytes of a PDF; raises ExportError where they are none."""
        with _ONE_AT_A_TIME:
            try:
                self._pdf = pypdfium2.PdfDocument(content)
            except pypdfium2.PdfiumError as error:
                raise ExportError("The preview could not be opened. Export the document again.") from error
            self._count = len(self._pdf)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._count

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page in points; the first page has the index 0."""
        with self._page(index) as page:
            width, height = page.get_size()
            return float(width), float(height)

    def picture(self, index: int, scale: float) -> PagePicture:
        """The page drawn on white, at `scale` pixels to a point."""
        with self._page(index) as page:
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True, fill_color=(255, 255, 255, 255))
            try:
                return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()

    def text(self, index: int) -> str:
        """The words of a page, decorations included, line by line."""
        with self._page(index) as page:
            words = page.get_textpage()
            try:
                return str(words.get_text_bounded())
            finally:
                words.close()

    def place_of(self, anchor: str) -> PagePlace | None:
        """Where the block with this anchor begins, or None where the PDF has no such anchor."""
        with _ONE_AT_A_TIME:
            found = pdfium.FPDF_GetNamedDestByName(self._pdf.raw, anchor.encode("utf-8"))
            if not found:
                return None
            index = pdfium.FPDFDest_GetDestPageIndex(self._pdf.raw, found)
            has_left, has_top, has_zoom = (ctypes.c_int() for _ in range(3))
            left, top, zoom = (ctypes.c_float() for _ in range(3))
            pdfium.FPDFDest_GetLocationInPage(found, has_left, has_top, has_zoom, left, top, zoom)
            _, height = self.size(index)
            return PagePlace(index, min(1.0, max(0.0, 1 - top.value / height)) if has_top.value else 0.0)

    def close(self) -> None:
        """Frees the memory of the PDF; it cannot be read afterwards."""
        with _ONE_AT_A_TIME:
            self._pdf.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _page(self, index: int) -> Iterator[pypdfium2.PdfPage]:
        with _ONE_AT_A_TIME:
            if not 0 <= index < self._count:
                raise NotFoundError(f"There is no page {index + 1}: the document has {self._count}.")
            page = self._pdf[index]
            try:
                yield page
            finally:
                page.close()
