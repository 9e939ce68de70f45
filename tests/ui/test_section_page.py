"""The page of a section: its cards, what hides and comes, where the user is kept, and what is saved."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.answers import State
from app.domain.values import Organisation
from app.ui.fields.settings import FieldSettings
from app.ui.fields.table.table_field import TableField
from app.ui.pages.section_page import SectionPage
from app.ui.parts.buttons import Button
from app.ui.parts.chips import ChipsRow
from app.ui.question_card import QuestionCard
from app.ui.session import ProjectSession
from app.ui.theme.measures import TRIPLE_SPACE
from app.ui.work.next_turn import is_anything_put_off
from tests.ui.conftest import Stage
from tests.ui.desk import TODAY
from tests.ui.hands import click, press, write
from tests.ui.windows import settle, texts


@pytest.fixture
def page(session: ProjectSession, stage: Stage) -> SectionPage:
    made = SectionPage(session, FieldSettings(lambda: TODAY, pause=60_000))
    session.state_changed.connect(made.show_snapshot)
    stage.show(made, 742, 712)
    return made


def shown(page: SectionPage) -> list[str]:
    """The questions whose cards are in the column, in order."""
    cards = [card for card in page.complete().values() if not card.isHidden()]
    return [card.question.id for card in sorted(cards, key=lambda card: card.y())]


def foot_button(card: QuestionCard, text: str) -> Button:
    return next(each for each in card.findChildren(Button) if each.text() == text and each.isVisible())


def top_of(page: SectionPage, card: QuestionCard) -> int:
    return card.mapTo(page, card.rect().topLeft()).y()


def test_only_visible_questions_have_a_card_in_the_order_of_the_section(
    page: SectionPage, session: ProjectSession
) -> None:
    page.show_section("decisions")
    settle()
    questions = session.services.content.questionnaire.section("decisions").questions
    assert shown(page) == [each.id for each in questions if each.id in session.snapshot.visible]
    assert len(shown(page)) < len(questions)


def test_the_first_cards_are_there_at_once_and_the_rest_a_moment_later(
    page: SectionPage, session: ProjectSession, qtbot: QtBot
) -> None:
    page.show_section("leaving")
    visible = {
        each.id
        for each in session.services.content.questionnaire.section("leaving").questions
        if each.id in session.snapshot.visible
    }
    at_once = {card.question.id for card in page.findChildren(QuestionCard)}
    assert 1 <= len(at_once) < len(visible)
    qtbot.waitUntil(lambda: {card.question.id for card in page.findChildren(QuestionCard)} == visible)


def test_nothing_in_sight_moves_or_shrinks_while_the_rest_comes(page: SectionPage) -> None:
    page.show_section("leaving")
    seen: dict[str, tuple[int, int]] = {}
    while is_anything_put_off():
        QApplication.processEvents()
        for card in (each for each in page.findChildren(QuestionCard) if each.y() < page.height()):
            top, height = seen.get(card.question.id, (card.y(), 0))
            assert (card.y(), card.height()) >= (top, height), card.question.id
            assert card.y() == top, card.question.id
            seen[card.question.id] = (card.y(), card.height())
    assert len(seen) > 1


def test_the_way_on_comes_when_nothing_moves_it_any_more(page: SectionPage, session: ProjectSession) -> None:
    page.show_section("leaving")
    way_on = next(each for each in page.findChildren(Button) if each.text() in {"Next open question", "Next section"})
    tops: set[int] = set()
    while is_anything_put_off():
        QApplication.processEvents()
        if way_on.isVisible():
            tops.add(way_on.mapTo(page, way_on.rect().topLeft()).y())
    settle()
    assert way_on.isVisible()
    assert tops <= {way_on.mapTo(page, way_on.rect().topLeft()).y()}


def test_the_card_that_is_gone_to_comes_first_takes_keys_at_once_and_keeps_its_place(
    page: SectionPage, session: ProjectSession
) -> None:
    session.answer("decisions.quorum-rule", "share-of-trusts")
    page.show_section("decisions", "decisions.quorum-share")
    assert [card.question.id for card in page.findChildren(QuestionCard)] == ["decisions.quorum-share"]
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "75")
    settle()
    assert QApplication.focusWidget() is line
    card = page.complete()["decisions.quorum-share"]
    assert card.isAncestorOf(line)
    assert line.text().endswith("75")
    assert top_of(page, card) < TRIPLE_SPACE, "at the top, with the cards above it out of sight"


def test_a_foot_that_comes_above_what_is_read_does_not_move_it(page: SectionPage, session: ProjectSession) -> None:
    above, read = "decisions.quorum-rule", "decisions.quorum-mix"
    session.reopen(above)
    session.note(above, "")
    page.show_section("decisions", read)
    settle()
    assert not any(each.text() == "Note" for each in page.complete()[above].findChildren(Button)), (
        "nobody has been there"
    )
    place = top_of(page, page.complete()[read])
    session.park(above)
    settle()
    assert any(each.text() == "Note" for each in page.complete()[above].findChildren(Button))
    assert top_of(page, page.complete()[read]) == place


def test_a_question_that_appears_does_not_move_what_the_user_looks_at(
    page: SectionPage, session: ProjectSession
) -> None:
    session.answer("decisions.quorum-rule", "every-trust")
    page.show_section("decisions", "decisions.quorum-mix")
    settle()
    card = page.complete()["decisions.quorum-mix"]
    before, focused = top_of(page, card), QApplication.focusWidget()
    assert "decisions.quorum-share" not in shown(page)
    session.answer("decisions.quorum-rule", "share-of-trusts")
    settle()
    assert "decisions.quorum-share" in shown(page)
    assert top_of(page, card) == before
    assert QApplication.focusWidget() is focused
    session.answer("decisions.quorum-rule", "every-trust")
    settle()
    assert "decisions.quorum-share" not in shown(page)
    assert top_of(page, card) == before
    assert QApplication.focusWidget() is focused


def test_the_focus_of_a_question_that_goes_passes_to_the_next_one(page: SectionPage, session: ProjectSession) -> None:
    session.answer("decisions.quorum-rule", "share-of-trusts")
    page.show_section("decisions", "decisions.quorum-share")
    settle()
    session.answer("decisions.quorum-rule", "every-trust")
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.complete()["decisions.quorum-mix"].isAncestorOf(focused)


def test_what_is_typed_is_saved_and_told_in_whole_members(page: SectionPage, session: ProjectSession) -> None:
    session.answer("decisions.quorum-rule", "share-of-trusts")
    session.answer("decisions.quorum-share", None)
    page.show_section("decisions", "decisions.quorum-share")
    settle()
    card = page.complete()["decisions.quorum-share"]
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    write(line, "75")
    press(line, Qt.Key.Key_Return)
    assert session.snapshot.answers.amount("decisions.quorum-share") == Decimal(75)
    assert "5 of 6 members" in texts(card)


def test_a_value_that_cannot_be_is_told_on_the_card_and_not_saved(page: SectionPage, session: ProjectSession) -> None:
    session.answer("decisions.quorum-rule", "share-of-trusts")
    session.answer("decisions.quorum-share", Decimal(50))
    page.show_section("decisions", "decisions.quorum-share")
    settle()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.clear()
    write(line, "175")
    press(line, Qt.Key.Key_Return)
    assert session.snapshot.answers.amount("decisions.quorum-share") == Decimal(50)
    assert line.text() == "175"


def test_a_failure_to_save_is_told_on_the_card_until_the_next_success(
    page: SectionPage, session: ProjectSession
) -> None:
    page.show_section("problem")
    question = next(iter(page.complete()))
    card = page.complete()[question]
    session.problem_raised.emit(question, "There is no room left on the disk.")
    assert "There is no room left on the disk." in texts(card)
    session.note(question, "Looked at again")
    card.note_changed.emit(question, "Another note")
    assert "There is no room left on the disk." not in texts(card)


def test_notes_parking_and_agreeing_are_kept_from_the_foot_of_a_card(
    page: SectionPage, session: ProjectSession
) -> None:
    page.show_section("vision", "vision.statement")
    settle()
    card = page.complete()["vision.statement"]
    click(foot_button(card, "Park"))
    assert state_of(session, "vision.statement") is State.PARKED
    click(foot_button(card, "Parked"))
    assert state_of(session, "vision.statement") is State.ANSWERED
    click(foot_button(card, "Agree"))
    assert state_of(session, "vision.statement") is State.AGREED
    assert foot_button(card, "Agreed 6 August 2026").isVisible()


def test_rows_are_added_filled_and_removed_in_a_table(page: SectionPage, session: ProjectSession) -> None:
    page.show_section("members")
    table = page.complete()["members.members"].field
    assert isinstance(table, TableField)
    before = session.snapshot.answers.rows("members.members")
    page.complete()["members.members"].row_put.emit(
        "members.members", "", {"organisation": Organisation("A Hospice"), "membership": "associate"}, len(before)
    )
    added = session.snapshot.answers.rows("members.members")[-1]
    assert added.organisation("organisation") == Organisation("A Hospice")
    page.complete()["members.members"].row_removed.emit("members.members", added.id)
    assert session.snapshot.answers.rows("members.members") == before


def test_leaving_the_page_keeps_what_is_still_being_typed(page: SectionPage, session: ProjectSession) -> None:
    page.show_section("the-collaborative", "collaborative.short-name")
    settle()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.clear()
    write(line, "NEWNAME")
    assert session.snapshot.answers.text("collaborative.short-name") == "WYAAT"
    page.leave()
    assert session.snapshot.answers.text("collaborative.short-name") == "NEWNAME"


def test_a_question_that_is_gone_to_stands_at_the_top_with_the_focus(page: SectionPage) -> None:
    page.show_section("leaving", "leaving.stranded-share")
    settle()
    card = page.complete()["leaving.stranded-share"]
    assert 0 <= top_of(page, card) < 40
    assert card.is_active


def test_a_question_that_was_gone_to_stays_at_the_top_when_the_page_becomes_narrow_and_wide_again(
    page: SectionPage,
) -> None:
    page.show_section("decisions", "decisions.quorum-mix")
    settle()
    card = page.complete()["decisions.quorum-mix"]
    tall, there = card.height(), top_of(page, card)
    for width in (420, 380, 742):
        page.resize(width, page.height())
        settle()
        assert top_of(page, card) == there, width
        assert (card.height() > tall) == (width < 742)


def test_what_is_looked_at_stays_when_the_page_becomes_narrow(page: SectionPage) -> None:
    page.show_section("decisions", "decisions.quorum-rule")
    settle()
    bar = page.in_sight.verticalScrollBar()  # type: ignore[attr-defined]
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    settle()
    card = next(each for each in page.complete().values() if not each.isHidden() and 0 <= top_of(page, each) < 700)
    card.field.setFocus(Qt.FocusReason.OtherFocusReason)
    settle()
    there = top_of(page, card)
    page.resize(420, page.height())
    settle()
    assert top_of(page, card) == there


@pytest.mark.parametrize("section", ["the-collaborative", "decisions", "members"])
def test_every_card_names_as_many_places_as_the_guidance_beside_it(
    page: SectionPage, session: ProjectSession, section: str
) -> None:
    page.show_section(section)
    for question, card in page.complete().items():
        uses = session.services.uses.of_question(question, session.snapshot)
        places = [place for use in uses.documents for place in use.places]
        rows = card.findChildren(ChipsRow)
        assert [len(row.links) for row in rows if row.isVisible()] == ([len(places)] if places else []), question
        column = [each for row in rows for each in row.findChildren(Button) if each.isVisible()]
        assert len(column) == min(len(places), 4), question


def test_a_place_that_an_answer_takes_away_goes_from_the_cards_that_named_it(
    page: SectionPage, session: ProjectSession, qtbot: QtBot
) -> None:
    page.show_section("decisions", "decisions.quorum-rule")
    card = page.complete()["decisions.quorum-rule"]
    before = len(card.view.changes)
    assert session.answer("decisions.quorum-rule", "number-of-trusts")
    now = len(session.services.uses.places("decisions.quorum-rule", session.snapshot))
    assert now != before
    qtbot.waitUntil(lambda: len(card.view.changes) == now, timeout=5000)
    assert top_of(page, card) < 40


def test_a_chip_leads_to_its_place_in_the_document(page: SectionPage, qtbot: QtBot) -> None:
    page.show_section("the-collaborative", "collaborative.short-name")
    card = page.complete()["collaborative.short-name"]
    with qtbot.waitSignal(page.preview_wished) as wished:
        click(next(each for each in card.findChildren(Button) if each.text() == card.view.changes[0].text))
    assert wished.args == card.view.changes[0].key.split()


def test_sections_that_were_not_looked_at_for_long_are_let_go(
    page: SectionPage, session: ProjectSession, qtbot: QtBot
) -> None:
    sections = [section.id for section in session.services.content.questionnaire.sections]
    for section in sections[:12]:
        page.show_section(section)
    qtbot.waitUntil(lambda: len({card.question.section for card in page.findChildren(QuestionCard)}) <= 9)
    assert page.section == sections[11]


def test_only_cards_in_sight_follow_an_answer(page: SectionPage, session: ProjectSession) -> None:
    page.show_section("vision")
    unseen = page.complete()["vision.statement"]
    page.show_section("problem")
    session.park("vision.statement")
    assert unseen.view.answer is not None
    assert unseen.view.answer.state is State.ANSWERED
    page.show_section("vision")
    assert page.complete()["vision.statement"].view.answer is not None
    assert state_of(session, "vision.statement") is State.PARKED


def state_of(session: ProjectSession, question: str) -> State:
    answer = session.snapshot.answers.answer(question)
    assert answer is not None
    return answer.state


def test_asking_for_a_question_of_the_section_makes_no_card(page: SectionPage, session: ProjectSession) -> None:
    page.show_section("decisions")
    made = set(page.made)
    questions = session.services.content.questionnaire.section("decisions").questions
    last = next(each.id for each in reversed(questions) if page.shows(each.id))
    assert last not in made, "it is still to come"
    assert not page.shows("vision.statement"), "it is asked elsewhere"
    assert set(page.made) == made
    assert last in page.complete()
