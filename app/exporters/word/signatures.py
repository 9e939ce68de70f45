"""Where parties sign: a framed table for each, kept whole, with a line to write on beside each label."""

from collections.abc import Sequence

from app.documents.blocks import Signature, SignatureBlock, SignatureField
from app.exporters.word.elements import paragraph
from app.exporters.word.lengths import LOOK, colour_code, twips
from app.exporters.word.references import Bookmarks
from app.exporters.word.tables import AFTER_TABLE, cell, open_table
from app.exporters.word.texts import one_line, words

_LABEL = 0.26
"""Share of a field that its label takes."""
_GUTTER = 20.0
_ROOM_TO_WRITE = 27.0
_LOOK = (
    '<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>'
)
_AT_FOOT = '<w:vAlign w:val="bottom"/>'


def write_signatures(block: SignatureBlock, bookmarks: Bookmarks, names: tuple[str, ...], page: str = "") -> str:
    """A table for each party, in order. The bookmarks of the block stand in the first."""
    return AFTER_TABLE.join(
        _party(part, bookmarks, names if place == 0 else (), page if place == 0 else "")
        for place, part in enumerate(block.parts)
    )


def _party(part: Signature, bookmarks: Bookmarks, names: tuple[str, ...], page: str) -> str:
    widths = _widths()
    party = paragraph("SignatureParty", bookmarks.around(names, words(part.party)), page)
    statement = paragraph("SignatureText", words(part.statement)) if part.statement else ""
    head = cell(sum(widths), party + statement, span=len(widths))
    rows = "".join(_fields(part.fields[start : start + 2], widths) for start in range(0, len(part.fields), 2))
    foot = cell(sum(widths), paragraph("AfterTable", ""), span=len(widths))
    return (
        open_table("SignatureTable", widths, _LOOK, f"Signature of {one_line(part.party)}", "Labels with room to write")
        + f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{head}</w:tr>{rows}"
        + f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{foot}</w:tr></w:tbl>"
    )


def _widths() -> list[int]:
    """Label and line, a gutter, label and line, and a margin, in twips."""
    gutter = twips(_GUTTER)
    half = (twips(LOOK.measure) - 2 * gutter) // 2
    label = round(half * _LABEL)
    widths = [label, half - label, gutter, label, half - label]
    return [*widths, twips(LOOK.measure) - sum(widths)]


def _fields(fields: Sequence[SignatureField], widths: Sequence[int]) -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{colour_code(LOOK.colours.secondary)}"'
    to_write_on = f"<w:tcBorders><w:bottom {line}/></w:tcBorders>{_AT_FOOT}"
    cells = []
    for place, each in enumerate(fields):
        label, room = widths[3 * place : 3 * place + 2]
        cells.append(cell(label, paragraph("SignatureLabel", words(each.label)), _AT_FOOT))
        cells.append(cell(room, paragraph("SignatureText", words(each.value)), to_write_on))
        cells.append(cell(widths[2 if place == 0 else 5], paragraph("SignatureText", "")))
    if len(fields) == 1:
        cells.append(cell(sum(widths[3:]), paragraph("SignatureText", ""), span=3))
    height = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{twips(_ROOM_TO_WRITE)}" w:hRule="atLeast"/></w:trPr>'
    return f"<w:tr>{height}{''.join(cells)}</w:tr>"
