"""Who pays what: the basis of contributions, and the terms on which risk and gain are shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from app.domain.answers import Answers
from app.domain.choices import chosen


class Basis(Enum):
    """What members' shares of money follow. From capitation on, members agree the percentages themselves."""

    EQUAL = "equal"
    TURNOVER = "turnover"
    STAFF = "staff"
    CAPITATION = "capitation"
    ACTIVITY = "activity"
    MIXED = "mixed"
    AGREED = "agreed"


#: Bases for which the members enter each share as a percentage.
ENTERED_BASES = frozenset({Basis.CAPITATION, Basis.ACTIVITY, Basis.MIXED, Basis.AGREED})


@dataclass(frozen=True, slots=True)
class SharingTerms:
    """How a variance from the baseline is shared. ``baseline`` is in pounds, all others in per cent.

    Inside the corridor nothing is shared; from there to the tier edge ``tier_share`` is, from the edge to the
    cap ``upper_share``, and nothing above the cap. What is not shared stays with the budget holder.
    """

    baseline: Decimal
    corridor: Decimal
    tier_edge: Decimal
    tier_share: Decimal
    upper_share: Decimal
    cap: Decimal


def contribution_basis(answers: Answers) -> Basis | None:
    """What contributions to the budget follow; None where it is not answered."""
    return chosen(Basis, answers.text("money.contribution-basis"))


def risk_basis(answers: Answers) -> Basis | None:
    """What shares of risk and gain follow; None where it is not answered."""
    return chosen(Basis, answers.text("risk-gain.basis"))


def entered_shares(answers: Answers, table: str) -> Mapping[str, Decimal]:
    """The percentage entered for each member, by row id. Rows without a member or a share are left out."""
    found: dict[str, Decimal] = {}
    for row in answers.rows(table):
        member, share = row.text("member"), row.amount("share")
        if member is not None and share is not None:
            found[member] = found.get(member, Decimal(0)) + share
    return found


def sharing_terms(answers: Answers) -> SharingTerms | None:
    """The terms of the risk and gain share; None until all are answered. The upper share is 100 without one."""
    baseline = answers.amount("risk-gain.baseline")
    corridor = answers.amount("risk-gain.corridor")
    tier_edge = answers.amount("risk-gain.tier-edge")
    tier_share = answers.amount("risk-gain.tier-share")
    cap = answers.amount("risk-gain.cap")
    if baseline is None or corridor is None or tier_edge is None or tier_share is None or cap is None:
        return None
    upper_share = answers.amount("risk-gain.upper-share")
    return SharingTerms(
        baseline, corridor, tier_edge, tier_share, Decimal(100) if upper_share is None else upper_share, cap
    )
