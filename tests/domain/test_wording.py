"""How values read on the page."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain import wording
from app.domain.values import Duration, Person, Unit


def test_a_date_is_written_as_in_a_letter() -> None:
    assert wording.date_in_words(date(2026, 8, 6)) == "6 August 2026"
    assert wording.date_in_words(date(2026, 12, 31)) == "31 December 2026"


@pytest.mark.parametrize(
    ("pounds", "words"),
    [
        ("1250000", "£1,250,000"),
        ("12.5", "£12.50"),
        ("0", "£0"),
        ("999.995", "£1,000"),
        ("-3", "-£3"),
        ("-0.001", "£0"),
        ("1E+6", "£1,000,000"),
    ],
)
def test_money_has_commas_and_pence_only_where_there_are_some(pounds: str, words: str) -> None:
    assert wording.money_in_words(Decimal(pounds)) == words


@pytest.mark.parametrize(
    ("percentage", "words"),
    [("75", "75%"), ("12.50", "12.5%"), ("100.00", "100%"), ("1E+2", "100%"), ("0.05", "0.05%")],
)
def test_a_percentage_has_no_empty_decimals(percentage: str, words: str) -> None:
    assert wording.percentage_in_words(Decimal(percentage)) == words


@pytest.mark.parametrize(
    ("amount", "unit", "figures", "words"),
    [
        (1, Unit.HOURS, "1 hour", "one hour"),
        (10, Unit.WORKING_DAYS, "10 working days", "ten working days"),
        (1, Unit.WORKING_DAYS, "1 working day", "one working day"),
        (12, Unit.MONTHS, "12 months", "twelve months"),
        (20, Unit.YEARS, "20 years", "20 years"),
    ],
)
def test_a_length_of_time_has_its_noun_in_the_right_number(amount: int, unit: Unit, figures: str, words: str) -> None:
    assert wording.duration_in_words(Duration(amount, unit)) == figures
    assert wording.duration_in_words(Duration(amount, unit), with_number_words=True) == words


def test_numbers_are_words_up_to_twelve_and_figures_beyond() -> None:
    assert [wording.number_in_words(number) for number in (0, 1, 12, 13, 1200)] == [
        "zero", "one", "twelve", "13", "1,200",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("items", "line"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "", "B", "C"], "A, B and C"),
        (["A, B and C Trust", "D"], "A, B and C Trust; and D"),
        (["A, B Trust", "D", "E"], "A, B Trust; D; and E"),
    ],
)
def test_a_list_reads_as_one_line(items: list[str], line: str) -> None:
    assert wording.listed(items) == line


def test_a_list_may_be_joined_by_another_word() -> None:
    assert wording.listed(["A", "B", "C"], joined_by="or") == "A, B or C"


@pytest.mark.parametrize(
    ("variance", "words"),
    [
        ("-400000", "a Gain of £400,000"),
        ("12.5", "an Excess Cost of £12.50"),
        ("0", "no Variance"),
        ("0.00", "no Variance"),
    ],
)
def test_a_variance_below_zero_is_a_gain_and_above_zero_an_excess_cost(variance: str, words: str) -> None:
    assert wording.variance_in_words(Decimal(variance)) == words


def test_a_person_is_named_with_their_post_or_by_it() -> None:
    assert wording.person_in_words(Person("Ada Khan", "Chair")) == "Ada Khan, Chair"
    assert wording.person_in_words(Person("", "Chair")) == "Chair"
    assert wording.person_in_words(Person("Ada Khan")) == "Ada Khan"


def test_lower_case_leaves_abbreviations_alone() -> None:
    assert wording.lower("Joint committee") == "joint committee"
    assert wording.lower("NHS trust") == "NHS trust"
    assert wording.lower("") == ""
    assert wording.capital("nHS") == "NHS"


def test_a_noun_agrees_with_its_number() -> None:
    assert wording.counted(1, "trust", "trusts") == "1 trust"
    assert wording.counted(0, "trust", "trusts") == "0 trusts"
    assert wording.counted(1200, "trust", "trusts") == "1,200 trusts"
