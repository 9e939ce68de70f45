"""The choices that calculations know are those that the questions offer."""

from collections.abc import Iterable
from enum import Enum

import pytest

from app.analysis import planning_calculations, tracking_calculations
from app.domain.decisions import Binds, Counted, QuorumRule, Rule, WeightsBasis
from app.domain.delegation import Recipient
from app.domain.forums import Chair, ForumType, SeatDeputy, SeatKind
from app.domain.leaving import Stranded
from app.domain.members import LegalForm, Membership, Post, Sector
from app.domain.money import Basis
from tests.analysis.designs import questionnaire

CHOICES: list[tuple[type[Enum], str, str | None]] = [
    (LegalForm, "members.members", "legal-form"),
    (Membership, "members.members", "membership"),
    (Post, "members.members", "representative-post"),
    (Post, "members.members", "deputy-post"),
    (Sector, "partners.partners", "sector"),
    (ForumType, "forum.type", None),
    (SeatKind, "forum.seats", "seat"),
    (SeatDeputy, "forum.seats", "deputy"),
    (Chair, "forum.chair", None),
    (Binds, "decisions.categories", "binds"),
    (Rule, "decisions.categories", "rule"),
    (Counted, "decisions.counted", None),
    (WeightsBasis, "decisions.weights-basis", None),
    (QuorumRule, "decisions.quorum-rule", None),
    (Recipient, "delegation.functions", "to"),
    (Stranded, "leaving.stranded", None),
]


def _offered(question_id: str, column_id: str | None) -> list[str]:
    question = questionnaire().question(question_id)
    asked = question if column_id is None else question.column(column_id)
    assert asked is not None
    return [option.id for option in asked.options]


def _values(choices: Iterable[Enum]) -> set[str]:
    return {choice.value for choice in choices}


@pytest.mark.parametrize(("choices", "question", "column"), CHOICES, ids=str)
def test_every_option_is_known_and_no_other(choices: type[Enum], question: str, column: str | None) -> None:
    assert _values(choices) == set(_offered(question, column))


def test_every_basis_of_money_is_known() -> None:
    offered = {*_offered("money.contribution-basis", None), *_offered("risk-gain.basis", None)}
    assert _values(Basis) == offered


def test_levels_of_maturity_come_in_the_order_in_which_they_are_offered() -> None:
    assert list(tracking_calculations.LEVELS) == _offered("maturity.scores", "level")


def test_every_duty_has_a_name_for_messages() -> None:
    assert set(planning_calculations.DUTY_NAMES) == set(_offered("duties.duties", "duty"))


def test_every_capability_that_a_form_needs_is_offered() -> None:
    needed = {
        capability
        for levels in (
            *tracking_calculations.LOWEST_FOR_FORUM.values(),
            *tracking_calculations.LOWEST_FOR_MODEL.values(),
        )
        for capability in levels
    }
    assert needed <= set(_offered("maturity.scores", "capability"))
    assert set(tracking_calculations.LOWEST_FOR_MODEL) <= set(_offered("model.kinds", None))
