"""The surface that pages are drawn on: reportlab's canvas, with links and text that can be told to a screen reader."""

from typing import Any

from reportlab.pdfbase.pdfdoc import Destination, LinkAnnotation, PDFText
from reportlab.pdfgen.canvas import Canvas

from app.exporters.pdf.embedding import DocumentFonts, make_known
from app.exporters.pdf.file import TaggedFile
from app.exporters.pdf.fonts import main_face
from app.exporters.pdf.text_object import GlyphText
from app.marks import override


class NamedDestination(Destination):
    """A place in the file. Links and bookmarks name it; where it is stands in the file's list of names."""

    @override
    def format(self, document: TaggedFile) -> bytes:
        return PDFText(self.name).format(document)

    @property
    def is_set(self) -> bool:
        return self.page is not None

    @property
    def place(self) -> Any:
        """The place itself, for the list of names."""
        self.fmt.page = self.page
        return self.fmt


class _TaggedLink(LinkAnnotation):
    permitted = (*LinkAnnotation.permitted, "StructParent")


class TaggedCanvas(Canvas):
    """The pages of one file, drawn one after another; `page_count` says how many there will be."""

    # The types of the library leave out what is not public.
    _doc: TaggedFile
    _destinations: dict[str, NamedDestination]

    def __init__(self, size: tuple[float, float], language: str, page_count: int) -> None:
        page = round(size[0], 2), round(size[1], 2)
        face = main_face(is_bold=False)
        make_known(face)
        first_font: Any = face.name
        super().__init__("", pagesize=page, pageCompression=1, invariant=1, initialFontName=first_font)
        # The canvas makes a plain file; ours takes its place before anything is drawn.
        self._doc = self.file = TaggedFile(language)
        self.fonts = DocumentFonts(self.file)
        self._page_count = page_count
        self._link_count = 0

    @override
    def _make_preamble(self) -> None:  # type: ignore[misc]
        # All that is drawn chooses its own font, so that no page begins with one.
        self._preamble = ""

    @override
    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> GlyphText:
        return GlyphText(self, self.fonts, x, y)

    def link(self, edges: tuple[float, float, float, float], anchor: str, words: str) -> str:
        """Makes an area lead to an anchor; returns how the structure names the link.

        `edges` are left, bottom, right and top. The structure knows the links by keys that follow the pages'.
        """
        link = _TaggedLink(
            [round(edge, 2) for edge in edges],
            words,
            self._bookmarkReference(anchor),
            "[0 0 0]",
            F=4,
            P=self.file.thisPageRef(),
            StructParent=self._page_count + self._link_count,
        )
        self._link_count += 1
        self._addAnnotation(link)  # type: ignore[attr-defined]
        return self.file.written_reference(link)

    def to_bytes(self) -> bytes:
        """The whole file. Nothing can be drawn afterwards."""
        return bytes(super().getpdfdata())  # type: ignore[no-untyped-call]

    def places(self) -> dict[str, NamedDestination]:
        """Every place that was marked on a page, by its name."""
        return {name: place for name, place in self._destinations.items() if place.is_set}

    @override
    def _bookmarkReference(self, name: str) -> NamedDestination:  # type: ignore[misc]
        return self._destinations.setdefault(name, NamedDestination(name))
