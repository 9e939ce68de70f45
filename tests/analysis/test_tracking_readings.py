"""Readings of progress: the latest value of each measure, and where the members stand in each capability."""

import pytest

from app.domain.readings import Grid
from tests.analysis.designs import ASHDALE, BRACKWATER, JOINT, design_of


def rows_of(reading: str, **answers: object) -> tuple[tuple[str, ...], ...]:
    given = {question.replace("__", ".").replace("_", "-"): value for question, value in answers.items()}
    grid = design_of({**JOINT, **given}).read(reading)
    assert isinstance(grid, Grid)
    return grid.rows


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1200", "1,200"),
        ("-12.50", "-12.5"),
        ("18 weeks", "18 weeks"),
        ("1e999999999", "1e999999999"),
        ("Infinity", "Infinity"),
        ("1_000", "1_000"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_a_value_that_is_a_plain_number_has_commas_and_any_other_stays_as_typed(typed: str, shown: str) -> None:
    measures = [{"measure": "Weeks waited", "unit": "weeks", "target": typed}]
    (row,) = rows_of("measures-grid", measures__measures=measures)
    assert row[0] == "Weeks waited (weeks)"
    assert row[3] == shown


def test_the_latest_value_of_a_measure_is_shown_with_its_day() -> None:
    measures = [{"measure": "Weeks waited"}, {"measure": "Beds"}]
    values = [
        {"measure": "Weeks waited", "date": "2026-05-01", "value": "20"},
        {"measure": "Weeks waited", "date": "2026-06-01", "value": "18"},
    ]
    waits, beds = rows_of("measures-grid", measures__measures=measures, measures__values=values)
    assert waits[2] == "18 on 1 June 2026"
    assert beds[2] == "None yet"


def test_members_are_counted_at_each_level_from_the_highest() -> None:
    scores = [
        {"capability": "shared-governance", "member": ASHDALE, "level": "emerging", "evidence": "One board paper"},
        {"capability": "shared-governance", "member": BRACKWATER, "level": "leading", "evidence": "One board paper"},
    ]
    (row,) = rows_of("maturity-grid", maturity__scores=scores)
    assert row[1].index("Leading: 1 Member") < row[1].casefold().index("emerging: 1 member")
    assert row[2] == "One board paper"
