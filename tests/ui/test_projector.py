"""A room goes from question to question, answers, agrees, and sees what each answer does."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.answers import State
from app.domain.values import Duration, Organisation, Unit, Value
from app.services.projecting import QuestionSlide, SectionSlide, Slide, slide_beside
from app.ui.places import AtSection
from app.ui.projector.bars import BarButton, Weight
from app.ui.projector.big_text import BigText
from app.ui.projector.choice_card import ChoiceCard
from app.ui.projector.projector import Projector
from app.ui.projector.projector_keys import Wish
from app.ui.session import ProjectSession
from tests.ui.desk import borrowed, open_session
from tests.ui.hands import click, press_focused, write
from tests.ui.windows import card, open_example, settle

Key = Qt.Key
RULE, NOTICE, MIX = "decisions.quorum-rule", "meetings.notice", "decisions.quorum-mix"
MEMBERS, PROBLEM, NAME = "members.members", "problem.statement", "collaborative.short-name"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("room")) as opened:
        yield opened


@pytest.fixture
def session(desk: ProjectSession) -> Iterator[ProjectSession]:
    with borrowed(desk) as lent:
        lent.services.preferences.put("projector.text-percent", "100")
        yield lent


@pytest.fixture
def projector(session: ProjectSession, qtbot: QtBot) -> Iterator[Projector]:
    made = Projector(session)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    yield made
    made.close()


def show(projector: Projector, session: ProjectSession, question: str) -> None:
    section = session.services.content.questionnaire.question(question).section
    projector.show_place(section, question)
    assert projector.slide == QuestionSlide(section, question)


def at(projector: Projector) -> Slide:
    """The slide that is shown now."""
    return projector.slide


def press(projector: Projector, *keys: Qt.Key) -> None:
    assert QApplication.activeWindow() is projector
    press_focused(*keys)


def is_black(projector: Projector) -> bool:
    return projector.frame.is_black


def value(session: ProjectSession, question: str) -> Value | None:
    return session.snapshot.answers.value(question)


def cards(projector: Projector) -> list[ChoiceCard]:
    return [each for each in projector.frame.column.findChildren(ChoiceCard) if each.isVisible()]


def chosen(projector: Projector) -> list[str]:
    return [each.choice.label for each in cards(projector) if each.isChecked()]


def reads(projector: Projector) -> str:
    """Everything that stands on the pages of the slide and in its lines above and below."""
    return "\n".join(each.text() for each in projector.frame.findChildren(BigText) if each.isVisible())


# --- answering --------------------------------------------------------------------------------------------


def test_a_number_key_answers_the_question_and_shows_the_answer(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, RULE)
    assert chosen(projector) == ["Every trust"]
    press(projector, Key.Key_2)
    assert value(session, RULE) == "number-of-trusts"
    assert chosen(projector) == ["A set number of trusts"]


def test_the_arrows_and_enter_answer_too_and_the_focus_stays_on_the_answer(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, RULE)
    press(projector, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert value(session, RULE) == "share-of-trusts"
    focused = projector.focusWidget()
    assert isinstance(focused, ChoiceCard)
    assert focused.choice.value == "share-of-trusts"


def test_a_press_of_the_mouse_answers_too(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, NOTICE)
    click(cards(projector)[0])
    assert value(session, NOTICE) == Duration(5, Unit.WORKING_DAYS)


def test_an_answer_given_elsewhere_shows_in_the_room_at_once(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, NOTICE)
    session.answer(NOTICE, Duration(15, Unit.WORKING_DAYS))
    assert chosen(projector) == ["15 working days"]
    session.answer(NOTICE, None)
    assert chosen(projector) == []
    assert "Not answered" in reads(projector)


def test_several_options_are_ticked_and_unticked_one_by_one(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, MIX)
    session.answer(MIX, None)
    options = session.services.content.questionnaire.question(MIX).options
    press(projector, Key.Key_2, Key.Key_1)
    assert value(session, MIX) == (options[0].id, options[1].id)
    press(projector, Key.Key_2)
    assert value(session, MIX) == (options[0].id,)


def test_yes_and_no_are_two_answers(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, "decisions.casting-vote")
    press(projector, Key.Key_1)
    assert value(session, "decisions.casting-vote") is True
    press(projector, Key.Key_2)
    assert value(session, "decisions.casting-vote") is False


def test_another_figure_can_be_written_and_what_cannot_be_read_is_said_beside_it(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, NOTICE)
    press(projector, Key.Key_Down, Key.Key_Down)
    line = projector.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    write(line, "soon")
    press(projector, Key.Key_Return)
    assert value(session, NOTICE) == Duration(10, Unit.WORKING_DAYS)
    assert "Enter a length of time" in reads(projector)
    line.setFocus()
    line.selectAll()
    write(line, "3 weeks")
    press(projector, Key.Key_Return)
    assert value(session, NOTICE) == Duration(3, Unit.WEEKS)
    assert chosen(projector) == ["3 weeks"]
    assert "Enter a length of time" not in reads(projector)


def test_letters_that_are_keys_are_letters_while_a_text_is_written(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, NAME)
    press(projector, Key.Key_Down)
    line = projector.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    write(line, "BGCPA.1")
    press(projector, Key.Key_Escape)
    assert value(session, NAME) == "BGCPA.1"
    assert projector.isVisible()
    assert not isinstance(projector.focusWidget(), QLineEdit)


def test_a_long_text_is_read_in_big_type_and_written_on_a_page_of_its_own(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, PROBLEM)
    before = value(session, PROBLEM)
    assert isinstance(before, str)
    assert before in reads(projector)
    press(projector, Key.Key_1)
    editor = projector.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("Patients wait too long.")
    press(projector, Key.Key_Escape)
    assert value(session, PROBLEM) == "Patients wait too long."
    assert "Patients wait too long." in reads(projector)


def test_markup_in_an_answer_is_shown_as_it_was_typed(projector: Projector, session: ProjectSession) -> None:
    session.answer(PROBLEM, "<b>All</b> & sundry")
    show(projector, session, PROBLEM)
    label = next(each for each in projector.findChildren(BigText) if each.isVisible() and "sundry" in each.text())
    assert label.text() == "<b>All</b> & sundry"
    assert label.textFormat() is Qt.TextFormat.PlainText


# --- tables -----------------------------------------------------------------------------------------------


def test_the_rows_of_a_table_are_a_plain_list_in_which_none_looks_chosen(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, MEMBERS)
    rows = cards(projector)
    assert len(rows) == len(session.snapshot.answers.rows(MEMBERS)) + 1
    assert all(projector.frame.column.is_on_page(each) for each in rows)
    assert not any(each.hasFocus() or each.isCheckable() for each in rows)
    assert len({each.x() for each in rows}) == 2, "two columns"
    *members, add = rows
    lines = sorted({each.y() for each in members})
    between = lines[1] - lines[0] - members[0].height()
    assert add.y() - max(each.geometry().bottom() for each in members) > between + 1, "apart from the list"
    second = rows[1].choice.label
    projector.frame.show_effect("So it will say:", "They agree. " * 60, "")
    assert "Page 1 of " in reads(projector)
    assert projector.frame.foot.next.text() == "Next page ›"
    assert "Next page: what the documents will say" in reads(projector)
    press(projector, Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert projector.frame.head.right.text().startswith("1 of ")
    press(projector, Key.Key_Right)
    assert projector.frame.head.left.text() == second


def test_each_row_of_a_table_opens_into_its_columns(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, MEMBERS)
    rows = session.snapshot.answers.rows(MEMBERS)
    assert [each.choice.label for each in cards(projector)][-1] == "Add a row"
    assert len(cards(projector)) == len(rows) + 1
    press(projector, Key.Key_2, Key.Key_Right)
    columns = session.services.content.questionnaire.question(MEMBERS).columns
    assert projector.frame.head.right.text().startswith("2 of ")
    assert columns[1].label in reads(projector)
    other = next(each for each in cards(projector) if not each.isChecked())
    click(other)
    assert session.snapshot.answers.rows(MEMBERS)[1].cells[columns[1].id] == other.choice.value
    press(projector, Key.Key_Escape)
    assert "Add a row" in [each.choice.label for each in cards(projector)]


def test_a_row_is_added_by_writing_its_name_and_its_columns_follow(
    projector: Projector, session: ProjectSession
) -> None:
    question = "services.services"
    show(projector, session, question)
    before = len(session.snapshot.answers.rows(question))
    cards(projector)[-1].click()
    assert isinstance(projector.focusWidget(), QLineEdit)
    write(projector.focusWidget(), "Young carers")
    press(projector, Key.Key_Return)
    rows = session.snapshot.answers.rows(question)
    assert len(rows) == before + 1
    assert "Young carers" in rows[-1].cells.values()
    assert projector.frame.head.right.text().startswith("2 of ")
    assert projector.frame.head.left.text() == "Young carers"


def test_an_organisation_is_found_in_the_register_and_brings_what_is_known_of_it(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, MEMBERS)
    cards(projector)[-1].click()
    write(projector.focusWidget(), "oxleas")
    found = cards(projector)
    assert [each.choice.label for each in found] == ["Oxleas NHS Foundation Trust"]
    found[0].click()
    row = session.snapshot.answers.rows(MEMBERS)[-1]
    assert row.cells["organisation"] == Organisation("Oxleas NHS Foundation Trust", "RPG")
    assert row.cells["legal-form"] == "foundation-trust"


def test_a_row_is_removed_with_delete_and_undo_brings_it_back(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, MEMBERS)
    before = session.snapshot.answers.rows(MEMBERS)
    cards(projector)[1].setFocus()
    press(projector, Key.Key_Delete)
    assert session.snapshot.answers.rows(MEMBERS) == (before[0], *before[2:])
    press_focused(Key.Key_Z, holding=Qt.KeyboardModifier.ControlModifier)
    assert [row.id for row in session.snapshot.answers.rows(MEMBERS)] == [row.id for row in before]


# --- what an answer does ----------------------------------------------------------------------------------


def test_what_the_document_will_say_follows_the_answer_with_what_it_said_before(
    projector: Projector, session: ProjectSession, qtbot: QtBot
) -> None:
    show(projector, session, NOTICE)
    qtbot.waitUntil(lambda: "will say:" in reads(projector), timeout=10_000)
    assert "at least 10 working days before it" in reads(projector)
    press(projector, Key.Key_3)
    qtbot.waitUntil(lambda: "at least 15 working days before it" in reads(projector), timeout=10_000)
    press(projector, Key.Key_C)
    assert "Before: " in reads(projector)
    assert "at least 10 working days before it" in reads(projector)
    press(projector, Key.Key_C)
    assert chosen(projector) == ["15 working days"]


def test_findings_about_the_question_stand_on_its_slide(projector: Projector, session: ProjectSession) -> None:
    finding = next(each for each in session.snapshot.findings if each.question in session.snapshot.visible)
    show(projector, session, finding.question)
    assert finding.message in reads(projector)


def test_the_answers_and_what_they_do_are_seen_at_once_and_long_hints_stand_in_the_guidance(
    projector: Projector, session: ProjectSession, qtbot: QtBot
) -> None:
    show(projector, session, RULE)
    qtbot.waitUntil(lambda: "will say:" in reads(projector), timeout=10_000)
    assert projector.frame.column.pages == 1
    assert projector.frame.effect.isVisible()
    assert all(each.height() < 8 * projector.frame.big.body for each in cards(projector)), "low, but with what it means"
    press(projector, Key.Key_G)
    hints = [each.hint for each in session.services.content.questionnaire.question(RULE).options if each.hint]
    assert hints
    assert all(hint[1:] in reads(projector) for hint in hints)


def test_an_answer_on_a_card_does_not_stand_in_the_line_for_another_one(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, NOTICE)
    line = next(each for each in projector.findChildren(QLineEdit) if each.isVisible())
    session.answer(NOTICE, Duration(10, Unit.WORKING_DAYS))
    assert chosen(projector) == ["10 working days"]
    assert line.text() == ""
    session.answer(NOTICE, Duration(3, Unit.WEEKS))
    assert (chosen(projector), line.text()) == (["3 weeks"], ""), "what was written has a card as well"
    next(each for each in cards(projector) if each.choice.label == "10 working days").click()
    assert chosen(projector) == ["10 working days"]
    projector.acts[Wish.NEXT]()
    assert value(session, NOTICE) == Duration(10, Unit.WORKING_DAYS), "the empty line takes nothing away"


def test_guidance_begins_with_what_is_suggested_and_keeps_a_lead_with_its_sentence(
    projector: Projector, session: ProjectSession
) -> None:
    projector.frame.set_percent(200)
    show(projector, session, RULE)
    press(projector, Key.Key_G)
    first, suggested, *_ = [part for part in projector.frame.column.parts if isinstance(part, BigText)]
    assert first.pixels > suggested.pixels
    assert suggested.text().startswith("What we suggest. ")
    places = suggested.wholes_in(suggested.width(), projector.frame.column.height())
    assert places[0][1] - places[0][0] > 2 * suggested.pixels, "never the lead alone"
    projector.frame.set_percent(100)


def test_the_number_of_a_clause_is_said_once(projector: Projector, session: ProjectSession, qtbot: QtBot) -> None:
    show(projector, session, RULE)
    qtbot.waitUntil(lambda: projector.clauses.now is not None, timeout=8000)
    press(projector, Key.Key_C)
    now = projector.clauses.now
    assert now is not None
    ((number, _),) = now.clause
    assert reads(projector).count(number) == 1


@pytest.mark.parametrize("key", [Key.Key_C, Key.Key_G])
def test_clause_and_guidance_keep_the_place_of_the_question(
    projector: Projector, session: ProjectSession, qtbot: QtBot, key: Qt.Key
) -> None:
    show(projector, session, RULE)
    qtbot.waitUntil(lambda: projector.clauses.now is not None, timeout=8000)
    left, right = projector.frame.head.left.text(), projector.frame.head.right.text()
    assert (left, right[:13]) == ("How decisions are made", "Question 5 of")
    press(projector, key)
    assert (projector.frame.head.left.text(), projector.frame.head.right.text().partition(" · ")[0]) == (left, right)


def test_guidance_says_why_and_where_from_and_goes_again(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, NOTICE)
    question = session.services.content.questionnaire.question(NOTICE)
    press(projector, Key.Key_G)
    assert question.why in reads(projector)
    assert session.services.content.sources[question.sources[0].source].title in reads(projector)
    press(projector, Key.Key_Escape)
    assert question.why not in reads(projector)
    assert projector.isVisible()


def test_a_question_is_agreed_and_parked_from_the_room_and_both_can_be_taken_back(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, NOTICE)
    for key, state, words in ((Key.Key_A, State.AGREED, "Agreed 6 August 2026"), (Key.Key_P, State.PARKED, "Parked")):
        press(projector, key)
        answer = session.snapshot.answers.answer(NOTICE)
        assert answer is not None
        assert answer.state is state
        assert words in reads(projector)
        press(projector, key)
        assert "Not yet agreed" in reads(projector)


def test_the_line_below_says_where_its_buttons_lead_and_marks_the_answer(
    projector: Projector, session: ProjectSession
) -> None:
    foot = projector.frame.foot
    show(projector, session, NOTICE)
    projector.resize(1024, 768)
    assert foot.agree.isVisible(), "also on a narrow display"
    projector.resize(1366, 768)
    click(foot.agree)
    assert "Agreed 6 August 2026" in reads(projector)
    click(foot.agree)
    assert "Not yet agreed" in reads(projector)
    assert foot.park.isVisible()
    click(foot.park)
    assert "Parked" in reads(projector)
    assert foot.next.text() == "Next question ›"
    click(foot.next)
    assert projector.slide != QuestionSlide("meetings", NOTICE)
    projector.resize(1024, 768)
    show(projector, session, "forum.type")
    assert foot.next.text() == "Next page ›"
    click(foot.next)
    assert projector.frame.column.page == 1


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_every_button_below_keeps_its_place_from_slide_to_slide(
    projector: Projector, session: ProjectSession, size: tuple[int, int]
) -> None:
    projector.resize(*size)
    foot = projector.frame.foot
    places: dict[str, set[tuple[int, bool]]] = {"previous": set(), "next": set(), "keys": set(), "close": set()}
    for question in ("", RULE, NOTICE, MEMBERS, "row"):
        if question == "row":
            press(projector, Key.Key_2)
        elif question:
            show(projector, session, question)
            assert (foot.agree.x(), foot.agree.isVisible()) == (0, True)
            assert "Not yet agreed" in reads(projector)
        else:
            projector.show_place("decisions")
        named = zip(places, (foot.previous, foot.next, foot.keys, foot.close_button), strict=True)
        for name, button in named:
            places[name].add((button.x(), button.isVisible()))
    assert {name: len(seen) for name, seen in places.items()} == dict.fromkeys(places, 1)


def test_the_way_back_to_the_question_has_a_name_of_its_own_and_no_way_past_it(
    projector: Projector, session: ProjectSession
) -> None:
    foot = projector.frame.foot
    show(projector, session, NOTICE)
    press(projector, Key.Key_C)
    assert foot.back.text() == "Back to the question"
    assert foot.buttons == (foot.back, foot.keys, foot.close_button)
    assert "Not yet agreed" in reads(projector)
    click(foot.back)
    assert chosen(projector) == ["10 working days"]
    assert not foot.back.isVisible()
    projector.show_place("meetings")
    press(projector, Key.Key_H)
    assert foot.back.accessibleName() == "Back to the section"
    assert "Page 1 of " in reads(projector)
    assert not foot.previous.isVisible()
    click(foot.next)
    assert "Page 2 of " in reads(projector)
    click(foot.previous)
    assert "Page 1 of " in reads(projector)
    click(foot.back)
    assert at(projector) == SectionSlide("meetings")


def test_why_an_act_was_not_kept_is_said_on_the_slide(projector: Projector, session: ProjectSession) -> None:
    session.answer(NOTICE, None)
    show(projector, session, NOTICE)
    press(projector, Key.Key_A)
    assert "Answer the question before you mark it as agreed." in reads(projector)


# --- getting about ----------------------------------------------------------------------------------------


def test_right_and_left_go_over_sections_and_questions(projector: Projector, session: ProjectSession) -> None:
    projector.show_place("meetings")
    assert at(projector) == SectionSlide("meetings")
    assert "answered" in reads(projector)
    press(projector, Key.Key_Right)
    first = at(projector)
    assert isinstance(first, QuestionSlide)
    assert projector.frame.head.right.text().startswith("Question 1 of ")
    press(projector, Key.Key_Right, Key.Key_Left)
    assert at(projector) == first
    press(projector, Key.Key_Left, Key.Key_Left)
    assert at(projector).section != "meetings"


def test_a_clicker_turns_the_pages_of_a_slide_before_it_goes_on(projector: Projector, session: ProjectSession) -> None:
    projector.resize(1024, 768)
    show(projector, session, "forum.type")
    pages = projector.frame.column.pages
    assert pages > 1
    for page in range(1, pages):
        press(projector, Key.Key_PageDown)
        assert projector.frame.column.page == page
        focused = projector.focusWidget()
        assert not isinstance(focused, ChoiceCard) or projector.frame.column.is_on_page(focused)
    assert projector.frame.foot.next.accessibleName() == "Next question"
    assert projector.frame.foot.next.text() == "Next ›", "in fewer words where there is little room"
    press(projector, Key.Key_PageDown)
    assert projector.slide != QuestionSlide("forum", "forum.type")


def test_the_page_follows_the_focus(projector: Projector, session: ProjectSession) -> None:
    projector.resize(1024, 768)
    show(projector, session, "forum.type")
    for each in cards(projector):
        each.setFocus()
        assert projector.frame.column.is_on_page(each)


def test_a_question_that_is_hidden_by_an_answer_elsewhere_gives_way(
    projector: Projector, session: ProjectSession
) -> None:
    session.answer(RULE, "number-of-trusts")
    show(projector, session, "decisions.quorum-number")
    session.answer(RULE, "every-trust")
    assert projector.slide == QuestionSlide("decisions", MIX)


@pytest.mark.parametrize(
    ("question", "keys", "focused"),
    [
        ("", (), "Next question"),
        (RULE, (Key.Key_C,), "Back to the question"),
        (NOTICE, (Key.Key_G,), "Next page"),
        (MEMBERS, (), "Next page"),
        (NOTICE, (), "10 working days"),
    ],
)
def test_the_focus_is_seen_on_every_slide_and_says_what_enter_does(
    projector: Projector,
    session: ProjectSession,
    qtbot: QtBot,
    *,
    question: str,
    keys: tuple[Qt.Key, ...],
    focused: str,
) -> None:
    projector.resize(1024, 768)
    if question:
        show(projector, session, question)
        qtbot.waitUntil(lambda: projector.clauses.now is not None, timeout=8000)
    else:
        projector.show_place("meetings")
    press(projector, *keys)
    here, page = projector.view, projector.frame.column.page
    stop = projector.focusWidget()
    assert isinstance(stop, BarButton | ChoiceCard)
    assert (stop.hasFocus(), stop.accessibleName()) == (True, focused)
    press(projector, Key.Key_Return)
    if isinstance(stop, ChoiceCard):
        assert chosen(projector) == [focused]
    else:
        assert (projector.view, projector.frame.column.page) != (here, page)
    now = projector.focusWidget()
    assert isinstance(now, BarButton | ChoiceCard)
    assert now.isVisible(), "and so on"


def test_keys_do_the_same_wherever_the_focus_is(projector: Projector, session: ProjectSession) -> None:
    def all_stops() -> list[QWidget]:
        assert projector.view is not None
        return [*projector.view.stops(), *projector.frame.foot.buttons]

    visible, questionnaire = session.snapshot.visible, session.services.content.questionnaire
    show(projector, session, RULE)
    for place in range(len(all_stops())):
        for key, sign in ((Key.Key_Right, 1), (Key.Key_Left, -1), (Key.Key_PageUp, -1), (Key.Key_Backspace, -1)):
            show(projector, session, RULE)
            beside = slide_beside(questionnaire, visible, at(projector), sign)
            all_stops()[place].setFocus()
            press(projector, key)
            assert at(projector) == beside, (place, key)
        show(projector, session, RULE)
        all_stops()[place].setFocus()
        size = projector.frame.big.body
        press(projector, Key.Key_Plus)
        assert projector.frame.big.body > size
        press(projector, Key.Key_Minus, Key.Key_B)
        assert (projector.frame.big.body, is_black(projector)) == (size, True)
        press(projector, Key.Key_B, Key.Key_G, Key.Key_Escape)
        assert at(projector) == QuestionSlide("decisions", RULE)
        assert chosen(projector), "the question again"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space, Key.Key_Tab])
def test_a_key_that_brings_the_picture_back_presses_no_button_and_leaves_the_focus_where_it_was(
    projector: Projector, session: ProjectSession, key: Qt.Key
) -> None:
    show(projector, session, RULE)
    press(projector, Key.Key_Down)
    before = (at(projector), value(session, RULE), projector.focusWidget())
    press(projector, Key.Key_B, key)
    if key is Key.Key_Tab:
        assert is_black(projector), "nothing to go to"
        press(projector, Key.Key_Return)
    assert not is_black(projector)
    assert (at(projector), value(session, RULE), projector.focusWidget()) == before


def test_to_agree_stands_out_where_there_is_an_answer_to_agree(projector: Projector, session: ProjectSession) -> None:
    foot = projector.frame.foot
    show(projector, session, NOTICE)
    assert (foot.agree.weight, foot.next.weight) == (Weight.STRONG, Weight.CLEAR)
    assert {foot.keys.weight, foot.close_button.weight} == {Weight.QUIET}
    press(projector, Key.Key_A)
    assert (foot.agree.text(), foot.agree.weight) == ("Reopen", Weight.PLAIN)
    press(projector, Key.Key_A)
    session.answer(NOTICE, None)
    assert (foot.agree.text(), foot.agree.weight) == ("Agree", Weight.PLAIN)


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_no_button_below_is_too_narrow_to_hit(
    projector: Projector, session: ProjectSession, size: tuple[int, int]
) -> None:
    projector.resize(*size)
    show(projector, session, NOTICE)
    assert all(each.width() >= each.height() for each in projector.frame.foot.buttons)
    assert projector.frame.foot.previous.accessibleName() == "Previous"


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period])
def test_the_screen_goes_black_and_any_key_brings_it_back_without_doing_more(
    projector: Projector, session: ProjectSession, key: Qt.Key
) -> None:
    show(projector, session, RULE)
    before = value(session, RULE)
    press(projector, key)
    assert is_black(projector)
    assert projector.grab().toImage().pixelColor(600, 300).name() == "#000000"
    press(projector, Key.Key_2)
    assert not is_black(projector)
    assert value(session, RULE) == before


def test_text_grows_and_shrinks_and_its_size_is_remembered(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, RULE)
    before = projector.frame.big.body
    press(projector, Key.Key_Plus)
    assert projector.frame.big.body > before
    assert Projector(session).frame.big.percent == projector.frame.big.percent == 115
    press(projector, Key.Key_Minus, Key.Key_Minus)
    assert projector.frame.big.body == before


def test_what_has_the_focus_stays_in_sight_when_text_grows(projector: Projector, session: ProjectSession) -> None:
    projector.resize(1024, 768)
    show(projector, session, RULE)
    press(projector, Key.Key_Down, Key.Key_Down)
    for _ in range(5):
        press(projector, Key.Key_Plus)
        focused = projector.focusWidget()
        assert isinstance(focused, ChoiceCard)
        assert projector.frame.column.is_on_page(focused)
    assert projector.frame.column.pages > 1


def test_escape_goes_back_to_the_question_that_was_shown_last(
    projector: Projector, session: ProjectSession, qtbot: QtBot
) -> None:
    show(projector, session, RULE)
    press(projector, Key.Key_Right)
    with qtbot.waitSignal(projector.left_at) as left:
        press(projector, Key.Key_Escape)
    assert left.args == [AtSection("decisions", MIX)]
    assert not projector.isVisible()


def test_the_keys_can_be_read(projector: Projector) -> None:
    press(projector, Key.Key_H)
    assert "make the screen black" in reads(projector)
    press(projector, Key.Key_Question)
    assert "make the screen black" not in reads(projector)


def test_the_window_and_the_room_pass_their_question_to_each_other(tmp_path: Path) -> None:
    with open_example(tmp_path) as window:
        window.go(AtSection("decisions", RULE))
        settle()
        press_focused(Key.Key_F11)
        settle()
        projector = window.projection.projector
        assert projector is not None
        assert projector.slide == QuestionSlide("decisions", RULE)
        press(projector, Key.Key_2, Key.Key_Right, Key.Key_Escape)
        settle()
        assert window.session.snapshot.answers.value(RULE) == "number-of-trusts"
        assert window.projection.projector is None
        assert window.place == AtSection("decisions", "decisions.quorum-number")
        focused = QApplication.focusWidget()
        assert focused is not None
        assert card(window, "decisions.quorum-number").isAncestorOf(focused)
        press_focused(Key.Key_F11)
        settle()
    assert window.projection.projector is None, "it closes with the window"


# --- for everyone -----------------------------------------------------------------------------------------


def test_everything_that_can_have_the_focus_has_a_name_and_tab_reaches_all_of_it(
    projector: Projector, session: ProjectSession
) -> None:
    for question in (RULE, NOTICE, MIX, NAME, PROBLEM, MEMBERS):
        show(projector, session, question)
        seen: list[QWidget] = []
        while (focused := projector.focusWidget()) not in seen:
            assert focused is not None
            seen.append(focused)
            press_focused(Key.Key_Tab)
        assert {*cards(projector), *projector.frame.foot.buttons} <= set(seen)
        for each in seen:
            spoken = QAccessible.queryAccessibleInterface(each)
            assert spoken.text(QAccessible.Text.Name), each


def test_an_answer_is_spoken_with_what_it_means_and_whether_it_is_chosen(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, RULE)
    spoken = QAccessible.queryAccessibleInterface(cards(projector)[0])
    assert spoken.role() is QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "Every trust"
    assert "All 6 must be there" in spoken.text(QAccessible.Text.Description)
    assert spoken.state().checked
    show(projector, session, MIX)
    assert QAccessible.queryAccessibleInterface(cards(projector)[0]).role() is QAccessible.Role.CheckBox


def test_every_wish_of_a_key_is_carried_out(projector: Projector) -> None:
    assert set(projector.acts) == set(Wish)


def test_the_meaning_of_a_share_stands_on_its_card(projector: Projector, session: ProjectSession) -> None:
    session.answer("joining.approval", "share-of-members")
    show(projector, session, "joining.approval-share")
    share = next(each for each in cards(projector) if each.choice.value == Decimal(75))
    assert share.choice.lines == ("5 of 6 must agree", "Any two can stop it")


def test_the_number_of_the_answer_that_is_chosen_is_no_act(projector: Projector, session: ProjectSession) -> None:
    show(projector, session, RULE)
    press_focused(Key.Key_1)
    before = session.snapshot
    press_focused(Key.Key_1)
    assert session.snapshot is before
    press_focused(Key.Key_2)
    assert session.snapshot.undo != before.undo
