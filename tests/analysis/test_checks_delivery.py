"""Checks on delivery, tracking and the law records: each finds its fault, and nothing where there is none."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.records import LawStatus
from tests.analysis.check_cases import Case, assert_fires, assert_quiet
from tests.analysis.designs import (
    ASHDALE,
    BRACKWATER,
    DUNMERE,
    IN_COMMON,
    LEAD,
    Cells,
    months,
    shipped_law,
    without,
    working_days,
)

LAW = shipped_law()
OLD = {"nhs-act-2006-s72": replace(LAW["nhs-act-2006-s72"], checked_on=date(2026, 1, 1))}
BILL = {"health-bill-2026": LAW["health-bill-2026"]}
TRUSTS = ("Carrow NHS Trust", "Elmsea NHS Trust")


def _hours(amount: int) -> Cells:
    return {"amount": amount, "unit": "hours"}


def _tiers(*tiers: tuple[str, str, int]) -> dict[str, object]:
    found = [{"tier": tier, "who": who, "period": working_days(days)} for tier, who, days in tiers]
    return {"disputes.tiers": found}


def _risk(**scores: int) -> dict[str, object]:
    return {"risks.risks": [{"event": "Staff leave", **scores}]}


def _levels(capability: str, *levels: str) -> dict[str, object]:
    members = (ASHDALE, BRACKWATER, DUNMERE)
    scores = [{"capability": capability, "member": m, "level": level} for m, level in zip(members, levels, strict=True)]
    return {"maturity.scores": scores}


CASES = [
    Case(
        "notice-under-3-clear-days",
        {"meetings.notice": working_days(2)},
        ("Notice of meetings is 2 working days, and there is an NHS trust among the members.",),
        {"meetings.notice": working_days(3)},
    ),
    Case(
        "notice-under-3-clear-days",
        {"meetings.notice": {"amount": 2, "unit": "days"}},
        ("Notice of meetings is 2 days, and there is an NHS trust among the members.",),
        {"meetings.notice": working_days(2), "members.members": without(TRUSTS)},
    ),
    Case(
        "papers-before-notice",
        {"meetings.papers": working_days(11)},
        ("Papers go out 11 working days before a meeting, but its notice only 10 working days before.",),
        {"meetings.papers": working_days(10)},
    ),
    Case(
        "dispute-tier-without-time",
        _tiers(("One", "Directors", 0), ("Two", "Chairs", 5)),
        ("The tier “One” has no time limit in working days.",),
        _tiers(("One", "Directors", 1), ("Two", "Chairs", 5)),
    ),
    Case(
        "dispute-same-people-again",
        _tiers(("One", "Directors", 5), ("Two", "directors", 5), ("Three", "Chairs", 5)),
        ("The tier “Two” has the same people as “One” before it: directors.",),
        _tiers(("One", "Directors", 5), ("Two", "Chairs", 5), ("Three", "Directors", 5)),
    ),
    Case(
        "dispute-takes-long",
        _tiers(("One", "Directors", 50), ("Two", "Chairs", 51)),
        ("All tiers together take 101 working days.",),
        _tiers(("One", "Directors", 50), ("Two", "Chairs", 50)),
    ),
    Case(
        "exit-plan-after-exit",
        {"leaving.notice": months(1)},
        ("The exit plan is due within 8 weeks, but notice is only 1 month.",),
        {"leaving.notice": months(2)},
    ),
    Case(
        "late-breach-notice",
        {"incidents.data-breach": _hours(73)},
        ("Members tell each other of a data breach within 73 hours, but the regulator must know within 72 hours.",),
        {"incidents.data-breach": _hours(72)},
    ),
    Case(
        "late-acknowledgement",
        {"incidents.acknowledge": working_days(4)},
        ("Complaints are acknowledged within 4 working days, but the law gives 3 working days.",),
        {"incidents.acknowledge": working_days(3)},
    ),
    Case(
        "late-declaration",
        {"conflicts.declare": {"amount": 29, "unit": "days"}},
        ("A change in interests is declared within 29 days, which is longer than the usual 28 days.",),
        {"conflicts.declare": {"amount": 28, "unit": "days"}},
    ),
    Case(
        "review-after-term",
        {"review.frequency": months(37)},
        ("Reviews are 37 months apart, but the arrangement lasts 3 years.",),
        {"review.frequency": months(36)},
    ),
    Case(
        "review-overdue",
        {"collaborative.start-date": "2026-01-09"},
        ("The first review was due on 9 July 2026.",),
        {"collaborative.start-date": "2026-01-10"},
    ),
    Case(
        "review-overdue",
        {"collaborative.start-date": "2025-01-09"},
        ("The first review was due on 9 July 2025.",),
        {"collaborative.start-date": "2025-01-09", "collaborative.stage": "reviewing"},
    ),
    Case(
        "risk-for-the-boards",
        _risk(inherent=25, residual=20, target=8),
        ("“Staff leave” has a residual score of 20; from 20 it goes to the boards.",),
        _risk(inherent=25, residual=19, target=8),
    ),
    Case(
        "risk-scores-out-of-order",
        _risk(inherent=12, residual=16, target=8),
        ("For “Staff leave” the residual score is higher than the inherent score.",),
        _risk(inherent=16, residual=16, target=16),
    ),
    Case(
        "risk-scores-out-of-order",
        _risk(inherent=16, residual=8, target=9),
        ("For “Staff leave” the target score is higher than the residual score.",),
        _risk(inherent=16, target=20),
    ),
    Case(
        "escalation-above-boards",
        {"risks.escalation-score": 21},
        ("A risk goes to the forum from a score of 21, but to the boards already from 20.",),
        {"risks.escalation-score": 20},
    ),
    Case(
        "action-overdue",
        {"correction.actions": [{"action": "Recruit", "due": "2026-07-09"}]},
        ("“Recruit” was due on 9 July 2026 and is not done.",),
        {
            "correction.actions": [
                {"action": "Recruit", "due": "2026-07-10"},
                {"action": "Train", "due": "2026-07-01", "done": True},
            ]
        },
    ),
    Case(
        "maturity-below-form",
        _levels("shared-governance", "developing", "established", "emerging"),
        (
            (
                "This form asks for at least “established” in shared governance at every member. "
                f"It is lower at {ASHDALE} and {DUNMERE}."
            ),
        ),
        _levels("shared-governance", "established", "leading", "established"),
    ),
    Case(
        "maturity-below-form",
        _levels("data-sharing", "developing", "developing", "established"),
        (
            (
                "This form asks for at least “established” in data sharing at every member. "
                f"It is lower at {ASHDALE} and {BRACKWATER}."
            ),
        ),
        _levels("relationships", "not-started", "emerging", "emerging"),
        base=LEAD,
    ),
    Case(
        "maturity-below-form",
        _levels("relationships", "emerging", "developing", "not-started"),
        (
            (
                "This form asks for at least “developing” in relationships at every member. "
                f"It is lower at {ASHDALE} and {DUNMERE}."
            ),
        ),
        _levels("data-sharing", "emerging", "emerging", "emerging"),
        base=IN_COMMON,
    ),
    Case(
        "law-records-stale",
        {},
        ("1 record of the law was last checked more than 180 days ago, the oldest on 1 January 2026.",),
        {},
        law=OLD,
    ),
    Case(
        "bill-not-yet-law",
        {},
        ("Health Bill (introduced May 2026) was not law when it was last checked on 2 July 2026.",),
        {},
        law=BILL,
    ),
]
ON_LAW = ("law-records-stale", "bill-not-yet-law")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_finds_its_fault(case: Case) -> None:
    assert_fires(case)


@pytest.mark.parametrize("case", [case for case in CASES if case.check not in ON_LAW], ids=lambda case: case.check)
def test_the_check_leaves_a_sound_design_alone(case: Case) -> None:
    assert_quiet(case)


def test_a_record_is_stale_from_the_181st_day() -> None:
    case = next(case for case in CASES if case.check == "law-records-stale")
    assert_quiet(replace(case, today=date(2026, 6, 30)))
    assert_fires(replace(case, today=date(2026, 7, 1)))


def test_several_stale_records_are_counted_together() -> None:
    case = next(case for case in CASES if case.check == "law-records-stale")
    several = {**OLD, "nhs-act-2006-s82": LAW["nhs-act-2006-s82"]}
    says = ("2 records of the law were last checked more than 180 days ago, the oldest on 1 January 2026.",)
    assert_fires(replace(case, law=several, says=says, today=date(2027, 1, 1)))


def test_a_bill_that_has_become_law_is_not_mentioned() -> None:
    case = next(case for case in CASES if case.check == "bill-not-yet-law")
    passed = {"health-bill-2026": replace(LAW["health-bill-2026"], status=LawStatus.IN_FORCE)}
    assert_quiet(replace(case, law=passed))
    assert_quiet(replace(case, law=None))
