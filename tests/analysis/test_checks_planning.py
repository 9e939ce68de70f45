"""Checks on plans: each finds its fault, and nothing where there is none."""

import pytest

from tests.analysis.check_cases import Case, assert_fires, assert_quiet
from tests.analysis.designs import ASHDALE, BRACKWATER, CARROW, LEAD, Cells, months

OWNER = {"name": "", "role": "Chief executive"}
IMAGING: Cells = {"programme": "Imaging", "start": "2026-09-01", "end": "2027-03-31"}
VOLUNTARY = {"service": "Imaging", "group": "clinical-support", "standing": "in", "participation": "voluntary"}
SHARED = {"workforce.shared-posts": [{"post": "Radiologist", "employer": ASHDALE}]}


def _programmes(*leads: str) -> dict[str, object]:
    found = [{"programme": f"Programme {place}", "lead": lead} for place, lead in enumerate(leads)]
    return {"programmes.programmes": found}


def _milestone(day: str) -> dict[str, object]:
    milestone = {"milestone": "Pilot", "programme": "Imaging", "date": day}
    return {"programmes.programmes": [IMAGING], "programmes.milestones": [milestone]}


def _duties(*duties: Cells) -> dict[str, object]:
    return {"duties.duties": [{"applies": True, **duty} for duty in duties]}


CASES = [
    Case(
        "objective-incomplete",
        {"objectives.objectives": [{"objective": "Shorter waits"}, {"objective": "Fewer gaps", "owner": OWNER}]},
        ("“Shorter waits” has no measure or owner.", "“Fewer gaps” has no measure."),
        {
            "objectives.objectives": [
                {"objective": "Shorter waits", "owner": OWNER, "measure": "Weeks"},
                {"objective": "Fewer gaps", "owner": OWNER},
            ],
            "measures.measures": [{"measure": "Gaps a week", "objective": "Fewer gaps"}],
        },
    ),
    Case(
        "too-many-objectives",
        {"objectives.objectives": [{"objective": f"Objective {place}"} for place in range(8)]},
        ("There are more than 7 objectives.",),
        {"objectives.objectives": [{"objective": f"Objective {place}"} for place in range(7)]},
    ),
    Case(
        "service-in-and-out",
        {"services.services": [VOLUNTARY], "out-of-scope.exclusions": [{"matter": "imaging", "reason": "Cost"}]},
        ("“Imaging” is a service in scope, and it is also listed as out of scope.",),
        {
            "services.services": [{**VOLUNTARY, "standing": "out"}],
            "out-of-scope.exclusions": [{"matter": "imaging", "reason": "Cost"}],
        },
    ),
    Case(
        "voluntary-without-rule",
        {"services.services": [VOLUNTARY]},
        (
            (
                "Members may choose to take part in some services (Imaging), "
                "but nothing says how they join and leave them."
            ),
        ),
        {"services.services": [VOLUNTARY], "services.voluntary-rule": "By notice of 3 months."},
    ),
    Case(
        "programme-backwards",
        {"programmes.programmes": [{**IMAGING, "end": "2026-08-31"}]},
        ("“Imaging” ends on 31 August 2026, before it starts on 1 September 2026.",),
        {"programmes.programmes": [{**IMAGING, "end": "2026-09-01"}]},
    ),
    Case(
        "milestone-outside-programme",
        _milestone("2027-04-01"),
        ("“Pilot” on 1 April 2027 lies outside the dates of “Imaging”.",),
        _milestone("2027-03-31"),
    ),
    Case(
        "one-lead-for-all",
        _programmes(ASHDALE, ASHDALE, ASHDALE),
        (f"{ASHDALE} leads all 3 programmes.",),
        _programmes(ASHDALE, ASHDALE, BRACKWATER),
    ),
    Case(
        "clinical-lead-without-hours",
        {"clinical.leads": [{"area": "Stroke"}, {"area": "Imaging", "hours": 0}]},
        (
            "No hours are funded for clinical leadership of Stroke.",
            "No hours are funded for clinical leadership of Imaging.",
        ),
        {"clinical.leads": [{"area": "Stroke", "hours": 4}]},
    ),
    Case(
        "slow-first-initiative",
        {"history.first-return": months(13)},
        ("The first initiative pays back only after 13 months.",),
        {"history.first-return": months(12)},
    ),
    Case(
        "first-initiative-not-for-all",
        {"history.first-benefits-all": False},
        ("The first initiative does not benefit every member.",),
        {"history.first-benefits-all": True},
    ),
    Case(
        "leaders-overloaded",
        {
            "leaders.load": [
                {"member": ASHDALE, "hours-elsewhere": 30, "hours-here": 12, "hours-available": 40},
                {"member": CARROW, "hours-here": 12, "hours-available": 0},
            ]
        },
        (
            f"Leaders of {ASHDALE} are asked for 42 hours a month and have 40, which is 2 too few.",
            f"Leaders of {CARROW} are asked for 12 hours a month and have 0, which is 12 too few.",
        ),
        {"leaders.load": [{"member": ASHDALE, "hours-elsewhere": 30, "hours-here": 10, "hours-available": 40}]},
    ),
    Case(
        "programme-short-of-hours",
        {
            "programmes.programmes": [IMAGING],
            "capacity.hours": [{"programme": "Imaging", "member": CARROW, "needed": 21, "available": 20}],
        },
        (f"“Imaging” needs 21 hours a month from {CARROW}, which has 20.",),
        {
            "programmes.programmes": [IMAGING],
            "capacity.hours": [{"programme": "Imaging", "member": CARROW, "needed": 20, "available": 20}],
        },
    ),
    Case(
        "duty-denied",
        _duties({"duty": "triple-aim", "applies": False}, {"duty": "climate"}),
        ("The duty on the triple aim is said not to apply, but it rests on every NHS body.",),
        _duties({"duty": "procurement", "applies": False}, {"duty": "triple-aim"}),
    ),
    Case(
        "service-change-without-steps",
        {"care-model.service-change": True, **_duties({"duty": "involvement"}, {"duty": "scrutiny", "applies": False})},
        ("Services will change, but the duty on council scrutiny is not among those that apply.",),
        {"care-model.service-change": True, **_duties({"duty": "involvement"}, {"duty": "scrutiny"})},
    ),
    Case(
        "buying-without-procurement",
        _duties({"duty": "climate"}),
        ("A lead provider buys services from others, but procurement is not among the duties that apply.",),
        _duties({"duty": "procurement"}),
        base=LEAD,
    ),
    Case(
        "duty-overdue",
        _duties({"duty": "equality", "by": "2026-07-09"}, {"duty": "quality", "by": "2026-07-01", "done": True}),
        ("The step on equality was due by 9 July 2026 and is not done.",),
        _duties({"duty": "equality", "by": "2026-07-10"}, {"duty": "quality", "by": "2026-07-01", "applies": False}),
    ),
    Case(
        "commissioning-not-separated",
        {"commissioning.separation": None},
        ("The lead provider both provides and buys services, and nothing says how the two are kept apart.",),
        {},
        base=LEAD,
    ),
    Case(
        "staff-without-indemnity",
        SHARED,
        ("Staff work across members, and nothing says who covers claims about their work.",),
        {**SHARED, "workforce.indemnity": "The employer's scheme covers them."},
    ),
    Case(
        "staff-without-indemnity",
        {"workforce.passport": True},
        ("Staff work across members, and nothing says who covers claims about their work.",),
        {"workforce.passport": False},
    ),
    Case(
        "staff-transfer-undecided",
        {**SHARED, "workforce.tupe": "to-be-decided"},
        ("Staff are shared, and whether anybody's employer changes is still to be decided.",),
        {**SHARED, "workforce.tupe": "no"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_finds_its_fault(case: Case) -> None:
    assert_fires(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_leaves_a_sound_design_alone(case: Case) -> None:
    assert_quiet(case)
