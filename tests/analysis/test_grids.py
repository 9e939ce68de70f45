"""The tables that documents print: every figure in them, and totals that balance."""

from decimal import Decimal

import pytest

from app.domain.readings import Grid
from tests.analysis.designs import (
    ASHDALE,
    CARROW,
    DUNMERE,
    ELMSEA,
    FARROW,
    JOINT,
    SIX,
    Given,
    design_of,
    months,
    six_members,
    working_days,
)

Rows = tuple[tuple[str, ...], ...]


def _grid(reading: str, changes: Given, seen_from: str | None = None) -> Grid:
    found = design_of({**JOINT, **changes}, seen_from).read(reading)
    assert isinstance(found, Grid)
    return found


def _missing(reading: str, changes: Given) -> bool:
    return design_of({**JOINT, **changes}).read(reading) is None


def _pounds(words: str) -> Decimal:
    return Decimal(words.replace("£", "").replace(",", ""))


def test_contributions_by_turnover_show_measure_share_and_amount() -> None:
    grid = _grid("contributions-grid", {"money.budget": 1_234_567})
    assert [column.title for column in grid.columns] == ["Member", "Turnover", "Share", "Amount a year"]
    assert grid.rows[0] == (ASHDALE, "£600,000,000", "30%", "£370,370.10")
    assert grid.rows[-1] == ("Total", "£2,000,000,000", "100%", "£1,234,567")
    assert sum(_pounds(row[-1]) for row in grid.rows[:-1]) == 1_234_567
    assert grid.has_total


def test_equal_contributions_balance_to_the_penny() -> None:
    grid = _grid("contributions-grid", {"money.contribution-basis": "equal"})
    assert [row[1:] for row in grid.rows] == [
        ("16.67%", "£166,666.67"),
        ("16.67%", "£166,666.67"),
        ("16.67%", "£166,666.67"),
        ("16.67%", "£166,666.67"),
        ("16.66%", "£166,666.66"),
        ("16.66%", "£166,666.66"),
        ("100%", "£1,000,000"),
    ]


def test_contributions_by_staff_show_the_staff() -> None:
    grid = _grid("contributions-grid", {"money.contribution-basis": "staff"})
    assert grid.columns[1].title == "Staff (whole-time equivalents)"
    assert grid.rows[0][:3] == (ASHDALE, "6,000", "30%")
    assert grid.rows[-1][1] == "20,000"


def test_entered_shares_are_shown_even_where_they_fall_short() -> None:
    shares = [{"member": ASHDALE, "share": 60}, {"member": CARROW, "share": 35.5}]
    grid = _grid("contributions-grid", {"money.contribution-basis": "capitation", "money.contributions": shares})
    assert grid.rows[0] == (ASHDALE, "60%", "£600,000")
    assert grid.rows[2] == (CARROW, "35.5%", "£355,000")
    assert grid.rows[-1] == ("Total", "95.5%", "£955,000")


@pytest.mark.parametrize(
    "changes",
    [
        {"money.budget": None},
        {"money.contribution-basis": None},
        {"members.members": six_members({ELMSEA: {"turnover": None}})},
        {"money.contribution-basis": "mixed"},
    ],
)
def test_contributions_are_not_guessed(changes: Given) -> None:
    assert _missing("contributions-grid", changes)


def test_a_cost_is_worked_out_for_every_member() -> None:
    grid = _grid("worked-members-grid", {})
    assert grid.rows == (
        (ASHDALE, "30%", "£300,000", "Bears"),
        (SIX[1], "22.5%", "£225,000", "Pays"),
        (CARROW, "15%", "£150,000", "Pays"),
        (DUNMERE, "12.5%", "£125,000", "Pays"),
        (ELMSEA, "12.5%", "£125,000", "Pays"),
        (FARROW, "7.5%", "£75,000", "Pays"),
        (f"Not shared: stays with {ASHDALE}", "", "£1,500,000", "No payment"),
        ("Total", "", "£2,500,000", ""),
    )


def test_a_gain_shows_what_is_reinvested_first() -> None:
    grid = _grid("worked-members-grid", {"risk-gain.worked-result": 37_500_000, "risk-gain.reinvest-first": 40})
    assert grid.rows[0] == (ASHDALE, "30%", "£180,000", "Keeps")
    assert grid.rows[1] == (SIX[1], "22.5%", "£135,000", "Receives")
    assert grid.rows[-3:] == (
        ("Reinvested before any payment", "", "£400,000", "Set aside"),
        (f"Not shared: stays with {ASHDALE}", "", "£1,500,000", "No payment"),
        ("Total", "", "£2,500,000", ""),
    )


def test_a_gain_without_reinvestment_sets_nothing_aside() -> None:
    grid = _grid("worked-members-grid", {"risk-gain.worked-result": 37_500_000, "risk-gain.reinvest-first": 0})
    assert [row[0] for row in grid.rows[-2:]] == [f"Not shared: stays with {ASHDALE}", "Total"]


def test_the_budget_holder_sees_what_it_would_bear_alone() -> None:
    assert design_of(JOINT).read("unshared-at-the-cap") == "£1,400,000"
    assert design_of({**JOINT, "risk-gain.cap": None}).read("unshared-at-the-cap") is None


def test_there_is_one_band_where_sharing_stops_at_the_edge_of_the_first() -> None:
    for edge, says in ((5, False), (6, True), (7, True)):
        assert design_of({**JOINT, "risk-gain.tier-edge": edge, "risk-gain.cap": 6}).read("one-sharing-band") is says


def test_awkward_amounts_balance_in_both_tables() -> None:
    changes = {"risk-gain.worked-result": 38_765_432.11, "risk-gain.basis": "equal", "risk-gain.tier-share": 33.33}
    members = _grid("worked-members-grid", changes)
    assert sum(_pounds(row[2]) for row in members.rows[:-1]) == _pounds(members.rows[-1][2]) == Decimal("1234567.89")
    bands = _grid("worked-bands-grid", changes)
    assert sum(_pounds(row[3]) for row in bands.rows[:-1]) == _pounds(bands.rows[-1][3]) == Decimal("1234567.89")
    assert bands.rows[1] == ("First sharing band", "£800,000", "£2,000,000", "£434,567.89", "£144,841.48")
    design = design_of({**JOINT, **changes})
    assert design.read("worked-outcome") == "a Gain of £1,234,567.89"
    assert design.read("worked-shared-amount") == bands.rows[-1][4] == "£144,841.48"


def test_a_year_without_a_variance_moves_no_money() -> None:
    changes = {"risk-gain.worked-result": 40_000_000}
    grid = _grid("worked-members-grid", changes)
    assert {row[2:] for row in grid.rows[:-1]} == {("£0", "Nothing to settle")}
    assert design_of({**JOINT, **changes}).read("worked-outcome") == "no Variance"


@pytest.mark.parametrize(
    "changes",
    [
        {"risk-gain.worked-result": None},
        {"risk-gain.cap": None},
        {"risk-gain.worked-result": 37_000_000, "risk-gain.reinvest-first": None},
        {"risk-gain.basis": "agreed", "risk-gain.shares": [{"member": ASHDALE, "share": 99}]},
        {"risk-gain.used": False},
    ],
)
def test_a_worked_year_is_not_guessed(changes: Given) -> None:
    assert _missing("worked-members-grid", changes)


def test_without_an_upper_share_all_of_the_upper_band_is_shared() -> None:
    grid = _grid("worked-bands-grid", {"risk-gain.upper-share": None})
    assert grid.rows[2] == ("Upper sharing band", "£2,000,000", "£2,400,000", "£400,000", "£400,000")


def test_shares_of_risk_name_their_basis() -> None:
    grid = _grid("risk-shares-grid", {"risk-gain.basis": "equal"})
    assert grid.rows[-1] == ("Total", "100%")
    assert design_of(JOINT).read("share-basis-words") == "in proportion to the turnover of each Member"


def test_the_worst_case_is_set_against_turnover_and_limit() -> None:
    members = six_members({ELMSEA: {"turnover": None}})
    grid = _grid(
        "exposure-grid", {"members.members": members, "risk-gain.basis": "equal", "risk-gain.exposure-limit": 0.1}
    )
    assert grid.rows == (
        (ASHDALE, "£166,666.67", "0.03%", "0.1%"),
        (SIX[1], "£166,666.67", "0.04%", "0.1%"),
        (CARROW, "£166,666.67", "0.06%", "0.1%"),
        (DUNMERE, "£166,666.67", "0.07%", "0.1%"),
        (ELMSEA, "£166,666.66", "Not yet answered", "0.1%"),
        (FARROW, "£166,666.66", "0.11%", "0.1%, exceeded"),
    )


def test_a_worst_case_without_a_limit_shows_no_limit() -> None:
    grid = _grid("exposure-grid", {"risk-gain.exposure-limit": None})
    assert [column.title for column in grid.columns] == ["Member", "Worst case", "Part of turnover"]
    assert {len(row) for row in grid.rows} == {3}


def test_a_dispute_adds_up_tier_by_tier() -> None:
    assert [row[2:] for row in _grid("dispute-timeline-grid", {}).rows] == [("10", "10"), ("15", "25"), ("15", "40")]
    design = design_of(JOINT)
    assert design.read("dispute-days") == 40
    assert design.read("dispute-days-words") == "40 working days"


def test_leaving_runs_step_by_step() -> None:
    grid = _grid("exit-timeline-grid", {"leaving.minimum-term": {"amount": 2, "unit": "years"}})
    assert grid.rows == (
        ("Notice is received", "The first day"),
        ("The exit plan is due", "8 weeks after notice is received"),
        ("Programmes may be left one at a time", "As the exit plan sets out"),
        (
            "Membership ends",
            (
                "The first 31 March that is at least 12 months after notice is received, "
                "and not before the end of 2 years of membership"
            ),
        ),
        ("The leaver stops paying towards costs left behind", "6 months after membership ends"),
    )


def test_leaving_shows_no_step_that_is_not_agreed() -> None:
    changes = {"leaving.year-end": False, "leaving.plan": None, "leaving.staged": False, "leaving.stranded": "none"}
    assert _grid("exit-timeline-grid", changes).rows == (
        ("Notice is received", "The first day"),
        ("Membership ends", "12 months after notice is received"),
    )


def test_leaving_waits_for_the_end_of_the_minimum_term() -> None:
    changes = {"leaving.year-end": False, "leaving.minimum-term": {"amount": 1, "unit": "years"}}
    assert _grid("exit-timeline-grid", changes).rows[3] == (
        "Membership ends",
        "12 months after notice is received, or the end of 1 year of membership if that is later",
    )


def test_the_end_of_membership_is_not_told_before_it_is_settled() -> None:
    assert _grid("exit-timeline-grid", {"leaving.year-end": None}).rows[3] == ("Membership ends", "Not yet answered")


@pytest.mark.parametrize(
    ("question", "reading"),
    [("leaving.minimum-term", "no-minimum-term"), ("joining.probation", "no-probation")],
)
def test_a_length_of_nothing_is_none_at_all(question: str, reading: str) -> None:
    for amount, says in ((0, True), (12, False)):
        assert design_of({**JOINT, question: months(amount)}).read(reading) is says
    assert design_of({**JOINT, question: None}).read(reading) is None


def test_equal_shares_of_costs_left_behind_are_shown_in_round_figures() -> None:
    assert design_of(JOINT).read("stranded-equal-example") == (
        "Stranded Costs of £60,000 would cost the Leaving Member £10,000"
    )


def test_the_exit_example_gives_real_dates() -> None:
    assert design_of(JOINT).read("exit-date-example") == (
        "notice received on 1 October 2026 ends membership on 31 March 2028"
    )
    assert design_of({**JOINT, "collaborative.start-date": None}).read("exit-date-example") is None


def test_what_a_leaver_pays_follows_from_its_contribution() -> None:
    grid = _grid("stranded-cost-grid", {"leaving.stranded-period": months(12)})
    assert grid.rows[0] == (ASHDALE, "£300,000", "50%", "12 months", "£150,000")
    assert grid.rows[-1] == (FARROW, "£75,000", "50%", "12 months", "£37,500")
    assert _missing("stranded-cost-grid", {"leaving.stranded": "shared-equally"})


def test_people_are_named_with_their_posts_once() -> None:
    members = six_members(
        {
            ASHDALE: {"representative": {"name": "Ada Khan", "role": "Chief executive"}, "deputy": None},
            CARROW: {"representative": None, "deputy-post": None, "deputy": None},
        }
    )
    grid = _grid("representatives-grid", {"members.members": members})
    assert grid.rows[0] == (ASHDALE, "NHS foundation trust", "Ada Khan, Chief executive", "Executive director")
    assert grid.rows[2] == (CARROW, "NHS trust", "Chief executive", "Not stated")
    own = _grid("this-trust-representatives-grid", {"members.members": members}, seen_from=CARROW)
    assert own.rows == (grid.rows[2],)


def test_board_dates_come_in_order_of_time() -> None:
    changes = {
        "members.members": six_members({ASHDALE: {"board-date": "2026-08-06"}}),
        "cycle.board-dates": [{"member": ASHDALE, "date": "2026-12-03"}, {"member": ASHDALE, "date": "2026-11-05"}],
    }
    grid = _grid("board-dates-grid", changes)
    assert grid.rows[0] == (ASHDALE, "6 August 2026", "5 November 2026 and 3 December 2026")
    assert grid.rows[1] == (SIX[1], "Not stated", "Not stated")
    assert len(_grid("board-dates-grid", {}).columns) == 2


def test_the_load_on_leaders_is_added_up_for_each_member() -> None:
    rows = [
        {"member": ASHDALE, "others": "North", "hours-here": 10, "hours-elsewhere": 25, "hours-available": 40},
        {"member": CARROW, "hours-here": 7},
        {"member": ASHDALE, "others": "East", "hours-here": 7, "hours-available": 40},
    ]
    assert _grid("load-grid", {"leaders.load": rows}).rows == (
        (ASHDALE, "North; East", "17", "25", "40", "105%"),
        (CARROW, "Not stated", "7", "Not yet answered", "Not yet answered", "Not yet answered"),
    )


def test_capacity_is_added_up_for_each_programme() -> None:
    changes = {
        "programmes.programmes": [{"programme": "Imaging"}, {"programme": "Payroll"}],
        "capacity.hours": [
            {"programme": "Imaging", "member": ASHDALE, "needed": 30, "available": 20},
            {"programme": "Payroll", "member": ASHDALE, "needed": 5},
            {"programme": "Imaging", "member": CARROW, "needed": 10, "available": 15},
        ],
    }
    assert _grid("capacity-grid", changes).rows == (
        ("Imaging", "40", "35", f"{ASHDALE} (30 needed, 20 available)"),
        ("Payroll", "5", "Not yet answered", "None"),
    )


def test_a_seat_whose_holder_is_not_known_is_to_be_named() -> None:
    people = {"representative": {"role": "Chief executive"}, "deputy": {"name": "Ada Khan"}}
    changes: dict[str, object] = {
        "members.members": six_members({ASHDALE: people, CARROW: {"representative": {"name": "Jo Ray"}}}),
        "forum.seats": [
            {"seat": "non-executive-director", "number": 2, "per": "each-trust", "standing": "voting"},
            {"seat": "chief-executive", "number": 1, "per": "each-trust", "standing": "voting", "deputy": "none"},
            {"seat": "clinical-director", "number": 3, "per": "whole-forum", "standing": "voting"},
            {"seat": "managing-director", "number": 1, "per": "each-trust", "standing": "attending"},
        ],
    }
    unknown = ("Non-executive director", "To be named", "To be named")
    rows = _grid("seat-holders-grid", changes).rows
    assert len(rows) == 18
    assert [row[1:] for row in rows if row[0] == ASHDALE] == [
        unknown,
        unknown,
        ("Chief executive", "Chief executive", "Ada Khan"),
    ]
    assert [row[1:] for row in rows if row[0] == CARROW][2] == ("Chief executive", "To be named", "Nobody")
    assert design_of({**JOINT, **changes}).read("each-member-fills-several-seats") is True
    own = design_of({**JOINT, **changes}, ASHDALE).read("seat-holders-grid")
    assert isinstance(own, Grid)
    assert {row[0] for row in own.rows} == {ASHDALE}


def test_a_member_with_one_voting_seat_fills_no_more() -> None:
    seat = {"seat": "chair", "number": 1, "per": "each-trust", "standing": "voting"}
    assert design_of({**JOINT, "forum.seats": [seat]}).read("each-member-fills-several-seats") is False
    assert design_of({**JOINT, "forum.seats": None}).read("each-member-fills-several-seats") is None


def test_it_is_told_whether_any_board_has_a_date() -> None:
    dated = six_members({CARROW: {"board-date": "2026-08-06"}})
    assert design_of({**JOINT, "members.members": dated}).read("any-board-date") is True
    assert design_of({**JOINT, "members.members": six_members({})}).read("any-board-date") is False


def test_a_measure_shows_its_latest_value() -> None:
    changes = {
        "measures.measures": [
            {
                "measure": "Long waits",
                "unit": "patients",
                "direction": "lower",
                "target": "1500",
                "frequency": "monthly",
            },
            {"measure": "Vacancies", "source": "Staff record", "owner": {"name": "", "role": "Director of people"}},
        ],
        "measures.values": [
            {"measure": "Long waits", "date": "2026-03-31", "value": "4200"},
            {"measure": "Long waits", "date": "2026-01-31", "value": "4860"},
        ],
    }
    assert _grid("measures-grid", changes).rows == (
        ("Long waits (patients)", "Lower", "4,200 on 31 March 2026", "1,500", "Monthly", "Not stated", "Not stated"),
        ("Vacancies", "Not stated", "None yet", "Not stated", "Not stated", "Director of people", "Staff record"),
    )


def test_maturity_counts_the_members_at_each_level() -> None:
    scores = [
        {"capability": "digital", "member": ASHDALE, "level": "emerging", "evidence": "One system"},
        {"capability": "digital", "member": CARROW, "level": "leading", "evidence": "One system", "next-step": "Plan"},
        {"capability": "digital", "member": ELMSEA, "level": "leading"},
        {"capability": "relationships", "member": CARROW, "level": "emerging"},
    ]
    assert _grid("maturity-grid", {"maturity.scores": scores}).rows == (
        ("Digital", "Leading: 2 Members; emerging: 1 Member", "One system", "Plan"),
        ("Relationships", "Emerging: 1 Member", "Not stated", "Not stated"),
    )


def test_a_tension_goes_by_its_own_name_where_it_has_one() -> None:
    tensions = [
        {"tension": "money-or-quality", "stand": "balanced", "handling": "Quality is costed first"},
        {"tension": "other", "name": "Large trust or small", "stand": "second"},
    ]
    assert _grid("tensions-grid", {"tensions.tensions": tensions}).rows == (
        ("Money or quality of care", "Balanced", "Quality is costed first"),
        ("Large trust or small", "Wholly on the second side", "Not stated"),
    )


def test_a_tier_that_lasts_no_time_adds_nothing() -> None:
    tiers = [{"tier": "One", "who": "All", "period": working_days(0)}]
    assert _grid("dispute-timeline-grid", {"disputes.tiers": tiers}).rows == (("One", "All", "0", "0"),)
