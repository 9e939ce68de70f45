"""Designs to calculate with: answers in the form of an answers file, read against the questions that ship."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from app.analysis.readings import READINGS
from app.content.answers_files import FORMAT, read_answers_text
from app.content.checks import read_checks
from app.content.entries import Problems
from app.content.questions import read_questionnaire
from app.content.records import read_law
from app.domain.answers import Answer, Answers, Row
from app.domain.checks import Check
from app.domain.members import all_members
from app.domain.questions import Questionnaire
from app.domain.readings import Design
from app.domain.records import LawRecord
from app.domain.visibility import visible_design

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 7, 10)

Given = Mapping[str, object]
Cells = dict[str, object]

ASHDALE = "Ashdale NHS Foundation Trust"
BRACKWATER = "Brackwater NHS Foundation Trust"
CARROW = "Carrow NHS Trust"
DUNMERE = "Dunmere NHS Foundation Trust"
ELMSEA = "Elmsea NHS Trust"
FARROW = "Farrow Vale NHS Foundation Trust"
SIX = (ASHDALE, BRACKWATER, CARROW, DUNMERE, ELMSEA, FARROW)
_TURNOVERS = (600_000_000, 450_000_000, 300_000_000, 250_000_000, 250_000_000, 150_000_000)
_STAFF = (6000, 4400, 3100, 2500, 2600, 1400)


@cache
def questionnaire() -> Questionnaire:
    """The questions that ship; a problem in them fails the test that asks first."""
    problems = Problems()
    found = read_questionnaire(ROOT / "resources" / "questions", ROOT, problems)
    assert not problems.found, problems.found
    return found


@cache
def shipped_checks() -> Mapping[str, Check]:
    """The checks that ship, by id."""
    problems = Problems()
    checks = read_checks(ROOT / "resources" / "checks", ROOT, problems)
    assert not problems.found, problems.found
    return {check.id: check for check in checks}


@cache
def shipped_law() -> Mapping[str, LawRecord]:
    """The law records that ship, by id."""
    problems = Problems()
    records = read_law(ROOT / "resources" / "law", ROOT, problems)
    assert not problems.found, problems.found
    return {record.id: record for record in records}


def answers_of(given: Given) -> Answers:
    """Answers from the form of an answers file; None leaves a question out."""
    kept = {question: value for question, value in given.items() if value is not None}
    file = read_answers_text(json.dumps({"format": FORMAT, "name": "Test", "answers": kept}), questionnaire())
    return Answers(
        {question: Answer(question, value) for question, value in file.scalars.items()},
        {table: tuple(Row(row.id, row.cells) for row in rows) for table, rows in file.tables.items()},
    )


def design_of(given: Given, seen_from: str | None = None, today: date = TODAY) -> Design:
    """The design of the visible answers, seen from the member of this name if one is given."""
    design, _ = visible_design(answers_of(given), questionnaire(), READINGS, today)
    if seen_from is None:
        return design
    named = (member for member in all_members(design.answers) if member.name == seen_from)
    return design.for_member(next(named).row)


def six_members(changes: Mapping[str, Given] | None = None) -> list[Cells]:
    """Six trusts with a turnover of two thousand million pounds; ``changes`` by name replace single cells."""
    found = []
    for place, name in enumerate(SIX):
        cells: Cells = {
            "organisation": {"name": name, "code": f"RZ{place + 1}"},
            "legal-form": "foundation-trust" if "Foundation" in name else "nhs-trust",
            "membership": "full",
            "turnover": _TURNOVERS[place],
            "staff": _STAFF[place],
            "representative": {"name": f"Chief {place + 1}", "role": ""},
            "representative-post": "chief-executive",
            "deputy": {"name": f"Deputy {place + 1}", "role": ""},
            "deputy-post": "executive-director",
        }
        cells.update((changes or {}).get(name, {}))
        found.append({column: value for column, value in cells.items() if value is not None})
    return found


def without(names: tuple[str, ...]) -> list[Cells]:
    """The six trusts without some of them."""
    return [cells for cells in six_members() if cells["organisation"]["name"] not in names]  # type: ignore[index]


def category(name: str, rule: str, binds: str = "all", **cells: object) -> Cells:
    """One category of decision."""
    return {"category": name, "rule": rule, "binds": binds, **{key.replace("_", "-"): v for key, v in cells.items()}}


def months(amount: int) -> Cells:
    """A length of time in months."""
    return {"amount": amount, "unit": "months"}


def working_days(amount: int) -> Cells:
    """A length of time in working days."""
    return {"amount": amount, "unit": "working-days"}


#: A joint committee of six trusts in which nothing is amiss.
JOINT: Given = {
    "collaborative.name": "Six Rivers Collaborative",
    "collaborative.start-date": "2026-09-01",
    "collaborative.stage": "formalising",
    "members.members": six_members(),
    "model.kinds": ["leadership-board"],
    "model.legal-status": "legally-binding",
    "forum.type": "joint-committee",
    "forum.name": "the Six Rivers Committee",
    "forum.chair": "rotating",
    "forum.chair-term": months(12),
    "forum.chair-first": BRACKWATER,
    "forum.seats": [
        {
            "seat": "chief-executive",
            "number": 1,
            "per": "each-trust",
            "standing": "voting",
            "deputy": "executive-director",
        },
        {"seat": "non-executive-director", "number": 2, "per": "each-trust", "standing": "voting", "deputy": "none"},
        {"seat": "collaborative-director", "number": 1, "per": "whole-forum", "standing": "attending"},
        {"seat": "lived-experience", "number": 2, "per": "whole-forum", "standing": "attending"},
    ],
    "decisions.categories": [
        category("Whole collaborative", "share-of-members", share=75),
        category("Some trusts", "unanimity", "affected"),
        category("One trust", "consensus", "own"),
    ],
    "decisions.affected-test": "It changes a site, a budget or staff.",
    "decisions.counted": "all-members",
    "decisions.abstentions": "counts-against",
    "decisions.casting-vote": False,
    "decisions.quorum-rule": "number-of-trusts",
    "decisions.quorum-number": 5,
    "delegation.functions": [
        {"function": "Joint waiting lists", "to": "forum", "limit": 500_000, "onward": "prohibited"}
    ],
    "delegation.reserved": [{"matter": "Annual accounts", "reason": "Law"}],
    "meetings.deputies": True,
    "meetings.notice": working_days(10),
    "meetings.papers": working_days(5),
    "disputes.tiers": [
        {"tier": "Executive leads", "who": "Directors of the trusts", "period": working_days(10)},
        {"tier": "Chief executives", "who": "Chief executives of the trusts", "period": working_days(15)},
        {"tier": "Chairs", "who": "Chairs of the trusts", "period": working_days(15)},
    ],
    "leaving.notice": months(12),
    "leaving.year-end": True,
    "leaving.plan": {"amount": 8, "unit": "weeks"},
    "leaving.staged": True,
    "leaving.stranded": "leaver-pays",
    "leaving.stranded-share": 50,
    "leaving.stranded-period": months(6),
    "money.budget": 1_000_000,
    "money.contribution-basis": "turnover",
    "risk-gain.used": True,
    "risk-gain.baseline": 40_000_000,
    "risk-gain.worked-result": 42_500_000,
    "risk-gain.basis": "turnover",
    "risk-gain.budget-holder": ASHDALE,
    "risk-gain.corridor": 2,
    "risk-gain.tier-edge": 5,
    "risk-gain.tier-share": 50,
    "risk-gain.upper-share": 100,
    "risk-gain.cap": 6,
    "risk-gain.exposure-limit": 1,
    "risk-gain.reinvest-first": 50,
    "reporting.to-governors": "A briefing after each meeting.",
    "review.first": months(6),
    "review.frequency": months(12),
    "review.term": {"amount": 3, "unit": "years"},
    "risks.escalation-score": 15,
    "risks.board-score": 20,
}

#: Committees in common of the same trusts, which decide by consensus.
IN_COMMON: Given = {
    **JOINT,
    "forum.type": "committees-in-common",
    "forum.seats": [
        {"seat": "chair", "number": 1, "per": "each-trust", "standing": "voting", "deputy": "non-executive-director"},
        {
            "seat": "chief-executive",
            "number": 1,
            "per": "each-trust",
            "standing": "voting",
            "deputy": "executive-director",
        },
    ],
    "decisions.categories": [category("Whole collaborative", "consensus")],
    "decisions.quorum-rule": "every-trust",
}

#: A partnership board with a lead provider that has to agree.
LEAD: Given = {
    **JOINT,
    "forum.type": "partnership-board",
    "model.kinds": ["lead-provider"],
    "lead-provider.contracts": [{"service": "Adult secure care", "lead": BRACKWATER, "budget": 30_000_000}],
    "decisions.categories": [category("Contract", "unanimity")],
    "decisions.quorum-rule": "every-trust",
    "commissioning.separation": "A separate team buys, and reports to a separate committee.",
    "duties.duties": [{"duty": "procurement", "applies": True}],
}
