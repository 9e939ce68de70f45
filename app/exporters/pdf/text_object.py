"""Text on a page: reportlab's text object, which shows glyphs that were shaped and tells what they do not say."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from app.exporters.page_styles import colour_shares
from app.exporters.pdf.embedding import DocumentFonts
from app.exporters.pdf.fonts import Face
from app.exporters.pdf.shaping import Stretch
from app.exporters.pdf.syntax import number_text, utf16_hex
from app.marks import override


class GlyphText(PDFTextObject):
    """Text as it grows. The array of glyphs stays open while the font stays the same."""

    _code: list[str]

    def __init__(self, canvas: Canvas, fonts: DocumentFonts, x: float = 0, y: float = 0) -> None:
        super().__init__(canvas, x, y)
        self._fonts = fonts
        self._font = ("", 0.0)
        self._colour = ""
        self._glyphs: list[str] = []

    def start(self, x: float, y: float, colour: str) -> None:
        """The next glyphs begin here, in a colour given as #RRGGBB."""
        self._close()
        self.setTextOrigin(round(x, 2), round(y, 2))
        if colour != self._colour:
            self._colour = colour
            self.setFillColor(colour_shares(colour))

    def show_all(self, face: Face, stretches: Sequence[Stretch], size: float) -> None:
        """Shows stretches that are all in this face and speak for themselves."""
        self._choose(face, size)
        self._glyphs.append(self._fonts.all_written(stretches, size))

    def show(self, stretch: Stretch, size: float, *, tells_text: bool) -> None:
        """Shows a stretch; `tells_text` lets it say beside its glyphs what they do not say themselves."""
        tells = tells_text and not stretch.speaks
        if tells:
            self.begin_told(stretch.text)
        if stretch.is_stand_in:
            self._close()
            resource, code = self._fonts.stand_in(stretch)
            self._font = (resource, size)
            self._code.append(f"/{resource} {number_text(size)} Tf <{code:02x}> Tj")
        else:
            self._choose(stretch.face, size)
            self._glyphs.append(self._fonts.written(stretch, size))
        if tells:
            self.end_told()

    def begin_told(self, text: str) -> None:
        """What is shown until `end_told` is read as this text."""
        self._close()
        self._code.append(f"/Span<</ActualText<{utf16_hex(text, with_mark=True)}>>>BDC")

    def end_told(self) -> None:
        """Ends what `begin_told` began."""
        self._close()
        self._code.append("EMC")

    @override
    def getCode(self) -> str:
        self._close()
        return super().getCode()

    def _choose(self, face: Face, size: float) -> None:
        if self._font != (face.name, size):
            self._close()
            self._fonts.use(face)
            self._font = (face.name, size)
            self.setFont(face.name, size)

    def _close(self) -> None:
        if self._glyphs:
            # An empty array, as before a glyph that rises, says nothing.
            shown = f"[{''.join(self._glyphs)}]TJ".replace("><", "").replace("[]TJ", "")
            self._code.append(shown)
            self._glyphs = []
