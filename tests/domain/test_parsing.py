"""What a person types as a number, a sum, a day or a length of time is read, or refused with a sentence."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.parsing import (
    LONGEST_LINE,
    Bounds,
    parse_date,
    parse_duration,
    parse_line,
    parse_money,
    parse_percentage,
    parse_whole_number,
)
from app.domain.values import Duration, Unit
from app.domain.wording import unit_in_words
from app.errors import AnswerError

PARSERS: tuple[Callable[[str], object], ...] = (
    parse_whole_number,
    parse_percentage,
    parse_money,
    parse_date,
    parse_duration,
    parse_line,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("12", 12), (" 1,200 ", 1200), ("1 200", 1200), ("12.0", 12), ("+7", 7), ("0", 0)],
)
def test_a_whole_number_is_read_with_or_without_commas(typed: str, meant: int) -> None:
    assert parse_whole_number(typed) == meant


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("twelve", "Enter a whole number in figures"),
        ("12.5", "without a fraction"),
        ("-3", "Enter 0 or more"),
        ("1,2", "commas only between thousands"),
        ("9" * 30, "too long"),
        ("١٢", "in figures"),
    ],
)
def test_what_is_no_whole_number_is_refused_with_advice(typed: str, says: str) -> None:
    with pytest.raises(AnswerError, match=says):
        parse_whole_number(typed)


def test_a_number_outside_its_limits_is_told_the_limits() -> None:
    with pytest.raises(AnswerError, match="Enter a number from 1 to 25"):
        parse_whole_number("30", Bounds(Decimal(1), Decimal(25)))
    with pytest.raises(AnswerError, match="Enter 5 or less"):
        parse_whole_number("30", Bounds(None, Decimal(5)))
    assert parse_whole_number("-30", Bounds(None, None)) == -30


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("75", "75"),
        ("75%", "75"),
        ("12.5 %", "12.5"),
        ("67 per cent", "67"),
        ("33 Percent", "33"),
        ("100", "100"),
    ],
)
def test_a_percentage_is_read_with_or_without_its_sign(typed: str, meant: str) -> None:
    assert parse_percentage(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["101", "-1", "two thirds", "%", "7 5 %"])
def test_a_percentage_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(AnswerError):
        parse_percentage(typed)


@pytest.mark.parametrize(
    ("typed", "pounds"),
    [
        ("£1.2m", "1200000"),
        ("1,200,000", "1200000"),
        ("12.50", "12.50"),
        ("£ 250k", "250000"),
        ("3 billion", "3000000000"),
        ("1.25 million pounds", "1250000"),
        ("£1,200.05", "1200.05"),
        (".5m", "500000"),
    ],
)
def test_money_is_read_as_people_write_it(typed: str, pounds: str) -> None:
    assert parse_money(typed) == Decimal(pounds)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("lots", "in pounds"),
        ("12.505", "pounds and pence"),
        ("-£5", "£0 or more"),
        ("1,20", "commas only between thousands"),
        ("5 lakh", "in pounds"),
        ("999999999bn", "too long"),
    ],
)
def test_money_that_cannot_be_read_is_refused_with_advice(typed: str, says: str) -> None:
    with pytest.raises(AnswerError, match=says):
        parse_money(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "6 August 2026",
        "6 aug 2026",
        "6th of August 2026",
        "6 August 26",
        "August 6, 2026",
        "Thursday 6 August 2026",
        "6/8/26",
        "06/08/2026",
        "6.8.2026",
        "6-8-26",
        "2026-08-06",
        "2026/8/6",
        "6-Aug-26",
    ],
)
def test_a_day_is_read_in_each_usual_form_with_the_day_first(typed: str) -> None:
    assert parse_date(typed) == date(2026, 8, 6)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("soon", "such as 6 August 2026"),
        ("6 August", "Add the year"),
        ("8/26/2026", "only 12 months"),
        ("31 June 2026", "no such day"),
        ("29/2/2027", "no such day"),
        ("6 Grune 2026", "such as 6 August 2026"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_advice(typed: str, says: str) -> None:
    with pytest.raises(AnswerError, match=says):
        parse_date(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10 working days", Duration(10, Unit.WORKING_DAYS)),
        ("10 working-days", Duration(10, Unit.WORKING_DAYS)),
        ("1 week", Duration(1, Unit.WEEKS)),
        ("a month", Duration(1, Unit.MONTHS)),
        ("6 months", Duration(6, Unit.MONTHS)),
        ("24 hrs", Duration(24, Unit.HOURS)),
        ("20 years", Duration(20, Unit.YEARS)),
    ],
)
def test_a_length_of_time_is_read_with_its_unit(typed: str, meant: Duration) -> None:
    assert parse_duration(typed) == meant


def test_a_bare_number_is_counted_in_the_first_unit_offered() -> None:
    assert parse_duration("10", [Unit.WORKING_DAYS, Unit.WEEKS]) == Duration(10, Unit.WORKING_DAYS)


def test_a_length_of_time_beyond_all_measure_is_refused() -> None:
    assert parse_duration("10,000 days", (Unit.DAYS,)) == Duration(10_000, Unit.DAYS)
    with pytest.raises(AnswerError, match="10,000 days or less"):
        parse_duration("10,001 days", (Unit.DAYS,))


def test_a_unit_that_is_not_offered_is_refused_with_those_that_are() -> None:
    with pytest.raises(AnswerError, match="Count this in working days or weeks"):
        parse_duration("3 months", [Unit.WORKING_DAYS, Unit.WEEKS])
    with pytest.raises(AnswerError, match="such as 10 working days"):
        parse_duration("soon", [Unit.WORKING_DAYS])


@given(st.text())
def test_whatever_is_typed_is_read_or_refused_with_a_sentence(typed: str) -> None:
    for parse in PARSERS:
        assert _refusal(parse, typed).endswith(".")


@given(st.integers(0, 10**12))
def test_a_whole_number_written_with_commas_reads_back(number: int) -> None:
    assert parse_whole_number(f"{number:,}") == number


@given(st.decimals(0, 10**10, places=2))
def test_a_sum_written_in_pounds_and_pence_reads_back(amount: Decimal) -> None:
    assert parse_money(f"£{amount:,}") == amount


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_written_in_any_form_reads_back(day: date) -> None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %y", "%A %d %B %Y"):
        assert parse_date(day.strftime(form)) == day


@given(st.integers(0, 10_000), st.sampled_from(Unit))
def test_a_length_of_time_in_words_reads_back(amount: int, unit: Unit) -> None:
    assert parse_duration(f"{amount} {unit_in_words(unit, amount)}") == Duration(amount, unit)


def _refusal(parse: Callable[[str], object], typed: str) -> str:
    """What is said when the words are refused; a full stop when they are read."""
    try:
        parse(typed)
    except AnswerError as error:
        return str(error)
    return "."


def test_a_line_may_be_as_long_as_a_clause_can_take_and_no_longer() -> None:
    assert parse_line("  North \t Alliance ") == "North Alliance"
    assert len(parse_line("n" * LONGEST_LINE)) == LONGEST_LINE
    with pytest.raises(AnswerError, match="301 characters"):
        parse_line("n" * (LONGEST_LINE + 1))
