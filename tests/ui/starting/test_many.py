"""Among many collaboratives one is found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.services import Services
from app.ui.pages.start.begin import free_name
from app.ui.pages.start.own_shelf import AT_ONCE
from app.ui.pages.start_page import StartPage
from tests.accessibility.hearing import faults, things
from tests.accessibility.order import backwards, out_of_reach
from tests.ui.fitting import misfits
from tests.ui.hands import press, press_focused, write
from tests.ui.starting.shelves import binned, made_card, many
from tests.ui.windows import texts


def test_up_to_eight_need_no_line_that_finds_them(page: StartPage, services: Services) -> None:
    many(page, services, 8)
    assert not page.own.finding.filter.isVisible()
    assert not page.own.more.isVisible()
    services.collaboratives.create("One more")
    page.refresh()
    assert page.own.finding.filter.isVisible()


def test_of_many_only_the_first_are_made_until_the_rest_are_asked_for(
    page: StartPage, services: Services, qtbot: QtBot
) -> None:
    many(page, services, 40)
    assert len(page.cards) == AT_ONCE
    assert page.own.more.text() == "Show all 40"
    page.own.more.setFocus()
    press_focused(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is list(page.cards.values())[AT_ONCE], "it goes on with the first new one"
    qtbot.waitUntil(lambda: len(page.cards) == 40)
    assert not page.own.more.isVisible()


def test_typing_finds_by_name_among_all_and_enter_goes_to_the_first(page: StartPage, services: Services) -> None:
    many(page, services, 40)
    page.own.finding.filter.setFocus()
    write(page.own.finding.filter, "003 all")
    assert [card.name for card in page.cards.values()] == ["Alliance 003"]
    press_focused(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is next(iter(page.cards.values()))
    page.own.finding.filter.setFocus()
    write(page.own.finding.filter, "<b>")
    assert page.cards == {}
    assert "No collaborative has these words in its name." in texts(page)
    press_focused(Qt.Key.Key_Escape)
    assert len(page.cards) == AT_ONCE


def test_cards_stand_latest_first_or_by_name(page: StartPage, services: Services) -> None:
    many(page, services, 9)
    assert next(iter(page.cards.values())).name == "Alliance 008"
    page.own.finding.order.setCurrentIndex(1)
    assert next(iter(page.cards.values())).name == "Alliance 000"


def test_coming_back_from_one_far_down_finds_its_card(page: StartPage, services: Services) -> None:
    many(page, services, 30)
    oldest = services.collaboratives.all()[-1]
    page.refresh(oldest.id)
    assert QApplication.focusWidget() is page.cards[oldest.id]


def test_every_act_can_be_reached_with_tab(page: StartPage, services: Services) -> None:
    made_card(page, services)
    reached = set()
    for _ in range(20):
        press_focused(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.add(focused.accessibleName() if focused is not None else "")
    for name in ("New collaborative", "Open a file", "Text and colours", "More for Northern Alliance"):
        assert name in reached
    assert sum(name.startswith("Look inside") for name in reached) == 3


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert free_name("North", []) == "North"
    assert free_name("North", ["NORTH", "North (2)"]) == "North (3)"
    assert len(free_name("x" * 120, ["x" * 120])) <= 120


def test_the_page_can_be_heard_and_walked_with_everything_on_it_open(
    page: StartPage, services: Services, qtbot: QtBot
) -> None:
    many(page, services, 14)
    (line,) = binned(page, services, "Mistake")
    page.ask_for_name()
    qtbot.waitUntil(lambda: backwards(page) == [])  # as soon as everything has its place
    assert faults(things(page)) == []
    assert list(out_of_reach(page)) == []
    press(line.remove, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: misfits(page) == [])
    assert faults(things(page)) == []
    assert list(out_of_reach(page)) == []
