"""Lengths of time compared and added up, as far as their units allow it."""

from app.domain.values import Duration, Unit

#: About how many calendar days a unit lasts: enough to say which of two lengths is longer.
_DAYS = {
    Unit.HOURS: 1 / 24,
    Unit.WORKING_DAYS: 7 / 5,
    Unit.DAYS: 1.0,
    Unit.WEEKS: 7.0,
    Unit.MONTHS: 365.25 / 12,
    Unit.YEARS: 365.25,
}
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}
_WORKING_DAYS = {Unit.WORKING_DAYS: 1, Unit.WEEKS: 5}


def roughly_in_days(duration: Duration) -> float:
    """About how many calendar days it lasts; a month counts as a twelfth of a year and a working day as 1.4 days."""
    return duration.amount * _DAYS[duration.unit]


def in_months(duration: Duration) -> int | None:
    """The exact number of months; None for units that make no whole months."""
    return duration.amount * _MONTHS[duration.unit] if duration.unit in _MONTHS else None


def in_working_days(duration: Duration) -> int | None:
    """The number of working days, five to a week; None for units that do not say."""
    return duration.amount * _WORKING_DAYS[duration.unit] if duration.unit in _WORKING_DAYS else None
