"""Voting shares in whole members."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.decisions import voting_fraction, voting_share_in_words, whole_members


@pytest.mark.parametrize(
    ("share", "members", "needed"),
    [(75, 6, 5), (75, 5, 4), (75, 13, 10), (50, 6, 3), (51, 6, 4), (100, 6, 6), (1, 6, 1), (67, 6, 4), (67, 3, 2)],
)
def test_a_share_comes_to_the_fewest_whole_members_that_reach_it(share: int, members: int, needed: int) -> None:
    assert whole_members(Decimal(share), members) == needed


@pytest.mark.parametrize("share", ["67", "66.7", "66.67", "67.00"])
def test_two_thirds_may_be_written_as_a_rounded_percentage(share: str) -> None:
    assert voting_fraction(Decimal(share)) == Fraction(2, 3)
    assert voting_share_in_words(Decimal(share)) == "two-thirds"


@pytest.mark.parametrize("share", ["33", "33.3", "33.33"])
def test_a_third_may_be_written_as_a_rounded_percentage(share: str) -> None:
    assert voting_fraction(Decimal(share)) == Fraction(1, 3)
    assert voting_share_in_words(Decimal(share)) == "one-third"


def test_every_other_share_means_itself() -> None:
    assert voting_fraction(Decimal("66")) == Fraction(66, 100)
    assert voting_fraction(Decimal("68")) == Fraction(68, 100)
    assert voting_share_in_words(Decimal("12.5")) == "12.5%"


@given(some.integers(0, 100), some.integers(1, 40))
def test_one_member_fewer_would_not_reach_the_share(share: int, members: int) -> None:
    needed = whole_members(Decimal(share), members)
    fraction = voting_fraction(Decimal(share))
    assert 1 <= needed <= members
    assert Fraction(needed, members) >= fraction
    assert needed == 1 or Fraction(needed - 1, members) < fraction
    assert needed == max(1, ceil(fraction * members))
