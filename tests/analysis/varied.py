"""Designs of many kinds, so that every reading and calculation comes to every question it looks at."""

from functools import cache

from app.domain.readings import Design
from tests.analysis.designs import (
    ASHDALE,
    BRACKWATER,
    CARROW,
    DUNMERE,
    IN_COMMON,
    JOINT,
    LEAD,
    Given,
    category,
    design_of,
    months,
    six_members,
    working_days,
)

#: A joint committee with something in every table that a reading or calculation looks at.
FULL: Given = {
    **JOINT,
    "members.members": six_members(
        {
            ASHDALE: {"icb": "West", "board-date": "2026-10-01", "weight": 3, "places": 2},
            BRACKWATER: {"icb": "East", "membership": "associate"},
            CARROW: {"legal-form": "independent", "representative": {"name": "Chief 1", "role": ""}},
            DUNMERE: {"representative-post": "other-officer", "deputy-post": "other-officer"},
        }
    ),
    "members.associate-rights": "They speak and do not vote.",
    "collaborative.icbs": [{"organisation": {"name": "NHS West Integrated Care Board"}, "role": "Commissioner"}],
    "partners.partners": [
        {
            "organisation": {"name": "Harbour Health Ltd"},
            "sector": "independent",
            "votes": True,
            "underwrites": True,
        }
    ],
    "services.services": [
        {"service": "Imaging", "group": "clinical-support", "standing": "in", "participation": "voluntary"},
        {"service": "Payroll", "group": "corporate", "standing": "in", "participation": "mandatory"},
        {"service": "Transport", "group": "corporate", "standing": "out", "participation": "voluntary"},
    ],
    "out-of-scope.exclusions": [{"matter": "Imaging", "reason": "Later"}],
    "clinical.leads": [{"area": "Imaging"}],
    "care-model.service-change": True,
    "due-diligence.checks": [{"subject": "finance", "member": DUNMERE, "state": "done-with-concerns"}],
    "leaders.load": [
        {"member": ASHDALE, "hours-elsewhere": 30, "hours-here": 20, "hours-available": 40},
        {"member": DUNMERE, "hours-here": 20, "hours-available": 80},
    ],
    "history.first-return": months(18),
    "objectives.objectives": [{"objective": "Shorter waits"}],
    "measures.measures": [{"measure": "Weeks waited", "objective": "Shorter waits"}],
    "model.kinds": ["lead-provider", "shared-leadership"],
    "lead-provider.contracts": [{"service": "Imaging", "lead": DUNMERE}],
    "shared-leadership.posts": [
        {"post": "Chair", "holder": {"name": "Chief 4", "role": ""}, "trusts": [ASHDALE, DUNMERE]}
    ],
    "forum.joint-appointments": [{"post": "Director", "holder": {"name": "Chief 5", "role": ""}}],
    "decisions.categories": [
        category("Members", "share-of-members", share=75, lead_agrees=True),
        category("Weights", "share-of-weights", share=60),
        category("Both", "double-majority", number=9, share=60),
        category("Consensus", "consensus"),
    ],
    "decisions.weights-basis": "agreed",
    "decisions.counted": "those-present",
    "decisions.quorum-rule": "share-of-trusts",
    "decisions.quorum-share": 50,
    "decisions.call-in": True,
    "decisions.call-in-period": working_days(5),
    "decisions.cooling-off": working_days(3),
    "delegation.functions": [
        {"function": "Annual accounts", "from": [ASHDALE], "to": "named-person", "to-whom": "The registrar"},
        {"function": "Imaging", "to": "forum", "expiry": "2026-01-01", "conditions": "None", "reporting": "Monthly"},
    ],
    "programmes.programmes": [
        {"programme": "Imaging", "lead": DUNMERE, "start": "2026-09-01", "end": "2026-08-01"},
        {"programme": "Payroll", "lead": DUNMERE},
        {"programme": "Stroke", "lead": DUNMERE},
    ],
    "programmes.milestones": [{"milestone": "Pilot", "programme": "Imaging", "date": "2027-01-01"}],
    "capacity.hours": [{"programme": "Imaging", "member": ASHDALE, "needed": 30, "available": 20}],
    "money.contribution-basis": "mixed",
    "money.contributions": [{"member": ASHDALE, "share": 60}, {"member": DUNMERE, "share": 40}],
    "money.pooled-fund": True,
    "support.cost": 2_000_000,
    "risk-gain.basis": "agreed",
    "risk-gain.shares": [{"member": ASHDALE, "share": 60}, {"member": DUNMERE, "share": 40}],
    "risk-gain.worked-result": 37_000_000,
    "risk-gain.tier-edge": 7,
    "risk-gain.exposure-limit": 0.01,
    "workforce.shared-posts": [{"post": "Radiologist"}],
    "information.flows": [{"what": "Waiting list", "identifiable": True, "lawful-basis": "none-needed"}],
    "information.officers": [{"member": ASHDALE, "caldicott": {"name": "Dr Oak", "role": ""}}],
    "duties.duties": [{"duty": "climate", "applies": False}, {"duty": "quality", "applies": True, "by": "2026-01-01"}],
    "incidents.data-breach": {"amount": 96, "unit": "hours"},
    "incidents.acknowledge": working_days(5),
    "conflicts.declare": {"amount": 40, "unit": "days"},
    "conflicts.dual-roles": [{"person": {"name": "Chief 5", "role": ""}, "roles": "Two"}],
    "joining.probation": {"amount": 6, "unit": "months"},
    "leaving.minimum-term": {"amount": 2, "unit": "years"},
    "risks.risks": [{"event": "Staff leave", "inherent": 16, "residual": 20, "target": 8}],
    "correction.actions": [{"action": "Recruit", "due": "2026-01-01"}],
    "cycle.board-dates": [{"member": ASHDALE, "date": "2026-12-03"}, {"member": ASHDALE, "date": "2026-11-05"}],
    "tensions.tensions": [{"tension": "money-or-quality", "stand": "balanced", "handling": "Quality is costed first"}],
    "maturity.scores": [{"capability": "shared-governance", "member": ASHDALE, "level": "emerging"}],
}


@cache
def varied_designs() -> tuple[Design, ...]:
    """Joint and lead arrangements, committees in common, nothing at all, and some seen from one trust."""
    chair = {"forum.name": None, "forum.chair": "shared-chair"}
    givens: tuple[Given, ...] = (JOINT, IN_COMMON, LEAD, FULL, {}, {**JOINT, **chair})
    others = {
        "money.contribution-basis": "staff",
        "risk-gain.basis": "equal",
        "risk-gain.worked-result": 40_000_000,
        "disputes.tiers": [{"tier": "One", "who": "All", "period": {"amount": 0, "unit": "working-days"}}],
    }
    return (
        *(design_of(given) for given in (*givens, {**FULL, **others})),
        design_of(FULL, ASHDALE),
        design_of(IN_COMMON, CARROW),
    )
