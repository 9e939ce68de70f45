"""A room goes from question to question by keys and clicker, and the focus is always seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services.projecting import QuestionSlide, SectionSlide, slide_beside
from app.ui.places import AtSection
from app.ui.projector.bars import BarButton, Weight
from app.ui.projector.choice_card import ChoiceCard
from app.ui.projector.projector import Projector
from app.ui.session import ProjectSession
from tests.ui.hands import press_focused
from tests.ui.projected.room import (
    MEMBERS,
    MIX,
    NOTICE,
    RULE,
    Key,
    at,
    cards,
    chosen,
    is_black,
    press,
    reads,
    show,
    value,
)
from tests.ui.windows import card, open_example, settle


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
