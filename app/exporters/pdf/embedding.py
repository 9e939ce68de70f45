"""Which glyphs a document uses, the codes it writes them with, and the font programs embedded for them."""

import hashlib
from collections.abc import Iterable

import uharfbuzz

from app.exporters.pdf.fonts import Face
from app.exporters.pdf.objects import PdfFile, number_text, reference, utf16_hex
from app.exporters.pdf.shaping import STAND_IN_PADDING, STAND_IN_SCALE, Glyph, Stretch


class UsedFace:
    """One face in one document. A code stands for a glyph together with the text it says there."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[int, str], int] = {}
        self._advances: dict[int, float] = {}

    def written(self, glyphs: Iterable[Glyph]) -> str:
        """The glyphs as the inside of a text-showing array, kerned. Glyphs that rise are written by `risen`."""
        parts: list[str] = []
        for glyph in glyphs:
            code, correction = self._code(glyph), self._advance(glyph.number) - glyph.advance
            if glyph.shift:
                parts.append(f"{number_text(-glyph.shift)}<{code:04x}>{number_text(correction + glyph.shift)}")
            elif abs(correction) >= 0.01:
                parts.append(f"<{code:04x}>{number_text(correction)}")
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

    def write(self, file: PdfFile) -> int:
        """Embeds the glyphs that were used; returns the number of the font's object."""
        program = _program(self.face, {glyph for glyph, _ in self._codes})
        tag = _subset_tag(program)
        name = f"{tag}+{self.face.name}"
        program_number = file.add_stream(program, f"/Length1 {len(program)}")
        box = " ".join(number_text(edge) for edge in self.face.box)
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0"
            f"/Ascent {number_text(self.face.ascent)}/Descent {number_text(self.face.descent)}"
            f"/CapHeight {number_text(self.face.cap_height)}/StemV {140 if self.face.is_bold else 80}"
            f"/FontFile2 {reference(program_number)}>>"
        )
        glyphs = b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph, _ in self._codes)
        widths = " ".join(number_text(self._advance(glyph)) for glyph, _ in self._codes)
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {reference(descriptor)}/DW 0/W[1[{widths}]]"
            f"/CIDToGIDMap {reference(file.add_stream(glyphs))}>>"
        )
        spoken = file.add_stream(_spoken_map(text for _, text in self._codes))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{reference(descendant)}]/ToUnicode {reference(spoken)}>>"
        )


class UsedFaces:
    """All faces of one document, each embedded once, and every stretch as it is written in a page's content."""

    def __init__(self) -> None:
        self._faces: dict[str, UsedFace] = {}
        self._written: dict[Stretch, str] = {}

    def use(self, face: Face) -> UsedFace:
        """The face as this document uses it."""
        used = self._faces.get(face.name)
        if used is None:
            used = self._faces[face.name] = UsedFace(face, f"F{len(self._faces) + 1}")
        return used

    def written(self, stretch: Stretch, size: float) -> str:
        """A stretch in its face as the inside of a text-showing array that stands open."""
        text = self._written.get(stretch)
        if text is None:
            used = self.use(stretch.face)
            if any(glyph.rise for glyph in stretch.glyphs):
                return used.risen(stretch.glyphs, size)
            text = self._written[stretch] = used.written(stretch.glyphs)
        return text

    def stand_in(self, stretch: Stretch, size: float) -> str:
        """The code point of a character without a glyph, small and raised, as operators between two arrays."""
        used = self.use(stretch.face)
        small = size * STAND_IN_SCALE
        padding = number_text(-STAND_IN_PADDING / STAND_IN_SCALE)
        return (
            f"/{used.resource} {number_text(small)} Tf {number_text(size * 0.17)} Ts "
            f"[{padding}{used.written(stretch.glyphs)}{padding}]TJ 0 Ts"
        )

    def write(self, file: PdfFile) -> str:
        """Embeds every face; returns the inside of the pages' font dictionary."""
        return "".join(f"/{used.resource} {reference(used.write(file))}" for used in self._faces.values())


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
    wanted.drop_table_tag_set.update(map(_tag, ("BASE", "GDEF", "GPOS", "GSUB", "DSIG", "STAT", "gasp", "name", "post", "OS/2")))
    return bytes(uharfbuzz.subset(face.font.face, wanted).blob.data)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _subset_tag(program: bytes) -> str:
    """Six letters that tell this subset from another, the same for the same glyphs."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _spoken_map(texts: Iterable[str]) -> bytes:
    """What each code, counted from 1, says when text is copied or read aloud."""
    rows = [f"<{code:04x}><{utf16_hex(_speakable(text))}>" for code, text in enumerate(texts, start=1)]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    listed = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n{listed}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _speakable(text: str) -> str:
    """The byte order mark may not stand in this map (PDF/UA-1, 7.21.7); what it says is told beside it."""
    return text.replace("\ufeff", "\u2060")
