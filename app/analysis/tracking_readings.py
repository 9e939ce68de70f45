"""Readings of progress: each measure with its latest value, and how well developed the members find themselves."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.analysis.option_words import chosen_in_words
from app.analysis.reading_kinds import MISSING, NOT_STATED, grid, text_column
from app.analysis.tracking_calculations import LEVELS
from app.domain.answers import Row
from app.domain.readings import Design, Grid, Reading
from app.domain.values import MOST_DIGITS
from app.domain.wording import capital, counted, date_in_words, number_in_figures, person_in_words

MEASURES = ("measures.measures", "measures.values")
MATURITY = ("maturity.scores",)
#: Figures only: what Python also takes for a number, such as 1e999999999, would fill the memory when written out.
_PLAIN_NUMBER = re.compile(rf"-?[0-9]{{1,{MOST_DIGITS}}}(\.[0-9]+)?")


def _measures_grid(design: Design) -> Grid | None:
    columns = (
        text_column("Measure", 4),
        text_column("Better is", 2),
        text_column("Latest value", 3),
        text_column("Target", 2),
        text_column("How often", 2),
        text_column("Owner"),
        text_column("Source"),
    )
    values = design.answers.rows("measures.values")
    rows = tuple(
        _measure(design, row, [each for each in values if each.text("measure") == row.id])
        for row in design.answers.rows("measures.measures")
    )
    return Grid(columns, rows) if rows else None


def _measure(design: Design, row: Row, values: Iterable[Row]) -> tuple[str, ...]:
    unit, owner, target = row.text("unit"), row.person("owner"), row.text("target")
    name = row.text("measure") or MISSING
    return (
        f"{name} ({unit})" if unit else name,
        _chosen(design, row, "direction"),
        _latest(values),
        NOT_STATED if target is None else _figure(target),
        _chosen(design, row, "frequency"),
        NOT_STATED if owner is None else person_in_words(owner),
        row.text("source") or NOT_STATED,
    )


def _chosen(design: Design, row: Row, column: str) -> str:
    option = row.text(column)
    return NOT_STATED if option is None else capital(chosen_in_words(design, "measures.measures", option, column))


def _latest(values: Iterable[Row]) -> str:
    dated = [(day, value) for row in values if (day := row.day("date")) and (value := row.text("value"))]
    if not dated:
        return "None yet"
    day, value = max(dated, key=_day)
    return f"{_figure(value)} on {date_in_words(day)}"


def _day(dated: tuple[date, str]) -> date:
    return dated[0]


def _figure(text: str) -> str:
    """A number with commas where the text is nothing but a number; otherwise the text as it was typed."""
    return number_in_figures(Decimal(text)) if _PLAIN_NUMBER.fullmatch(text) else text


def _maturity_grid(design: Design) -> Grid | None:
    columns = (
        text_column("Capability"),
        text_column("Where the Members stand"),
        text_column("Evidence", 4),
        text_column("Next step", 4),
    )
    found: dict[str | None, list[Row]] = {}
    for row in design.answers.rows("maturity.scores"):
        found.setdefault(row.text("capability"), []).append(row)
    rows = tuple(_capability(design, capability, scores) for capability, scores in found.items())
    return Grid(columns, rows) if rows else None


def _capability(design: Design, capability: str | None, scores: list[Row]) -> tuple[str, ...]:
    levels = Counter(row.text("level") for row in scores)
    found = (level for level in (*reversed(LEVELS), None) if level in levels)
    stands = (f"{_level(design, level)}: {counted(levels[level], 'Member', 'Members')}" for level in found)
    return (
        MISSING
        if capability is None
        else capital(chosen_in_words(design, "maturity.scores", capability, "capability")),
        capital("; ".join(stands)),
        _each_once(scores, "evidence"),
        _each_once(scores, "next-step"),
    )


def _level(design: Design, level: str | None) -> str:
    return "not scored" if level is None else chosen_in_words(design, "maturity.scores", level, "level")


def _each_once(rows: Iterable[Row], column: str) -> str:
    return "; ".join(dict.fromkeys(text for row in rows if (text := row.text(column)) is not None)) or NOT_STATED


TRACKING_READINGS: tuple[Reading, ...] = (
    grid("measures-grid", "Each measure with its latest value, target, owner and source.", MEASURES, _measures_grid),
    grid(
        "maturity-grid",
        "Each capability with how many members stand at each level, the evidence and the next steps.",
        MATURITY,
        _maturity_grid,
    ),
)
