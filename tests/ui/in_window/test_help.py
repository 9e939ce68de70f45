"""Help in the window: what F1 opens, how it is searched and left, and where its rows lead."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.content.catalogue import Content
from app.domain.help import Subject
from app.ui.help.help_panel import HelpPage, OnAll, OnFound, OnSubject, OnTopic
from app.ui.help.subjects import TAB_SUBJECTS
from app.ui.parts.link_row import LinkRow
from app.ui.places import AtChecks, AtDocuments, AtSection, AtSettings, AtStart
from app.ui.room import room_for_help
from app.ui.window import MainWindow
from tests.ui.hands import click, press, press_focused, write
from tests.ui.in_window.going import come_to, put_all_away
from tests.ui.windows import card, settle, texts

QUORUM = "decisions.quorum-rule"


@pytest.fixture
def window(shared: MainWindow) -> Iterator[MainWindow]:
    come_to(shared, AtSection("decisions"))
    yield shared
    put_all_away(shared)


def rows(window: MainWindow) -> dict[str, LinkRow]:
    return {each.words: each for each in window.help.findChildren(LinkRow) if each.isVisible()}


def page_of(window: MainWindow) -> HelpPage | None:
    return window.help.page


def ask(window: MainWindow) -> None:
    press(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    settle()


def test_a_question_in_focus_comes_first_and_its_page_after_it(window: MainWindow, content: Content) -> None:
    window.go(AtSection("decisions", QUORUM))
    ask(window)
    question = content.questionnaire.question(QUORUM)
    said = texts(window.help)
    assert said.startswith("Help\n")
    order = [question.label, question.why, question.hint, "What we suggest", "Usual range", "Source", "Answering"]
    places = [said.index(each) for each in order]
    assert all(first < second for first, second in pairwise(places)), said


def test_every_page_opens_its_own_topic(window: MainWindow) -> None:
    for place, title in (
        (AtDocuments(), "Documents and export"),
        (AtChecks(), "Checks"),
        (AtSettings(), "Settings"),
    ):
        window.go(place)
        ask(window)
        assert window.help.title == title
        assert title in texts(window.help)


def test_a_tab_of_the_panel_that_has_the_focus_opens_its_topic(window: MainWindow) -> None:
    assert set(TAB_SUBJECTS) >= set(range(window.panel.tabs.count()))
    window.panel.tabs.setFocus()
    ask(window)
    assert page_of(window) == OnSubject(Subject.PREVIEW_TAB)


def test_escape_after_help_leaves_a_law_record_where_it_was(window: MainWindow) -> None:
    place = AtSettings("nhs-act-2006-s65z6")
    window.go(place)
    settle()
    law, column = window.pages.settings.law, window.pages.settings.column
    assert law is not None
    record = law.cards[place.law]
    assert QApplication.focusWidget() is record
    before = column.verticalScrollBar().value()
    assert before > 0
    ask(window)
    press_focused(Qt.Key.Key_Escape)
    settle()
    assert not window.beside.is_open
    assert QApplication.focusWidget() is record
    top = record.mapTo(column.viewport(), record.rect().topLeft()).y()
    assert 0 <= top < column.viewport().height() // 2, "it is in sight as before"
    window.go(AtSettings())
    settle()
    assert QApplication.focusWidget() is not record
    assert column.verticalScrollBar().value() == 0


def test_escape_closes_and_gives_the_focus_back(window: MainWindow) -> None:
    field = card(window, "decisions.categories").field
    before = QApplication.focusWidget()
    assert before is field or (before is not None and field.isAncestorOf(before))
    ask(window)
    assert window.help.isAncestorOf(QApplication.focusWidget() or window)
    press_focused(Qt.Key.Key_Escape)
    assert not window.help.isVisible()
    assert QApplication.focusWidget() is before


def test_help_is_beside_the_page_where_there_is_room_and_in_its_place_where_not(window: MainWindow) -> None:
    before = QApplication.focusWidget()
    ask(window)
    assert window.help.geometry().left() == window.pages.mapTo(window, window.pages.rect().topRight()).x() + 1
    window.resize(800, 700)
    settle()
    assert (window.help.geometry().left(), window.help.geometry().right()) == (0, 799)
    assert not window.pages.isVisible(), "what is not seen takes no keys"
    window.beside.close_help()
    settle()
    assert window.pages.mapTo(window, window.pages.rect().topRight()).x() == 799
    assert QApplication.focusWidget() is before
    assert room_for_help(1024, 1.0) == (392, True)
    assert room_for_help(1024, 2.0) == (1024, False)
    assert room_for_help(300, 1.0) == (300, False)


def test_help_in_place_of_the_page_makes_way_for_the_place_that_is_gone_to(window: MainWindow) -> None:
    window.resize(800, 700)
    settle()
    ask(window)
    assert window.beside.covers_all
    window.go(AtChecks())
    settle()
    assert window.page is window.pages.checks
    assert window.pages.isVisible()
    assert not window.beside.is_open


def test_the_app_can_be_used_while_help_is_open_and_help_follows_to_the_next_page(window: MainWindow) -> None:
    ask(window)
    window.go(AtChecks())
    settle()
    assert window.help.title == "Checks"
    assert not window.help.isAncestorOf(QApplication.focusWidget() or window)


def test_what_was_chosen_in_help_stays_while_the_user_goes_elsewhere(window: MainWindow) -> None:
    ask(window)
    window.help.show_topic("words")
    window.go(AtChecks())
    assert page_of(window) == OnTopic("words")


def test_f6_goes_to_help_and_on_from_it(window: MainWindow) -> None:
    ask(window)
    window.pages.sections.enter()
    for _ in range(4):
        press(window, Qt.Key.Key_F6)
        if window.help.isAncestorOf(QApplication.focusWidget() or window):
            break
    assert window.help.isAncestorOf(QApplication.focusWidget() or window)
    press(window, Qt.Key.Key_F6)
    assert not window.help.isAncestorOf(QApplication.focusWidget() or window)


def test_typing_finds_a_word_and_enter_goes_to_it(window: MainWindow) -> None:
    ask(window)
    window.help.search.setFocus()
    write(window.help.search, "quor")
    assert page_of(window) == OnFound("quor")
    assert "The fewest who must be present" in texts(window.help)
    press(window.help.search, Qt.Key.Key_Down)
    assert isinstance(QApplication.focusWidget(), LinkRow)
    window.help.search.setFocus()
    press_focused(Qt.Key.Key_Return)
    settle()
    assert page_of(window) == OnTopic("words", "Quorum")
    assert window.help.search.text() == ""
    word = next(each for each in window.help.findChildren(QLabel) if each.text() == "Quorum" and each.isVisible())
    assert not word.visibleRegion().isEmpty(), "the word is scrolled to"
    press(window.help.back, Qt.Key.Key_Return)
    assert page_of(window) == OnFound("quor")
    assert window.help.search.text() == "quor"


def test_words_that_are_nowhere_are_told_and_escape_takes_them_away(window: MainWindow) -> None:
    ask(window)
    before = page_of(window)
    window.help.search.setFocus()
    write(window.help.search, "<b>zebra")
    assert "Nothing in help has these words" in texts(window.help)
    press(window.help.search, Qt.Key.Key_Escape)
    assert page_of(window) == before
    assert window.help.isVisible()


def test_rows_lead_to_other_topics_and_to_pages(window: MainWindow) -> None:
    window.go(AtChecks())
    ask(window)
    press(rows(window)["Law and sources"], Qt.Key.Key_Return)
    assert page_of(window) == OnTopic("law")
    press(rows(window)["Go to the settings"], Qt.Key.Key_Return)
    assert window.place == AtSettings()
    click(window.help.all)
    assert page_of(window) == OnAll()
    assert len(rows(window)) == len(window.session.services.content.help)


def test_a_law_record_behind_a_question_is_a_row_that_goes_there(window: MainWindow, content: Content) -> None:
    check = next(check for check in content.checks if check.law and check.question in window.session.snapshot.visible)
    question = content.questionnaire.question(check.question)
    window.go(AtSection(question.section, question.id))
    ask(window)
    press(rows(window)[content.law[check.law[0]].citation], Qt.Key.Key_Return)
    assert window.place == AtSettings(check.law[0])


def test_the_start_page_has_help_and_offers_no_page_that_is_not_there(window: MainWindow) -> None:
    window.go(AtStart())
    settle()
    window.start_page.help_button.setFocus()
    press_focused(Qt.Key.Key_Return)
    assert window.help.title == "First steps"
    assert "Take the tour" in rows(window)
    assert "Go to all collaboratives" not in rows(window)
    press_focused(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.start_page.help_button
    window.open_collaborative(window.session.services.collaboratives.all()[0].id)
