"""What a row of a table still lacks, as a list of columns and in words."""

from collections.abc import Mapping, Sequence

from app.domain.questions import Column
from app.domain.values import Value
from app.domain.wording import listed, lower


def missing_columns(cells: Mapping[str, Value], columns: Sequence[Column]) -> tuple[Column, ...]:
    """The needed columns that are empty."""
    return tuple(column for column in columns if column.is_required and column.id not in cells)


def missing_in_words(columns: Sequence[Column]) -> str:
    """What is still to fill in: "Still needed: legal form and role"; empty when nothing is."""
    names = [lower(column.label) for column in columns]
    return f"Still needed: {listed(names)}" if names else ""
