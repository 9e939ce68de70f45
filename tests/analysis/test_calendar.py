"""Dates a length of time ahead."""

from datetime import date

import pytest

from app.analysis.calendar import day_after, end_of_financial_year, first_october_after, last_day_of
from app.domain.values import Duration, Unit


@pytest.mark.parametrize(
    ("start", "amount", "unit", "end"),
    [
        (date(2026, 10, 1), 12, Unit.MONTHS, date(2027, 10, 1)),
        (date(2026, 1, 31), 1, Unit.MONTHS, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, Unit.MONTHS, date(2028, 2, 29)),
        (date(2028, 2, 29), 1, Unit.YEARS, date(2029, 2, 28)),
        (date(2026, 7, 1), 8, Unit.WEEKS, date(2026, 8, 26)),
        (date(2026, 7, 1), 30, Unit.DAYS, date(2026, 7, 31)),
        (date(2026, 7, 1), 47, Unit.HOURS, date(2026, 7, 2)),
        (date(2026, 7, 1), 0, Unit.MONTHS, date(2026, 7, 1)),
    ],
)
def test_a_day_lies_a_length_of_time_ahead(start: date, amount: int, unit: Unit, end: date) -> None:
    assert day_after(start, Duration(amount, unit)) == end


@pytest.mark.parametrize(
    ("start", "amount", "end"),
    [
        (date(2026, 7, 3), 1, date(2026, 7, 6)),
        (date(2026, 7, 3), 5, date(2026, 7, 10)),
        (date(2026, 8, 28), 1, date(2026, 9, 1)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
    ],
    ids=["over a weekend", "a week", "over the summer bank holiday", "over Christmas with a substitute day"],
)
def test_working_days_leave_out_weekends_and_english_bank_holidays(start: date, amount: int, end: date) -> None:
    assert day_after(start, Duration(amount, Unit.WORKING_DAYS)) == end


@pytest.mark.parametrize(
    ("first", "amount", "unit", "last"),
    [
        (date(2027, 4, 1), 24, Unit.MONTHS, date(2029, 3, 31)),
        (date(2027, 4, 1), 2, Unit.YEARS, date(2029, 3, 31)),
        (date(2027, 3, 1), 1, Unit.YEARS, date(2028, 2, 29)),
        (date(2027, 8, 31), 6, Unit.MONTHS, date(2028, 2, 29)),
        (date(2027, 3, 31), 12, Unit.MONTHS, date(2028, 3, 30)),
        (date(2026, 7, 1), 1, Unit.WEEKS, date(2026, 7, 7)),
        (date(2026, 7, 1), 0, Unit.MONTHS, date(2026, 7, 1)),
    ],
)
def test_a_length_of_time_that_includes_its_first_day_has_a_last_day(
    first: date, amount: int, unit: Unit, last: date
) -> None:
    assert last_day_of(first, Duration(amount, unit)) == last


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2027, 3, 31), date(2027, 3, 31)),
        (date(2027, 4, 1), date(2028, 3, 31)),
        (date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_a_financial_year_ends_on_the_next_31_march(day: date, end: date) -> None:
    assert end_of_financial_year(day) == end


@pytest.mark.parametrize(
    ("day", "october"),
    [
        (date(2026, 4, 1), date(2026, 10, 1)),
        (date(2026, 10, 1), date(2027, 10, 1)),
        (date(2026, 12, 31), date(2027, 10, 1)),
    ],
)
def test_the_first_october_comes_after_its_day(day: date, october: date) -> None:
    assert first_october_after(day) == october


@pytest.mark.parametrize("unit", list(Unit))
def test_what_lies_beyond_the_calendar_cannot_be_told(unit: Unit) -> None:
    long = Duration(10_000, unit)
    assert day_after(date(9999, 12, 30), long) is None
    assert last_day_of(date(9999, 12, 30), long) is None


def test_the_last_year_of_the_calendar_has_no_year_after_it() -> None:
    assert end_of_financial_year(date(9999, 3, 31)) == date(9999, 3, 31)
    assert end_of_financial_year(date(9999, 4, 1)) is None
    assert first_october_after(date(9999, 10, 1)) is None
