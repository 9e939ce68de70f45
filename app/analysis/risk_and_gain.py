"""Shares a year's variance from its baseline, band by band and member by member, to the penny."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from app.analysis.shares import Share, divided, part_of, to_the_penny
from app.domain.money import SharingTerms


class BandKind(Enum):
    """The bands that a variance passes through, from the baseline outwards."""

    CORRIDOR = "Corridor"
    FIRST = "First sharing band"
    UPPER = "Upper sharing band"
    BEYOND = "Beyond the cap"


@dataclass(frozen=True, slots=True)
class Band:
    """One band, in pounds away from the baseline; the last has no end. ``shared`` of ``amount`` is shared."""

    kind: BandKind
    start: Decimal
    end: Decimal | None
    amount: Decimal
    shared: Decimal


@dataclass(frozen=True, slots=True)
class WorkedYear:
    """One year settled. ``variance`` is actual cost less baseline: above zero a cost, below zero a gain.

    All other amounts have no sign. The members' amounts, what is reinvested (of a gain) and what the budget
    holder keeps add up to the variance.
    """

    variance: Decimal
    bands: tuple[Band, ...]
    shared: Decimal
    reinvested: Decimal
    members: tuple[tuple[Share, Decimal], ...]
    kept: Decimal


def bands(terms: SharingTerms, variance: Decimal) -> tuple[Band, ...]:
    """The bands with the part of a variance that falls into each. Bands without width are left out."""
    cap = max(terms.cap, terms.corridor)
    edge = min(max(terms.tier_edge, terms.corridor), cap)
    stretches = (
        (BandKind.CORRIDOR, Decimal(0), terms.corridor, Decimal(0)),
        (BandKind.FIRST, terms.corridor, edge, terms.tier_share),
        (BandKind.UPPER, edge, cap, terms.upper_share),
    )
    found = []
    size = abs(variance)
    for kind, start, end, share in stretches:
        if end > start:
            low, high = part_of(terms.baseline, start), part_of(terms.baseline, end)
            amount = max(min(size, high) - low, Decimal(0))
            found.append(Band(kind, low, high, amount, part_of(amount, share)))
    limit = part_of(terms.baseline, cap)
    found.append(Band(BandKind.BEYOND, limit, None, max(size - limit, Decimal(0)), Decimal(0)))
    return tuple(found)


def worked_year(terms: SharingTerms, actual: Decimal, shares: Sequence[Share], reinvest_first: Decimal) -> WorkedYear:
    """Settle a year. ``shares`` must add up to 1; ``reinvest_first`` is a percentage of a shared gain."""
    variance = to_the_penny(actual) - to_the_penny(terms.baseline)
    found = bands(terms, variance)
    shared = sum((band.shared for band in found), Decimal(0))
    reinvested = part_of(shared, reinvest_first) if variance < 0 else Decimal(0)
    amounts = divided(shared - reinvested, shares)
    return WorkedYear(
        variance=variance,
        bands=found,
        shared=shared,
        reinvested=reinvested,
        members=tuple(zip(shares, amounts, strict=True)),
        kept=abs(variance) - shared,
    )


def unshared_at_the_cap(terms: SharingTerms) -> Decimal:
    """What the budget holder bears in pounds, besides its own share, of a cost that reaches the cap."""
    at_the_cap = bands(terms, part_of(terms.baseline, max(terms.cap, terms.corridor)))
    return sum((band.amount - band.shared for band in at_the_cap), Decimal(0))


def worst_cases(terms: SharingTerms, shares: Sequence[Share]) -> tuple[Decimal, ...]:
    """What each member would pay, in pounds, if the cost reached the cap. ``shares`` must add up to 1."""
    at_the_cap = bands(terms, part_of(terms.baseline, max(terms.cap, terms.corridor)))
    return divided(sum((band.shared for band in at_the_cap), Decimal(0)), shares)
