"""Lengths in the units in which Word counts them, from points, and the look that all of them are taken from."""

from app.exporters.page_styles import PageStyle

LOOK = PageStyle()
"""Paper, margins, letter sizes and colours: the same as on the pages of a PDF."""


def twips(points: float) -> int:
    """Twentieths of a point: indents, spaces and widths."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Halves of a point: letter sizes."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Eighths of a point: the weight of lines."""
    return round(points * 8)


def colour_code(colour: str) -> str:
    """A colour written as #005EB8 the way Word writes it, 005EB8."""
    return colour.removeprefix("#").upper()
