"""To-dos on the card of their question, and the way from a step's last section to its answers."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.card.card_foot import CardFoot
from app.ui.card.state_line import StateLine
from app.ui.fields.settings import FieldSettings
from app.ui.navigation.side_bar import SideBar
from app.ui.pages.section_page import SectionPage
from app.ui.parts.tag import Tag
from app.ui.places import AtAnswers, UserPlace
from app.ui.session import ProjectSession
from app.ui.theme.theme import Theme, apply_theme
from app.ui.todos.todo_form import TodoForm
from app.ui.todos.todo_list import TodoList
from tests.shipped import shipped_content
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import TODAY
from tests.ui.fitting import misfits
from tests.ui.hands import click, press, write
from tests.ui.windows import settle

QUORUM = "decisions.quorum-rule"


@pytest.fixture
def page(session: ProjectSession, stage: Stage) -> SectionPage:
    made = SectionPage(session, FieldSettings(lambda: TODAY, pause=60_000))
    session.state_changed.connect(made.show_snapshot)
    stage.show(made, 742, 712)
    made.show_section("decisions", QUORUM)
    settle()
    return made


def foot_of(page: SectionPage) -> CardFoot:
    page.complete()[QUORUM].complete()
    found = page.complete()[QUORUM].foot
    assert found is not None
    return found


def form_of(page: SectionPage) -> TodoForm:
    form = foot_of(page).todos.form
    assert form is not None
    return form


def list_of(page: SectionPage) -> TodoList:
    found = foot_of(page).todos.list
    assert found is not None
    return found


def begin(page: SectionPage) -> TodoForm:
    press(page.complete()[QUORUM].findChildren(StateLine)[0].todo_button, Qt.Key.Key_Return)
    settle()
    return form_of(page)


def test_a_card_without_a_to_do_builds_nothing_for_them(page: SectionPage) -> None:
    assert page.findChildren(TodoForm) == []
    assert page.findChildren(TodoList) == []


def test_a_to_do_is_added_from_the_card_of_its_question(page: SectionPage, session: ProjectSession) -> None:
    form = begin(page)
    assert QApplication.focusWidget() is form.text
    write(form.text, "Ask <u>both</u> chairs")
    press(form.text, Qt.Key.Key_Return)
    settle()
    [todo] = session.snapshot.todos
    assert (todo.text, todo.question_id) == ("Ask <u>both</u> chairs", QUORUM)
    assert not form.isVisible()
    assert page.complete()[QUORUM].findChildren(StateLine)[0].todo_button.hasFocus()
    assert [row.todo.text for row in list_of(page).rows] == ["Ask <u>both</u> chairs"]
    assert session.snapshot.undo == "To-do added: Ask <u>both</u> chairs"


def test_escape_leaves_the_form_and_adds_nothing(page: SectionPage, session: ProjectSession) -> None:
    form = begin(page)
    write(form.text, "Ask")
    press(form.text, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert session.snapshot.todos == ()


def test_what_is_typed_stays_while_another_window_adds_a_to_do(page: SectionPage, session: ProjectSession) -> None:
    form = begin(page)
    write(form.text, "Ask")
    session.add_todo("From elsewhere", "Bo", TODAY - timedelta(days=1), QUORUM)
    settle()
    assert form.isVisible()
    assert form.text.text() == "Ask"
    assert "Bo, by" in list_of(page).rows[0].tick.accessibleName()
    assert [tag.words for tag in page.complete()[QUORUM].findChildren(Tag) if tag.isVisible()] == ["Overdue"]


def test_the_form_goes_once_its_to_do_is_added_though_another_copy_has_removed_one_meanwhile(
    page: SectionPage, session: ProjectSession
) -> None:
    session.add_todo("Gone soon", "", None, QUORUM)
    settle()
    form = begin(page)
    write(form.text, "Ask")
    session.services.todos.remove(session.snapshot.collaborative, session.snapshot.todos[0].id)
    press(form.text, Qt.Key.Key_Return)
    settle()
    assert [todo.text for todo in session.snapshot.todos] == ["Ask"]
    assert not form.isVisible()


def test_asking_again_for_a_to_do_keeps_what_is_typed(page: SectionPage) -> None:
    form = begin(page)
    write(form.text, "Ask both chairs")
    assert begin(page) is form
    assert form.text.text() == "Ask both chairs"
    assert QApplication.focusWidget() is form.text
    press(form.text, Qt.Key.Key_Escape)
    assert begin(page).text.text() == "", "what was cancelled is gone"


def test_undo_takes_the_last_to_do_off_the_card(page: SectionPage, session: ProjectSession) -> None:
    session.add_todo("Ask", "", None, QUORUM)
    settle()
    assert foot_of(page).todos.isVisible()
    session.undo()
    settle()
    assert not foot_of(page).todos.isVisible()
    session.redo()
    settle()
    assert [row.todo.text for row in list_of(page).rows] == ["Ask"]


def test_removing_the_only_to_do_leaves_the_keyboard_on_the_card(page: SectionPage, session: ProjectSession) -> None:
    session.add_todo("Ask", "", None, QUORUM)
    settle()
    remove = list_of(page).rows[0].remove
    remove.setFocus()
    press(remove, Qt.Key.Key_Return)
    settle()
    assert session.snapshot.todos == ()
    assert page.complete()[QUORUM].isAncestorOf(QApplication.focusWidget() or page)


def test_names_of_people_in_the_answers_are_offered(page: SectionPage) -> None:
    form = begin(page)
    write(form.person, "chief")
    settle()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    press(popup, Qt.Key.Key_Escape)


def test_a_card_with_to_dos_fits_at_twice_the_size_of_text(
    page: SectionPage, session: ProjectSession, qapp: QApplication
) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    session.add_todo("Ask the chairs of both boards", "A person with a long name", TODAY, QUORUM)
    begin(page)
    settle()
    assert misfits(page.complete()[QUORUM]) == []


def test_the_last_section_of_a_step_leads_to_its_answers_once_nothing_of_it_is_left(
    page: SectionPage, session: ProjectSession
) -> None:
    wishes: list[UserPlace] = []
    page.place_wished.connect(wishes.append)
    nexts: list[bool] = []
    page.next_wished.connect(lambda: nexts.append(True))
    steps = shipped_content().questionnaire.steps
    step, needed = next(
        (step, question)
        for step in steps
        for question in step.sections[-1].questions
        if question.required_for and question.id in session.snapshot.visible
    )
    last = step.sections[-1]
    page.show_section(last.id)
    settle()
    shown = page._sections[last.id]
    assert shown.next_button.text() == "Check your answers"
    click(shown.next_button)
    assert (wishes, nexts) == ([AtAnswers(step.id)], [])
    if needed.columns:
        session.clear_rows(needed.id)
    else:
        session.answer(needed.id, None)
    settle()
    assert shown.next_button.text() == "Next open question"
    click(shown.next_button)
    assert nexts == [True]


def test_the_bar_has_the_answers_of_the_open_step() -> None:
    bar = SideBar(shipped_content().questionnaire)
    bar.show_place(AtAnswers("purpose"))
    item = bar.item_of(AtAnswers("purpose"))
    assert item is not None
    assert (item.words, item.isChecked(), item.isVisibleTo(bar)) == ("Check your answers", True, True)
    other = bar.item_of(AtAnswers("scope"))
    assert other is not None
    assert not other.isVisibleTo(bar)
