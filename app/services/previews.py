"""The true pages of a document for the screen: a PDF in memory, and pictures of its pages."""

from dataclasses import dataclass

from app.documents.blocks import Document
from app.exporters.html import write_html


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture of one page: 4 bytes a pixel (red, green, blue, opacity), row by row from the top."""

    width: int
    height: int
    pixels: bytes


class Previews:
    """Makes pages. Every method may be called from another thread than the screen's."""

    def pdf(self, document: Document) -> bytes:
        """The document as PDF."""
        # reportlab takes a fifth of a second to load, and a preview is not always asked for.
        from app.exporters.pdf.writer import write_pdf

        return write_pdf(document)

    def page_count(self, pdf: bytes) -> int:
        """How many pages a PDF has."""
        # pypdfium2 loads a library of its own, which the first window need not wait for.
        from app.exporters.pages import page_count

        return page_count(pdf)

    def page(self, pdf: bytes, index: int, scale: float) -> PageImage:
        """A picture of one page, counted from 0, at so many pixels a point."""
        # pypdfium2 loads a library of its own, which the first window need not wait for.
        from app.exporters.pages import render_page

        image = render_page(pdf, index, scale)
        return PageImage(image.width, image.height, image.pixels)

    def html(self, document: Document) -> str:
        """The document as one HTML page."""
        return write_html(document)
