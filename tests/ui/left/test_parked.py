"""What is parked is told once, wherever it is looked for."""

from PySide6.QtCore import Qt

from app.services.still_open import in_short, still_open
from app.ui.parts.buttons import Button
from app.ui.places import AtSection
from app.ui.session import ProjectSession
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.hands import click, press
from tests.ui.left.left_page import DOCUMENTS, NOTICE, PEOPLE, QUORUM, STEPS, Shown, label
from tests.ui.windows import settle, texts


def test_a_parked_question_stands_by_step_with_the_note_that_may_say_why(session: ProjectSession, stage: Stage) -> None:
    session.park(QUORUM)
    session.note(QUORUM, "Ask the chairs")
    shown = Shown(session, stage, STEPS)
    shown.fold("2 Purpose, 1 parked, 11 of 12 sections done")
    link = shown.link(label(QUORUM))
    assert link.accessibleName() == f"{label(QUORUM)}, Parked. Note: Ask the chairs"
    click(link)
    assert shown.wishes == [AtSection("decisions", QUORUM)]


def test_parked_questions_that_nobody_has_in_hand_are_listed(session: ProjectSession, stage: Stage) -> None:
    session.park(NOTICE)
    session.park(QUORUM)
    session.add_todo("Ask", "Ada", None, QUORUM)
    session.answer("collaborative.short-name", None)
    shown = Shown(session, stage, PEOPLE)
    said = texts(shown.page)
    assert "Nobody named (2)" in said
    assert shown.link(label(NOTICE)).accessibleName() == f"{label(NOTICE)}, Parked"
    assert "1 parked question stands here only as its to-do." in said
    there = shown.link(label("collaborative.short-name"))
    assert there.accessibleName().endswith(", Open point")
    press(there, Qt.Key.Key_Return)
    assert shown.wishes == [AtSection("the-collaborative", "collaborative.short-name")]


def test_of_many_open_points_in_nobodys_hands_the_first_are_listed(session: ProjectSession, stage: Stage) -> None:
    for row in session.snapshot.answers.rows("members.members"):
        session.remove_row("members.members", row.id)
    for question in session.services.content.questionnaire.questions:
        if question.id in session.snapshot.visible and question.required_for and question.table is None:
            session.answer(question.id, None)
    shown = Shown(session, stage, PEOPLE)
    points = still_open(session.snapshot).points
    assert points > 14
    more = next(each for each in shown.page.findChildren(Button) if each.text() == f"Show {points - 12} more")
    press(more, Qt.Key.Key_Return)
    settle()
    assert shown.link(label(session.snapshot.left[-1].id)).isVisible()


def test_a_parked_question_that_is_an_open_point_is_counted_once(session: ProjectSession, stage: Stage) -> None:
    session.answer(NOTICE, None)
    session.park(NOTICE)
    session.park(QUORUM)
    still = still_open(session.snapshot)
    assert (still.points, still.parked, still.parked_points, still.waiting) == (1, 2, 1, 2)
    assert in_short(still) == "1 open point (1 parked), 1 parked"
    shown = Shown(session, stage, STEPS)
    said = texts(shown.page)
    assert "Still to do: 1 open point (parked) and 1 other parked question." in said
    assert shown.link(label(NOTICE)).accessibleName().startswith(f"{label(NOTICE)}, Open point, parked. ")
    assert "1 open point (1 parked), " in shown.fold("4 Delivery").header.accessibleName()
    shown.page.views.setCurrentIndex(DOCUMENTS)
    settle()
    assert "1 open point (1 parked), 1 parked" in shown.fold("Memorandum of understanding").header.accessibleName()
    shown.page.views.setCurrentIndex(PEOPLE)
    settle()
    assert "not listed here" not in texts(shown.page), "both stand in the list of what nobody has in hand"


def test_the_view_by_document_says_what_is_parked_and_ends_with_what_stands_in_no_draft(
    empty: ProjectSession, stage: Stage
) -> None:
    drafting, snapshot = empty.services.drafting, empty.snapshot
    nowhere = next(
        each
        for each in shipped_content().questionnaire.questions
        if each.id in snapshot.visible and not {*drafting.documents_using(each.id)} & {*snapshot.documents}
    )
    shown = Shown(empty, stage, DOCUMENTS)
    assert nowhere.label not in texts(shown.page)
    empty.park(nowhere.id)
    empty.park("collaborative.name")
    settle()
    assert ", 1 parked" in shown.fold("Memorandum of understanding").header.accessibleName()
    assert "In no draft so far" in texts(shown.page)
    click(shown.link(nowhere.label))
    assert shown.wishes == [AtSection(nowhere.section, nowhere.id)]
