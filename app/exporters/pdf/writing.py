"""How the lines of a passage are drawn: their marks first, as decoration, then their glyphs as text."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from app.exporters.pdf.directions import visual_order
from app.exporters.pdf.drawing import Sheet, fill_colour
from app.exporters.pdf.fonts import Face, main_face
from app.exporters.pdf.lines import Line, Piece
from app.exporters.pdf.objects import number_text, utf16_hex
from app.exporters.pdf.page_styles import Colours
from app.exporters.pdf.passages import Mark, Passage, Text
from app.exporters.pdf.shaping import Stretch

_GAP_OVERHANG = 1.8
"""How far the ground of a gap reaches beyond its words, in points."""


class _Part(NamedTuple):
    """The pieces of one text on one line. Lengths are in points; `top` is the top of the line."""

    source: int
    text: Text
    pieces: tuple[Piece, ...]
    left: float
    width: float
    top: float
    is_plain: bool


def write_passage(
    sheet: Sheet,
    passage: Passage,
    colours: Colours,
    left: float,
    top: float,
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
        sheet.draw("BT")
        _write_parts(sheet, passage, parts, colours)
        sheet.draw("ET")
        return
    _draw_marks(sheet, passage, parts, colours)
    for element, group in groupby(parts, lambda part: passage.links.get(part.source, passage.element)):
        sheet.begin(element)
        sheet.draw("BT")
        _write_parts(sheet, passage, group, colours)
        sheet.draw("ET EMC")
    for part in parts:
        if part.text.mark is Mark.LINK:
            area = (part.left, part.top, part.width, leading)
            sheet.link(passage.links[part.source], part.text.target, part.text.words, *area)


def _write_parts(sheet: Sheet, passage: Passage, parts: Iterable[_Part], colours: Colours) -> None:
    height = sheet.height - baseline_of(passage)
    for part in parts:
        place = f"1 0 0 1 {number_text(part.left)} {number_text(height - part.top)} Tm"
        colour = fill_colour(_colour(part.text, passage, colours))
        sheet.draw(f"{colour} {place} {_shown(sheet, part, passage.style.size)}")


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
    for source, group in groupby(line.pieces, attrgetter("source")):
        pieces = tuple(group)
        width = sum(piece.stretch.width for piece in pieces) * scale
        shown = max(0.0, min(width, end - left))
        parts.append(_Part(source, passage.texts[source], pieces, left, shown, top, line.is_plain))
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


def _draw_marks(sheet: Sheet, passage: Passage, parts: list[_Part], colours: Colours) -> None:
    marked = [part for part in parts if part.text.mark is not Mark.NONE and part.width > 0]
    boxed = [part for part in parts if any(piece.stretch.is_stand_in for piece in part.pieces)]
    if not marked and not boxed:
        return
    style = passage.style
    foot = baseline_of(passage)
    with sheet.decoration():
        for part in marked:
            underline = part.top + foot + style.size * 0.24
            match part.text.mark:
                case Mark.GAP:
                    left, width = part.left - _GAP_OVERHANG, part.width + 2 * _GAP_OVERHANG
                    head = part.top + foot - style.size * 0.92
                    sheet.fill(left, head, width, underline - head, colours.danger_ground)
                    sheet.line(left, left + width, underline, colours.danger, 0.9, "1.1 1.1")
                case Mark.SUGGESTION:
                    sheet.line(part.left, part.left + part.width, underline, colours.secondary, 0.9, "1.1 1.1")
                case Mark.LINK:
                    sheet.line(part.left, part.left + part.width, underline - 1, colours.accent, 0.35)
                case Mark.NONE:
                    pass
        for part in boxed:
            _frame_stand_ins(sheet, part, style.size, part.top + foot, _colour(part.text, passage, colours))


def _frame_stand_ins(sheet: Sheet, part: _Part, size: float, foot: float, colour: str) -> None:
    """A small box around each code point that stands for a character without a glyph."""
    left = part.left
    for place in _visual_places(part):
        stretch = part.pieces[place].stretch
        width = stretch.width * size / 1000
        if stretch.is_stand_in:
            sheet.frame(left + size * 0.06, foot - size * 0.66, width - size * 0.12, size * 0.76, colour, 0.5)
        left += width


# --- glyphs -------------------------------------------------------------------------------------------------


def _visual_places(part: _Part) -> list[int]:
    return visual_order([piece.level for piece in part.pieces])


def _shown(sheet: Sheet, part: _Part, size: float) -> str:
    """The operators that show a part, from the place where the pen stands.

    What runs from right to left is drawn in the order of its shapes and told in the order in which it is read.
    """
    showing = _Showing(sheet, size)
    if part.is_plain:
        for piece in part.pieces:
            showing.add(piece.stretch, tells_text=True)
        return showing.finish()
    for is_told, group in groupby(_visual_places(part), lambda place: part.pieces[place].level > 0):
        places = tuple(group)
        if is_told:
            showing.begin_told("".join(part.pieces[place].stretch.text for place in sorted(places)))
        for place in places:
            showing.add(part.pieces[place].stretch, tells_text=not is_told)
        if is_told:
            showing.end_told()
    return showing.finish()


class _Showing:
    """Text-showing operators as they grow; the array of glyphs stays open while the face stays the same."""

    def __init__(self, sheet: Sheet, size: float) -> None:
        self._faces = sheet.faces
        self._size = size
        self._face: Face | None = None
        self._operators: list[str] = []

    def add(self, stretch: Stretch, tells_text: bool) -> None:
        """Shows a stretch; `tells_text` lets it say beside its glyphs what they do not say themselves."""
        tells = tells_text and not stretch.speaks
        if tells:
            self.begin_told(stretch.text)
        if stretch.is_stand_in:
            self._close()
            self._operators.append(self._faces.stand_in(stretch, self._size))
        else:
            self._open(stretch.face)
            self._operators.append(self._faces.written(stretch, self._size))
        if tells:
            self.end_told()

    def begin_told(self, text: str) -> None:
        """What is shown until `end_told` is read as this text."""
        self._close()
        self._operators.append(f"/Span<</ActualText<{utf16_hex(text, with_mark=True)}>>>BDC ")

    def end_told(self) -> None:
        self._close()
        self._operators.append(" EMC ")

    def finish(self) -> str:
        self._close()
        return "".join(self._operators).replace("><", "").replace("[]TJ", "")

    def _open(self, face: Face) -> None:
        if self._face is not face:
            self._close()
            self._face = face
            self._operators.append(f"/{self._faces.use(face).resource} {number_text(self._size)} Tf[")

    def _close(self) -> None:
        if self._face is not None:
            self._face = None
            self._operators.append("]TJ ")
