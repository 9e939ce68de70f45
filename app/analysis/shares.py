"""Divides money and percentages between members so that the parts always add up to the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from app.domain.members import Member
from app.domain.money import ENTERED_BASES, Basis
from app.domain.wording import money_in_words, number_in_figures, percentage_in_words

#: Bases that follow a figure of each member.
MEASURED_BASES = frozenset({Basis.TURNOVER, Basis.STAFF})
PENNY = Decimal("0.01")
WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Share:
    """One member's part of something: an exact fraction of 1, and the figure it follows where there is one."""

    member: str
    name: str
    fraction: Fraction
    figure: Fraction | None = None


def to_the_penny(pounds: Decimal) -> Decimal:
    """Pounds rounded to whole pence, half a penny up."""
    return pounds.quantize(PENNY, ROUND_HALF_UP)


def part_of(pounds: Decimal, percentage: Decimal) -> Decimal:
    """A percentage of an amount, to the penny."""
    return to_the_penny(pounds * percentage / 100)


def rounded(percentage: Fraction) -> Decimal:
    """A percentage to two decimals, half a hundredth up."""
    return (Decimal(percentage.numerator) / percentage.denominator).quantize(PENNY, ROUND_HALF_UP)


def apportioned(units: int, weights: Sequence[Fraction]) -> tuple[int, ...]:
    """Whole units in proportion to weights, adding up exactly: what is left goes to the largest remainders.

    Equal remainders are served in order. Weights that add up to nothing get nothing.
    """
    total = sum(weights, Fraction(0))
    if total == 0:
        return (0,) * len(weights)
    exact = [units * weight / total for weight in weights]
    found = [part.numerator // part.denominator for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: (found[place] - exact[place], place))
    for place in by_remainder[: units - sum(found)]:
        found[place] += 1
    return tuple(found)


def divided(pounds: Decimal, shares: Sequence[Share]) -> tuple[Decimal, ...]:
    """An amount in pounds by shares, to the penny. The parts add up to the amount if the shares add up to 1."""
    whole = sum((share.fraction for share in shares), Fraction(0))
    pence = Fraction(to_the_penny(pounds)) * 100 * whole
    units = (2 * pence.numerator + pence.denominator) // (2 * pence.denominator)
    return tuple(Decimal(part) * PENNY for part in apportioned(units, [share.fraction for share in shares]))


def total_of(shares: Sequence[Share]) -> Fraction:
    """What the shares add up to; 1 where they are complete."""
    return sum((share.fraction for share in shares), Fraction(0))


def percentages_in_words(shares: Sequence[Share]) -> tuple[str, ...]:
    """Each share as a percentage, to two decimals at most and adding up to the rounded total."""
    total = total_of(shares) * 10_000
    hundredths = apportioned(round(total), [share.fraction for share in shares])
    return tuple(percentage_in_words(Decimal(part) / 100) for part in hundredths)


def total_in_words(shares: Sequence[Share]) -> str:
    """The total of the shares as a percentage."""
    return percentage_in_words(Decimal(round(total_of(shares) * 10_000)) / 100)


def member_shares(
    basis: Basis, voters: Sequence[Member], everyone: Sequence[Member], entered: Mapping[str, Decimal]
) -> tuple[Share, ...] | None:
    """Each member's share on a basis; None where a figure it needs is missing or nobody has a share.

    ``voters`` share on equal terms, by turnover or by staff. On every other basis the entered percentages
    count, for whomever of ``everyone`` there is one, and a voter without one has none.
    """
    if basis in ENTERED_BASES:
        return _entered_shares(voters, everyone, entered)
    figures = [_figure(basis, member) for member in voters]
    known = [figure for figure in figures if figure is not None]
    total = sum(known, Fraction(0))
    if len(known) < len(figures) or total <= 0:
        return None
    return tuple(
        Share(member.row, member.name, figure / total, figure if basis in MEASURED_BASES else None)
        for member, figure in zip(voters, known, strict=True)
    )


def measure_title(basis: Basis) -> str:
    """The heading over the figures that shares of a measured basis follow."""
    return "Turnover" if basis is Basis.TURNOVER else "Staff (whole-time equivalents)"


def measure_in_words(basis: Basis, figure: Fraction) -> str:
    """What one share of a measured basis, or the total of all, follows: a turnover or a number of staff."""
    amount = Decimal(figure.numerator) / figure.denominator
    return money_in_words(amount) if basis is Basis.TURNOVER else number_in_figures(amount)


def _entered_shares(
    voters: Sequence[Member], everyone: Sequence[Member], entered: Mapping[str, Decimal]
) -> tuple[Share, ...] | None:
    voting = {member.row for member in voters}
    sharing = [member for member in everyone if member.row in voting or member.row in entered]
    if not entered or not sharing:
        return None
    zero = Decimal(0)
    return tuple(Share(member.row, member.name, Fraction(entered.get(member.row, zero)) / 100) for member in sharing)


def _figure(basis: Basis, member: Member) -> Fraction | None:
    if basis is Basis.EQUAL:
        return Fraction(1)
    figure = member.turnover if basis is Basis.TURNOVER else member.staff
    return None if figure is None else Fraction(figure)
