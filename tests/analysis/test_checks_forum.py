"""Checks on the forum and on delegation: each finds its fault, and nothing where there is none."""

import pytest

from tests.analysis.check_cases import Case, assert_fires, assert_quiet
from tests.analysis.designs import (
    ASHDALE,
    BRACKWATER,
    CARROW,
    DUNMERE,
    ELMSEA,
    FARROW,
    IN_COMMON,
    JOINT,
    LEAD,
    Cells,
    six_members,
    without,
)

TRUSTS_ONLY = {"members.members": without((ASHDALE, BRACKWATER, DUNMERE, FARROW)), "risk-gain.used": None}
NO_POINTERS = {"forum.chair-first": None, "risk-gain.budget-holder": None}
INDIVIDUALS = {**IN_COMMON, "forum.type": "individual-decision-makers", "forum.seats": None}
ONLY_DIRECTORS = "Only directors can be on a foundation trust's own committee."
NO_POWERS = "It holds no powers of a foundation trust."
HARBOUR = {"organisation": {"name": "Harbour Health Ltd"}, "sector": "voluntary", "votes": True}


def _seat(seat: str, standing: str = "voting", deputy: str = "none") -> Cells:
    return {"seat": seat, "number": 1, "per": "each-trust", "standing": standing, "deputy": deputy}


def _function(to: str, **cells: object) -> dict[str, object]:
    return {"delegation.functions": [{"function": "Joint waiting lists", "to": to, **cells}]}


CASES = [
    Case(
        "outsider-on-joint-committee",
        {"members.members": six_members({ELMSEA: {"legal-form": "voluntary"}, CARROW: {"legal-form": "icb"}})},
        (f"{ELMSEA} cannot be one of the bodies of a joint committee.",),
        {"members.members": six_members({ELMSEA: {"legal-form": "local-authority"}})},
    ),
    Case(
        "committee-seat-not-director",
        {"forum.seats": [_seat("chief-executive"), _seat("icb-representative"), _seat("lived-experience")]},
        (
            "This voting seat is not a director's: representative of the integrated care board. " + ONLY_DIRECTORS,
            "This voting seat is not a director's: person with lived experience. " + ONLY_DIRECTORS,
        ),
        {"forum.seats": [_seat("chair"), _seat("lived-experience", "attending")]},
        base=IN_COMMON,
    ),
    Case(
        "committee-seat-perhaps-not-director",
        {"forum.seats": [_seat("chair"), _seat("clinical-director")]},
        ("This voting seat may not be a director's: clinical director. " + ONLY_DIRECTORS,),
        {"forum.seats": [_seat("chair"), _seat("executive-director"), _seat("clinical-director", "attending")]},
        base=IN_COMMON,
    ),
    Case(
        "committee-representative-not-director",
        {
            "members.members": six_members(
                {
                    DUNMERE: {"representative-post": "other-officer"},
                    FARROW: {"deputy-post": "other-officer"},
                    CARROW: {"representative-post": "other-officer"},
                }
            )
        },
        (
            f"The representative of {DUNMERE} is not on its board and so cannot vote on its committee.",
            f"The deputy of {FARROW} is not on its board and so cannot vote on its committee.",
        ),
        {"members.members": six_members({CARROW: {"representative-post": "other-officer"}})},
        base=IN_COMMON,
    ),
    Case(
        "committee-deputy-not-director",
        {"forum.seats": [_seat("chair", deputy="other-officer"), _seat("chief-executive")]},
        ("An officer below the board may deputise for the chair, who sits on a foundation trust's own committee.",),
        {"forum.seats": [_seat("chair", "attending", deputy="other-officer")]},
        base=IN_COMMON,
    ),
    Case(
        "individual-without-own-powers",
        {
            "members.members": six_members(
                {ASHDALE: {"representative-post": "chair"}, ELMSEA: {"representative-post": "chair"}}
            )
        },
        (f"The representative of {ASHDALE} is a chair, who cannot hold a foundation trust's powers alone.",),
        {"members.members": six_members({ELMSEA: {"representative-post": "chair"}})},
        base=INDIVIDUALS,
    ),
    Case(
        "individual-seat-without-own-powers",
        {"forum.seats": [_seat("chief-executive"), _seat("non-executive-director")]},
        ("This voting seat is not an executive director's: non-executive director. " + NO_POWERS,),
        {"forum.seats": [_seat("chief-executive"), _seat("executive-director"), _seat("chair", "attending")]},
        base=INDIVIDUALS,
    ),
    Case(
        "partner-votes-on-committees",
        {"partners.partners": [HARBOUR]},
        (
            (
                "Harbour Health Ltd is a partner with a vote, "
                "but a foundation trust's own committee has only its directors on it."
            ),
        ),
        {"partners.partners": [HARBOUR], **TRUSTS_ONLY, **NO_POINTERS},
        base=IN_COMMON,
    ),
    Case(
        "partner-votes-on-joint-committee",
        {"partners.partners": [HARBOUR]},
        ("Harbour Health Ltd is a partner with a vote on the joint committee.",),
        {"partners.partners": [HARBOUR], "forum.type": "partnership-board"},
    ),
    Case(
        "advisory-group-with-powers",
        {"forum.type": "advisory-group"},
        ("Functions are delegated to the forum, but an advisory group cannot decide anything.",),
        {"forum.type": "advisory-group", **_function("chief-executives")},
    ),
    Case(
        "forum-without-functions",
        _function("chief-executives"),
        ("Functions are delegated, but none of them to the joint committee.",),
        {"delegation.functions": None},
    ),
    Case(
        "independent-chair-without-a-vote",
        {"forum.chair": "independent"},
        ("The independent chair cannot vote for any foundation trust when committees in common meet.",),
        {"forum.chair": "independent", **TRUSTS_ONLY, **NO_POINTERS},
        base=IN_COMMON,
    ),
    Case(
        "chair-from-a-lead-that-is-not-there",
        {"forum.chair": "lead-provider"},
        ("The chair comes from the lead provider, but the model has no lead provider.",),
        {"forum.chair": "lead-provider", "model.kinds": ["leadership-board", "lead-provider"]},
    ),
    Case(
        "deputies-not-allowed",
        {"meetings.deputies": False},
        ("A deputy is named for this seat: chief executive. Deputies are not allowed at meetings.",),
        {"meetings.deputies": False, "forum.seats": [_seat("chief-executive")]},
    ),
    Case(
        "lead-provider-without-contract",
        {"lead-provider.contracts": None},
        ("The model has a lead provider, but no contract says which service it leads.",),
        {},
        base=LEAD,
    ),
    Case(
        "shared-leadership-without-post",
        {"model.kinds": ["shared-leadership"]},
        ("The model is shared leadership, but no shared post is named.",),
        {"model.kinds": ["shared-leadership"], "shared-leadership.posts": [{"post": "Chair", "trusts": [ASHDALE]}]},
    ),
    Case(
        "governors-not-told",
        {"reporting.to-governors": None},
        (
            (
                f"There are foundation trusts ({ASHDALE}, {BRACKWATER}, {DUNMERE} and {FARROW}), "
                "but nothing says what governors are told."
            ),
        ),
        {"reporting.to-governors": None, **TRUSTS_ONLY, **NO_POINTERS},
    ),
    Case(
        "delegated-and-reserved",
        {"delegation.reserved": [{"matter": "joint  Waiting lists", "reason": "Large"}]},
        ("“Joint waiting lists” is delegated, and it is also a matter that every board keeps.",),
        {"delegation.reserved": [{"matter": "Joint waiting lists over a year", "reason": "Large"}]},
    ),
    Case(
        "foundation-trust-delegates-below-board",
        _function("programme-director", **{"from": [CARROW, DUNMERE]}),
        (
            (
                f"“Joint waiting lists” goes from {DUNMERE} to the programme director, "
                "who may not be an executive director of the trust."
            ),
        ),
        _function("programme-director", **{"from": [CARROW, ELMSEA]}),
    ),
    Case(
        "delegation-run-out",
        _function("forum", expiry="2026-07-09"),
        ("The delegation of “Joint waiting lists” ended on 9 July 2026.",),
        _function("forum", expiry="2026-07-10"),
    ),
    Case(
        "joint-post-without-employer",
        {"forum.joint-appointments": [{"post": "Director of the collaborative"}]},
        ("Nobody is named as the employer of the Director of the collaborative.",),
        {"forum.joint-appointments": [{"post": "Director of the collaborative", "employer": ASHDALE}]},
    ),
    Case(
        "shared-post-without-employer",
        {"workforce.shared-posts": [{"post": "Radiologist"}]},
        ("Nobody is named as the employer of the Radiologist.",),
        {"workforce.shared-posts": [{"post": "Radiologist", "employer": CARROW}]},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_finds_its_fault(case: Case) -> None:
    assert_fires(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_leaves_a_sound_design_alone(case: Case) -> None:
    assert_quiet(case)


def test_a_named_person_is_called_by_what_was_entered() -> None:
    case = Case("foundation-trust-delegates-below-board", _function("named-person"), (), {})
    named = case.found(_function("named-person", **{"to-whom": "the registrar", "from": [ASHDALE]}))
    assert f"“Joint waiting lists” goes from {ASHDALE} to the registrar, who may not be" in named[0].message
    assert case.found(JOINT) == ()
