"""Which glyphs a document uses, the codes it writes them with, and the font programs embedded for them."""

import hashlib
from collections.abc import Iterable, Sequence

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
        self._boxes: dict[tuple[str, str], tuple[int, Stretch]] = {}

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

    def shown(self, face: Face, stretches: Sequence[Stretch], size: float) -> str:
        """Stretches that are all in this face and speak for themselves, as operators."""
        known = self._written
        used = self.use(face)
        glyphs = "".join([known.get(stretch) or self.written(stretch, size) for stretch in stretches])
        return f"/{used.resource} {number_text(size)} Tf[{glyphs}]TJ".replace("><", "")

    def stand_in(self, stretch: Stretch, size: float) -> str:
        """A character without a glyph, as operators that show the box that stands for it."""
        # The digits in the box are glyphs of this document too, and must be known before fonts are written.
        self.use(stretch.face).written(stretch.glyphs)
        key = (stretch.text, stretch.face.name)
        place = self._boxes.setdefault(key, (len(self._boxes), stretch))[0]
        font, code = divmod(place, _CODES_IN_BOX_FONT)
        return f"/B{font + 1} {number_text(size)} Tf<{code + 1:02x}>Tj "

    def write(self, file: PdfFile) -> str:
        """Embeds every face; returns the inside of the pages' font dictionary."""
        fonts = "".join(f"/{used.resource} {reference(used.write(file))}" for used in self._faces.values())
        boxes = [stretch for _, stretch in self._boxes.values()]
        box_fonts = ""
        for start in range(0, len(boxes), _CODES_IN_BOX_FONT):
            drawn = [(stretch, self.use(stretch.face)) for stretch in boxes[start : start + _CODES_IN_BOX_FONT]]
            number = write_box_font(file, drawn, fonts)
            box_fonts += f"/B{start // _CODES_IN_BOX_FONT + 1} {reference(number)}"
        return fonts + box_fonts


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


def write_box_font(file: PdfFile, drawn: Sequence[tuple[Stretch, UsedFace]], fonts: str) -> int:
    """A font of boxes with code points in them, each of which says the character it stands for."""
    procedures = "".join(
        f"/b{place} {reference(file.add_stream(_box(stretch, used)))}" for place, (stretch, used) in enumerate(drawn, 1)
    )
    names = "".join(f"/b{place}" for place in range(1, len(drawn) + 1))
    widths = " ".join(number_text(stretch.width) for stretch, _ in drawn)
    widest = max(stretch.width for stretch, _ in drawn)
    spoken = file.add_stream(_spoken_map([stretch.text for stretch, _ in drawn], code_digits=2))
    return file.add(
        f"<</Type/Font/Subtype/Type3/FontBBox[0 {_BOX_FOOT} {number_text(widest)} {_BOX_HEAD}]"
        f"/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 1/LastChar {len(drawn)}/Widths[{widths}]"
        f"/Encoding<</Type/Encoding/Differences[1{names}]>>/CharProcs<<{procedures}>>"
        f"/Resources<</Font<<{fonts}>>>>/ToUnicode {reference(spoken)}>>"
    )


def _box(stretch: Stretch, used: UsedFace) -> bytes:
    """A frame, as the area between two rectangles, around a small code point."""
    width, height = stretch.width, _BOX_HEAD - _BOX_FOOT
    outer = f"{_BOX_SIDE} {_BOX_FOOT} {number_text(width - 2 * _BOX_SIDE)} {height} re"
    edge = _BOX_SIDE + _BOX_LINE
    inner = f"{edge} {_BOX_FOOT + _BOX_LINE} {number_text(width - 2 * edge)} {height - 2 * _BOX_LINE} re"
    return (
        f"{number_text(width)} 0 0 {_BOX_FOOT} {number_text(width)} {_BOX_HEAD} d1 {outer} {inner} f* "
        f"BT /{used.resource} {number_text(1000 * STAND_IN_SCALE)} Tf {number_text(STAND_IN_PADDING)} 125 Td "
        f"[{used.written(stretch.glyphs)}]TJ ET"
    ).encode("ascii")


_BOX_FOOT, _BOX_HEAD, _BOX_SIDE, _BOX_LINE = -60, 680, 60, 42
"""Edges of a box, white space beside it and width of its line, in thousandths of the letter size."""
_CODES_IN_BOX_FONT = 200


def _spoken_map(texts: Iterable[str], code_digits: int = 4) -> bytes:
    """What each code, counted from 1, says when text is copied or read aloud."""
    rows = [f"<{code:0{code_digits}x}><{utf16_hex(_speakable(text))}>" for code, text in enumerate(texts, start=1)]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    listed = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'0' * code_digits}><{'f' * code_digits}>\nendcodespacerange\n{listed}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _speakable(text: str) -> str:
    """The byte order mark may not stand in this map (PDF/UA-1, 7.21.7); what it says is told beside it."""
    return text.replace("\ufeff", "\u2060")
