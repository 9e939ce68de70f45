"""Typed words become numbers, percentages, money, dates and lengths of time.

Every function takes what a person typed or pasted, not blank, and gives back the value; where it cannot, it
raises `AnswerError` with a sentence that says what to type instead. Nothing is guessed silently.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.values import LONGEST_DURATION, MOST_DIGITS, Duration, Unit
from app.domain.wording import unit_in_words
from app.errors import AnswerError

#: Characters of an answer of one line.
LONGEST_LINE = 300

_TOO_LONG = "This number is too long. Check it and enter it again."

_PLAIN_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?|\.[0-9]+")
_GROUPED_NUMBER = re.compile(r"[0-9]{1,3}([, ][0-9]{3})+(\.[0-9]+)?")
_MONEY = re.compile(r"(?P<number>[0-9., ]*[0-9])\s*(?P<times>[a-z]*)\.?")
_TIMES = {
    "": Decimal(1),
    "k": Decimal(1_000),
    "thousand": Decimal(1_000),
    "m": Decimal(1_000_000),
    "mn": Decimal(1_000_000),
    "million": Decimal(1_000_000),
    "b": Decimal(1_000_000_000),
    "bn": Decimal(1_000_000_000),
    "billion": Decimal(1_000_000_000),
}
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY_NAME = re.compile(r"^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,?\s+")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2})\s*[-/. ]\s*([0-9]{4}|[0-9]{2})")
_DAY_AND_NAME = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[\s-]*(?:of\s+)?([a-z]{3,9})\.?,?[\s-]*([0-9]{4}|[0-9]{2})?")
_NAME_AND_DAY = re.compile(r"([a-z]{3,9})\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4}|[0-9]{2})")
_DATE_ADVICE = "Enter a date such as 6 August 2026 or 6/8/26."
_DURATION = re.compile(r"(?P<amount>[0-9][0-9, ]*|an?|one)?\s*(?P<unit>[a-z][a-z -]*)?\.?")
_UNIT_WORDS = {
    Unit.HOURS: ("hour", "hours", "hr", "hrs", "h"),
    Unit.WORKING_DAYS: ("working day", "working days", "business day", "business days", "wd"),
    Unit.DAYS: ("day", "days", "calendar day", "calendar days", "d"),
    Unit.WEEKS: ("week", "weeks", "wk", "wks", "w"),
    Unit.MONTHS: ("month", "months", "mth", "mths"),
    Unit.YEARS: ("year", "years", "yr", "yrs", "y"),
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest number that is taken, both included; None where there is no limit."""

    least: Decimal | None = Decimal(0)
    most: Decimal | None = None


ZERO_OR_MORE = Bounds()
WHOLE_HUNDRED = Bounds(Decimal(0), Decimal(100))


def parse_whole_number(text: str, bounds: Bounds = ZERO_OR_MORE) -> int:
    """A whole number such as 12 or 1,200."""
    advice = "Enter a whole number in figures, such as 12."
    number = _number(text, advice)
    if number != number.to_integral_value():
        raise AnswerError("Enter a whole number, without a fraction, such as 12.")
    _check_bounds(number, bounds, lambda limit: f"{limit:,}")
    return int(number)


def parse_percentage(text: str, bounds: Bounds = WHOLE_HUNDRED) -> Decimal:
    """A percentage such as 75, 75%, 12.5 per cent, as a number of hundredths (75 for 75%)."""
    bare = re.sub(r"\s*(%|per\s?cent|percent)\s*$", "", text.strip(), flags=re.IGNORECASE)
    number = _number(bare, "Enter a percentage in figures, such as 75 or 12.5.")
    _check_bounds(number, bounds, lambda limit: f"{limit:f}%")
    return _tidied(number)


def parse_money(text: str, bounds: Bounds = ZERO_OR_MORE) -> Decimal:
    """A sum in pounds, such as £1.2m, 1,200,000, 250k or 12.50."""
    advice = "Enter an amount in pounds, such as 1,200,000, 12.50 or 1.2m."
    bare = plain_spaces(text).casefold().replace("£", "").removesuffix("pounds").removesuffix("gbp").strip()
    sign = Decimal(-1) if bare.startswith(("-", "−")) else Decimal(1)
    found = _MONEY.fullmatch(bare.lstrip("-− "))
    if found is None or found["times"] not in _TIMES:
        raise AnswerError(advice)
    amount = sign * _number(found["number"], advice) * _TIMES[found["times"]]
    if amount != amount.quantize(Decimal("0.01")):
        raise AnswerError("Enter pounds and pence, with at most two figures after the point, such as 12.50.")
    if abs(amount) >= 10**MOST_DIGITS:
        raise AnswerError(_TOO_LONG)
    _check_bounds(amount, bounds, lambda limit: f"£{limit:,f}")
    return _tidied(amount)


def parse_date(text: str) -> date:
    """A day such as 6 August 2026, 6/8/26 (day first) or 2026-08-06. Two figures mean a year from 2000."""
    bare = _DAY_NAME.sub("", plain_spaces(text).casefold().strip().rstrip("."))
    if found := _YEAR_FIRST.fullmatch(bare):
        return _day(found[3], int(found[2]), found[1])
    if found := _DAY_FIRST.fullmatch(bare):
        return _day(found[1], int(found[2]), found[3])
    if found := _DAY_AND_NAME.fullmatch(bare):
        return _day(found[1], _month_number(found[2]), found[3])
    if found := _NAME_AND_DAY.fullmatch(bare):
        return _day(found[2], _month_number(found[1]), found[3])
    raise AnswerError(_DATE_ADVICE)


def parse_duration(text: str, units: Sequence[Unit] = tuple(Unit)) -> Duration:
    """A length of time such as 10 working days; a bare number counts in the first of the units offered."""
    offered = tuple(units) or tuple(Unit)
    advice = f"Enter a length of time such as 10 {unit_in_words(offered[0], 10)}."
    found = _DURATION.fullmatch(plain_spaces(text).casefold().strip())
    if found is None or found["amount"] is None:
        raise AnswerError(advice)
    amount = Decimal(1) if found["amount"] in {"a", "an", "one"} else _number(found["amount"], advice)
    unit = _unit(found["unit"], offered)
    if amount > LONGEST_DURATION:
        raise AnswerError(f"Enter {LONGEST_DURATION:,} {unit_in_words(unit, LONGEST_DURATION)} or less.")
    return Duration(int(amount), unit)


def _number(text: str, advice: str) -> Decimal:
    """A number in figures, with commas or spaces between thousands; `advice` is what to say otherwise."""
    bare = plain_spaces(text).strip()
    sign = ""
    if bare[:1] in {"-", "−", "+"}:
        sign, bare = ("" if bare[0] == "+" else "-"), bare[1:].strip()
    if "," in bare and not _GROUPED_NUMBER.fullmatch(bare):
        raise AnswerError("Use commas only between thousands and a full stop for the decimal point: 1,200.50.")
    if not (_PLAIN_NUMBER.fullmatch(bare) or _GROUPED_NUMBER.fullmatch(bare)):
        raise AnswerError(advice)
    digits = bare.replace(",", "").replace(" ", "")
    if len(digits) > MOST_DIGITS:
        raise AnswerError(_TOO_LONG)
    return Decimal(sign + digits)


def _check_bounds(number: Decimal, bounds: Bounds, shown: Callable[[Decimal], str]) -> None:
    least, most = bounds.least, bounds.most
    below = least is not None and number < least
    above = most is not None and number > most
    if not below and not above:
        return
    if least is not None and most is not None:
        raise AnswerError(f"Enter a number from {shown(least)} to {shown(most)}.")
    if least is not None:
        raise AnswerError(f"Enter {shown(least)} or more.")
    if most is not None:
        raise AnswerError(f"Enter {shown(most)} or less.")


def _tidied(number: Decimal) -> Decimal:
    """The same number without zeros that say nothing, and never in powers of ten."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def plain_spaces(text: str) -> str:
    """The text with every run of white space, of whatever sort, as one space."""
    return " ".join(text.split())


def parse_line(text: str) -> str:
    """A text of one line, of so many characters as a clause and the name of a file can take."""
    line = plain_spaces(text)
    if len(line) > LONGEST_LINE:
        raise AnswerError(f"This has {len(line)} characters. Use {LONGEST_LINE} at most, as it stands within clauses.")
    return line


def _month_number(name: str) -> int:
    """1 for January, or for "jan"; a name that begins no month is refused."""
    for number, month in enumerate(_MONTHS, start=1):
        if month.startswith(name):
            return number
    raise AnswerError(_DATE_ADVICE)


def _day(day: str, month: int, year: str | None) -> date:
    if year is None:
        raise AnswerError("Add the year, such as 6 August 2026.")
    full_year = int(year) + (2000 if len(year) == 2 else 0)
    if month > 12:
        raise AnswerError("There are only 12 months: enter the day first, then the month, such as 6/8/26.")
    try:
        return date(full_year, month, int(day))
    except ValueError as error:
        raise AnswerError("There is no such day. Check the date, for example 30 June 2026.") from error


def _unit(words: str | None, offered: tuple[Unit, ...]) -> Unit:
    """The unit meant by these words; the first offered where there are none."""
    if not words or not words.strip():
        return offered[0]
    name = words.strip().replace("-", " ")
    for unit in offered:
        if name in _UNIT_WORDS[unit]:
            return unit
    raise AnswerError(f"Count this in {_either([unit_in_words(unit, 10) for unit in offered])}.")


def _either(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last
