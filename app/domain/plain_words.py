"""Words that need no kind of value: dates and counts. The first window says these before values are known to it."""

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_in_words(day: date) -> str:
    """A date as it is written in a letter: 6 August 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun: 1 trust, 6 trusts."""
    return f"{count:,} {one if count == 1 else many}"
