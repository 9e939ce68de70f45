"""Who pays what share of the budget, and who has what share of a risk or gain, as far as it can be told."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.analysis.risk_and_gain import Band, WorkedYear, bands, worked_year, worst_cases
from app.analysis.shares import WHOLE, Share, divided, member_shares, to_the_penny, total_of
from app.domain.answers import Answers, known_of
from app.domain.members import all_members, full_members
from app.domain.money import Basis, contribution_basis, entered_shares, risk_basis, sharing_terms

#: The questions that `contribution_shares` looks at.
CONTRIBUTION_SHARES = ("members.members", "money.contribution-basis", "money.contributions")
#: The questions that `contributions` looks at.
CONTRIBUTIONS = (*CONTRIBUTION_SHARES, "money.budget")
#: The questions that `risk_shares` looks at.
RISK_SHARES = ("members.members", "risk-gain.basis", "risk-gain.shares")
#: The questions that `sharing_terms` looks at.
TERMS = (
    "risk-gain.baseline",
    "risk-gain.corridor",
    "risk-gain.tier-edge",
    "risk-gain.tier-share",
    "risk-gain.upper-share",
    "risk-gain.cap",
)
#: The questions that `settled_year` looks at.
SETTLED_YEAR = (*RISK_SHARES, *TERMS, "risk-gain.worked-result", "risk-gain.reinvest-first")
#: The questions that `worked_bands` looks at.
WORKED_BANDS = (*TERMS, "risk-gain.worked-result")
#: The questions that `exposures` looks at.
EXPOSURES = (*RISK_SHARES, *TERMS, "risk-gain.exposure-limit")


@dataclass(frozen=True, slots=True)
class Contribution:
    """One member's share of the budget and what that is in pounds a year."""

    share: Share
    annual: Decimal


@dataclass(frozen=True, slots=True)
class Exposure:
    """The most a member could pay in a year, in pounds and as an exact percentage of its turnover, if known."""

    member: str
    name: str
    worst: Decimal
    part: Fraction | None
    is_over: bool


@known_of
def contribution_shares(answers: Answers) -> tuple[Share, ...] | None:
    """Each member's share of the budget; None where a figure is missing."""
    basis = contribution_basis(answers)
    return None if basis is None else _shares(answers, basis, "money.contributions")


@known_of
def contributions(answers: Answers) -> tuple[Contribution, ...] | None:
    """Each member's share of the budget in pounds; the parts of a whole budget add up to it to the penny."""
    shares, budget = contribution_shares(answers), answers.amount("money.budget")
    if shares is None or budget is None:
        return None
    amounts = divided(budget, shares)
    return tuple(Contribution(share, amount) for share, amount in zip(shares, amounts, strict=True))


@known_of
def risk_shares(answers: Answers) -> tuple[Share, ...] | None:
    """Each member's share of a risk or gain; None where a figure is missing."""
    basis = risk_basis(answers)
    return None if basis is None else _shares(answers, basis, "risk-gain.shares")


@known_of
def whole_risk_shares(answers: Answers) -> tuple[Share, ...] | None:
    """Each member's share of a risk or gain; None unless they add up to exactly 100%."""
    shares = risk_shares(answers)
    return shares if shares is not None and total_of(shares) == WHOLE else None


@known_of
def worked_bands(answers: Answers) -> tuple[Band, ...] | None:
    """The worked year band by band; None until its terms and result are known."""
    terms, actual = sharing_terms(answers), answers.amount("risk-gain.worked-result")
    if terms is None or actual is None:
        return None
    return bands(terms, to_the_penny(actual) - to_the_penny(terms.baseline))


@known_of
def settled_year(answers: Answers) -> WorkedYear | None:
    """The worked year; None until every figure for it is known and the shares add up.

    A gain cannot be settled before it is known how much of it is reinvested first.
    """
    terms, shares = sharing_terms(answers), whole_risk_shares(answers)
    actual = answers.amount("risk-gain.worked-result")
    reinvest = answers.amount("risk-gain.reinvest-first")
    if terms is None or shares is None or actual is None:
        return None
    if reinvest is None and actual < terms.baseline:
        return None
    return worked_year(terms, actual, shares, Decimal(0) if reinvest is None else reinvest)


@known_of
def exposures(answers: Answers) -> tuple[Exposure, ...] | None:
    """Each member's worst case if the cost reached the cap; None until the terms and whole shares are known."""
    terms, shares = sharing_terms(answers), whole_risk_shares(answers)
    if terms is None or shares is None:
        return None
    limit = answers.amount("risk-gain.exposure-limit")
    turnovers = {member.row: member.turnover for member in all_members(answers)}
    found = []
    for share, worst in zip(shares, worst_cases(terms, shares), strict=True):
        turnover = turnovers.get(share.member)
        part = Fraction(worst) * 100 / Fraction(turnover) if turnover else None
        is_over = part is not None and limit is not None and part > Fraction(limit)
        found.append(Exposure(share.member, share.name, worst, part, is_over))
    return tuple(found)


def _shares(answers: Answers, basis: Basis, table: str) -> tuple[Share, ...] | None:
    return member_shares(basis, full_members(answers), all_members(answers), entered_shares(answers, table))
