"""What readings tell of who belongs, where decisions are made and what is handed over."""

from dataclasses import replace

import pytest

from app.analysis.calculations import CALCULATIONS
from app.analysis.readings import READINGS
from app.domain.answers import Answers, Row
from app.domain.readings import Design, Grid, Result
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
    SIX,
    Given,
    design_of,
    months,
    six_members,
    without,
)
from tests.analysis.varied import FULL


def _read(reading: str, changes: Given, base: Given = JOINT) -> Result:
    return design_of({**base, **changes}).read(reading)


def _with_elmsea(**cells: object) -> Given:
    return {"members.members": six_members({ELMSEA: {key.replace("_", "-"): v for key, v in cells.items()}})}


@pytest.mark.parametrize(
    ("reading", "changes", "told"),
    [
        ("any-foundation-trust", {}, True),
        ("any-foundation-trust", {"members.members": without((ASHDALE, BRACKWATER, DUNMERE, FARROW))}, False),
        ("any-care-trust", _with_elmsea(legal_form="care-trust"), True),
        ("any-icb-member", _with_elmsea(legal_form="icb"), True),
        ("any-icb-member", _with_elmsea(legal_form="icb", membership="observer"), False),
        ("any-other-legal-form", _with_elmsea(legal_form="voluntary"), True),
        ("any-other-legal-form", _with_elmsea(legal_form="local-authority"), False),
        ("nhs-bodies-only", {}, True),
        ("nhs-bodies-only", _with_elmsea(legal_form="local-authority"), False),
        ("any-not-full-member", _with_elmsea(membership="co-opted"), True),
        ("any-independent-part", _with_elmsea(legal_form="independent", membership="observer"), True),
        ("any-independent-part", {}, False),
        ("members-in-several-icbs", {}, None),
        ("members-in-several-icbs", _with_elmsea(icb="West"), False),
        ("voting-members", _with_elmsea(membership="associate"), 5),
        ("foundation-trust-count", {}, 4),
        ("nhs-trust-count", _with_elmsea(membership="associate"), 1),
        ("not-full-member-names", _with_elmsea(membership="associate"), (ELMSEA,)),
        ("other-legal-form-names", _with_elmsea(legal_form="voluntary"), (ELMSEA,)),
        ("full-member-names", {}, SIX),
        ("nhs-trust-names", {}, (CARROW, ELMSEA)),
        ("this-trust", {}, None),
        ("this-trust-is-nhs-trust", {}, None),
    ],
)
def test_members_are_told_by_their_legal_form_and_membership(reading: str, changes: Given, told: Result) -> None:
    pointing = {"forum.chair-first": None, "risk-gain.budget-holder": None}
    assert _read(reading, {**pointing, **changes}) == told


def test_members_lie_in_several_areas_whatever_the_capitals() -> None:
    same = {ASHDALE: {"icb": "West Yorkshire"}, CARROW: {"icb": "west  yorkshire"}}
    assert _read("members-in-several-icbs", {"members.members": six_members(same)}) is False
    other = {**same, DUNMERE: {"icb": "Humber"}}
    assert _read("members-in-several-icbs", {"members.members": six_members(other)}) is True


def test_one_trust_is_told_from_its_own_side() -> None:
    design = design_of(JOINT, CARROW)
    own = ("this-trust", "this-trust-code", "this-trust-legal-form", "this-trust-legal-form-words")
    assert [design.read(reading) for reading in own] == [CARROW, "RZ3", "nhs-trust", "NHS trust"]
    assert design.read("this-trust-is-nhs-trust") is True
    assert design.read("this-trust-is-foundation-trust") is False


def test_independent_providers_are_partners_and_members_of_any_kind() -> None:
    changes = {
        **_with_elmsea(legal_form="independent", membership="associate"),
        "partners.partners": [
            {"organisation": {"name": "Harbour Health Ltd"}, "sector": "independent"},
            {"organisation": {"name": "Harbour Friends"}, "sector": "voluntary"},
        ],
    }
    assert _read("independent-names", changes) == (ELMSEA, "Harbour Health Ltd")
    assert _read("any-partner", changes) is True


@pytest.mark.parametrize(
    ("reading", "changes", "told"),
    [
        ("forum-decides", {}, True),
        ("forum-decides", {"forum.type": "advisory-group"}, False),
        ("forum-decides", {"forum.type": None}, None),
        ("is-joint-committee", {}, True),
        ("is-committees-in-common", {}, False),
        ("forum-words", {"forum.type": "committees-in-common"}, "committees in common"),
        ("forum-name", {}, "the Six Rivers Committee"),
        ("forum-name", {"forum.name": None}, "the joint committee"),
        ("forum-name", {"forum.name": None, "forum.type": None}, None),
        ("is-lead-provider", {"model.kinds": None}, None),
        ("is-shared-leadership", {"model.kinds": ["shared-leadership", "lead-provider"]}, True),
        (
            "chair-in-words",
            {},
            f"provided by each Member in turn, for 12 months at a time, starting with {BRACKWATER}",
        ),
        (
            "chair-in-words",
            {"forum.chair-first": None, "forum.chair-term": None},
            "provided by each Member in turn",
        ),
        (
            "chair-in-words",
            {"forum.chair": "independent", "forum.chair-term": months(24)},
            "independent of every Member, for a term of 24 months",
        ),
        ("chair-in-words", {"forum.chair": "shared-chair"}, "the person who chairs the boards of the Members"),
        ("chair-in-words", {"forum.chair": None}, None),
    ],
)
def test_the_forum_is_told_by_its_kind_name_and_chair(reading: str, changes: Given, told: Result) -> None:
    assert _read(reading, changes) == told


def test_leads_are_told_from_their_contracts() -> None:
    contracts = [
        {"service": "Secure care", "lead": BRACKWATER},
        {"service": "Eating disorders", "lead": BRACKWATER},
        {"service": "Perinatal care", "lead": ASHDALE},
    ]
    changes = {"lead-provider.contracts": contracts}
    assert _read("lead-provider-names", changes, LEAD) == (BRACKWATER, ASHDALE)
    assert _read("lead-provider-count", changes, LEAD) == 2


def test_seats_are_told_from_the_side_of_each_trust_and_of_the_forum() -> None:
    kept = {"per": "each-trust", "standing": "voting"}
    forum = {"per": "whole-forum", "standing": "voting"}
    seats = [
        {"seat": "chair", "number": 1, **kept},
        {"seat": "executive-director", "number": 1, **kept},
        {"seat": "non-executive-director", "number": 2, **kept},
        {"seat": "other", "name": "medical director", "number": 1, **kept},
        {"seat": "independent-chair", "number": 1, **forum},
        {"seat": "lived-experience", "number": 1, **forum},
        {"seat": "icb-representative", "number": 2, **forum},
        {"seat": "managing-director", "number": 1, **kept, "standing": "attending"},
        {"seat": "other", "number": 3, **forum, "standing": "attending"},
    ]
    design = design_of({**JOINT, "forum.seats": seats})
    assert design.read("voting-seats-each-trust") == (
        "its chair",
        "1 of its executive directors",
        "2 of its non-executive directors",
        "its medical director",
    )
    assert design.read("voting-seats-whole-forum") == (
        "the independent chair",
        "1 person with lived experience",
        "2 representatives of the integrated care board",
    )
    assert design.read("attending-seats") == ("the managing director of each Member", "3 other seats")
    grid = design.read("seats-grid")
    assert isinstance(grid, Grid)
    assert grid.rows[2] == ("Non-executive directors", "2 for each Member (12)", "Votes", "Not stated")
    assert grid.rows[4] == ("Independent chair", "1", "Votes", "Not stated")


def test_services_are_told_by_participation_if_they_are_in_scope_now() -> None:
    design = design_of(FULL)
    assert design.read("voluntary-services") == ("Imaging",)
    assert design.read("mandatory-services") == ("Payroll",)
    assert design.read("icb-names") == ("NHS West Integrated Care Board",)


@pytest.mark.parametrize(
    ("reading", "base", "told"),
    [
        ("any-majority-rule", JOINT, True),
        ("any-majority-rule", IN_COMMON, False),
        ("decisions-need-everyone", IN_COMMON, True),
        ("decisions-need-everyone", JOINT, False),
        ("any-consensus-rule", IN_COMMON, True),
        ("any-affected-category", JOINT, True),
        ("any-affected-category", IN_COMMON, False),
        ("any-weighted-rule", JOINT, False),
        ("any-weighted-rule", FULL, True),
        ("any-lead-agrees", FULL, True),
        ("any-majority-rule", {}, None),
    ],
)
def test_rules_are_told_from_the_categories(reading: str, base: Given, told: Result) -> None:
    assert design_of(base).read(reading) == told


def test_each_trust_sees_the_functions_that_it_delegates() -> None:
    functions = [
        {"function": "Imaging", "from": [CARROW, ELMSEA], "to": "forum", "limit": 250_000, "onward": "with-consent"},
        {"function": "Payroll", "to": "named-person", "to-whom": "the registrar", "expiry": "2027-03-31"},
    ]
    given = {**JOINT, "delegation.functions": functions}
    everyone = design_of(given).read("delegations-grid")
    assert isinstance(everyone, Grid)
    assert [row[:4] for row in everyone.rows] == [
        ("Imaging", f"{CARROW} and {ELMSEA}", "The Forum", "£250,000"),
        ("Payroll", "Every Member", "The registrar", "No limit in money"),
    ]
    own = design_of(given, ASHDALE).read("delegations-of-this-trust-grid")
    assert isinstance(own, Grid)
    assert [(row[0], row[-1]) for row in own.rows] == [("Payroll", "31 March 2027")]
    assert design_of(given, CARROW).read("delegations-of-this-trust-grid") != own
    assert design_of(given).read("delegations-of-this-trust-grid") is None


TO_THE_FORUM = [{"function": "Imaging", "to": "forum"}]
WITH_COMMITTEES = {"forum.type": "partnership-board", "forum.committees-for-major-decisions": True}
WITHOUT_COMMITTEES = {"forum.type": "partnership-board", "forum.committees-for-major-decisions": False}


@pytest.mark.parametrize(
    ("forum", "recipient"),
    [
        ({"forum.type": "joint-committee"}, "The Forum"),
        ({"forum.type": "committees-in-common"}, "The Member's own committee"),
        ({"forum.type": "board-in-common"}, "The Member's own Board"),
        (WITH_COMMITTEES, "The Member's own committee"),
        (WITHOUT_COMMITTEES, "The person whom the Member's own Board has authorised"),
    ],
)
def test_only_a_joint_committee_is_said_to_hold_a_function(forum: Given, recipient: str) -> None:
    grid = design_of({**JOINT, **forum, "delegation.functions": TO_THE_FORUM}).read("delegations-grid")
    assert isinstance(grid, Grid)
    assert grid.rows[0][2] == recipient


@pytest.mark.parametrize("forum", [{"forum.type": "committees-in-common"}, WITH_COMMITTEES])
def test_a_trust_hands_over_to_its_own_committee(forum: Given) -> None:
    own = _own_delegations({**JOINT, **forum, "delegation.functions": TO_THE_FORUM})
    assert own.rows[0][1] == "The Committee"


def test_a_board_that_meets_beside_others_hands_nothing_to_the_forum() -> None:
    given = {**JOINT, "forum.type": "board-in-common", "delegation.functions": TO_THE_FORUM}
    assert design_of(given, ASHDALE).read("delegations-of-this-trust-grid") is None
    assert design_of(given, ASHDALE).read("this-trust-delegates") is False


def test_one_trust_has_one_chief_executive() -> None:
    functions = [{"function": "Mutual aid", "to": "chief-executives"}]
    own = _own_delegations({**JOINT, "delegation.functions": functions})
    assert own.rows[0] == (
        "Mutual aid", "The chief executive", "No limit in money", "None", "Not stated", "Not stated", "No end date",
    )  # fmt: skip


def test_a_chief_executive_decides_for_no_other_trust() -> None:
    functions = [
        {"function": "Mutual aid", "to": "chief-executives"},
        {"function": "Beds", "to": "chief-executives", "from": [CARROW]},
        {"function": "Vans", "to": "chief-executives", "from": [CARROW, ASHDALE]},
        {"function": "Posts", "to": "chief-executives", "to-whom": "the one who chairs"},
    ]
    grid = design_of({**JOINT, "delegation.functions": functions}).read("delegations-grid")
    assert isinstance(grid, Grid)
    assert [row[2] for row in grid.rows] == [
        "Each Member's own chief executive",
        "Its own chief executive",
        "Each Member's own chief executive",
        "The chief executives: the one who chairs",
    ]


def test_a_trust_that_delegates_nothing_is_told_from_one_not_yet_asked() -> None:
    functions = [{"function": "Imaging", "from": [CARROW], "to": "forum"}]
    given = {**JOINT, "delegation.functions": functions}
    assert design_of(given, CARROW).read("this-trust-delegates") is True
    assert design_of(given, ASHDALE).read("this-trust-delegates") is False
    assert design_of(given).read("this-trust-delegates") is None
    assert design_of({**given, "delegation.functions": None}, ASHDALE).read("this-trust-delegates") is None


def _own_delegations(given: Given) -> Grid:
    own = design_of(given, ASHDALE).read("delegations-of-this-trust-grid")
    assert isinstance(own, Grid)
    return own


def test_readings_and_calculations_bear_any_missing_answer_or_cell() -> None:
    whole = design_of(FULL, DUNMERE)
    for design in _with_one_thing_missing(whole):
        for reading in READINGS.values():
            reading.of(design)
        for calculation in CALCULATIONS.values():
            calculation.find(design)


def _with_one_thing_missing(design: Design) -> list[Design]:
    scalars, tables = design.answers.answers, design.answers.tables
    found = [Answers({key: value for key, value in scalars.items() if key != question}, tables) for question in scalars]
    for table, rows in tables.items():
        columns = dict.fromkeys(column for row in rows for column in row.cells)
        for column in columns:
            found.append(Answers(scalars, {**tables, table: tuple(_without_cell(row, column) for row in rows)}))
        found.append(Answers(scalars, {key: value for key, value in tables.items() if key != table}))
    return [replace(design, answers=answers, _kept={}) for answers in found]


def _without_cell(row: Row, column: str) -> Row:
    return replace(row, cells={key: value for key, value in row.cells.items() if key != column})
