"""Checks on money and on information: each finds its fault, and nothing where there is none."""

import pytest

from tests.analysis.check_cases import Case, assert_fires, assert_quiet
from tests.analysis.designs import (
    ASHDALE,
    BRACKWATER,
    CARROW,
    ELMSEA,
    FARROW,
    LEAD,
    SIX,
    six_members,
)

POOLED = {"money.pooled-fund": True}
COUNCIL = {"members.members": six_members({ELMSEA: {"legal-form": "local-authority"}})}
FLOW = {"what": "Waiting list", "identifiable": True, "lawful-basis": "public-task"}
SHARING = {"information.flows": [FLOW]}
PERSON = {"name": "Dr Oak", "role": ""}
OFFICERS = [{"member": name, "caldicott": PERSON, "siro": PERSON, "dpo": PERSON} for name in SIX]


def _shares(question: str, *percentages: float) -> dict[str, object]:
    return {question: [{"member": name, "share": share} for name, share in zip(SIX, percentages, strict=False)]}


CASES = [
    Case(
        "contributions-not-whole",
        {"money.contribution-basis": "mixed", **_shares("money.contributions", 60, 35.5)},
        ("The members' shares of the budget add up to 95.5% and not to 100%.",),
        {"money.contribution-basis": "mixed", **_shares("money.contributions", 60, 39.5, 0.5)},
    ),
    Case(
        "risk-shares-not-whole",
        {"risk-gain.basis": "agreed", **_shares("risk-gain.shares", 33.33, 33.33, 33.33)},
        ("The members' shares of risk and gain add up to 99.99% and not to 100%.",),
        {"risk-gain.basis": "agreed", **_shares("risk-gain.shares", 33.33, 33.33, 33.34)},
    ),
    Case(
        "exposure-over-limit",
        {
            "risk-gain.basis": "equal",
            "risk-gain.exposure-limit": 0.1,
        },
        (f"In the worst case {FARROW} would pay £166,666.66, which is 0.11% of its turnover. The limit is 0.1%.",),
        {"risk-gain.basis": "turnover", "risk-gain.exposure-limit": 0.05},
    ),
    Case(
        "cap-inside-corridor",
        {"risk-gain.cap": 2},
        ("Sharing stops at 2%, but starts only beyond the corridor of 2%.",),
        {"risk-gain.cap": 2.5},
    ),
    Case(
        "band-edge-out-of-place",
        {"risk-gain.tier-edge": 7},
        ("The first band ends at 7%, which is not between the corridor of 2% and the cap of 6%.",),
        {"risk-gain.tier-edge": 6},
    ),
    Case(
        "outsider-in-pooled-fund",
        {**POOLED, **COUNCIL},
        (f"{ELMSEA} cannot pay into a pooled fund under section 65Z6, as it is not a relevant body: local authority.",),
        {
            **POOLED,
            **COUNCIL,
            "money.contribution-basis": "mixed",
            **_shares("money.contributions", 20, 20, 20, 20, 0, 20),
        },
    ),
    Case(
        "non-binding-with-payment",
        {"model.legal-status": "non-binding", "leaving.stranded": "none"},
        (
            (
                "The agreements are not binding, but members are meant to pay: "
                "for risk and gain, on joining or on leaving."
            ),
        ),
        {"model.legal-status": "non-binding", "leaving.stranded": "none", "risk-gain.used": False, "joining.fee": 0},
    ),
    Case(
        "non-binding-with-payment",
        {
            "model.legal-status": "non-binding",
            "leaving.stranded": "none",
            "risk-gain.used": False,
            "joining.fee": 5000,
        },
        (
            (
                "The agreements are not binding, but members are meant to pay: "
                "for risk and gain, on joining or on leaving."
            ),
        ),
        {"model.legal-status": "nhs-contract"},
    ),
    Case(
        "lead-provider-without-risk-share",
        {"risk-gain.used": False},
        ("A lead provider holds the contract, and risk and gain are not shared.",),
        {"risk-gain.used": None},
        base=LEAD,
    ),
    Case(
        "support-over-budget",
        {"support.cost": 1_000_001},
        ("Support costs £1,000,001 a year, but the whole budget is £1,000,000.",),
        {"support.cost": 1_000_000},
    ),
    Case(
        "data-without-assessment",
        {**SHARING, "information.dpia": "needed"},
        (
            (
                "Information about people who can be recognised is shared, "
                "and there is no reference of a data protection impact assessment."
            ),
        ),
        {**SHARING, "information.dpia": "under-way", "information.dpia-reference": "DPIA 12"},
    ),
    Case(
        "data-without-assessment",
        {**SHARING, "information.dpia": "not-needed", "information.dpia-reference": "An answer that is hidden"},
        (
            (
                "Information about people who can be recognised is shared, "
                "and there is no reference of a data protection impact assessment."
            ),
        ),
        {"information.flows": [{**FLOW, "identifiable": False}], "information.dpia": "not-needed"},
    ),
    Case(
        "flow-without-lawful-basis",
        {"information.flows": [{**FLOW, "lawful-basis": "none-needed"}]},
        ("“Waiting list” identifies people, but has no lawful basis.",),
        {"information.flows": [FLOW, {**FLOW, "what": "Totals", "identifiable": False, "lawful-basis": "none-needed"}]},
    ),
    Case(
        "officer-missing",
        {
            **SHARING,
            "information.officers": [
                *OFFICERS[2:],
                {"member": ASHDALE, "caldicott": PERSON, "siro": PERSON},
                {"member": BRACKWATER, "dpo": PERSON, "siro": PERSON},
            ],
        },
        (
            f"Information about people is shared, and no Caldicott guardian is named for {BRACKWATER}.",
            f"Information about people is shared, and no data protection officer is named for {ASHDALE}.",
        ),
        {**SHARING, "information.officers": OFFICERS},
    ),
    Case(
        "officer-missing",
        {
            **SHARING,
            "information.officers": OFFICERS[3:],
        },
        tuple(
            f"Information about people is shared, and no {officer} is named for {ASHDALE}, {BRACKWATER} and {CARROW}."
            for officer in ("Caldicott guardian", "senior information risk owner", "data protection officer")
        ),
        {"information.flows": [{**FLOW, "identifiable": False}]},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_finds_its_fault(case: Case) -> None:
    assert_fires(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_leaves_a_sound_design_alone(case: Case) -> None:
    assert_quiet(case)
