"""Decision rules in words and in whole members, as the documents print them."""

import pytest

from app.domain.readings import Grid
from tests.analysis.designs import JOINT, Cells, category, design_of, six_members


def _rule(given: Cells, **answers: object) -> tuple[str, str]:
    """What carries a category and what that means, as the grid of rules says it."""
    changes = {key.replace("__", ".").replace("_", "-"): value for key, value in answers.items()}
    grid = design_of({**JOINT, "decisions.categories": [given], **changes}).read("decision-rules-grid")
    assert isinstance(grid, Grid)
    return grid.rows[0][2], grid.rows[0][3]


@pytest.mark.parametrize(
    ("given", "carries", "means"),
    [
        (category("A", "consensus"), "Consensus: no Member keeps up an objection", "All 6 Members; any 1 can stop it"),
        (category("A", "unanimity"), "A vote in favour by every Member", "All 6 Members; any 1 can stop it"),
        (category("A", "all-but-one"), "The votes of all but 1 of the Members", "5 of 6 Members; any 2 can stop it"),
        (
            category("A", "number", number=4),
            "The votes of at least 4 of the Members",
            "4 of 6 Members; any 3 can stop it",
        ),
        (
            category("A", "share-of-members", share=67),
            "The votes of at least two-thirds of the Members",
            "4 of 6 Members; any 3 can stop it",
        ),
        (
            category("A", "number", number=7),
            "The votes of at least 7 of the Members",
            "7, but there are only 6 Members",
        ),
        (category("A", "number"), "Not yet answered", "Not yet answered"),
        (category("A", "number", "own", number=4), "The Member decides for itself", "1 Member"),
        (
            category("A", "unanimity", lead_agrees=True),
            "A vote in favour by every Member, with the agreement of the lead provider",
            "All 6 Members; any 1 can stop it",
        ),
        (
            category("A", "share-of-members", "affected", share=75),
            "The votes of at least 75% of the affected Members",
            "2 of 2, 3 of 3, 3 of 4, 4 of 5 and 5 of 6 affected",
        ),
        (
            category("A", "consensus", "affected"),
            "Consensus: no affected Member keeps up an objection",
            "All that are affected; any 1 of them can stop it",
        ),
    ],
)
def test_a_rule_reads_in_words_and_in_whole_members(given: Cells, carries: str, means: str) -> None:
    assert _rule(given) == (carries, means)


def test_a_share_of_those_present_depends_on_how_many_come() -> None:
    carries, means = _rule(
        category("A", "share-of-members", share=75),
        decisions__counted="those-present",
        decisions__quorum_number=4,
    )
    assert carries == "The votes of at least 75% of the Members present"
    assert means == "3 of 4 when only a quorum is present, 5 of 6 when all are present"


def test_a_share_of_weights_depends_on_who_votes() -> None:
    carries, means = _rule(category("A", "share-of-weights", share=75), decisions__weights_basis="turnover")
    # Of 2,000 millions 1,500 are needed: 600, 450, 300 and 250 suffice, and without the 600 only 1,400 are left.
    assert carries == "At least 75% of the weights of the Members (weights by turnover)"
    assert means == (
        "Between 4 and 6 of the 6 Members, by their weights; Ashdale NHS Foundation Trust can stop it alone"
    )


def test_a_double_majority_needs_members_and_weights() -> None:
    carries, means = _rule(category("A", "double-majority", number=4, share=50), decisions__weights_basis="turnover")
    assert carries == (
        "The votes of at least 4 of the Members that also hold at least 50% of the weights of the Members "
        "(weights by turnover)"
    )
    assert means == "Between 4 and 5 of the 6 Members, by their weights; any 2 can stop it"


def test_weights_that_are_not_known_are_not_guessed() -> None:
    members = six_members({"Elmsea NHS Trust": {"turnover": None}})
    carries, means = _rule(
        category("A", "share-of-weights", share=75), decisions__weights_basis="turnover", members__members=members
    )
    assert carries.startswith("At least 75% of the weights")
    assert means == "Not yet answered"


@pytest.mark.parametrize(
    ("answers", "words", "trusts", "is_everyone"),
    [
        ({"decisions.quorum-rule": "every-trust"}, "all 6 Members", 6, True),
        ({"decisions.quorum-number": 4}, "4 of the 6 Members", 4, False),
        ({"decisions.quorum-number": 6}, "all 6 Members", 6, True),
        (
            {"decisions.quorum-rule": "share-of-trusts", "decisions.quorum-share": 67},
            "two-thirds of the Members (4 of the 6)",
            4,
            False,
        ),
        (
            {"decisions.quorum-rule": "share-of-trusts", "decisions.quorum-share": 75},
            "75% of the Members (5 of the 6)",
            5,
            False,
        ),
        ({"decisions.quorum-rule": "share-of-trusts", "decisions.quorum-share": 90}, "all 6 Members", 6, True),
        ({"decisions.quorum-rule": None}, None, None, None),
        ({"decisions.quorum-number": None}, None, None, None),
        (
            {
                "members.members": six_members()[1:3],
                "risk-gain.budget-holder": None,
                "decisions.quorum-rule": "every-trust",
            },
            "both Members",
            2,
            True,
        ),
    ],
)
def test_the_quorum_reads_as_a_number_of_members(
    answers: dict[str, object], words: str | None, trusts: int | None, is_everyone: bool | None
) -> None:
    design = design_of({**JOINT, **answers})
    assert design.read("quorum-in-words") == words
    assert design.read("quorum-trusts") == trusts
    assert design.read("quorum-is-everyone") is is_everyone
    assert design.read("quorum-at-least") == (words if is_everyone or words is None else f"at least {words}")


@pytest.mark.parametrize(("share", "words"), [(67, "two-thirds"), (33.3, "one-third"), (75, "75%")])
def test_the_share_of_a_quorum_reads_as_it_is_counted(share: float, words: str) -> None:
    given = {**JOINT, "decisions.quorum-rule": "share-of-trusts", "decisions.quorum-share": share}
    assert design_of(given).read("quorum-share-words") == words
