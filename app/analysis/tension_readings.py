"""Readings of the tensions between good aims, and where the members stand on each."""

from app.analysis.option_words import chosen_in_words
from app.analysis.reading_kinds import MISSING, NOT_STATED, cell, grid, text_column
from app.domain.answers import Row
from app.domain.readings import Design, Grid, Reading
from app.domain.wording import capital

TENSIONS = ("tensions.tensions",)


def _tensions_grid(design: Design) -> Grid | None:
    columns = (text_column("Tension"), text_column("Where we stand"), text_column("How we handle it", 5))
    rows = tuple(
        (_name(design, row), _stand(design, row), row.text("handling") or NOT_STATED)
        for row in design.answers.rows("tensions.tensions")
    )
    return Grid(columns, rows) if rows else None


def _name(design: Design, row: Row) -> str:
    """What the members call the tension; the two sides of a usual one where they give it no name of their own."""
    own, usual = row.text("name"), row.text("tension")
    if own is not None or usual is None:
        return cell(own)
    return capital(chosen_in_words(design, "tensions.tensions", usual, "tension"))


def _stand(design: Design, row: Row) -> str:
    stand = row.text("stand")
    return MISSING if stand is None else capital(chosen_in_words(design, "tensions.tensions", stand, "stand"))


TENSION_READINGS: tuple[Reading, ...] = (
    grid(
        "tensions-grid", "Each tension with where the members stand and how they handle it.", TENSIONS, _tensions_grid
    ),
)
