"""Fonts of boxes with code points in them, each of which says the character that no face can draw."""

from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference

from app.exporters.pdf.file import EndedStream, TaggedFile, packed_stream
from app.exporters.pdf.shaping import STAND_IN_PADDING, STAND_IN_SCALE
from app.exporters.pdf.syntax import number_text, spoken_map

CODES_IN_BOX_FONT = 200
_BOX_FOOT, _BOX_HEAD, _BOX_SIDE, _BOX_LINE = -60, 680, 60, 42
"""Edges of a box, white space beside it and width of its line, in thousandths of the letter size."""


class Box(NamedTuple):
    """One box: what it says, its width, and its code point as glyphs of a font that pages know by `resource`."""

    text: str
    width: float
    resource: str
    code_point: str


class BoxFont(PDFObject):
    """A font whose codes, counted from 1, are boxes."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.boxes: list[Box] = []

    def format(self, document: TaggedFile) -> bytes:
        """The font with a drawing for each box. The file asks when every box is known."""
        names = [f"b{code}" for code, _ in enumerate(self.boxes, start=1)]
        drawings = {name: _drawing(box) for name, box in zip(names, self.boxes, strict=True)}
        fonts = {box.resource: PDFObjectReference(box.resource) for box in self.boxes}
        spoken = spoken_map([box.text for box in self.boxes], code_digits=2)
        widest = max(box.width for box in self.boxes)
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type3"),
            "FontBBox": PDFArray([0, _BOX_FOOT, widest, _BOX_HEAD]),
            "FontMatrix": PDFArray([0.001, 0, 0, 0.001, 0, 0]),
            "FirstChar": 1,
            "LastChar": len(self.boxes),
            "Widths": PDFArray([round(box.width, 2) for box in self.boxes]),
            "Encoding": PDFDictionary(
                {"Type": PDFName("Encoding"), "Differences": PDFArray([1, *map(PDFName, names)])}
            ),
            "CharProcs": PDFDictionary(drawings),
            "Resources": PDFDictionary({"Font": PDFDictionary(fonts)}),
            "ToUnicode": packed_stream(spoken),
        }
        return PDFDictionary(font).format(document)


def _drawing(box: Box) -> EndedStream:
    """A frame, as the area between two rectangles, around a small code point."""
    width, height = box.width, _BOX_HEAD - _BOX_FOOT
    outer = f"{_BOX_SIDE} {_BOX_FOOT} {number_text(width - 2 * _BOX_SIDE)} {height} re"
    edge = _BOX_SIDE + _BOX_LINE
    inner = f"{edge} {_BOX_FOOT + _BOX_LINE} {number_text(width - 2 * edge)} {height - 2 * _BOX_LINE} re"
    return packed_stream(
        f"{number_text(width)} 0 0 {_BOX_FOOT} {number_text(width)} {_BOX_HEAD} d1 {outer} {inner} f* "
        f"BT /{box.resource} {number_text(1000 * STAND_IN_SCALE)} Tf {number_text(STAND_IN_PADDING)} 125 Td "
        f"[{box.code_point}]TJ ET"
    )
