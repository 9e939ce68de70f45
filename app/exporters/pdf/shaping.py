"""Text into glyphs: which face draws each character, where its glyphs stand, and what each of them says."""

from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

import uharfbuzz

from app.exporters.characters import clusters, is_unseen
from app.exporters.pdf.fonts import Face, face_for, main_face

STAND_IN_SCALE = 0.52
"""Size of the code point in a stand-in, as a share of the letter size."""
STAND_IN_PADDING = 160.0
"""White space on either side of that code point, in thousandths of the letter size."""


class Glyph(NamedTuple):
    """One drawn shape. Lengths are in thousandths of the letter size; `text` is what the shape stands for."""

    number: int
    text: str
    advance: float
    shift: float
    rise: float


class Stretch:
    """A piece of text in one face, in one direction, ready to be drawn.

    `speaks` says that the glyphs, read one after another, give the text; where it is False the text must be
    told beside them. `is_stand_in` says that the glyphs are the code point of a character that no face has.
    Stretches are shared and never change; each is equal only to itself.
    """

    __slots__ = ("face", "glyphs", "is_right_to_left", "is_stand_in", "plain_face", "speaks", "text", "width")

    def __init__(
        self,
        text: str,
        face: Face,
        glyphs: tuple[Glyph, ...],
        *,
        speaks: bool = True,
        is_right_to_left: bool = False,
        is_stand_in: bool = False,
    ) -> None:
        self.text = text
        self.face = face
        self.glyphs = glyphs
        self.speaks = speaks
        self.is_right_to_left = is_right_to_left
        self.is_stand_in = is_stand_in
        rises = any(glyph.rise for glyph in glyphs)
        self.plain_face = face if speaks and not is_stand_in and not rises else None
        """The face, where nothing but its glyphs has to be written."""
        width = sum(glyph.advance for glyph in glyphs)
        self.width = width * STAND_IN_SCALE + 2 * STAND_IN_PADDING if is_stand_in else width


@lru_cache(maxsize=20_000)
def shape_text(text: str, is_bold: bool, is_right_to_left: bool = False) -> tuple[Stretch, ...]:
    """The text, without line ends, as stretches in reading order; tabs count as spaces."""
    text = text.replace("\t", " ")
    face = main_face(is_bold)
    if face.characters.issuperset(text):
        return _shape(text, face, is_right_to_left)
    stretches: list[Stretch] = []
    for part, part_face in _by_face(text, is_bold):
        if part_face is None:
            stretches += _stand_ins(part, is_bold)
        else:
            stretches += _shape(part, part_face, is_right_to_left)
    return tuple(stretches)


def _by_face(text: str, is_bold: bool) -> list[tuple[str, Face | None]]:
    """Parts of the text with the face that has them; a mark goes where its letter goes if that can be."""
    parts: list[tuple[str, Face | None]] = []
    for cluster in clusters(text):
        seen = "".join(character for character in cluster if not is_unseen(character))
        face = face_for(seen, is_bold)
        pieces = [(cluster, face)]
        if face is None and len(seen) > 1:
            pieces = [(character, face_for(_seen(character), is_bold)) for character in cluster]
        for piece, piece_face in pieces:
            if parts and parts[-1][1] is piece_face:
                parts[-1] = (parts[-1][0] + piece, piece_face)
            else:
                parts.append((piece, piece_face))
    return parts


def _seen(character: str) -> str:
    return "" if is_unseen(character) else character


def _shape(text: str, face: Face, is_right_to_left: bool) -> tuple[Stretch, ...]:
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_right_to_left else "ltr"
    uharfbuzz.shape(face.font, buffer)
    starts = [sign.cluster for sign in buffer.glyph_infos]
    spoken = _spoken_texts(text, starts)
    scale = 1000 / face.units
    glyphs = tuple(
        Glyph(sign.codepoint, spoken[sign.cluster], at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
        for sign, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    if is_right_to_left:
        return (Stretch(text, face, glyphs, speaks=False, is_right_to_left=True),)
    if len(spoken) == len(starts) and not _needs_telling(text):
        return (Stretch(text, face, glyphs),)
    return _split_by_voice(glyphs, starts, spoken, face)


def _spoken_texts(text: str, starts: list[int]) -> dict[int, str]:
    """What the glyphs that start at each place of the text stand for; nothing of the text is left out."""
    places = sorted(set(starts))
    ends = [*places[1:], len(text)]
    spoken = {start: text[start:end] for start, end in zip(places, ends, strict=True)}
    if places and places[0] > 0:
        spoken[places[0]] = text[: ends[0]]
    return spoken


def _split_by_voice(
    glyphs: tuple[Glyph, ...], starts: list[int], spoken: dict[int, str], face: Face
) -> tuple[Stretch, ...]:
    """Stretches of glyphs that tell their own text, and one for each group of glyphs that tell it together."""
    stretches: list[Stretch] = []
    plain: list[Glyph] = []
    for start, text in spoken.items():
        group = tuple(glyph for glyph, place in zip(glyphs, starts, strict=True) if place == start)
        if len(group) == 1 and not _needs_telling(text):
            plain += group
            continue
        if plain:
            stretches.append(Stretch("".join(glyph.text for glyph in plain), face, tuple(plain)))
            plain = []
        stretches.append(Stretch(text, face, group, speaks=False))
    if plain:
        stretches.append(Stretch("".join(glyph.text for glyph in plain), face, tuple(plain)))
    return tuple(stretches)


def _stand_ins(text: str, is_bold: bool) -> list[Stretch]:
    """One small code point for each character that no face has; unseen characters go with the one before."""
    face = main_face(is_bold)
    return [
        Stretch(drawn, face, _code_point(drawn, face), speaks=not _needs_telling(drawn), is_stand_in=True)
        for drawn in _drawn_apart(text)
    ]


def _code_point(text: str, face: Face) -> tuple[Glyph, ...]:
    return _shape(f"{ord(text[0]):04X}", face, False)[0].glyphs


def _needs_telling(text: str) -> bool:
    """Whether a font may not say the text by itself.

    PDF/UA-1, 7.21.7 bars the byte order mark, and PDF/A-2a, 6.2.11.7.3 bars characters for private use.
    """
    return any(character == "\ufeff" or category(character) == "Co" for character in text)


def _drawn_apart(text: str) -> list[str]:
    apart: list[str] = []
    for character in text:
        if apart and is_unseen(character):
            apart[-1] += character
        else:
            apart.append(character)
    return apart
