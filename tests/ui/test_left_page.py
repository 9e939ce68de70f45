"""What is left: by step, by document and by person; and to-dos, from the page to undo."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.wording import date_in_words
from app.services.left import TaskStatus
from app.services.still_open import in_short, still_open
from app.ui.fields.settings import FieldSettings
from app.ui.pages.left.task_row import TaskRow
from app.ui.pages.left_page import LeftPage
from app.ui.parts.buttons import Button
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.link_row import LinkRow
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.tag import Tag
from app.ui.places import AtAnswers, AtDocuments, AtSection, UserPlace
from app.ui.session import ProjectSession
from app.ui.theme.theme import Theme, apply_theme
from tests.shipped import shipped_content
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import MEMORANDUM, TODAY, borrowed, open_session
from tests.ui.fitting import misfits
from tests.ui.hands import click, press, press_focused, write
from tests.ui.windows import settle, texts

NOTICE = "leaving.notice"
QUORUM = "decisions.quorum-rule"
STEPS, DOCUMENTS, PEOPLE = range(3)
#: Set with a space at which no line breaks.
LATE = "1\N{NO-BREAK SPACE}overdue"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("left")) as opened:
        yield opened


@pytest.fixture(scope="module")
def nothing_yet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("empty"), None) as opened:
        yield opened


@pytest.fixture
def session(example: ProjectSession) -> Iterator[ProjectSession]:
    yield from _lent(example)


@pytest.fixture
def empty(nothing_yet: ProjectSession) -> Iterator[ProjectSession]:
    yield from _lent(nothing_yet)


def _lent(session: ProjectSession) -> Iterator[ProjectSession]:
    """The session for one test, which leaves it as it found it."""
    with borrowed(session) as lent:
        yield lent
    session.services.preferences.put("left.view", "step")


class Shown:
    """The page as the window shows it, with the places that it wishes for."""

    def __init__(self, session: ProjectSession, stage: Stage, view: int, size: tuple[int, int] = (1134, 712)) -> None:
        self.page = LeftPage(session, FieldSettings(lambda: TODAY))
        self.wishes: list[UserPlace] = []
        self.page.place_wished.connect(self.wishes.append)
        session.state_changed.connect(self.page.show_snapshot)
        stage.show(self.page, *size)
        self.page.show_snapshot(session.snapshot)
        self.page.views.setCurrentIndex(view)
        settle()

    def link(self, words: str) -> LinkRow:
        return next(each for each in self.page.findChildren(LinkRow) if each.isVisible() and each.words == words)

    def section(self, words: str) -> TaskRow:
        return next(each for each in self.page.findChildren(TaskRow) if each.isVisible() and each.words == words)

    def fold(self, words: str) -> FoldedPart:
        parts = (each for each in self.page.findChildren(FoldedPart) if each.isVisible())
        return next(each for each in parts if words in each.header.accessibleName())

    def statuses(self) -> dict[str, str]:
        return {row.words: row.tag.words for row in self.page.findChildren(TaskRow) if row.isVisible()}


def label(question: str) -> str:
    return shipped_content().questionnaire.question(question).label


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
    suggested = next(each for each in _used_by_memorandum(session) if _has_suggestion(each) and each != NOTICE)
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


def _has_suggestion(question: str) -> bool:
    questionnaire = shipped_content().questionnaire
    return questionnaire.has(question) and questionnaire.question(question).suggestion is not None


def _used_by_memorandum(session: ProjectSession) -> list[str]:
    drafting = session.services.drafting
    visible = session.snapshot.visible
    questions = shipped_content().questionnaire.questions
    return [q.id for q in questions if q.id in visible and MEMORANDUM in drafting.documents_using(q.id)]


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


def test_a_to_do_is_added_by_keyboard_with_a_known_name(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Draft it", "Zadie Okafor", None, None)
    shown = Shown(session, stage, STEPS)
    page = shown.page
    press(page.add_button, Qt.Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is page.form.text
    press_focused(Qt.Key.Key_Return)
    assert page.form.problem == "Say what is to be done."
    write(page.form.text, "Ask <b>both</b> boards")
    write(page.form.person, "zadie")
    settle()
    popup = QApplication.activePopupWidget()
    press(popup, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.form.person.text() == "Zadie Okafor"
    write(page.form.due.line, "1 september 2026")
    press(page.form.give_button, Qt.Key.Key_Space)
    settle()
    assert not page.form.isVisible()
    assert page.add_button.hasFocus()
    added = session.snapshot.todos[0]
    assert (added.text, added.person) == ("Ask <b>both</b> boards", "Zadie Okafor")
    assert date_in_words(added.due) == "1 September 2026" if added.due else False
    assert "Zadie Okafor: 2 to-dos" in texts(page)


def test_a_day_that_cannot_be_read_is_told_and_nothing_typed_is_lost(session: ProjectSession, stage: Stage) -> None:
    page = Shown(session, stage, PEOPLE).page
    click(page.add_button)
    write(page.form.text, "Ask")
    write(page.form.due.line, "soonish")
    press(page.form.give_button, Qt.Key.Key_Return)
    assert page.form.problem
    assert (page.form.text.text(), page.form.due.line.text()) == ("Ask", "soonish")
    assert session.snapshot.todos == ()
    press(page.form.text, Qt.Key.Key_Escape)
    assert not page.form.isVisible()


def test_to_dos_stand_by_person_and_late_ones_say_so(session: ProjectSession, stage: Stage) -> None:
    late, soon = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    session.add_todo("Ask", "Ada", late, QUORUM)
    session.add_todo("Write", "ada", soon, None)
    session.add_todo("Book a room", "", None, None)
    shown = Shown(session, stage, PEOPLE)
    said = texts(shown.page)
    assert "2 to-dos, 1 overdue" in said
    assert said.index("2 to-dos") < said.index("Nobody named: 1 to-do")
    tags = [each for each in shown.page.findChildren(Tag) if each.isVisible()]
    assert [each.words for each in tags] == ["Overdue"]
    rows = shown.page.todos.rows
    assert [row.todo.text for row in rows] == ["Ask", "Write", "Book a room"]
    assert "overdue" in rows[0].tick.accessibleName()
    click(shown.link(label(QUORUM)))
    assert shown.wishes == [AtSection("decisions", QUORUM)]


def test_a_person_all_of_whose_to_dos_are_late_is_told_so_in_a_word(session: ProjectSession, stage: Stage) -> None:
    late = TODAY - timedelta(days=1)
    session.add_todo("Ask", "Ada", late, None)
    shown = Shown(session, stage, PEOPLE)
    assert "Ada: 1 to-do, overdue" in texts(shown.page)
    session.add_todo("Write", "Ada", late, None)
    settle()
    assert "Ada: 2 to-dos, all overdue" in texts(shown.page)


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
    assert "Parked, with nobody named (1)" in said
    assert label(NOTICE) in said
    assert "1 open point is not listed here: nobody is named for it." in said
    assert "1 parked question stands here only as its to-do." in said
    there = next(each for each in shown.page.findChildren(Button) if each.text() == "See what is left by step")
    press(there, Qt.Key.Key_Return)
    settle()
    assert shown.page.views.currentIndex() == STEPS
    assert shown.page.views.hasFocus()
    assert label("collaborative.short-name") in texts(shown.page)


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


def test_a_to_do_is_ticked_off_shown_again_and_opened_again(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", TODAY, None)
    session.add_todo("Write", "Ada", None, None)
    page = Shown(session, stage, PEOPLE).page
    first = page.todos.rows[0]
    first.tick.setFocus()
    press(first.tick, Qt.Key.Key_Space)
    settle()
    assert [row.todo.text for row in page.todos.rows] == ["Write"]
    assert page.window().focusWidget() is page.todos.rows[0].tick, "the keyboard goes on where it was"
    assert page.todos.done_button.text() == "Show 1 to-do that is done"
    press(page.todos.done_button, Qt.Key.Key_Space)
    settle()
    done = page.todos.rows[-1]
    assert done.tick.isChecked()
    press(done.tick, Qt.Key.Key_Space)
    settle()
    assert [each.is_done for each in session.snapshot.todos] == [False, False]


def test_a_to_do_is_changed_where_it_stands(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", TODAY, None)
    page = Shown(session, stage, PEOPLE).page
    press(page.todos.rows[0].change, Qt.Key.Key_Return)
    settle()
    form = page.todos.form
    assert form is not None
    assert (form.text.text(), form.person.text(), form.due.line.text()) == ("Ask", "Ada", date_in_words(TODAY))
    session.add_todo("Something that comes meanwhile", "Ada", None, None)
    settle()
    assert form.isVisible(), "what is being typed outlives a new state"
    write(form.text, "Gently: ")
    form.due.line.clear()
    press(form.text, Qt.Key.Key_Return)
    settle()
    changed = next(each for each in session.snapshot.todos if each.text == "Gently: Ask")
    assert (changed.person, changed.due) == ("Ada", None)
    assert not form.isVisible()


def test_asking_again_for_a_to_do_keeps_what_is_typed(session: ProjectSession, stage: Stage) -> None:
    page = Shown(session, stage, PEOPLE).page
    click(page.add_button)
    write(page.form.text, "Ask")
    click(page.add_button)
    assert page.form.text.text() == "Ask"
    assert page.form.text.hasFocus()
    press(page.form.text, Qt.Key.Key_Escape)
    click(page.add_button)
    assert page.form.text.text() == "", "what was cancelled is gone"


def test_what_is_typed_into_one_to_do_is_not_lost_to_the_next(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", TODAY, None)
    session.add_todo("Write", "Ada", TODAY + timedelta(days=1), None)
    page = Shown(session, stage, PEOPLE).page
    first, second = page.todos.rows
    click(first.change)
    form = page.todos.form
    assert form is not None
    write(form.text, "Gently: ")
    click(second.change)
    assert form.text.text() == "Gently: Ask"
    assert form.text.hasFocus()
    assert form.problem == "Save this to-do, or cancel it, before you change another."
    press(form.text, Qt.Key.Key_Return)
    settle()
    assert not form.isVisible()
    assert {todo.text for todo in session.snapshot.todos} == {"Gently: Ask", "Write"}
    click(page.todos.rows[0].change)
    click(page.todos.rows[1].change)
    assert form.text.text() == "Write", "nothing was typed that could be lost"


def test_a_removed_to_do_comes_back_by_the_line_that_tells_of_it(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", None, None)
    page = Shown(session, stage, PEOPLE).page
    page.todos.rows[0].remove.setFocus()
    press(page.todos.rows[0].remove, Qt.Key.Key_Return)
    settle()
    assert not session.snapshot.todos
    assert "Removed: Ask" in texts(page)
    assert page.add_button.hasFocus()
    assert page.messages.strip is not None
    click(page.messages.strip.links[0])
    settle()
    assert [each.text for each in session.snapshot.todos] == ["Ask"]
    assert page.messages.strip is None


def test_the_line_that_offers_undo_goes_once_something_else_was_done(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", None, None)
    page = Shown(session, stage, PEOPLE).page
    click(page.todos.rows[0].remove)
    session.park(NOTICE)
    settle()
    assert page.messages.strip is None


def test_what_could_not_be_changed_stays_as_it_was_typed(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", None, None)
    page = Shown(session, stage, PEOPLE).page
    press(page.todos.rows[0].change, Qt.Key.Key_Return)
    form = page.todos.form
    assert form is not None
    gone = session.snapshot.todos[0]
    session.services.todos.remove(session.snapshot.collaborative, gone.id)
    problems: list[str] = []
    session.problem_raised.connect(lambda _question, sentence: problems.append(sentence))
    write(form.text, "Gently: ")
    press(form.text, Qt.Key.Key_Return)
    settle()
    assert "not there any more" in problems[0]
    assert form.isVisible()
    assert form.text.text() == "Gently: Ask"


@pytest.mark.parametrize("view", [STEPS, DOCUMENTS, PEOPLE])
def test_everything_fits_at_twice_the_size_of_text(
    view: int, session: ProjectSession, stage: Stage, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    session.answer(NOTICE, None)
    session.park(QUORUM)
    session.add_todo("Ask the chairs of both boards", "A person with a long name", TODAY - timedelta(days=9), QUORUM)
    page = Shown(session, stage, view, (1000, 700)).page
    for part in page.findChildren(FoldedPart):
        if (
            part.isVisible()
            and not part.header.isChecked()
            and view != PEOPLE
            and "Notes" not in part.header.accessibleName()
        ):
            part.header.click()
    if view == PEOPLE:
        click(page.todos.rows[0].change)
    settle()
    QApplication.processEvents()
    assert misfits(page) == []


def test_every_control_has_a_name(session: ProjectSession, stage: Stage) -> None:
    session.add_todo("Ask", "Ada", TODAY, QUORUM)
    page = Shown(session, stage, PEOPLE).page
    click(page.add_button)
    settle()
    nameless = [
        type(each).__name__
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.accessibleName()
    ]
    assert nameless == []
