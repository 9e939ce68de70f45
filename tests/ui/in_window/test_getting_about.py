"""Getting about in the window: pages, the bar beside them, keys, Tab, and where reading starts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.ui.navigation.items import NavigationItem
from app.ui.parts.strip import Tone
from app.ui.parts.tab_order import tab_stops
from app.ui.places import AtSection, AtStart, UserPlace
from app.ui.shortcuts import OTHER_KEYS, SHORTCUTS, Act
from app.ui.window import MainWindow
from tests.ui.hands import press_focused
from tests.ui.in_window.going import PLACES, entry, press_keys
from tests.ui.windows import open_window, settle, texts


@pytest.mark.parametrize("place", PLACES, ids=lambda place: type(place).__name__)
def test_each_page_can_be_gone_to_and_says_what_it_is(window: MainWindow, place: UserPlace) -> None:
    window.go(place)
    settle()
    assert window.place == place
    item = window.side_bar.item_of(place)
    assert item is not None
    assert item.isChecked()
    assert item.words in texts(window.pages)


def test_the_collaborative_that_was_left_is_in_sight_and_in_focus(tmp_path: Path) -> None:
    with open_window(tmp_path, size=(1024, 360)) as window:
        # The focus is on what begins a new one, far down, before the page is laid out anew.
        window.start_page.new_button.setFocus()
        for name in ("Humber Ridge", "Trent Vale", "Solway Shore"):
            left = window.session.services.collaboratives.create(name)
        window.open_collaborative(left.id)
        settle()
        window.go(AtStart())
        settle()
        card = window.start_page.cards[left.id]
        assert card.hasFocus()
        assert card.visibleRegion().boundingRect() == card.rect()


def test_the_bar_marks_the_place_and_opens_its_step(window: MainWindow) -> None:
    window.go(AtSection("decisions"))
    settle()
    assert entry(window, "Purpose").isChecked()
    assert entry(window, "How decisions are made").isChecked()
    assert entry(window, "How decisions are made").isVisible()
    assert not entry(window, "Members").isVisible()
    assert not entry(window, "Scope").isChecked()


def test_the_bar_says_what_is_left_and_what_was_found(window: MainWindow) -> None:
    session = window.session
    assert entry(window, "Objectives").accessibleName() == "Objectives, done"
    session.clear_rows("objectives.objectives")
    left = len(session.snapshot.left)
    assert left >= 1
    assert entry(window, "What is left").badge.text == str(left)
    points = "1 open point" if left == 1 else f"{left} open points"
    assert entry(window, "What is left").accessibleName() == f"What is left, {points}"
    session.add_todo("Ask the chairs", "Ada", None, None)
    assert entry(window, "What is left").badge.text == str(left + 1)
    assert entry(window, "What is left").accessibleName() == f"What is left, {points}, 1 to-do"
    session.undo()
    assert entry(window, "Purpose").accessibleName() == f"Purpose, {session.snapshot.steps['purpose'].left} left"
    for row in session.snapshot.answers.rows("money.contributions")[:1]:
        session.remove_row("money.contributions", row.id)
    errors = len(session.snapshot.errors)
    checks = entry(window, "Checks")
    assert checks.badges[Tone.ERROR].text == (str(errors) if errors else "")
    assert checks.accessibleName().startswith(f"Checks, {errors} error")


def test_arrow_keys_move_in_the_bar_and_enter_goes_there(window: MainWindow) -> None:
    window.side_bar.take_focus()
    focused = QApplication.focusWidget()
    assert focused is entry(window, "The collaborative")
    press_focused(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is entry(window, "Level of planning")
    press_focused(Qt.Key.Key_Return)
    settle()
    assert window.place == AtSection("planning-level")
    window.side_bar.take_focus()
    press_focused(Qt.Key.Key_End)
    assert QApplication.focusWidget() is entry(window, "Help")
    press_focused(Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is entry(window, "Scope")


@pytest.mark.parametrize("shortcut", [each for each in SHORTCUTS if each.place], ids=lambda each: each.keys[0])
def test_keys_go_to_the_pages(window: MainWindow, shortcut: object) -> None:
    wanted = next(each for each in SHORTCUTS if each is shortcut)
    press_keys(window, wanted.keys[0])
    assert window.place == wanted.place


def test_keys_go_to_the_steps_and_along_the_sections(window: MainWindow) -> None:
    for number, step in enumerate(window.session.services.content.questionnaire.steps, 1):
        press_keys(window, f"Ctrl+{number}")
        assert window.place == AtSection(step.sections[0].id)
    press_keys(window, "Alt+Left")
    assert window.place == AtSection("culture")
    window.session.answer("communications.spokesperson", None)
    window.session.clear_rows("objectives.objectives")
    press_keys(window, "Alt+Right")
    assert isinstance(window.place, AtSection)
    assert window.place.question == window.session.snapshot.left[0].id


def test_every_act_of_the_keys_has_words_and_no_keys_do_two_things() -> None:
    assert {each.act for each in SHORTCUTS} == set(Act)
    keys = [QKeySequence(key).toString() for each in SHORTCUTS for key in each.keys]
    assert len(keys) == len(set(keys))
    assert all(each.words for each in SHORTCUTS)
    assert all(words for _, words in OTHER_KEYS)


def test_tab_goes_through_the_window_as_it_is_read(window: MainWindow) -> None:
    window.go(AtSection("services"))
    settle()
    window.side_bar.take_focus()
    areas = [window.side_bar, window.top_bar, window.pages, window.panel]
    seen: list[int] = []
    for _ in range(120):
        press_focused(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        place = next(number for number, area in enumerate(areas) if area.isAncestorOf(focused))
        if seen and place == 0 and seen[-1] != 0:
            break
        seen.append(place)
    assert seen == sorted(seen)
    assert set(seen) == {0, 1, 2, 3}


def test_f6_moves_between_the_bar_the_page_and_the_panel(window: MainWindow) -> None:
    areas = {"bar": window.side_bar, "page": window.pages, "panel": window.panel}

    def area() -> str:
        focused = QApplication.focusWidget()
        assert focused is not None
        return next(name for name, part in areas.items() if part.isAncestorOf(focused))

    order = [area()]
    for _ in range(3):
        press_keys(window, "F6")
        order.append(area())
    assert order == ["page", "panel", "bar", "page"]


def test_what_has_the_focus_is_in_sight(window: MainWindow) -> None:
    window.go(AtSection("decisions"))
    settle()
    window.pages.sections.complete()["decisions.categories"].field.setFocus()
    for _ in range(60):
        press_focused(Qt.Key.Key_Tab)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        top = focused.mapTo(window, QPoint(0, 0)).y()
        assert -focused.height() < top < window.height(), focused.accessibleName()


@pytest.mark.parametrize("place", [*PLACES, AtStart()], ids=lambda place: type(place).__name__)
def test_everything_that_can_be_operated_has_a_name(window: MainWindow, place: UserPlace) -> None:
    window.go(place)
    settle()
    controls = [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and isinstance(each, QAbstractButton | QLineEdit | QPlainTextEdit)
    ]
    assert len(controls) > 5
    assert [f"{each} in {each.parent()}" for each in controls if not each.accessibleName()] == []


def test_the_pages_hold_the_focus_where_reading_starts(window: MainWindow) -> None:
    for place in PLACES:
        window.go(place)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.pages.isAncestorOf(focused) or isinstance(focused, NavigationItem), place
        assert focused in list(tab_stops(window.pages)) or focused.focusPolicy() != Qt.FocusPolicy.NoFocus
