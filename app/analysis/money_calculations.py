"""Calculations on money: shares that do not add up, bands out of order, exposure, and who may pool funds."""

from collections.abc import Iterator
from decimal import Decimal

from app.analysis.contributions import (
    CONTRIBUTION_SHARES,
    EXPOSURES,
    RISK_SHARES,
    contribution_shares,
    exposures,
    risk_shares,
)
from app.analysis.hits import calculation, hit
from app.analysis.member_readings import legal_form_in_words
from app.analysis.shares import WHOLE, rounded, total_in_words, total_of
from app.domain.members import NHS_BODIES, full_members
from app.domain.money import entered_shares
from app.domain.readings import Calculation, Design, Hit
from app.domain.wording import money_in_words, percentage_in_words

BANDS = ("risk-gain.corridor", "risk-gain.tier-edge", "risk-gain.cap")
COSTS = ("support.cost", "money.budget")


def _contributions_not_whole(design: Design) -> Iterator[Hit]:
    shares = contribution_shares(design.answers)
    if shares is not None and total_of(shares) != WHOLE:
        yield hit(total=total_in_words(shares))


def _risk_shares_not_whole(design: Design) -> Iterator[Hit]:
    shares = risk_shares(design.answers)
    if shares is not None and total_of(shares) != WHOLE:
        yield hit(total=total_in_words(shares))


def _exposures_over_the_limit(design: Design) -> Iterator[Hit]:
    limit = design.answers.amount("risk-gain.exposure-limit")
    for each in exposures(design.answers) or ():
        if each.is_over and each.part is not None and limit is not None:
            yield hit(
                name=each.name,
                worst=money_in_words(each.worst),
                part=percentage_in_words(rounded(each.part)),
                limit=percentage_in_words(limit),
            )


def _cap_inside_the_corridor(design: Design) -> Iterator[Hit]:
    corridor, _, cap = _bands(design)
    if corridor is not None and cap is not None and cap <= corridor:
        yield hit(cap=percentage_in_words(cap), corridor=percentage_in_words(corridor))


def _edge_out_of_place(design: Design) -> Iterator[Hit]:
    corridor, edge, cap = _bands(design)
    if corridor is None or edge is None or cap is None or cap <= corridor:
        return
    if edge < corridor or edge > cap:
        yield hit(
            edge=percentage_in_words(edge),
            corridor=percentage_in_words(corridor),
            cap=percentage_in_words(cap),
        )


def _bands(design: Design) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    answers = design.answers
    return answers.amount(BANDS[0]), answers.amount(BANDS[1]), answers.amount(BANDS[2])


def _outsiders_in_a_pooled_fund(design: Design) -> Iterator[Hit]:
    entered = entered_shares(design.answers, "money.contributions")
    for member in full_members(design.answers):
        pays = entered.get(member.row) != 0
        if pays and member.legal_form is not None and member.legal_form not in NHS_BODIES:
            yield hit(member.row, name=member.name, form=legal_form_in_words(design, member.legal_form))


def _support_over_budget(design: Design) -> Iterator[Hit]:
    cost, budget = design.answers.amount("support.cost"), design.answers.amount("money.budget")
    if cost is not None and budget is not None and cost > budget:
        yield hit(cost=money_in_words(cost), budget=money_in_words(budget))


MONEY_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "contributions-not-whole",
        "The shares of the budget do not add up to 100%.",
        CONTRIBUTION_SHARES,
        ("total",),
        _contributions_not_whole,
    ),
    calculation(
        "risk-shares-not-whole",
        "The shares of risk and gain do not add up to 100%.",
        RISK_SHARES,
        ("total",),
        _risk_shares_not_whole,
    ),
    calculation(
        "exposures-over-the-limit",
        "Each member whose worst case is a larger part of its turnover than the limit.",
        EXPOSURES,
        ("name", "worst", "part", "limit"),
        _exposures_over_the_limit,
    ),
    calculation(
        "cap-inside-the-corridor",
        "The cap is no higher than the corridor, so that nothing is ever shared.",
        BANDS,
        ("cap", "corridor"),
        _cap_inside_the_corridor,
    ),
    calculation(
        "edge-out-of-place",
        "The edge of the first band lies outside the stretch from the corridor to the cap.",
        BANDS,
        ("edge", "corridor", "cap"),
        _edge_out_of_place,
    ),
    calculation(
        "outsiders-in-a-pooled-fund",
        "Each contributing full member that is not a relevant body.",
        ("members.members", "money.contributions"),
        ("name", "form"),
        _outsiders_in_a_pooled_fund,
    ),
    calculation(
        "support-over-budget",
        "Support costs more than the whole budget.",
        COSTS,
        ("cost", "budget"),
        _support_over_budget,
    ),
)
