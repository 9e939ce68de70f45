"""Dates that lie a length of time ahead, counting working days without weekends and English bank holidays.

The calendar ends with the year 9999; what would lie beyond it cannot be told, and is None.
"""

from calendar import monthrange
from datetime import date, timedelta

import holidays

from app.domain.values import Duration, Unit


def day_after(start: date, duration: Duration) -> date | None:
    """The day on which a length of time that starts on a day has passed.

    Months and years end on the same day of the month, or on its last day where there is no such day. Hours
    that make no whole day end on the starting day.
    """
    try:
        return _day_after(start, duration)
    except (OverflowError, ValueError):
        return None


def last_day_of(first: date, duration: Duration) -> date | None:
    """The last day of a length of time whose first day is given: a year from 1 April ends on 31 March.

    A length of nothing has no last day, and gives back the day itself.
    """
    if duration.amount == 0:
        return first
    passed = day_after(first, duration)
    if passed is None:
        return None
    is_cut_short = duration.unit in (Unit.MONTHS, Unit.YEARS) and passed.day < first.day
    return passed if is_cut_short else passed - timedelta(days=1)


def end_of_financial_year(day: date) -> date | None:
    """The first 31 March on or after a day."""
    end = date(day.year, 3, 31)
    return end if day <= end else _a_year_later(end)


def first_october_after(day: date) -> date | None:
    """The first 1 October after a day."""
    october = date(day.year, 10, 1)
    return october if day < october else _a_year_later(october)


def _a_year_later(day: date) -> date | None:
    return day_after(day, Duration(1, Unit.YEARS))


def _day_after(start: date, duration: Duration) -> date:
    match duration.unit:
        case Unit.HOURS:
            return start + timedelta(days=duration.amount // 24)
        case Unit.WORKING_DAYS:
            return _working_days_after(start, duration.amount)
        case Unit.DAYS:
            return start + timedelta(days=duration.amount)
        case Unit.WEEKS:
            return start + timedelta(weeks=duration.amount)
        case Unit.MONTHS:
            return _months_after(start, duration.amount)
        case Unit.YEARS:
            return _months_after(start, duration.amount * 12)


def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _working_days_after(start: date, amount: int) -> date:
    bank_holidays = holidays.country_holidays("GB", subdiv="ENG")
    day = start
    while amount > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in bank_holidays:
            amount -= 1
    return day
