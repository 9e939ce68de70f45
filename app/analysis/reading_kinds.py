"""Short ways to write down a reading of each shape, so that a registry reads as a list of what there is."""

from collections.abc import Callable

from app.domain.readings import Design, Grid, GridColumn, Reading, Shape
from app.domain.wording import NOT_ANSWERED, capital

Uses = tuple[str, ...]

#: What a cell of a grid says where an answer that it needs is missing.
MISSING = capital(NOT_ANSWERED)
#: What a cell of a grid says where an answer may be left out and is.
NOT_STATED = "Not stated"


def claim(reading_id: str, says: str, uses: Uses, of: Callable[[Design], bool | None]) -> Reading:
    """A reading that is true or false."""
    return Reading(reading_id, says, Shape.CLAIM, uses, of)


def number(reading_id: str, says: str, uses: Uses, of: Callable[[Design], int | None]) -> Reading:
    """A reading that is a number."""
    return Reading(reading_id, says, Shape.NUMBER, uses, of)


def words(reading_id: str, says: str, uses: Uses, of: Callable[[Design], str | None]) -> Reading:
    """A reading that is a piece of a sentence."""
    return Reading(reading_id, says, Shape.WORDS, uses, of)


def names(reading_id: str, says: str, uses: Uses, of: Callable[[Design], tuple[str, ...] | None]) -> Reading:
    """A reading that is a list of names or finished fragments."""
    return Reading(reading_id, says, Shape.LIST, uses, of)


def grid(reading_id: str, says: str, uses: Uses, of: Callable[[Design], Grid | None]) -> Reading:
    """A reading that is a table."""
    return Reading(reading_id, says, Shape.GRID, uses, of)


def text_column(title: str, width: int = 3) -> GridColumn:
    """A column of words."""
    return GridColumn(title, width)


def figure_column(title: str, width: int = 2) -> GridColumn:
    """A column of figures, which stand at the right."""
    return GridColumn(title, width, is_figure=True)


def cell(words_or_none: str | None) -> str:
    """The words, or a note that there is no answer yet."""
    return words_or_none or MISSING
