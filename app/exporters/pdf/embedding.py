"""Which glyphs a document uses, the codes it writes them with, and the fonts embedded for them."""

import hashlib
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from app.exporters.pdf.box_fonts import CODES_IN_BOX_FONT, Box, BoxFont
from app.exporters.pdf.file import TaggedFile, packed_stream
from app.exporters.pdf.fonts import Face
from app.exporters.pdf.shaping import Glyph, Stretch
from app.exporters.pdf.syntax import number_text, spoken_map
from app.marks import override


class SubsetFont(PDFObject):
    """One face in one file. A code stands for a glyph together with the text it says there."""

    __RefOnly__ = 1

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        """The name by which pages choose the font."""
        self._codes: dict[tuple[int, str], int] = {}
        self._advances: dict[int, float] = {}

    def written(self, glyphs: Iterable[Glyph]) -> str:
        """The glyphs as the inside of a text-showing array, kerned. Glyphs that rise are written by `risen`."""
        parts: list[str] = []
        for glyph in glyphs:
            code, correction = self._code(glyph), self._advance(glyph.number) - glyph.advance
            if glyph.shift:
                parts.append(f"{number_text(-glyph.shift)}<{code:04x}>{number_text(correction + glyph.shift)} ")
            elif abs(correction) >= 0.01:
                parts.append(f"<{code:04x}>{number_text(correction)} ")
            else:
                parts.append(f"<{code:04x}>")
        return "".join(parts).replace("><", "")

    def risen(self, glyphs: Iterable[Glyph], size: float) -> str:
        """The glyphs where some stand above or below the line: the array is closed and opened around them."""
        parts: list[str] = []
        for glyph in glyphs:
            shown = self.written((glyph,))
            parts.append(f"]TJ {number_text(glyph.rise * size / 1000)} Ts[{shown}]TJ 0 Ts[" if glyph.rise else shown)
        return "".join(parts)

    def _code(self, glyph: Glyph) -> int:
        key = (glyph.number, glyph.text)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self._codes) + 1
        return code

    def _advance(self, glyph: int) -> float:
        advance = self._advances.get(glyph)
        if advance is None:
            advance = self._advances[glyph] = self.face.advance(glyph)
        return advance

    def format(self, document: TaggedFile) -> bytes:
        """The font with all that belongs to it. The file asks when every page is drawn and every glyph known."""
        program = _program(self.face, {glyph for glyph, _ in self._codes})
        name = PDFName(f"{_subset_tag(program)}+{self.face.name}")
        glyphs = b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph, _ in self._codes)
        widths = PDFArray([self._advance(glyph) for glyph, _ in self._codes])
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(self._descriptor(name, program)),
            "DW": 0,
            "W": PDFArray([1, widths]),
            "CIDToGIDMap": document.Reference(packed_stream(glyphs)),
        }
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(packed_stream(spoken_map(text for _, text in self._codes))),
        }
        return PDFDictionary(font).format(document)

    def _descriptor(self, name: str, program: bytes) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": 4,
                "FontBBox": PDFArray(self.face.box),
                "ItalicAngle": 0,
                "Ascent": self.face.ascent,
                "Descent": self.face.descent,
                "CapHeight": self.face.cap_height,
                "StemV": 140 if self.face.is_bold else 80,
                "FontFile2": packed_stream(program, {"Length1": len(program)}),
            }
        )


class _KnownFace(pdfmetrics.Font):
    """A face as reportlab knows fonts: by name, and able to join a document that wants to use it."""

    def __init__(self, face: Face) -> None:
        # The font of the library would look for letters of one byte in files of its own.
        self.fontName = face.name
        self.face = face

    @override
    def addObjects(self, document: TaggedFile) -> None:
        """Called by a document that meets the face for the first time."""
        resource = f"F{len(document.fontMapping) + 1}"
        list_font(document, resource, SubsetFont(self.face, resource))
        document.fontMapping[self.fontName] = f"/{resource}"


def list_font(document: TaggedFile, resource: str, font: PDFObject) -> None:
    """Puts a font into the list that all pages share."""
    fonts: Any = document.idToObject["BasicFonts"]
    fonts[resource] = document.Reference(font, resource)


class DocumentFonts:
    """All fonts of one file, each embedded once, and every stretch as it is written in a page's content."""

    def __init__(self, file: TaggedFile) -> None:
        self._file = file
        self._fonts: dict[str, SubsetFont] = {}
        self._written: dict[Stretch, str] = {}
        self._boxes: dict[tuple[str, str], tuple[str, int]] = {}
        self._box_fonts: list[BoxFont] = []

    def use(self, face: Face) -> SubsetFont:
        """The face as this file uses it."""
        font = self._fonts.get(face.name)
        if font is None:
            make_known(face)
            resource = self._file.getInternalFontName(face.name).removeprefix("/")
            found: Any = self._file.idToObject[resource]
            font = self._fonts[face.name] = found
        return font

    def written(self, stretch: Stretch, size: float) -> str:
        """A stretch in its face as the inside of a text-showing array that stands open."""
        text = self._written.get(stretch)
        if text is None:
            font = self.use(stretch.face)
            if any(glyph.rise for glyph in stretch.glyphs):
                return font.risen(stretch.glyphs, size)
            text = self._written[stretch] = font.written(stretch.glyphs)
        return text

    def all_written(self, stretches: Sequence[Stretch], size: float) -> str:
        """Stretches of one face that speak for themselves, as the inside of a text-showing array."""
        known = self._written
        return "".join([known.get(stretch) or self.written(stretch, size) for stretch in stretches])

    def stand_in(self, stretch: Stretch) -> tuple[str, int]:
        """The font and the code of the box that stands for a character without a glyph."""
        key = (stretch.text, stretch.face.name)
        if key not in self._boxes:
            font = self.use(stretch.face)
            place = len(self._boxes) % CODES_IN_BOX_FONT
            if place == 0:
                self._box_fonts.append(BoxFont())
                list_font(self._file, f"B{len(self._box_fonts)}", self._box_fonts[-1])
            # The digits in the box are glyphs of this document too, and must be known before fonts are written.
            box = Box(stretch.text, stretch.width, font.resource, font.written(stretch.glyphs))
            self._box_fonts[-1].boxes.append(box)
            self._boxes[key] = (f"B{len(self._box_fonts)}", place + 1)
        return self._boxes[key]


def make_known(face: Face) -> None:
    """Lets reportlab find the face by its name, in this and every later document."""
    with _MAKING_KNOWN:
        if face.name not in _known:
            _known.add(face.name)
            pdfmetrics.registerFont(_KnownFace(face))


_known: set[str] = set()
_MAKING_KNOWN = Lock()


def _program(face: Face, glyphs: set[int]) -> bytes:
    """A TrueType program that holds these glyphs and the one for what is missing, under their old numbers."""
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = (
        uharfbuzz.SubsetFlags.RETAIN_GIDS
        | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        | uharfbuzz.SubsetFlags.NO_HINTING
    )
    wanted.glyph_set.update(glyphs | {0})
    wanted.drop_table_tag_set.update(
        map(_tag, ("BASE", "GDEF", "GPOS", "GSUB", "DSIG", "STAT", "gasp", "name", "post", "OS/2"))
    )
    return bytes(uharfbuzz.subset(face.font.face, wanted).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _subset_tag(program: bytes) -> str:
    """Six letters that tell this subset from another, the same for the same glyphs."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
