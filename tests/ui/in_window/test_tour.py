"""The tour: when it comes, what it points at, how it is walked through and left, and that it keeps nobody from work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.ui.navigation.items import NavigationItem
from app.ui.parts.section_header import SectionHeader
from app.ui.places import AtChecks, AtSection, AtStart
from app.ui.tour.placing import GAP
from app.ui.window import MainWindow
from tests.accessibility.hearing import faults, things
from tests.accessibility.order import backwards, out_of_reach
from tests.ui.hands import click, press, press_focused
from tests.ui.in_window.going import come_to, put_all_away
from tests.ui.windows import FIRST, open_window, settle, texts

DONE = "tour.done"
STEPS = 6


@pytest.fixture
def window(shared: MainWindow) -> Iterator[MainWindow]:
    shared.session.services.preferences.put(DONE, "")
    come_to(shared, FIRST)
    yield shared
    put_all_away(shared)


def is_shown(window: MainWindow) -> bool:
    return window.tour.is_shown


def test_a_window_opened_by_a_program_is_never_met_by_the_tour(window: MainWindow) -> None:
    window.open_collaborative(window.session.snapshot.collaborative)
    assert not is_shown(window)


def test_the_tour_comes_once_when_the_first_collaborative_is_opened(window: MainWindow) -> None:
    collaborative = window.session.snapshot.collaborative
    window.tour.offer()
    window.open_collaborative(collaborative)
    assert is_shown(window)
    press_focused(Qt.Key.Key_Escape)
    assert not is_shown(window)
    assert window.session.services.preferences.get(DONE) == "yes"
    window.tour.offer()
    window.open_collaborative(collaborative)
    assert not is_shown(window)


def test_enter_walks_through_all_steps_and_gives_the_focus_back(window: MainWindow) -> None:
    before = QApplication.focusWidget()
    window.tour.take()
    said = []
    for _ in range(STEPS):
        assert QApplication.focusWidget() is window.tour.callout.next
        said.append(window.tour.callout.accessibleName())
        press_focused(Qt.Key.Key_Return)
    assert said[0] == "Tour, 1 of 6: Five steps, in any order"
    assert said[-1].startswith("Tour, 6 of 6: ")
    assert len(set(said)) == STEPS
    assert not is_shown(window)
    assert QApplication.focusWidget() is before


def test_each_step_points_at_what_it_is_about_and_stands_inside_the_window(window: MainWindow) -> None:
    window.tour.take()
    card = next(iter(window.pages.sections.complete().values()))
    targets = (window.side_bar, card, window.panel, window.side_bar.item_of(AtChecks()), window.top_bar.export)
    for target in targets:
        assert target is not None
        middle = target.mapTo(window, target.rect().center())
        assert window.tour.frame.isVisible()
        assert window.tour.frame.around.contains(middle)
        assert not window.tour.callout.geometry().contains(middle)
        assert window.rect().contains(window.tour.callout.geometry().adjusted(GAP, GAP, -GAP, -GAP))
        press_focused(Qt.Key.Key_Return)


def test_what_the_first_callouts_speak_of_is_in_sight_and_not_covered(window: MainWindow) -> None:
    window.tour.take()
    settle()
    heading = window.pages.sections.findChild(SectionHeader)
    heads = [each for each in window.side_bar.findChildren(NavigationItem) if each.mark is not None]
    assert heading is not None
    for part in (heading, *heads):
        place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        assert part.visibleRegion().boundingRect() == part.rect()
        assert not window.tour.callout.geometry().intersects(place)
    press_focused(Qt.Key.Key_Return)
    field = next(iter(window.pages.sections.complete().values())).findChild(QLineEdit)
    assert field is not None
    place = QRect(field.mapTo(window, QPoint(0, 0)), field.size())
    assert not window.tour.callout.geometry().intersects(place)


def test_back_goes_back_and_the_first_step_has_no_back(window: MainWindow) -> None:
    window.tour.take()
    assert not window.tour.callout.back.isVisible()
    click(window.tour.callout.next)
    click(window.tour.callout.back)
    assert window.tour.callout.accessibleName().startswith("Tour, 1 of 6")
    for _ in range(STEPS - 1):
        click(window.tour.callout.next)
    assert not window.tour.callout.skip.isVisible(), "after the last there is nothing to skip"
    assert window.tour.callout.next.text() == "Done"


def test_the_window_stays_in_use_and_the_callout_follows(window: MainWindow) -> None:
    window.tour.take()
    window.go(AtChecks())
    window.resize(1200, 700)
    settle()
    window.tour.look()
    assert is_shown(window)
    assert window.page is window.pages.checks
    window.go(AtSection("the-collaborative"))
    window.tour.callout.next.click()
    before = window.tour.frame.around
    window.pages.sections.scroll_down_to(60)
    window.tour.look()
    assert window.tour.frame.around != before, "it points at the card where it is now"


def test_f6_reaches_the_callout_from_the_page(window: MainWindow) -> None:
    window.tour.take()
    window.pages.sections.enter()
    for _ in range(4):
        press(QApplication.focusWidget() or window, Qt.Key.Key_F6)
        if window.tour.callout.isAncestorOf(QApplication.focusWidget() or window):
            return
    raise AssertionError("F6 never came to the callout")


def test_the_tour_is_taken_again_from_help_at_a_question(window: MainWindow) -> None:
    window.session.services.preferences.put(DONE, "yes")
    window.go(AtChecks())
    window.help.show_topic("tour")
    window.beside.open_help()
    window.help.tour_wished.emit()
    assert is_shown(window)
    assert not window.help.isVisible()
    assert isinstance(window.place, AtSection)


def test_going_to_the_start_page_puts_the_tour_off_and_it_is_not_done(window: MainWindow) -> None:
    window.tour.take()
    window.go(AtStart())
    assert not is_shown(window)
    assert not window.session.services.preferences.get(DONE)
    click(window.start_page.tour_button)
    settle()
    assert is_shown(window), "from the start page it opens what was changed last"
    assert window.session.is_open


def test_without_a_collaborative_the_tour_waits_for_one_and_says_so(tmp_path: Path) -> None:
    with open_window(tmp_path) as window:
        click(window.start_page.tour_button)
        assert "the tour starts as soon as it is open" in texts(window.start_page)
        window.start_page.look_inside("foundation-group")
        assert is_shown(window)


def test_the_callout_can_be_heard_and_walked(window: MainWindow) -> None:
    window.tour.take()
    window.tour.callout.next.click()
    settle()
    heard = things(window.tour.callout)
    assert faults(heard) == []
    assert backwards(window.tour.callout) == []
    assert list(out_of_reach(window.tour.callout)) == []
    on = next(thing for thing in heard if thing.name == "Next part of the tour")
    assert "What you type is saved at once" in on.description


def test_escape_ends_the_tour_also_from_the_page_below(window: MainWindow) -> None:
    window.tour.take()
    window.go(AtChecks())
    assert not window.tour.callout.isAncestorOf(QApplication.focusWidget() or window)
    press(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert not is_shown(window)
