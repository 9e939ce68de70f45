"""What is left stands by step and section, and by document."""

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.left import TaskStatus
from app.ui.fields.settings import FieldSettings
from app.ui.pages.left_page import LeftPage
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.places import AtAnswers, AtDocuments, AtSection
from app.ui.session import ProjectSession
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.desk import MEMORANDUM, TODAY
from tests.ui.hands import click, press
from tests.ui.left.left_page import (
    DOCUMENTS,
    LATE,
    NOTICE,
    PEOPLE,
    QUORUM,
    STEPS,
    Shown,
    has_suggestion,
    label,
    used_by_memorandum,
)
from tests.ui.windows import settle, texts


def test_open_points_stand_by_step_and_section_and_lead_to_their_question(
    session: ProjectSession, stage: Stage
) -> None:
    session.clear_rows("objectives.objectives")
    session.answer(NOTICE, None)
    shown = Shown(session, stage, STEPS)
    said = texts(shown.page)
    assert "Still to do: 2 open points." in said
    assert label("objectives.objectives") in said
    assert label(NOTICE) not in said, "only the first step with something left is open"
    press(shown.fold("4 Delivery, 1 open point").header, Qt.Key.Key_Return)
    settle()
    click(shown.link(label(NOTICE)))
    assert shown.wishes == [AtSection("leaving", NOTICE)]


def test_every_section_says_where_it_stands(empty: ProjectSession, stage: Stage) -> None:
    shown = Shown(empty, stage, STEPS)
    statuses = shown.statuses()
    assert statuses["The collaborative"] == TaskStatus.IN_PROGRESS.value
    assert statuses["Services in scope"] == TaskStatus.NOT_STARTED.value
    assert statuses["Checks on each other"] == TaskStatus.CANNOT_START.value
    assert f"First answer: {label('members.members')}" in texts(shown.page)
    press(shown.fold("2 Purpose").header, Qt.Key.Key_Return)
    settle()
    assert "Independent-sector part" not in shown.statuses(), "on its own line until it is asked for"
    press(shown.fold("Does not apply: ").header, Qt.Key.Key_Return)
    settle()
    assert shown.statuses()["Independent-sector part"] == TaskStatus.DOES_NOT_APPLY.value
    click(shown.link("Check your answers to step 1"))
    assert shown.wishes == [AtAnswers("scope")]


def test_what_is_done_takes_one_line_and_stays_as_the_user_left_it(session: ProjectSession, stage: Stage) -> None:
    session.answer(NOTICE, None)
    shown = Shown(session, stage, STEPS)
    leaving, joining = (shipped_content().questionnaire.section(each).title for each in ("leaving", "joining"))
    assert list(shown.statuses()) == [leaving], "only what waits stands in full"
    assert "1 Scope" in texts(shown.page)
    done = shown.fold("Done: 12 sections")
    press(done.header, Qt.Key.Key_Space)
    settle()
    assert shown.statuses()[joining] == TaskStatus.DONE.value
    session.answer("collaborative.short-name", "NEW")
    settle()
    assert joining in shown.statuses(), "an answer folds nothing"
    click(shown.fold("Done: 12 sections").header)
    settle()
    assert list(shown.statuses()) == [leaving]
    session.undo()
    session.undo()
    settle()
    shown.fold("4 Delivery").header.setChecked(True)
    settle()
    assert leaving in shown.statuses(), "where all is done, whoever unfolds the step sees its sections"


def test_a_section_of_which_all_is_answered_is_done_until_something_of_it_is_parked(
    session: ProjectSession, stage: Stage
) -> None:
    shown = Shown(session, stage, STEPS)
    press(shown.fold("4 Delivery").header, Qt.Key.Key_Return)
    settle()
    leaving = shipped_content().questionnaire.section("leaving").title
    assert shown.statuses()[leaving] == TaskStatus.DONE.value
    session.park(NOTICE)
    settle()
    assert shown.statuses()[leaving] == TaskStatus.IN_PROGRESS.value
    assert "1 of them parked" in shown.section(leaving).accessibleName()
    assert shown.link(label(NOTICE)).accessibleName().startswith(f"{label(NOTICE)}, Parked. Note: ")
    assert "1 parked, " in shown.fold("4 Delivery").header.accessibleName(), (
        "the line of the step says why it is not done"
    )


def test_an_answer_takes_its_point_away_and_steps_stay_as_they_were(session: ProjectSession, stage: Stage) -> None:
    session.answer(NOTICE, None)
    session.answer("collaborative.short-name", None)
    shown = Shown(session, stage, STEPS)
    shown.fold("4 Delivery").header.click()
    settle()
    assert label(NOTICE) in texts(shown.page)
    session.answer("collaborative.short-name", "WYAAT")
    settle()
    assert label(NOTICE) in texts(shown.page)
    assert label("collaborative.short-name") not in texts(shown.page)


def test_without_open_points_the_way_leads_to_the_documents(session: ProjectSession, stage: Stage) -> None:
    shown = Shown(session, stage, STEPS)
    assert "No open points are left." in texts(shown.page)
    click(shown.link("Go to the documents"))
    assert shown.wishes == [AtDocuments()]


def test_the_view_that_opens_first_shows_every_to_do_and_is_not_green_while_one_is_open(
    session: ProjectSession, stage: Stage
) -> None:
    session.add_todo("Ask the chairs", "Ada", TODAY - timedelta(days=1), QUORUM)
    session.add_todo("Book a room", "", None, None)
    shown = Shown(session, stage, STEPS)
    said = texts(shown.page)
    assert f"No open points are left. 2 to-dos are still open ({LATE})." in said
    assert f"Still to do: 2 to-dos ({LATE})." in said
    assert "To-dos (2)" in said
    assert [row.todo.text for row in shown.page.todos.rows] == ["Ask the chairs", "Book a room"]
    assert "1 to-do, 12 of 12 sections done" in shown.fold("2 Purpose").header.accessibleName()
    assert [each.tone for each in shown.page.findChildren(MessageStrip) if each.isVisible()] == [Tone.NOTE]
    click(shown.link(label(QUORUM)))
    assert shown.wishes == [AtSection("decisions", QUORUM)]
    shown.page.views.setCurrentIndex(DOCUMENTS)
    settle()
    assert [row.todo.text for row in shown.page.todos.rows] == ["Ask the chairs", "Book a room"]
    press(shown.page.todos.rows[1].tick, Qt.Key.Key_Space)
    settle()
    assert [row.todo.text for row in shown.page.todos.rows] == ["Ask the chairs"]


def test_the_sentence_accounts_for_every_question_and_for_all_that_waits(session: ProjectSession, stage: Stage) -> None:
    session.answer(NOTICE, None)
    session.park(QUORUM)
    session.add_todo("Ask", "Ada", TODAY - timedelta(days=1), None)
    session.add_todo("Write", "Ada", None, None)
    total = session.snapshot.total
    said = texts(Shown(session, stage, STEPS).page)
    assert f"Still to do: 1 open point, 2 to-dos ({LATE}) and 1 parked question." in said
    optional = total.asked - total.answered - total.left
    assert optional > 1
    assert f"{total.answered} of {total.asked} questions are answered." in said
    assert f"answered. {optional} of the others are optional." in said


def test_notes_beside_answers_are_listed_letter_for_letter(empty: ProjectSession, stage: Stage) -> None:
    empty.note("collaborative.name", "Ask the <b>chairs</b> in May")
    assert "Ask the <b>chairs</b> in May" in texts(Shown(empty, stage, STEPS).page)


def test_each_document_lists_what_its_draft_lacks_and_what_nobody_confirmed(
    session: ProjectSession, stage: Stage, qtbot: QtBot
) -> None:
    session.answer(NOTICE, None)
    suggested = next(each for each in used_by_memorandum(session) if has_suggestion(each) and each != NOTICE)
    session.accept_suggestion(suggested)
    shown = Shown(session, stage, DOCUMENTS)
    drafted = session.services.drafting.state(session.snapshot, MEMORANDUM).copies[0]
    lacking = {point.question for point in drafted.open_points}
    assert NOTICE in lacking
    qtbot.waitUntil(lambda: f"Open points ({len(lacking)})" in texts(shown.page))
    said = texts(shown.page)
    assert "Suggestions that nobody has confirmed (" in said
    assert label(suggested) in said
    memorandum = shown.fold("Memorandum of understanding")
    assert memorandum.header.accessibleName().endswith(TaskStatus.IN_PROGRESS.value)
    click(shown.link("Go to the document"))
    assert shown.wishes == [AtDocuments(MEMORANDUM)]
    session.agree(suggested)
    settle()
    folds = [each for each in shown.page.findChildren(FoldedPart) if each.isVisible()]
    assert label(suggested) not in texts(folds[0])


def test_a_document_that_does_not_apply_says_why(empty: ProjectSession, stage: Stage) -> None:
    shown = Shown(empty, stage, DOCUMENTS)
    state = next(each for each in empty.services.drafting.listing(empty.snapshot) if not each.applies)
    part = shown.fold(state.title)
    assert part.header.accessibleName().endswith(TaskStatus.DOES_NOT_APPLY.value)
    press(part.header, Qt.Key.Key_Return)
    settle()
    # A draft that arrives meanwhile has the list drawn anew; what is unfolded stays so.
    assert state.why_not in texts(shown.fold(state.title))


def test_the_view_is_remembered(session: ProjectSession, stage: Stage) -> None:
    shown = Shown(session, stage, STEPS)
    press(shown.page.views, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert LeftPage(session, FieldSettings(lambda: TODAY)).views.currentIndex() == PEOPLE
