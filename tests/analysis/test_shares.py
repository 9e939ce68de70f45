"""Money and percentages divided so that the parts add up."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.analysis.shares import (
    WHOLE,
    Share,
    apportioned,
    divided,
    member_shares,
    percentages_in_words,
    total_in_words,
    total_of,
)
from app.domain.answers import Row
from app.domain.members import Member
from app.domain.money import Basis
from app.domain.values import Organisation, Value

weights = some.lists(some.integers(0, 10**9), min_size=1, max_size=30).filter(any)
pounds = some.decimals(0, 10**9, places=2)


def _shares(figures: list[int]) -> list[Share]:
    return [Share(str(n), f"Trust {n}", Fraction(figure, sum(figures))) for n, figure in enumerate(figures)]


def _members(turnovers: list[int | None]) -> list[Member]:
    found = []
    for n, figure in enumerate(turnovers):
        cells: dict[str, Value] = {"organisation": Organisation(f"Trust {n}")}
        if figure is not None:
            cells["turnover"] = Decimal(figure)
        found.append(Member(Row(str(n), cells)))
    return found


@given(some.integers(0, 10**12), weights)
def test_whole_units_are_shared_out_completely(units: int, figures: list[int]) -> None:
    parts = apportioned(units, [Fraction(figure) for figure in figures])
    assert sum(parts) == units
    for part, figure in zip(parts, figures, strict=True):
        assert abs(part - Fraction(units * figure, sum(figures))) < 1


@given(pounds, weights)
def test_parts_of_an_amount_add_up_to_the_penny(amount: Decimal, figures: list[int]) -> None:
    parts = divided(amount, _shares(figures))
    assert sum(parts) == amount
    assert all(part == part.quantize(Decimal("0.01")) and part >= 0 for part in parts)


@given(weights)
def test_percentages_in_a_table_add_up_to_its_total(figures: list[int]) -> None:
    shares = _shares(figures)
    shown = [Decimal(words.removesuffix("%").replace(",", "")) for words in percentages_in_words(shares)]
    assert sum(shown) == 100
    assert total_in_words(shares) == "100%"


def test_a_penny_that_is_left_goes_to_the_largest_remainder() -> None:
    assert divided(Decimal("100"), _shares([1, 1, 1])) == (Decimal("33.34"), Decimal("33.33"), Decimal("33.33"))
    assert divided(Decimal("0.02"), _shares([1, 1, 1])) == (Decimal("0.01"), Decimal("0.01"), Decimal("0"))


def test_shares_that_fall_short_share_out_only_their_part() -> None:
    shares = [Share("a", "A", Fraction(1, 2)), Share("b", "B", Fraction(45, 100))]
    assert divided(Decimal(1000), shares) == (Decimal(500), Decimal(450))
    assert total_in_words(shares) == "95%"


def test_nothing_is_shared_out_where_nobody_has_a_share() -> None:
    assert apportioned(100, [Fraction(0), Fraction(0)]) == (0, 0)


def test_shares_follow_turnover_exactly() -> None:
    shares = member_shares(Basis.TURNOVER, _members([100, 200]), (), {})
    assert shares is not None
    assert [share.fraction for share in shares] == [Fraction(1, 3), Fraction(2, 3)]


@pytest.mark.parametrize("turnovers", [[100, None], [], [0, 0]])
def test_shares_by_turnover_need_every_turnover(turnovers: list[int | None]) -> None:
    assert member_shares(Basis.TURNOVER, _members(turnovers), (), {}) is None


def test_equal_shares_need_no_figures() -> None:
    shares = member_shares(Basis.EQUAL, _members([None, None, None]), (), {})
    assert shares is not None
    assert total_of(shares) == WHOLE
    assert {share.fraction for share in shares} == {Fraction(1, 3)}


def test_entered_shares_count_for_whoever_has_one() -> None:
    everyone = _members([None, None, None])
    entered = {"0": Decimal("62.5"), "2": Decimal("37.5")}
    shares = member_shares(Basis.AGREED, everyone[:2], everyone, entered)
    assert shares is not None
    assert [(share.name, share.fraction) for share in shares] == [
        ("Trust 0", Fraction(5, 8)),
        ("Trust 1", Fraction(0)),
        ("Trust 2", Fraction(3, 8)),
    ]
    assert member_shares(Basis.AGREED, everyone, everyone, {}) is None
