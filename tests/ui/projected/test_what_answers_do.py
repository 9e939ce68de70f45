"""What an answer does is seen, and why, and it is agreed or parked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.answers import State
from app.domain.values import Duration, Unit
from app.services.projecting import QuestionSlide, SectionSlide
from app.ui.projector.bars import Weight
from app.ui.projector.big_text import BigText
from app.ui.projector.projector import Projector
from app.ui.projector.projector_keys import Wish
from app.ui.session import ProjectSession
from tests.ui.hands import click
from tests.ui.projected.room import MEMBERS, NOTICE, RULE, Key, at, cards, chosen, press, reads, show, value
from tests.ui.windows import settle


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


def test_the_room_is_warned_where_it_gives_the_answer_that_a_check_about_another_question_warns_of(
    projector: Projector, session: ProjectSession
) -> None:
    session.answer(RULE, "number-of-trusts")
    show(projector, session, "decisions.quorum-number")
    warning = "5 of the 6 members make a quorum."
    assert warning not in reads(projector)
    session.answer("decisions.quorum-number", 5)
    settle()
    assert warning in reads(projector)


def test_until_the_page_with_the_warning_is_seen_the_foot_tells_of_it_and_does_not_urge_to_agree(
    projector: Projector, session: ProjectSession, qtbot: QtBot
) -> None:
    session.answer(RULE, "number-of-trusts")
    session.answer("decisions.quorum-number", 5)
    projector.resize(1024, 768)
    show(projector, session, RULE)
    qtbot.waitUntil(lambda: "will say:" in reads(projector), timeout=10_000)
    foot = projector.frame.foot
    assert projector.frame.column.pages > 1
    assert foot.warned.isVisible()
    assert foot.warned.texts[0].text() == "1 warning"
    assert weights(projector) == {"Agree": Weight.PLAIN}
    while projector.frame.column.page + 1 < projector.frame.column.pages:
        press(projector, Key.Key_PageDown)
    assert not foot.warned.isVisible()
    assert weights(projector) == {"Agree": Weight.STRONG}


def weights(projector: Projector) -> dict[str, Weight]:
    agree = projector.frame.foot.agree
    return {agree.text(): agree.weight}


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
