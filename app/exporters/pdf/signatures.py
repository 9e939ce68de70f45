"""Where parties sign: one framed box for each, kept whole, with a line to write on for each field."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.documents.blocks import Signature, SignatureBlock, SignatureField
from app.exporters.characters import clean_text
from app.exporters.page_styles import PageStyle
from app.exporters.pdf.drawing import Area, Sheet
from app.exporters.pdf.passages import Passage, plain_passage
from app.exporters.pdf.setting import Setting
from app.exporters.pdf.structure import Element
from app.exporters.pdf.writing import baseline_of, write_passage

_ROOM_TO_WRITE = 27.0
"""Height of a field, in points, so that a hand can write in it."""
_PADDING = 12.0
_GUTTER = 20.0


class _Field(NamedTuple):
    label: Passage
    value: Passage


class _Slab(NamedTuple):
    """What stands beside each other in the box: one line of a passage, or fields."""

    height: float
    passage: Passage | None
    line: int
    fields: tuple[_Field, ...]


def set_signatures(block: SignatureBlock, setting: Setting) -> Iterator["SignatureBox"]:
    """A box for each party, in order."""
    for place, part in enumerate(block.parts):
        anchors = setting.anchor(block.anchor) if place == 0 else ()
        yield _set_box(part, setting, anchors)


def _set_box(part: Signature, setting: Setting, anchors: tuple[str, ...]) -> "SignatureBox":
    page = setting.style
    element = setting.root.add("Div")
    width = page.measure - 2 * _PADDING
    slabs: list[_Slab] = []
    for words, style in ((part.party, page.strong), (part.statement, page.cell)):
        if words:
            passage = plain_passage(clean_text(words), width, style, element.add("P"))
            slabs += (_Slab(style.leading, passage, line, ()) for line in range(len(passage.lines)))
    for start in range(0, len(part.fields), 2):
        fields = tuple(_set_field(field, page, element) for field in part.fields[start : start + 2])
        height = max(_ROOM_TO_WRITE, *(_ROOM_TO_WRITE - page.cell.leading + field.value.height for field in fields))
        slabs.append(_Slab(height, None, 0, fields))
    return SignatureBox(tuple(slabs), page, anchors)


def _set_field(field: SignatureField, page: PageStyle, element: Element) -> _Field:
    held = element.add("P")
    width = _column_width(page)
    label_width = width * 0.26
    label = plain_passage(f"{clean_text(field.label)} ", label_width, page.running, held)
    return _Field(label, plain_passage(clean_text(field.value), width - label_width, page.cell, held))


def _column_width(page: PageStyle) -> float:
    return (page.measure - 2 * _PADDING - _GUTTER) / 2


@dataclass(frozen=True, slots=True, eq=False)
class SignatureBox:
    """One party's box. It is parted only when it is higher than a page."""

    slabs: Sequence[_Slab]
    style: PageStyle
    anchors: tuple[str, ...] = ()
    space_before: float = 10.0
    space_after: float = 10.0
    starts_page: bool = False
    repeated_height: float = 0.0

    @property
    def heights(self) -> Sequence[float]:
        heights = [slab.height for slab in self.slabs]
        heights[0] += _PADDING * 0.7
        heights[-1] += _PADDING
        return heights

    @property
    def sticks(self) -> Sequence[bool]:
        return [True] * (len(self.slabs) - 1) + [False]

    def draw(self, sheet: Sheet, left: float, top: float, first: int, last: int) -> None:
        with sheet.decoration():
            height = sum(self.heights[first:last])
            sheet.frame(Area(left, top, self.style.measure, height), self.style.colours.line, 0.8)
        at = top + (_PADDING * 0.7 if first == 0 else 0.0)
        for slab in self.slabs[first:last]:
            if slab.passage is not None:
                write_passage(sheet, slab.passage, left + _PADDING, at, first=slab.line, last=slab.line + 1)
            for place, field in enumerate(slab.fields):
                self._draw_field(
                    sheet, field, left + _PADDING + place * (_column_width(self.style) + _GUTTER), at, slab
                )
            at += slab.height

    def _draw_field(self, sheet: Sheet, field: _Field, left: float, top: float, slab: _Slab) -> None:
        """The label and the value on a line to write on, all standing on the same foot."""
        foot = top + slab.height - 3.5
        start = left + field.label.width
        with sheet.decoration():
            sheet.line(start, left + _column_width(self.style), foot, self.style.colours.secondary)
        label_top = foot - 3.5 - baseline_of(field.label)
        write_passage(sheet, field.label, left, label_top)
        last_line = baseline_of(field.value) + field.value.height - field.value.style.leading
        write_passage(sheet, field.value, start + 3.0, foot - 3.5 - last_line)
