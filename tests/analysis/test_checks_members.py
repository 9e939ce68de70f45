"""Checks on members and partners: each finds its fault, and nothing where there is none."""

import pytest

from tests.analysis.check_cases import Case, assert_fires, assert_quiet
from tests.analysis.designs import ASHDALE, BRACKWATER, CARROW, DUNMERE, ELMSEA, FARROW, Given, six_members

HARBOUR = {"organisation": {"name": "Harbour Health Ltd"}, "sector": "independent"}
ASSOCIATES: dict[str, Given] = {
    name: {"membership": "associate"} for name in (BRACKWATER, CARROW, DUNMERE, ELMSEA, FARROW)
}
CHIEF = {"representative": {"name": "Jo Reed", "role": ""}}
ROLES = f"Jo Reed has more than one role: representative of {ASHDALE} and representative of {DUNMERE}. "

CASES = [
    Case(
        "too-few-members",
        {"members.members": six_members(ASSOCIATES), "members.associate-rights": "They attend."},
        ("A collaborative needs at least 2 full members, and there is 1.",),
        {"members.members": six_members({**ASSOCIATES, BRACKWATER: {}}), "members.associate-rights": "They attend."},
    ),
    Case(
        "member-twice",
        {"members.members": six_members({DUNMERE: {"organisation": {"name": "Dunmere FT", "code": "RZ3"}}})},
        ("Dunmere FT is in the list of members more than once.",),
        {"members.members": six_members({DUNMERE: {"organisation": {"name": "Dunmere FT", "code": "RZ9"}}})},
    ),
    Case(
        "legal-form-against-name",
        {
            "members.members": six_members(
                {DUNMERE: {"legal-form": "nhs-trust"}, CARROW: {"legal-form": "foundation-trust"}}
            )
        },
        (
            f"{CARROW} is entered as: NHS foundation trust. Its name says something else.",
            f"{DUNMERE} is entered as: NHS trust. Its name says something else.",
        ),
        {"members.members": six_members({DUNMERE: {"legal-form": "care-trust"}})},
    ),
    Case(
        "name-not-as-registered",
        {},
        (f"{CARROW} has the code RZ3, which is registered to Carrow and Lyde NHS Trust.",),
        {"members.members": six_members({CARROW: {"organisation": {"name": CARROW}}})},
        register={"RZ1": "ASHDALE NHS FOUNDATION TRUST", "RZ3": "Carrow and Lyde NHS Trust"},
    ),
    Case(
        "board-after-start",
        {"members.members": six_members({ELMSEA: {"board-date": "2026-09-02"}})},
        (f"The board of {ELMSEA} decides on 2 September 2026, but the collaborative starts on 1 September 2026.",),
        {"members.members": six_members({ELMSEA: {"board-date": "2026-09-01"}})},
    ),
    Case(
        "independent-partner-without-barrier",
        {"partners.partners": [HARBOUR]},
        ("Harbour Health Ltd is an independent partner and there is no information barrier.",),
        {"partners.partners": [{**HARBOUR, "barrier": True}]},
    ),
    Case(
        "independent-member-without-barrier",
        {"members.members": six_members({ELMSEA: {"legal-form": "independent"}})},
        (f"{ELMSEA} is an independent provider, and nothing says which information is kept from whom.",),
        {
            "members.members": six_members({ELMSEA: {"legal-form": "independent"}}),
            "information.barriers": "Prices stay with a clean team.",
        },
    ),
    Case(
        "covenant-not-checked",
        {"partners.partners": [{**HARBOUR, "underwrites": True}]},
        ("Harbour Health Ltd is asked to underwrite risk, and its banking covenants have not been checked.",),
        {"partners.partners": [{**HARBOUR, "underwrites": True, "covenant-checked": True}]},
    ),
    Case(
        "dual-role-not-recorded",
        {"members.members": six_members({ASHDALE: CHIEF, DUNMERE: CHIEF})},
        (ROLES + "The list of dual roles does not say how that is handled.",),
        {
            "members.members": six_members({ASHDALE: CHIEF, DUNMERE: CHIEF}),
            "conflicts.dual-roles": [{"person": {"name": "jo  reed", "role": ""}, "roles": "Two trusts"}],
        },
    ),
    Case(
        "concern-about-member",
        {"due-diligence.checks": [{"subject": "finance", "member": ELMSEA, "state": "done-with-concerns"}]},
        (f"The finance check on {ELMSEA} ended with concerns.",),
        {"due-diligence.checks": [{"subject": "finance", "member": ELMSEA, "state": "done"}]},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_finds_its_fault(case: Case) -> None:
    assert_fires(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_leaves_a_sound_design_alone(case: Case) -> None:
    assert_quiet(case)


def test_a_finding_leads_to_the_row_it_is_about() -> None:
    case = next(case for case in CASES if case.check == "member-twice")
    [finding] = case.found(case.fires)
    assert finding.question == "members.members"
    assert finding.row is not None
