"""Two running copies on one workspace: neither writes over what the other did, nor takes it for its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.domain.identities import random_id
from app.domain.values import Organisation
from app.services.answering import Cells
from app.ui.session import ProjectSession
from tests.ui.desk import NOW
from tests.ui.windows import open_services

NAME, RULE, MEMBERS = "collaborative.short-name", "decisions.quorum-rule", "members.members"
_AN_HOUR = 3_600_000
ROW: Cells = {"organisation": Organisation("Leeds Hospice"), "membership": "full"}


@dataclass
class Copy:
    """One copy, and what it told its user."""

    session: ProjectSession
    problems: list[str] = field(default_factory=list)
    told_of_others: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.session.problem_raised.connect(lambda _question, sentence: self.problems.append(sentence))
        self.session.changed_elsewhere.connect(lambda: self.told_of_others.append(True))


@pytest.fixture
def copies(qapp: object, tmp_path: Path) -> Iterator[tuple[Copy, Copy]]:
    """Those of Ada and Grace, with the same collaborative open, before either has looked at what the other does."""
    with open_services(tmp_path, "Ada") as first, open_services(tmp_path, "Grace") as second:
        made = first.collaboratives.create("Northern Alliance")
        opened = [Copy(ProjectSession(each, lambda: NOW, look_every=_AN_HOUR)) for each in (first, second)]
        for copy in opened:
            assert copy.session.open(made.id)
            copy.session.answer(NAME, "NORTH")
        yield opened[0], opened[1]
        for copy in opened:
            copy.session.close()


def test_an_answer_that_another_copy_changed_since_is_not_written_over(copies: tuple[Copy, Copy]) -> None:
    ada, grace = copies
    assert grace.session.answer(NAME, "GRACE")
    assert not ada.session.answer(NAME, "ADA")
    assert ada.session.snapshot.answers.value(NAME) == "GRACE", "what there is now is shown"
    assert "changed by Grace" in ada.problems[-1]
    assert "“ADA”" in ada.problems[-1], "what was typed is not lost"
    assert ada.session.answer(NAME, "ADA"), "who has seen the other answer may replace it"


def test_another_answer_is_saved_and_the_others_told_as_theirs(copies: tuple[Copy, Copy]) -> None:
    ada, grace = copies
    assert grace.session.answer(RULE, "every-trust")
    seen: list[object] = []
    ada.session.state_changed.connect(lambda snapshot: seen.append(snapshot.answers.value(RULE)))
    assert ada.session.answer(NAME, "ADA")
    assert ada.told_of_others == [True]
    assert seen == ["every-trust", "every-trust"], "first what the other did, then one's own act"
    assert not ada.problems


def test_rows_that_both_add_are_rows_of_their_own(copies: tuple[Copy, Copy]) -> None:
    ada, grace = copies
    mine, theirs = random_id(), random_id()
    assert grace.session.put_row(MEMBERS, theirs, {**ROW, "organisation": Organisation("Theirs")})
    assert ada.session.put_row(MEMBERS, mine, {**ROW, "organisation": Organisation("Mine")})
    assert ada.session.put_row(MEMBERS, mine, {**ROW, "organisation": Organisation("Mine again")})
    names = {row.id: row.organisation("organisation") for row in ada.session.snapshot.answers.rows(MEMBERS)}
    assert names == {theirs: Organisation("Theirs"), mine: Organisation("Mine again")}


def test_a_row_that_another_copy_changed_since_is_not_written_over(copies: tuple[Copy, Copy]) -> None:
    ada, grace = copies
    row = random_id()
    assert ada.session.put_row(MEMBERS, row, ROW)
    grace.session.look_for_changes()
    assert grace.session.put_row(MEMBERS, row, {**ROW, "staff": 900})
    assert not ada.session.put_row(MEMBERS, row, {**ROW, "membership": "associate"})
    assert ada.session.snapshot.answers.rows(MEMBERS)[0].whole_number("staff") == 900
    assert "changed by Grace" in ada.problems[-1]


def test_undo_does_not_take_back_what_the_user_was_not_told(copies: tuple[Copy, Copy]) -> None:
    ada, grace = copies
    assert ada.session.answer(NAME, "ADA")
    grace.session.look_for_changes()
    assert grace.session.answer(RULE, "every-trust")
    assert not ada.session.undo()
    assert ada.session.snapshot.answers.value(RULE) == "every-trust"
    assert "choose it again" in ada.problems[-1]
    assert ada.session.undo(), "who was told may do it"
    assert ada.session.snapshot.answers.value(RULE) is None


def test_what_the_other_does_while_one_acts_is_not_missed(copies: tuple[Copy, Copy]) -> None:
    ada, grace = copies
    # After Ada's act has read what there is, and before anything else happens.
    ada.session.state_changed.connect(lambda _snapshot: grace.session.answer(RULE, "every-trust"))
    assert ada.session.answer(NAME, "ADA")
    ada.session.look_for_changes()
    assert ada.session.snapshot.answers.value(RULE) == "every-trust"
    assert ada.told_of_others


def test_a_collaborative_that_another_copy_removed_is_told_once(copies: tuple[Copy, Copy]) -> None:
    ada, grace = copies
    collaboratives = grace.session.services.collaboratives
    collaboratives.bin(grace.session.snapshot.collaborative)
    collaboratives.remove_for_good(grace.session.snapshot.collaborative)
    ada.session.look_for_changes()
    assert len(ada.problems) == 1
    assert not ada.session.answer(NAME, "ADA")
