"""What leaving means in dates and pounds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.analysis.exits import exit_day, leaver_pays
from app.domain.leaving import ExitTerms, Stranded
from app.domain.values import Duration, Unit

START = date(2026, 4, 1)
NOTICE = date(2026, 10, 1)


TERMS = ExitTerms(
    notice=Duration(12, Unit.MONTHS),
    ends_with_the_year=True,
    minimum_term=None,
    plan=None,
    is_staged=True,
    stranded=Stranded.LEAVER_PAYS,
    stranded_share=Decimal(50),
    stranded_period=Duration(12, Unit.MONTHS),
)


def _years(amount: int) -> Duration:
    return Duration(amount, Unit.YEARS)


def _months(amount: int) -> Duration:
    return Duration(amount, Unit.MONTHS)


@pytest.mark.parametrize(
    ("terms", "end"),
    [
        (TERMS, date(2028, 3, 31)),
        (replace(TERMS, ends_with_the_year=False), date(2027, 10, 1)),
        (replace(TERMS, notice=_months(3)), date(2027, 3, 31)),
        (replace(TERMS, minimum_term=_years(2)), date(2028, 3, 31)),
        (replace(TERMS, minimum_term=_months(24)), date(2028, 3, 31)),
        (replace(TERMS, minimum_term=_months(25)), date(2029, 3, 31)),
        (replace(TERMS, minimum_term=_years(3)), date(2029, 3, 31)),
        (replace(TERMS, minimum_term=_years(3), ends_with_the_year=False), date(2029, 3, 31)),
        (replace(TERMS, minimum_term=_years(0)), date(2028, 3, 31)),
        (replace(TERMS, notice=None), None),
    ],
)
def test_membership_ends_when_notice_and_minimum_term_have_run(terms: ExitTerms, end: date | None) -> None:
    assert exit_day(terms, START, NOTICE) == end


@pytest.mark.parametrize("terms", [TERMS, replace(TERMS, minimum_term=_years(10_000))])
def test_an_end_beyond_the_calendar_cannot_be_told(terms: ExitTerms) -> None:
    late = replace(terms, notice=_months(10_000 if terms is TERMS else 1))
    assert exit_day(late, date(9998, 4, 1), date(9998, 10, 1)) is None


@pytest.mark.parametrize(
    ("terms", "annual", "pays"),
    [
        (TERMS, "100000", "50000"),
        (replace(TERMS, stranded_period=_months(6)), "100000", "25000"),
        (replace(TERMS, stranded_period=_years(2), stranded_share=Decimal(10)), "100000", "20000"),
        (replace(TERMS, stranded_period=_months(1), stranded_share=Decimal(33)), "1000", "27.50"),
        (replace(TERMS, stranded_share=Decimal(0)), "100000", "0"),
    ],
)
def test_a_leaver_pays_its_share_of_a_years_contribution_for_the_period(
    terms: ExitTerms, annual: str, pays: str
) -> None:
    assert leaver_pays(terms, Decimal(annual)) == Decimal(pays)


@pytest.mark.parametrize(
    "terms",
    [
        replace(TERMS, stranded_share=None),
        replace(TERMS, stranded_period=None),
        replace(TERMS, stranded_period=Duration(30, Unit.DAYS)),
        replace(TERMS, stranded=Stranded.NONE),
        replace(TERMS, stranded=Stranded.SHARED_EQUALLY),
    ],
)
def test_what_a_leaver_pays_is_not_told_without_whole_terms(terms: ExitTerms) -> None:
    assert leaver_pays(terms, Decimal(1000)) is None
