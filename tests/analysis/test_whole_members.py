"""Shares and rules in whole members: what a percentage comes to in a membership of this size."""

from decimal import Decimal

import pytest

from app.analysis.whole_members import in_whole_members
from app.domain.answers import Answer, Answers, Row
from app.domain.values import Organisation, Value


def membership(count: int, answers: dict[str, Value], categories: tuple[dict[str, Value], ...] = ()) -> Answers:
    members = tuple(
        Row(str(number), {"organisation": Organisation(f"Trust {number}"), "membership": "full"})
        for number in range(count)
    )
    kinds = tuple(Row(f"kind-{number}", cells) for number, cells in enumerate(categories))
    return Answers(
        {question: Answer(question, value) for question, value in answers.items()},
        {"members.members": members, "decisions.categories": kinds},
    )


@pytest.mark.parametrize(
    ("members", "share", "words"),
    [
        (6, Decimal(75), "5 of 6 members"),
        (6, Decimal(67), "4 of 6 members"),
        (4, Decimal(76), "all 4 members"),
        (2, Decimal(60), "both members"),
        (1, Decimal(50), "the only member"),
        (0, Decimal(50), ""),
    ],
)
def test_a_share_of_the_members_is_told_in_whole_members(members: int, share: Decimal, words: str) -> None:
    assert in_whole_members("joining.approval-share", membership(members, {"joining.approval-share": share})) == words


def test_whoever_is_to_be_excluded_is_not_counted() -> None:
    answers = membership(6, {"leaving.exclusion-share": Decimal(75)})
    assert in_whole_members("leaving.exclusion-share", answers) == "4 of 5 other members"
    everyone = membership(6, {"leaving.exclusion-approval": "all-others"})
    assert in_whole_members("leaving.exclusion-approval", everyone) == "all 5 other members"
    all_but_one = membership(6, {"leaving.exclusion-approval": "all-but-one-other"})
    assert in_whole_members("leaving.exclusion-approval", all_but_one) == "4 of 5 other members"


def test_a_share_that_has_a_question_of_its_own_is_told_there() -> None:
    answers = membership(6, {"joining.approval": "share-of-members"})
    assert in_whole_members("joining.approval", answers) == ""


def test_the_quorum_is_told_whichever_way_it_is_counted() -> None:
    share: dict[str, Value] = {"decisions.quorum-rule": "share-of-trusts", "decisions.quorum-share": Decimal(67)}
    assert in_whole_members("decisions.quorum-share", membership(6, share)) == "4 of 6 members"
    number: dict[str, Value] = {"decisions.quorum-rule": "number-of-trusts", "decisions.quorum-number": 7}
    words = in_whole_members("decisions.quorum-number", membership(6, number))
    assert words == "more than the 6 members there are"


def test_each_category_that_counts_votes_is_told_and_the_others_are_not() -> None:
    categories: tuple[dict[str, Value], ...] = (
        {"category": "Shared services", "binds": "all", "rule": "share-of-members", "share": Decimal(75)},
        {"category": "The budget", "binds": "all", "rule": "unanimity"},
        {"category": "Estates", "binds": "all", "rule": "number", "number": 3},
        {"category": "Own matters", "binds": "own"},
    )
    words = in_whole_members("decisions.categories", membership(6, {}, categories))
    assert words == "Shared services: 5 of 6 members; Estates: 3 of 6 members"


def test_a_question_that_counts_nobody_means_no_more_than_it_says() -> None:
    assert in_whole_members("money.contingency", membership(6, {"money.contingency": Decimal(5)})) == ""
