"""When conditions hold, what they ask, and when one cannot hold without another."""

from decimal import Decimal

import pytest

from app.domain.answers import Answer, Answers, Row
from app.domain.conditions import (
    All,
    Amount,
    Answered,
    AnyOf,
    Condition,
    Count,
    Includes,
    Is,
    Not,
    ReadingValue,
    Reads,
    holds,
    implies,
    questions_in,
    readings_in,
)

ANSWERS = Answers(
    {
        "forum.type": Answer("forum.type", "joint-committee"),
        "model.kinds": Answer("model.kinds", ("lead-provider", "shared-leadership")),
        "risk.used": Answer("risk.used", False),
        "risk.cap": Answer("risk.cap", Decimal(5)),
        "support.size": Answer("support.size", 4),
        "services.services": Answer("services.services", None, note="A table has no value of its own."),
    },
    {
        "services.services": (
            Row("1", {"standing": "in", "levels": ("place", "system")}),
            Row("2", {"standing": "later"}),
            Row("3", {"standing": "in"}),
        )
    },
)
READ: dict[str, ReadingValue] = {"any-trust": True, "voting-members": 6, "legal-form": "nhs-trust", "untold": None}

YES = Answered("forum.type")
NO = Answered("forum.name")


@pytest.mark.parametrize(
    "condition",
    [
        None,
        YES,
        Answered("services.services"),
        Not(NO),
        All((YES, Not(NO))),
        All(()),
        AnyOf((NO, YES)),
        Is("forum.type", ("advisory-group", "joint-committee")),
        Is("risk.used", (False,)),
        Includes("model.kinds", "lead-provider"),
        Count("services.services", at_least=3, at_most=3),
        Count("services.services", at_least=2, at_most=2, column="standing", values=("in",)),
        Count("services.services", at_least=1, column="levels", values=("system", "national")),
        Count("no.table", at_most=0),
        Amount("risk.cap", at_least=Decimal(5)),
        Amount("risk.cap", at_least=Decimal(1), at_most=Decimal(5)),
        Amount("support.size", at_most=Decimal(4)),
        Reads("any-trust"),
        Reads("voting-members", at_least=Decimal(6), at_most=Decimal(6)),
        Reads("legal-form", values=("foundation-trust", "nhs-trust")),
        Not(Reads("untold")),
    ],
)
def test_a_condition_holds_for_fitting_answers(condition: Condition | None) -> None:
    assert holds(condition, ANSWERS, READ.__getitem__)


@pytest.mark.parametrize(
    "condition",
    [
        NO,
        Not(YES),
        All((YES, NO)),
        AnyOf((NO, NO)),
        AnyOf(()),
        Is("forum.type", ("advisory-group",)),
        Is("forum.name", ("joint-committee",)),
        Includes("model.kinds", "leadership-board"),
        Includes("forum.name", "lead-provider"),
        Count("services.services", at_least=4),
        Count("services.services", at_most=1, column="standing", values=("in",)),
        Amount("risk.cap", at_least=Decimal("5.01")),
        Amount("risk.cap", at_most=Decimal("4.99")),
        Amount("no.amount", at_least=Decimal(0)),
        Amount("risk.used", at_least=Decimal(0)),
        Reads("untold"),
        Reads("untold", at_least=Decimal(0)),
        Reads("any-trust", at_least=Decimal(0)),
        Reads("voting-members", at_least=Decimal(7)),
        Reads("legal-form", values=("icb",)),
    ],
)
def test_a_condition_does_not_hold_for_other_answers(condition: Condition) -> None:
    assert not holds(condition, ANSWERS, READ.__getitem__)


def test_a_condition_knows_what_it_asks() -> None:
    condition = All((YES, Not(AnyOf((NO, Reads("any-trust")))), Count("a.b", at_least=1), Is("c.d", (True,))))
    assert list(questions_in(condition)) == ["forum.type", "forum.name", "a.b", "c.d"]
    assert list(readings_in(condition)) == ["any-trust"]
    assert list(questions_in(None)) == list(readings_in(None)) == []


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        (YES, None),
        (None, None),
        (YES, YES),
        (All((YES, NO)), NO),
        (All((YES, NO)), All((NO, YES))),
        (YES, AnyOf((NO, YES))),
        (AnyOf((YES, All((YES, NO)))), YES),
        (Is("a.b", ("x",)), Is("a.b", ("x", "y"))),
        (All((NO, Is("a.b", ("x",)))), AnyOf((Is("a.b", ("x", "y")), YES))),
    ],
)
def test_one_condition_plainly_needs_another(stronger: Condition | None, weaker: Condition | None) -> None:
    assert implies(stronger, weaker)


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        (None, YES),
        (YES, NO),
        (YES, All((YES, NO))),
        (AnyOf((YES, NO)), YES),
        (Is("a.b", ("x", "y")), Is("a.b", ("x",))),
        (Is("a.b", ("x",)), Is("a.c", ("x",))),
        (Not(YES), YES),
    ],
)
def test_one_condition_may_hold_without_another(stronger: Condition | None, weaker: Condition | None) -> None:
    assert not implies(stronger, weaker)
