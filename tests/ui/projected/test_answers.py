"""A room answers by keys, clicker and mouse, and what it answers is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.domain.values import Duration, Unit
from app.ui.projector.big_text import BigText
from app.ui.projector.choice_card import ChoiceCard
from app.ui.projector.projector import Projector
from app.ui.session import ProjectSession
from tests.ui.hands import click, write
from tests.ui.projected.room import MIX, NAME, NOTICE, PROBLEM, RULE, Key, cards, chosen, press, reads, show, value


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
