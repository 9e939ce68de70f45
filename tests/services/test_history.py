"""History in words: who did what to which question, found again by section, person and words; and the past."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.content.catalogue import Content
from app.domain.values import Organisation, Value
from app.services.history import WantedActs
from app.services.past import RowDifference
from app.services.retracing import Retrace, what_was_retraced
from app.services.services import Services, build_services
from app.services.snapshots import Snapshot
from app.storage.workspace import Workspace

QUORUM = "decisions.quorum-number"
NOTICE = "leaving.notice"
MEMBERS = "members.members"
BEGUN = datetime(2026, 3, 2, 9, tzinfo=UTC)
LEEDS: dict[str, Value] = {"organisation": Organisation("Leeds Teaching Hospitals NHS Trust", "RR8")}
AIREDALE: dict[str, Value] = {"organisation": Organisation("Airedale NHS Foundation Trust", "RCF")}


class Clock:
    """A clock that goes on by a minute each time it is looked at."""

    def __init__(self) -> None:
        self.moment = BEGUN

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def own(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    file, backups = tmp_path / "workspace.sqlite3", tmp_path / "backups"
    with Workspace.open(file, backups=backups, clock=clock, author="Ada Khan") as opened:
        yield opened


@pytest.fixture
def ours(own: Workspace, content: Content) -> Services:
    return build_services(content, own, BEGUN.date)


@pytest.fixture
def northern(ours: Services) -> str:
    return ours.collaboratives.create("Northern").id


def summaries(ours: Services, northern: str, wanted: WantedActs | None = None) -> list[str]:
    return [act.summary for act in ours.history.acts(northern, wanted or WantedActs())]


def test_every_act_tells_what_it_did(ours: Services, northern: str) -> None:
    answering = ours.answering
    answering.answer(northern, QUORUM, 4)
    answering.answer(northern, QUORUM, 5)
    answering.note(northern, QUORUM, "Ask the chairs")
    answering.agree(northern, QUORUM)
    answering.answer(northern, QUORUM, None)
    (row,) = answering.put_row(northern, MEMBERS, None, LEEDS).answers.rows(MEMBERS)
    answering.put_row(northern, MEMBERS, row.id, {**LEEDS, "turnover": Decimal(900)})
    answering.add_rows(northern, MEMBERS, [AIREDALE, {"organisation": Organisation("A Charity")}])
    answering.move_row(northern, MEMBERS, row.id, 2)
    answering.remove_row(northern, MEMBERS, row.id)
    answering.clear_rows(northern, MEMBERS)
    answering.undo(northern)
    answering.redo(northern)
    told = summaries(ours, northern)[::-1]
    assert told == [
        "Collaborative created",
        "Quorum: set to 4",
        "Quorum 4 → 5",
        "Quorum: note written",
        "Quorum: agreed",
        "Quorum: cleared (was 5)",
        "Members: added Leeds Teaching Hospitals",
        f"Members: Leeds Teaching Hospitals: {turnover(ours)} set to £900",
        "Members: added 2 rows",
        "Members: moved Leeds Teaching Hospitals",
        "Members: removed Leeds Teaching Hospitals",
        "Members: removed 2 rows",
        "Undone: Members: removed 2 rows",
        "Done again: Members: removed 2 rows",
    ]


def turnover(ours: Services) -> str:
    column = ours.content.questionnaire.question(MEMBERS).column("turnover")
    assert column is not None
    return column.label[:1].lower() + column.label[1:]


def test_a_change_made_elsewhere_is_told_from_what_it_really_was(
    ours: Services, own: Workspace, content: Content, northern: str
) -> None:
    ours.answering.answer(northern, QUORUM, 4)
    elsewhere = build_services(content, own, BEGUN.date)
    elsewhere.answering.answer(northern, QUORUM, 7)
    after = ours.answering.answer(northern, QUORUM, 5)
    assert after.undo is not None
    assert after.undo.endswith("7 → 5")


def test_acts_are_found_by_step_section_person_and_words(ours: Services, own: Workspace, northern: str) -> None:
    ours.answering.answer(northern, QUORUM, 4)
    own.author = "Jo Hill"
    ours.answering.accept_suggestion(northern, NOTICE)
    ours.answering.answer(northern, "collaborative.short-name", "100%_west")
    everything = summaries(ours, northern)
    quorum, notice, name = everything[2], everything[1], everything[0]
    assert summaries(ours, northern, WantedActs(step="delivery")) == [notice]
    assert summaries(ours, northern, WantedActs(section="decisions")) == [quorum]
    assert summaries(ours, northern, WantedActs(step="delivery", section="decisions")) == []
    assert summaries(ours, northern, WantedActs(author="Jo Hill")) == [name, notice]
    assert summaries(ours, northern, WantedActs(text="QUORUM")) == [quorum]
    assert summaries(ours, northern, WantedActs(text="jo notice")) == [notice]
    assert summaries(ours, northern, WantedActs(text="100%_")) == [name], "signs of the database stand for themselves"
    assert summaries(ours, northern, WantedActs(text="%")) == [name]
    assert summaries(ours, northern, WantedActs(text="nowhere")) == []
    assert ours.history.authors(northern) == ("Ada Khan", "Jo Hill")


def test_a_long_history_comes_in_parts(ours: Services, northern: str) -> None:
    for number in range(1, 31):
        ours.answering.answer(northern, QUORUM, number)
    first = ours.history.acts(northern, WantedActs(section="decisions"), 10)
    second = ours.history.acts(northern, WantedActs(section="decisions"), 10, first[-1].id)
    assert [act.summary.rsplit(" ", 1)[1] for act in (*first, *second)] == [str(n) for n in range(30, 10, -1)]
    assert ours.history.acts(northern, WantedActs(section="decisions"), 10, after=first[2].id) == first[:2]
    present = ours.answering.open(northern)
    past = ours.history.of_question(present, QUORUM, 5)
    older = ours.history.of_question(present, QUORUM, 5, past[-1].act)
    assert [each.after for each in (*past, *older)] == [str(n) for n in range(30, 20, -1)]


def test_one_question_tells_what_it_was_and_what_it_became(ours: Services, northern: str) -> None:
    ours.answering.answer(northern, QUORUM, 4)
    ours.answering.answer(northern, NOTICE, None)
    ours.answering.answer(northern, QUORUM, 5)
    present = ours.answering.note(northern, QUORUM, "Ask the chairs")
    note, second, first = ours.history.of_question(present, QUORUM)
    assert (first.then, first.after, first.can_return) == ("", "4", True)
    assert (second.then, second.after, second.can_return) == ("4", "5", False)
    assert (note.words, note.note, note.can_return) == (("Note written",), "Ask the chairs", False)
    assert first.author == "Ada Khan"
    assert first.at < second.at < note.at
    assert ours.history.of_question(present, "nothing.at-all") == ()


def test_an_answer_is_used_again_as_an_act_that_undo_takes_back(ours: Services, northern: str) -> None:
    ours.answering.answer(northern, QUORUM, 4)
    present = ours.answering.answer(northern, QUORUM, 5)
    first = ours.history.of_question(present, QUORUM)[-1]
    after = ours.answering.use_again(northern, QUORUM, first.at)
    assert after.answers.value(QUORUM) == 4
    assert after.undo == "Quorum 5 → 4"
    assert ours.answering.undo(northern).answers.value(QUORUM) == 5
    assert ours.answering.use_again(northern, QUORUM, BEGUN).answers.value(QUORUM) is None


def test_the_rows_of_a_table_are_used_again(ours: Services, northern: str) -> None:
    ours.answering.put_row(northern, MEMBERS, None, LEEDS)
    ours.answering.put_row(northern, MEMBERS, None, AIREDALE)
    present = ours.answering.clear_rows(northern, MEMBERS)
    cleared, second, first = ours.history.of_question(present, MEMBERS)
    assert cleared.words == ("Removed Leeds Teaching Hospitals", "Removed Airedale")
    assert [each.can_return for each in (cleared, second, first)] == [False, True, True]
    after = ours.answering.use_again(northern, MEMBERS, second.at)
    assert [dict(row.cells) for row in after.answers.rows(MEMBERS)] == [LEEDS, AIREDALE]


def fill(ours: Services, northern: str, clock: Clock) -> tuple[datetime, Snapshot]:
    ours.answering.answer(northern, QUORUM, 4)
    ours.answering.put_row(northern, MEMBERS, None, LEEDS)
    ours.answering.answer(northern, "problem.statement", "Waits are long.")
    moment = clock.moment
    ours.answering.answer(northern, QUORUM, 5)
    (row,) = ours.answering.open(northern).answers.rows(MEMBERS)
    ours.answering.put_row(northern, MEMBERS, None, AIREDALE)
    ours.answering.put_row(northern, MEMBERS, row.id, {**LEEDS, "turnover": Decimal(900)})
    ours.answering.park(northern, NOTICE)
    return moment, ours.answering.answer(northern, "vision.statement", "Care close to home.")


def test_the_past_tells_what_differs_from_now(ours: Services, northern: str, clock: Clock) -> None:
    moment, present = fill(ours, northern, clock)
    past = ours.history.past(present, moment)
    assert past.snapshot.answers.value(QUORUM) == 4
    found = {each.question.id: each for each in past.differences}
    order = [each.id for each in ours.content.questionnaire.questions]
    assert list(found) == sorted(found, key=order.index)
    assert (found[QUORUM].then, found[QUORUM].now) == ("4", "5")
    assert (found["vision.statement"].then, found["vision.statement"].now) == ("", "Care close to home.")
    assert (found[MEMBERS].then, found[MEMBERS].now) == ("1 row", "2 rows")
    label = turnover(ours)[:1].upper() + turnover(ours)[1:]
    assert found[MEMBERS].rows == (
        RowDifference("Leeds Teaching Hospitals", f"{label}: nothing", f"{label}: £900"),
        RowDifference("Airedale", "Not in the table", "In the table"),
    )
    assert (found[NOTICE].then, found[NOTICE].now) == ("", "No answer\nParked")
    assert "problem.statement" not in found
    assert len(found) == 4


def test_the_past_tells_both_sides_of_notes_states_and_rows(ours: Services, northern: str, clock: Clock) -> None:
    answering = ours.answering
    answering.answer(northern, QUORUM, 4)
    answering.note(northern, QUORUM, "Ask the chairs")
    answering.answer(northern, "vision.statement", "Care close to home.")
    answering.agree(northern, "vision.statement")
    answering.answer(northern, "problem.statement", f"{'Waits are long. ' * 30}So far.")
    (leeds,) = answering.put_row(northern, MEMBERS, None, LEEDS).answers.rows(MEMBERS)
    answering.add_rows(northern, MEMBERS, [AIREDALE])
    moment = clock.moment
    answering.note(northern, QUORUM, "")
    answering.park(northern, "vision.statement")
    answering.answer(northern, "problem.statement", f"{'Waits are long. ' * 30}No more.")
    present = answering.move_row(northern, MEMBERS, leeds.id, 1)
    found = {each.question.id: (each.then, each.now) for each in ours.history.past(present, moment).differences}
    assert found[QUORUM] == ("Note: Ask the chairs", "No note")
    assert found["vision.statement"] == ("Care close to home.\nAgreed", "Care close to home.\nParked")
    then, now = found["problem.statement"]
    assert now == f"{then} (changed further on)"
    assert found[MEMBERS] == ("2 rows", "2 rows, in another order")
    present = answering.remove_row(northern, MEMBERS, leeds.id)
    members = ours.history.past(present, moment).differences[0]
    assert members.rows == (RowDifference("Leeds Teaching Hospitals", "In the table", "Not in the table"),)


def test_an_answer_that_was_given_and_taken_away_is_as_if_it_had_not_been(
    ours: Services, northern: str, clock: Clock
) -> None:
    moment = clock.moment
    ours.answering.answer(northern, QUORUM, 4)
    present = ours.answering.answer(northern, QUORUM, None)
    assert ours.history.past(present, moment).differences == ()


def test_everything_comes_back_in_one_act_that_undo_takes_back(ours: Services, northern: str, clock: Clock) -> None:
    moment, present = fill(ours, northern, clock)
    after = ours.answering.bring_back(northern, moment)
    assert ours.history.past(after, moment).differences == ()
    assert after.undo is not None
    assert after.undo.startswith("Everything made as it was on 2 March 2026, ")
    undone = ours.answering.undo(northern)
    assert ours.history.past(undone, clock.moment).differences == ()
    assert undone.answers.value("vision.statement") == present.answers.value("vision.statement")
    assert len(undone.answers.rows(MEMBERS)) == 2


def test_what_undo_did_names_its_questions(ours: Services, northern: str) -> None:
    before = ours.answering.answer(northern, QUORUM, 4)
    after = ours.answering.undo(northern)
    questionnaire = ours.content.questionnaire
    done = what_was_retraced(Retrace.UNDO, before, after, questionnaire)
    assert done is not None
    assert done.words == "Undone: Quorum: set to 4"
    assert done.questions == (QUORUM,)
    again = what_was_retraced(Retrace.REDO, after, ours.answering.redo(northern), questionnaire)
    assert again is not None
    assert again.words == "Done again: Quorum: set to 4"
    same = ours.answering.redo(northern)
    assert what_was_retraced(Retrace.REDO, same, same, questionnaire) is None
