"""Lengths of time compared and added up."""

import pytest

from app.domain.durations import in_months, in_working_days, roughly_in_days
from app.domain.values import Duration, Unit


def test_units_put_lengths_of_time_in_the_right_order() -> None:
    lengths = [
        Duration(23, Unit.HOURS),
        Duration(1, Unit.DAYS),
        Duration(1, Unit.WORKING_DAYS),
        Duration(6, Unit.DAYS),
        Duration(1, Unit.WEEKS),
        Duration(8, Unit.WEEKS),
        Duration(2, Unit.MONTHS),
        Duration(11, Unit.MONTHS),
        Duration(1, Unit.YEARS),
    ]
    assert sorted(lengths, key=roughly_in_days) == lengths


@pytest.mark.parametrize(
    ("duration", "months", "days"),
    [
        (Duration(2, Unit.YEARS), 24, None),
        (Duration(18, Unit.MONTHS), 18, None),
        (Duration(2, Unit.WEEKS), None, 10),
        (Duration(7, Unit.WORKING_DAYS), None, 7),
        (Duration(30, Unit.DAYS), None, None),
        (Duration(30, Unit.HOURS), None, None),
    ],
)
def test_only_fitting_units_become_months_or_working_days(
    duration: Duration, months: int | None, days: int | None
) -> None:
    assert in_months(duration) == months
    assert in_working_days(duration) == days
