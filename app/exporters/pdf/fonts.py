"""The typefaces a PDF is set in: Source Sans Pro first, then faces for scripts that it lacks."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import RLock

import uharfbuzz
from font_source_sans_pro import font_files_ttf

from app.errors import ExportError


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One typeface with TrueType outlines. Lengths are in thousandths of the letter size."""

    name: str
    font: uharfbuzz.Font
    characters: frozenset[str]
    units: int
    ascent: float
    descent: float
    cap_height: float
    box: tuple[float, float, float, float]
    is_bold: bool

    def advance(self, glyph: int) -> float:
        """How far the pen moves for this glyph before kerning, as the embedded file will say it."""
        return float(self.font.get_glyph_h_advance(glyph)) * 1000 / self.units


def main_face(is_bold: bool) -> Face:
    """The face that text is set in where it can be."""
    return _load_face(_ORDER[is_bold][0], is_bold)


def face_for(cluster: str, is_bold: bool) -> Face | None:
    """The first face that has every one of these characters, or None where no face has them all."""
    for name in _ORDER[is_bold]:
        face = _load_face(name, is_bold)
        if face.characters.issuperset(cluster):
            return face
    return None


# The further faces are FiraGO and Noto Sans, under the codes that pymupdf-fonts gives them.
_ORDER = {False: ("SourceSansPro", "figo", "notos"), True: ("SourceSansProBold", "figbo", "notosbo")}


def _load_face(name: str, is_bold: bool) -> Face:
    # Two threads that need a face for the first time must get the same one.
    with _LOADING:
        return _loaded_face(name, is_bold)


_LOADING = RLock()


@cache
def _loaded_face(name: str, is_bold: bool) -> Face:
    if name in font_files_ttf:
        return _read_face(Path(font_files_ttf[name]).read_bytes(), is_bold)
    if name.startswith("SourceSans"):
        raise ExportError(f"The font {name} is missing. Install Fiveways again and try once more.")
    # Unpacking these faces takes longer than a whole plain document, and most documents need none.
    from pymupdf_fonts import myfont

    return _read_face(myfont(name), is_bold)


def _read_face(content: bytes, is_bold: bool) -> Face:
    face = uharfbuzz.Face(content)
    font = uharfbuzz.Font(face)
    extents = font.get_font_extents("ltr")
    scale = 1000 / face.upem
    box = struct.unpack(">4h", bytes(face.reference_table("head").data)[36:44])
    return Face(
        name=face.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME),
        font=font,
        characters=frozenset(_typed_characters(face)),
        units=face.upem,
        ascent=extents.ascender * scale,
        descent=extents.descender * scale,
        cap_height=(font.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT) or extents.ascender) * scale,
        box=(box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale),
        is_bold=is_bold,
    )


def _typed_characters(face: uharfbuzz.Face) -> Iterator[str]:
    """Characters of a face without those for private use: what they look like is nobody's agreement."""
    return (chr(code) for code in face.unicodes if not (0xE000 <= code <= 0xF8FF or code >= 0xF0000))
