"""Checks on how decisions are made: each finds its fault, and nothing where there is none."""

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
    LEAD,
    Cells,
    category,
    six_members,
    without,
    working_days,
)

FIVE = {"members.members": without((FARROW,))}


def _rule(rule: str, binds: str = "all", **cells: object) -> dict[str, object]:
    return {"decisions.categories": [category("Plans", rule, binds, **cells)]}


def _weighted(share: int, weights: tuple[int, ...]) -> dict[str, object]:
    names = (ASHDALE, BRACKWATER, CARROW, DUNMERE, ELMSEA, FARROW)
    changes: dict[str, Cells] = {name: {"weight": weight} for name, weight in zip(names, weights, strict=True)}
    return {
        **_rule("share-of-weights", share=share),
        "decisions.weights-basis": "agreed",
        "members.members": six_members(changes),
    }


CASES = [
    Case(
        "majority-cannot-bind",
        _rule("all-but-one"),
        (
            (
                "“Plans” could be carried against a trust, but in this form (committees in common) "
                "each trust decides only for itself."
            ),
        ),
        _rule("number", number=6),
        base=IN_COMMON,
    ),
    Case(
        "majority-cannot-bind",
        _rule("share-of-members", "affected", share=75),
        (
            (
                "“Plans” could be carried against a trust, but in this form (board in common) "
                "each trust decides only for itself."
            ),
        ),
        _rule("all-but-one", "own"),
        base={**IN_COMMON, "forum.type": "board-in-common"},
    ),
    Case(
        "quorum-cannot-decide",
        {"decisions.quorum-number": 4},
        ("“Whole collaborative” needs 5 members in favour, but 4 make a quorum.",),
        {"decisions.quorum-number": 5},
    ),
    Case(
        "quorum-cannot-decide",
        _rule("unanimity"),
        ("“Plans” needs 6 members in favour, but 5 make a quorum.",),
        {"decisions.quorum-number": 4, "decisions.counted": "those-present"},
    ),
    Case(
        "minority-could-bind-all",
        {"decisions.quorum-number": 4, "decisions.counted": "those-present"},
        ("With only the quorum of 4 present, 3 of the 6 members could carry “Whole collaborative” for all.",),
        {"decisions.quorum-number": 5, "decisions.counted": "those-present"},
    ),
    Case(
        "consensus-without-everyone",
        _rule("consensus"),
        ("“Plans” is decided by consensus, but 5 of the 6 members make a quorum.",),
        {**_rule("consensus"), "decisions.quorum-rule": "every-trust"},
    ),
    Case(
        "more-votes-than-members",
        _rule("number", number=7),
        ("“Plans” needs 7 votes, but there are 6 full members.",),
        _rule("number", number=6),
    ),
    Case(
        "quorum-above-members",
        {"decisions.quorum-number": 7},
        ("The quorum is 7 trusts, but there are 6 full members.",),
        {"decisions.quorum-number": 6},
    ),
    Case(
        "quorum-below-half",
        {"decisions.quorum-number": 2},
        ("The quorum is 2 of 6 members, which is less than half.",),
        {"decisions.quorum-number": 3},
    ),
    Case(
        "share-means-everyone",
        _rule("share-of-members", share=90),
        ("For “Plans”, 90% of the 6 members means all of them.",),
        _rule("share-of-members", share=100),
    ),
    Case(
        "share-means-bare-majority",
        {**_rule("share-of-members", share=60), **FIVE},
        ("For “Plans”, 60% of the 5 members means 3, which is no more than a simple majority.",),
        {**_rule("share-of-members", share=51), **FIVE},
    ),
    Case(
        "share-means-bare-majority",
        _rule("share-of-members", share=67),
        ("For “Plans”, two-thirds of the 6 members means 4, which is no more than a simple majority.",),
        _rule("share-of-members", share=75),
    ),
    Case(
        "half-can-carry",
        _rule("share-of-members", share=50),
        ("“Plans” can be carried by 3 of the 6 members.",),
        _rule("share-of-members", share=51),
    ),
    Case(
        "tie-without-way-out",
        {**_rule("number", number=4), "disputes.tiers": None},
        ("With 6 members, “Plans” can end in a tie of 3 to 3, and nothing says what happens then.",),
        {**_rule("number", number=3), **FIVE, "disputes.tiers": None},
    ),
    Case(
        "tie-without-way-out",
        {**_rule("share-of-members", share=51), "disputes.tiers": None},
        ("With 6 members, “Plans” can end in a tie of 3 to 3, and nothing says what happens then.",),
        _rule("share-of-members", share=51),
    ),
    Case(
        "lead-can-be-outvoted",
        _rule("all-but-one"),
        (f"“Plans” can be carried against {BRACKWATER}, which carries the risk of a lead contract.",),
        _rule("all-but-one", lead_agrees=True),
        base=LEAD,
    ),
    Case(
        "lead-can-be-outvoted",
        {**_weighted(60, (1, 4, 4, 4, 4, 4))},
        (f"“Plans” can be carried against {BRACKWATER}, which carries the risk of a lead contract.",),
        {**_weighted(60, (1, 9, 2, 2, 2, 2))},
        base=LEAD,
    ),
    Case(
        "lead-can-stop",
        _rule("unanimity", lead_agrees=True),
        ("“Plans” fails without the agreement of the lead provider.",),
        {},
        base=LEAD,
    ),
    Case(
        "member-without-influence",
        _weighted(70, (4, 4, 4, 2, 2, 1)),
        (f"In “Plans” the vote of {FARROW} can never change the result.",),
        _weighted(71, (4, 4, 4, 2, 2, 1)),
    ),
    Case(
        "member-decides-alone",
        _weighted(60, (15, 1, 1, 1, 1, 1)),
        (f"In “Plans” {ASHDALE} carries any decision alone, and nothing is carried without it.",),
        _weighted(80, (15, 1, 1, 1, 1, 1)),
    ),
    Case(
        "member-with-most-power",
        _weighted(60, (9, 2, 2, 2, 2, 2)),
        (f"In “Plans” {ASHDALE} holds 57% of the decisive positions.",),
        _weighted(60, (4, 4, 4, 3, 3, 2)),
    ),
    Case(
        "weights-without-effect",
        _weighted(95, (4, 4, 4, 3, 3, 3)),
        ("In “Plans” the weights differ, but every member has the same power.",),
        _weighted(95, (4, 4, 4, 4, 4, 4)),
    ),
    Case(
        "weight-missing",
        {
            **_rule("share-of-weights", share=75),
            "decisions.weights-basis": "staff",
            "members.members": six_members({ELMSEA: {"staff": None}}),
        },
        (f"Some decisions count weights, but {ELMSEA} has no staff.",),
        {
            **_rule("share-of-weights", share=75),
            "decisions.weights-basis": "turnover",
            "members.members": six_members({ELMSEA: {"staff": None}}),
        },
    ),
    Case(
        "abstention-against-count",
        {"decisions.abstentions": "not-counted"},
        ("Shares are counted from all members, but an abstention is left out of the count.",),
        {"decisions.abstentions": "not-counted", "decisions.counted": "those-present"},
    ),
    Case(
        "affected-not-defined",
        {"decisions.affected-test": None},
        ("Some decisions bind only the members that they affect, but no test says which those are.",),
        {"decisions.affected-test": None, **_rule("unanimity")},
    ),
    Case(
        "call-in-after-effect",
        {
            "decisions.call-in": True,
            "decisions.call-in-period": working_days(5),
            "decisions.cooling-off": working_days(3),
        },
        ("A trust has 5 working days to call a decision in, but the decision takes effect after 3 working days.",),
        {
            "decisions.call-in": True,
            "decisions.call-in-period": working_days(5),
            "decisions.cooling-off": working_days(5),
        },
    ),
    Case(
        "gates-without-reopening-test",
        {"gates.used": True},
        ("Decisions pass locked gates, but nothing says when a passed gate may be reopened.",),
        {"gates.used": True, "gates.reopening-test": "Only if safety requires it."},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_finds_its_fault(case: Case) -> None:
    assert_fires(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)
def test_the_check_leaves_a_sound_design_alone(case: Case) -> None:
    assert_quiet(case)
