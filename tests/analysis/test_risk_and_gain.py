"""A variance shared band by band and member by member, to the penny."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from app.analysis.risk_and_gain import Band, BandKind, bands, worked_year, worst_cases
from app.analysis.shares import Share
from app.domain.money import SharingTerms

percentages = some.decimals(0, 100, places=2)
amounts = some.decimals(0, 10**9, places=2)
terms_of_any_kind = some.builds(SharingTerms, amounts, percentages, percentages, percentages, percentages, percentages)
figures = some.lists(some.integers(0, 10**6), min_size=1, max_size=12).filter(any)

TERMS = SharingTerms(
    baseline=Decimal(10_000_000),
    corridor=Decimal(2),
    tier_edge=Decimal(5),
    tier_share=Decimal(50),
    upper_share=Decimal(80),
    cap=Decimal(8),
)


def _shares(weights: list[int]) -> list[Share]:
    return [Share(str(n), f"Trust {n}", Fraction(weight, sum(weights))) for n, weight in enumerate(weights)]


def test_a_cost_passes_through_every_band() -> None:
    found = bands(TERMS, Decimal(1_000_000))
    assert list(found) == [
        Band(BandKind.CORRIDOR, Decimal(0), Decimal(200_000), Decimal(200_000), Decimal(0)),
        Band(BandKind.FIRST, Decimal(200_000), Decimal(500_000), Decimal(300_000), Decimal(150_000)),
        Band(BandKind.UPPER, Decimal(500_000), Decimal(800_000), Decimal(300_000), Decimal(240_000)),
        Band(BandKind.BEYOND, Decimal(800_000), None, Decimal(200_000), Decimal(0)),
    ]


def test_inside_the_corridor_nothing_is_shared() -> None:
    year = worked_year(TERMS, Decimal(10_200_000), _shares([1, 1]), Decimal(50))
    assert year.shared == 0
    assert year.kept == 200_000
    assert [amount for _, amount in year.members] == [0, 0]


def test_a_gain_is_shared_as_a_cost_is_after_some_is_reinvested() -> None:
    year = worked_year(TERMS, Decimal(9_000_000), _shares([3, 1]), Decimal(50))
    assert year.variance == -1_000_000
    assert year.shared == 390_000
    assert year.reinvested == 195_000
    assert [amount for _, amount in year.members] == [146_250, 48_750]
    assert year.kept == 610_000


def test_nothing_of_a_cost_is_reinvested() -> None:
    year = worked_year(TERMS, Decimal(11_000_000), _shares([3, 1]), Decimal(50))
    assert year.reinvested == 0
    assert [amount for _, amount in year.members] == [292_500, 97_500]


def test_without_an_upper_band_the_first_ends_at_the_cap() -> None:
    level = SharingTerms(Decimal(1000), Decimal(2), Decimal(5), Decimal(50), Decimal(100), Decimal(5))
    assert [band.kind for band in bands(level, Decimal(60))] == [BandKind.CORRIDOR, BandKind.FIRST, BandKind.BEYOND]
    assert [band.amount for band in bands(level, Decimal(60))] == [20, 30, 10]


def test_a_cap_inside_the_corridor_shares_nothing() -> None:
    narrow = SharingTerms(Decimal(1000), Decimal(5), Decimal(6), Decimal(50), Decimal(100), Decimal(3))
    year = worked_year(narrow, Decimal(1200), _shares([1]), Decimal(0))
    assert year.shared == 0
    assert worst_cases(narrow, _shares([1])) == (Decimal(0),)


def test_the_worst_case_is_a_cost_at_the_cap() -> None:
    assert worst_cases(TERMS, _shares([3, 1])) == (Decimal(292_500), Decimal(97_500))
    beyond = worked_year(TERMS, Decimal(20_000_000), _shares([3, 1]), Decimal(0))
    assert tuple(amount for _, amount in beyond.members) == worst_cases(TERMS, _shares([3, 1]))


@given(terms_of_any_kind, amounts, figures, percentages)
def test_a_year_always_balances_to_the_penny(
    terms: SharingTerms, actual: Decimal, weights: list[int], reinvest: Decimal
) -> None:
    year = worked_year(terms, actual, _shares(weights), reinvest)
    members = sum((amount for _, amount in year.members), Decimal(0))
    assert year.variance == actual - terms.baseline
    assert members + year.reinvested + year.kept == abs(year.variance)
    assert members + year.reinvested == year.shared
    assert sum((band.amount for band in year.bands), Decimal(0)) == abs(year.variance)
    assert sum((band.shared for band in year.bands), Decimal(0)) == year.shared
    assert all(amount == amount.quantize(Decimal("0.01")) and amount >= 0 for _, amount in year.members)
    assert all(0 <= band.shared <= band.amount for band in year.bands)


@given(terms_of_any_kind, amounts, figures)
def test_nobody_ever_pays_more_than_the_worst_case(terms: SharingTerms, actual: Decimal, weights: list[int]) -> None:
    year = worked_year(terms, max(actual, terms.baseline), _shares(weights), Decimal(0))
    for (_, amount), worst in zip(year.members, worst_cases(terms, _shares(weights)), strict=True):
        # Leftover pennies go to the largest remainders, which differ from one amount to the next.
        assert amount <= worst + Decimal("0.01")


@given(terms_of_any_kind, some.decimals(-(10**9), 10**9, places=2))
def test_bands_lie_end_to_end(terms: SharingTerms, variance: Decimal) -> None:
    found = bands(terms, variance)
    assert found[-1].end is None
    for band, following in pairwise(found):
        assert band.end == following.start
