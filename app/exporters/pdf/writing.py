"""How the lines of a passage are drawn: their marks first, as decoration, then their glyphs as text."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from app.exporters.directions import visual_order
from app.exporters.page_styles import Colours
from app.exporters.pdf.drawing import Area, Sheet
from app.exporters.pdf.fonts import Face, main_face
from app.exporters.pdf.lines import Line
from app.exporters.pdf.passages import Mark, Passage, Text
from app.exporters.pdf.shaping import Stretch
from app.exporters.pdf.text_object import GlyphText

_GAP_OVERHANG = 1.5
"""How far the ground of a gap reaches beyond its words, in points."""
_DOTS = (1.1, 1.1)


class _Part(NamedTuple):
    """A part of a line where it stands. Lengths are in points; `top` is the top of the line."""

    source: int
    text: Text
    stretches: tuple[Stretch, ...]
    levels: tuple[int, ...]
    left: float
    width: float
    top: float


def write_passage(
    sheet: Sheet,
    passage: Passage,
    left: float,
    top: float,
    *,
    first: int = 0,
    last: int | None = None,
    is_read: bool = True,
) -> None:
    """Draws the lines from `first` up to, not with, `last`, the first of them at `top`.

    With `is_read` False they are drawn as part of a decoration that the caller has begun.
    """
    leading = passage.style.leading
    parts = [
        part
        for row, line in enumerate(passage.lines[first:last])
        for part in _parts(passage, line, left + passage.left_of(line), top + row * leading)
    ]
    if not parts:
        return
    if not is_read:
        _write_parts(sheet, passage, parts)
        return
    _draw_marks(sheet, passage, parts)
    for element, group in groupby(parts, lambda part: passage.links.get(part.source, passage.element)):
        with sheet.reading(element):
            _write_parts(sheet, passage, list(group))
    for part in parts:
        if part.text.mark is Mark.LINK:
            area = Area(part.left, part.top, part.width, leading)
            sheet.link(passage.links[part.source], part.text.target, part.text.words, area)


def _write_parts(sheet: Sheet, passage: Passage, parts: Sequence[_Part]) -> None:
    foot = baseline_of(passage)
    text = sheet.canvas.beginText()
    for part in parts:
        text.start(part.left, sheet.up(part.top + foot), _colour(part.text, passage, sheet.style.colours))
        _show(text, part, passage.style.size)
    sheet.canvas.drawText(text)


def baseline_of(passage: Passage) -> float:
    """How far the letters' foot stands below the top of a line, in points."""
    style = passage.style
    face = main_face(style.is_bold)
    ascent, descent = face.ascent * style.size / 1000, -face.descent * style.size / 1000
    return (style.leading - ascent - descent) / 2 + ascent


def _parts(passage: Passage, line: Line, left: float, top: float) -> list[_Part]:
    scale = passage.style.size / 1000
    end = left + line.width * scale
    parts: list[_Part] = []
    for source, stretches, levels in line.parts:
        width = sum([stretch.width for stretch in stretches]) * scale
        shown = max(0.0, min(width, end - left))
        parts.append(_Part(source, passage.texts[source], stretches, levels, left, shown, top))
        left += width
    return parts


def _colour(text: Text, passage: Passage, colours: Colours) -> str:
    match text.mark:
        case Mark.GAP:
            return colours.danger
        case Mark.LINK:
            return colours.accent
        case Mark.SUGGESTION | Mark.NONE:
            return passage.style.colour


# --- marks --------------------------------------------------------------------------------------------------


def _draw_marks(sheet: Sheet, passage: Passage, parts: list[_Part]) -> None:
    marked = [part for part in parts if part.text.mark is not Mark.NONE and part.width > 0]
    if not marked:
        return
    style, colours = passage.style, sheet.style.colours
    foot = baseline_of(passage)
    with sheet.decoration():
        for part in marked:
            left, right = part.left, part.left + part.width
            underline = part.top + foot + style.size * 0.24
            match part.text.mark:
                case Mark.GAP:
                    left, right = left - _GAP_OVERHANG, right + _GAP_OVERHANG
                    head = part.top + foot - style.size * 0.92
                    sheet.fill(Area(left, head, right - left, underline - head), colours.danger_ground)
                    sheet.line(left, right, underline, colours.danger, weight=0.9, dashes=_DOTS)
                case Mark.SUGGESTION:
                    sheet.line(left, right, underline, colours.secondary, weight=0.9, dashes=_DOTS)
                case Mark.LINK:
                    sheet.line(left, right, underline - 1, colours.accent, weight=0.35)
                case Mark.NONE:
                    pass


# --- glyphs -------------------------------------------------------------------------------------------------


def _visual_places(part: _Part) -> list[int]:
    return visual_order(part.levels) if part.levels else list(range(len(part.stretches)))


def _show(text: GlyphText, part: _Part, size: float) -> None:
    """Shows a part from the place where the text stands.

    What runs from right to left is drawn in the order of its shapes and told in the order in which it is read.
    """
    if not part.levels and (face := _only_face(part.stretches)) is not None:
        text.show_all(face, part.stretches, size)
        return
    levels = part.levels or (0,) * len(part.stretches)
    for is_told, group in groupby(_visual_places(part), lambda place: levels[place] > 0):
        places = tuple(group)
        if is_told:
            text.begin_told("".join(part.stretches[place].text for place in sorted(places)))
        for place in places:
            text.show(part.stretches[place], size, tells_text=not is_told)
        if is_told:
            text.end_told()


def _only_face(stretches: tuple[Stretch, ...]) -> Face | None:
    """The face of stretches that all have one and all speak for themselves, else None."""
    faces = {stretch.plain_face for stretch in stretches}
    return faces.pop() if len(faces) == 1 else None
