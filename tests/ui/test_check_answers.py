"""Checking answers: every visible question with its answer in words, and a way to change each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.values import Kind
from app.services.answers_in_words import Standing, section_answers
from app.ui.pages.answers.answer_row import AnswerRow
from app.ui.pages.answers_page import AnswersPage
from app.ui.parts.buttons import Button
from app.ui.parts.card import Hairline
from app.ui.parts.tag import Tag
from app.ui.places import AtAnswers, AtOpenPoints, AtSection, AtSettings, UserPlace, place_from_text, place_to_text
from app.ui.session import ProjectSession
from app.ui.theme.theme import Theme, apply_theme
from app.ui.ways import before, is_there, step_ending_with, way_in_words
from tests.shipped import shipped_content
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import borrowed, open_session
from tests.ui.fitting import misfits
from tests.ui.hands import click, press
from tests.ui.windows import settle, texts

QUESTIONS = shipped_content().questionnaire
SHORT_NAME = "collaborative.short-name"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("answers"), "south-london-mental-health") as opened:
        yield opened


@pytest.fixture
def session(example: ProjectSession) -> Iterator[ProjectSession]:
    """The session for one test, which leaves it as it found it."""
    with borrowed(example) as lent:
        yield lent


def shown(session: ProjectSession, stage: Stage, step: str, size: tuple[int, int] = (1134, 712)) -> AnswersPage:
    page = AnswersPage(session)
    session.state_changed.connect(page.show_snapshot)
    stage.show(page, *size)
    page.show_step(step)
    come_to_rest(page)
    return page


def come_to_rest(page: AnswersPage) -> None:
    """Let every section unfold that is to be open, one after the other, and let all find its place."""
    while page.is_unfolding:
        QApplication.processEvents()
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    settle()


def row(page: AnswersPage, question: str) -> AnswerRow:
    return next(each for each in page.rows if each.line.question.id == question)


def test_every_visible_question_of_a_step_is_there_with_its_answer(
    session: ProjectSession, stage: Stage, qtbot: QtBot
) -> None:
    page = shown(session, stage, "scope")
    step = QUESTIONS.steps[0]
    asked = [q.id for section in step.sections for q in section.questions if q.id in session.snapshot.visible]
    assert len(page.rows) < len(asked), "what is not in sight is built when it is asked for"
    click(page.unfold_button)
    qtbot.waitUntil(lambda: len(page.rows) == len(asked))
    assert [each.line.question.id for each in page.rows] == asked
    assert "Check your answers: 1 Scope" in texts(page)
    assert f"{len(asked)} of {len(asked)} answered." in texts(page)
    assert "SLP" in texts(row(page, SHORT_NAME))


def test_change_leads_to_the_question(session: ProjectSession, stage: Stage) -> None:
    page = shown(session, stage, "scope")
    wishes: list[UserPlace] = []
    page.place_wished.connect(wishes.append)
    change = row(page, SHORT_NAME).change
    assert change.accessibleName() == f"Change: {QUESTIONS.question(SHORT_NAME).label}"
    press(change, Qt.Key.Key_Return)
    assert wishes == [AtSection("the-collaborative", SHORT_NAME)]


def test_each_answer_says_where_it_stands(session: ProjectSession, stage: Stage) -> None:
    page = shown(session, stage, "purpose")
    suggested = next(
        q.id
        for section in QUESTIONS.steps[1].sections
        for q in section.questions
        if q.suggestion is not None and q.id in session.snapshot.visible
    )
    section = QUESTIONS.section(QUESTIONS.question(suggested).section)

    def tags() -> list[str]:
        come_to_rest(page)
        if not page.parts[section.id].header.isChecked():
            page.parts[section.id].header.click()
        return [tag.words for tag in row(page, suggested).findChildren(Tag)]

    assert tags() == []
    session.accept_suggestion(suggested)
    assert tags() == ["Suggestion not confirmed"]
    session.agree(suggested)
    assert tags() == ["Agreed"]
    session.park(suggested)
    assert tags() == ["Parked"]
    session.answer(suggested, None)
    expected = "Not answered: open point" if QUESTIONS.question(suggested) in session.snapshot.left else "Not answered"
    assert tags() == [expected]


def test_a_table_is_told_by_its_count_and_its_rows(session: ProjectSession) -> None:
    answers = section_answers(QUESTIONS.section("members"), session.snapshot, QUESTIONS)
    line = next(each for each in answers.lines if each.question.id == "members.members")
    assert (line.words, len(line.rows)) == ("", len(session.snapshot.answers.rows("members.members")))
    assert line.rows[0].startswith("Oxleas NHS Foundation Trust (RPG)")


def test_long_tables_are_cut_and_the_rest_is_counted(session: ProjectSession, stage: Stage) -> None:
    table = next(
        q for q in QUESTIONS.questions if q.kind is Kind.TABLE and len(session.snapshot.answers.rows(q.id)) > 7
    )
    count = len(session.snapshot.answers.rows(table.id))
    answers = section_answers(QUESTIONS.section(table.section), session.snapshot, QUESTIONS)
    made = AnswerRow(next(each for each in answers.lines if each.question.id == table.id))
    stage.show(made, 800, 400)
    assert f"{count} rows" in texts(made)
    assert f"and {count - 6} more" in texts(made)


def test_what_was_typed_is_never_markup(session: ProjectSession, stage: Stage) -> None:
    session.answer(SHORT_NAME, "<b>SLP</b>")
    session.note(SHORT_NAME, "<i>Ask</i>")
    said = texts(row(shown(session, stage, "scope"), SHORT_NAME))
    assert "<b>SLP</b>" in said
    assert "Note: <i>Ask</i>" in said


def test_open_to_dos_are_counted_beside_the_answer(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "", None, SHORT_NAME)
    assert "1 to-do" in texts(row(shown(session, stage, "scope"), SHORT_NAME))


def test_a_section_stays_folded_or_open_when_an_answer_changes(session: ProjectSession, stage: Stage) -> None:
    page = shown(session, stage, "scope")
    first, last = QUESTIONS.steps[0].sections[0].id, QUESTIONS.steps[0].sections[-1].id
    page.parts[first].header.click()
    page.parts[last].header.click()
    session.answer(SHORT_NAME, "New")
    come_to_rest(page)
    assert not page.parts[first].header.isChecked()
    assert page.parts[last].header.isChecked()


def test_the_ways_lead_on_back_and_to_what_is_left(session: ProjectSession, stage: Stage) -> None:
    page = shown(session, stage, "scope")
    wishes: list[UserPlace] = []
    page.place_wished.connect(wishes.append)
    buttons = {each.text(): each for each in page.findChildren(Button) if each.isVisible()}
    for words in ("Back", "Go on to step 2: Purpose", "See what is left", "Check all five steps"):
        click(buttons[words])
    steps = QUESTIONS.steps
    assert wishes == [
        AtSection(steps[0].sections[-1].id),
        AtSection(steps[1].sections[0].id),
        AtOpenPoints(),
        AtAnswers(),
    ]
    page.show_step("tracking")
    settle()
    assert not any("Go on to" in each.text() for each in page.findChildren(Button) if each.isVisible())


def test_all_five_steps_are_listed_folded(session: ProjectSession, stage: Stage) -> None:
    page = shown(session, stage, "")
    assert "Check all your answers" in texts(page)
    assert list(page.parts) == [each.id for each in QUESTIONS.sections]
    assert page.rows == []


def test_a_section_that_does_not_apply_says_so(tmp_path: Path, stage: Stage) -> None:
    with open_session(tmp_path, None) as nothing_yet:
        needless = QUESTIONS.section("independent")
        page = shown(nothing_yet, stage, needless.step)
        header = page.parts[needless.id].header
        assert header.accessibleName() == f"{needless.title}, Does not apply"
        assert not header.isChecked(), "there is nothing to read"
        press(header, Qt.Key.Key_Return)
        settle()
        assert "Your earlier answers make it unnecessary." in texts(page.parts[needless.id])


def test_what_is_parked_and_answered_is_counted_among_the_answered(session: ProjectSession, stage: Stage) -> None:
    session.park(SHORT_NAME)
    page = shown(session, stage, "scope")
    section = page.parts["the-collaborative"].header.accessibleName()
    assert section.endswith(" answered, 1 of them parked")
    assert " answered, 1 of them parked." in texts(page)
    session.answer(SHORT_NAME, None)
    session.park(SHORT_NAME)
    come_to_rest(page)
    assert " answered, 1 parked, 1 open point." in texts(page)


def test_lines_between_answers_end_as_far_from_one_edge_as_from_the_other(
    session: ProjectSession, stage: Stage
) -> None:
    page = shown(session, stage, "scope")
    part = page.parts["the-collaborative"]
    line = next(each for each in part.findChildren(Hairline) if each.isVisible())
    left = line.mapTo(part, QPoint(0, 0)).x()
    assert left == part.width() - line.width() - left


def test_everything_fits_at_twice_the_size_of_text(session: ProjectSession, stage: Stage, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    session.park(SHORT_NAME)
    page = shown(session, stage, "scope", (1000, 700))
    assert misfits(page) == []


def test_the_place_is_kept_as_a_text_and_found_again() -> None:
    for place in (AtAnswers("purpose"), AtAnswers()):
        assert place_from_text(place_to_text(place)) == place
        assert is_there(QUESTIONS, place)
    assert not is_there(QUESTIONS, AtAnswers("no-such-step"))


def test_the_answers_come_after_the_last_section_of_a_step() -> None:
    last = QUESTIONS.steps[1].sections[-1].id
    assert step_ending_with(QUESTIONS, last) == "purpose"
    assert step_ending_with(QUESTIONS, QUESTIONS.steps[1].sections[0].id) == ""
    assert before(QUESTIONS, AtAnswers("purpose")) == AtSection(last)
    assert before(QUESTIONS, AtAnswers()) is None
    assert way_in_words(QUESTIONS, AtAnswers("purpose")) == ("2 Purpose", "Check your answers")
    assert way_in_words(QUESTIONS, AtAnswers()) == ("Check your answers",)
    assert way_in_words(QUESTIONS, AtSettings()) == ("Settings",)
    assert way_in_words(QUESTIONS, AtSettings("nhs-act-2006-s26b")) == ("Settings", "Law records")


def test_standings_count_what_they_say(session: ProjectSession) -> None:
    session.park(SHORT_NAME)
    answers = section_answers(QUESTIONS.section("the-collaborative"), session.snapshot, QUESTIONS)
    assert (answers.count(Standing.PARKED), answers.count(Standing.OPEN)) == (1, 0)


def test_a_table_with_a_row_that_lacks_something_is_not_complete_and_says_what(
    session: ProjectSession, stage: Stage
) -> None:
    members = QUESTIONS.question("members.members")
    section = QUESTIONS.section(members.section)
    whole = section_answers(section, session.snapshot, QUESTIONS)
    line = next(each for each in whole.lines if each.question is members)
    assert (line.missing, line.is_answered) == ((), True)
    first = session.snapshot.answers.rows(members.id)[0]
    kept = {column: cell for column, cell in first.cells.items() if column not in {"legal-form", "membership"}}
    assert session.put_row(members.id, first.id, kept)
    page = shown(session, stage, section.step)
    told = row(page, members.id)
    assert "Still needed: legal form and membership" in texts(told)
    assert "Not complete: open point" in [tag.words for tag in told.findChildren(Tag)]
    found = section_answers(section, session.snapshot, QUESTIONS)
    assert sum(each.is_answered for each in found.lines) == sum(each.is_answered for each in whole.lines) - 1
    progress = session.snapshot.sections[section.id]
    assert sum(each.is_answered for each in found.lines) == progress.answered, "as the page of what is left counts it"
