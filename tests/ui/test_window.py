"""The window: getting about by mouse and keyboard, undo, other copies, room for everything, and its look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.navigation.items import NavigationItem
from app.ui.pages.section_page import SectionPage
from app.ui.parts.strip import Tone
from app.ui.parts.tab_order import tab_stops
from app.ui.places import (
    AtChecks,
    AtDocuments,
    AtHistory,
    AtOpenPoints,
    AtPast,
    AtSection,
    AtSettings,
    AtStart,
    UserPlace,
)
from app.ui.session import LOOK_EVERY, ProjectSession
from app.ui.shortcuts import OTHER_KEYS, SHORTCUTS, Act
from app.ui.theme.theme import current_theme
from app.ui.window import MainWindow
from app.ui.wishes import Look, keep_look
from tests.ui.conftest import ICONS, put_on_plain_theme
from tests.ui.desk import NOW
from tests.ui.fitting import misfits
from tests.ui.hands import click, press, press_focused, write
from tests.ui.windows import (
    FIRST,
    PROJECTOR,
    SIZE,
    card,
    lent,
    open_example,
    open_services,
    open_window,
    rest,
    settle,
    show_text,
    texts,
)

PLACES: tuple[UserPlace, ...] = (
    AtSection("decisions"),
    AtDocuments(),
    AtChecks(),
    AtOpenPoints(),
    AtHistory(),
    AtSettings(),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the workspace of the window is that the tests share."""
    return tmp_path_factory.mktemp("shared")


@pytest.fixture(scope="module")
def shared(qapp: QApplication, folder: Path) -> Iterator[MainWindow]:
    put_on_plain_theme(qapp)
    with open_example(folder) as opened:
        yield opened


@pytest.fixture
def window(shared: MainWindow) -> Iterator[MainWindow]:
    with lent(shared) as one:
        yield one


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[MainWindow]:
    """A window of its own, just opened."""
    with open_example(tmp_path) as opened:
        yield opened


def press_keys(window: MainWindow, keys: str) -> None:
    """Press keys of the window on whatever has the focus."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs do not know that it can be indexed
    QTest.keyClick(QApplication.focusWidget() or window, combination.key(), combination.keyboardModifiers())
    settle()


def entry(window: MainWindow, words: str) -> NavigationItem:
    return next(each for each in window.side_bar.findChildren(NavigationItem) if each.words == words)


def test_an_example_opens_at_the_first_section_with_its_cards(fresh: MainWindow) -> None:
    assert fresh.place == AtSection("the-collaborative")
    assert isinstance(fresh.page, SectionPage)
    shown = texts(fresh)
    assert "What is the collaborative called?" in shown
    assert fresh.windowTitle() == "West Yorkshire Association of Acute Trusts - Fiveways"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert card(fresh, "collaborative.name").isAncestorOf(focused)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: type(place).__name__)
def test_each_page_can_be_gone_to_and_says_what_it_is(window: MainWindow, place: UserPlace) -> None:
    window.go(place)
    settle()
    assert window.place == place
    item = window.side_bar.item_of(place)
    assert item is not None
    assert item.isChecked()
    assert item.words in texts(window.pages)


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


def test_undo_takes_back_typing_first_and_then_acts(window: MainWindow) -> None:
    window.go(AtSection("the-collaborative", "collaborative.short-name"))
    settle()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    write(line, "ABC")
    press(line, Qt.Key.Key_Return)
    assert window.session.snapshot.answers.text("collaborative.short-name") == "ABC"
    while line.isUndoAvailable():
        press_keys(window, "Ctrl+Z")
    press(line, Qt.Key.Key_Return)
    assert line.text() == "WYAAT"
    window.session.park("collaborative.name")
    press_keys(window, "Ctrl+Z")
    answer = window.session.snapshot.answers.answer("collaborative.name")
    assert answer is not None
    assert answer.state.value == "answered"
    press_keys(window, "Ctrl+Shift+Z")
    answer = window.session.snapshot.answers.answer("collaborative.name")
    assert answer is not None
    assert answer.state.value == "parked"


def test_the_window_comes_back_where_it_was_left(tmp_path: Path) -> None:
    with open_example(tmp_path) as window:
        collaborative = window.session.snapshot.collaborative
        window.go(AtSection("leaving", "leaving.notice"))
        window.go(AtStart())
        window.open_collaborative(collaborative)
        assert window.place == AtSection("leaving", "leaving.notice")
        window.go(AtChecks())
    with open_window(tmp_path) as window:
        click(window.start_page.cards[collaborative])
        assert window.place == AtChecks()


def test_a_change_by_another_copy_appears_with_a_line(window: MainWindow, folder: Path) -> None:
    collaborative = window.session.snapshot.collaborative
    with open_services(folder, "Grace") as other:
        other.answering.answer(collaborative, "collaborative.short-name", "OTHER")
    window.session.look_for_changes()
    settle()
    assert "Another window changed this collaborative." in texts(window)
    window.go(AtSection("the-collaborative", "collaborative.short-name"))
    settle()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "OTHER"


def test_the_look_for_other_copies_goes_by_a_clock_of_its_own(tmp_path: Path, qtbot: QtBot) -> None:
    assert LOOK_EVERY <= 3000
    with open_services(tmp_path) as services:
        made = services.collaboratives.create("Shared")
        session = ProjectSession(services, lambda: NOW, look_every=20)
        assert session.open(made.id)
        with open_services(tmp_path, "Grace") as other:
            other.answering.answer(made.id, "collaborative.short-name", "OTHER")
        with qtbot.waitSignal(session.changed_elsewhere, timeout=5000):
            pass
        session.close()


def test_a_collaborative_that_cannot_be_opened_is_told_on_the_start_page(tmp_path: Path) -> None:
    with open_window(tmp_path) as window:
        window.open_collaborative("nothing")
        settle()
        assert window.place == AtStart()
        assert window.start_page.messages.strip is not None


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_off_at_any_size_of_text(window: MainWindow, percent: int) -> None:
    show_text(window, percent)
    for size in (SIZE, PROJECTOR):
        window.resize(*size)
        for place in (FIRST, AtSection("members"), *PLACES):
            window.go(place)
            rest(window)
            assert misfits(window) == [], f"{place} at {percent}%"
        assert (window.width(), window.height()) == size
    window.go(AtStart())
    for size in (SIZE, PROJECTOR):
        window.resize(*size)
        rest(window)
        assert misfits(window) == []


def test_what_would_not_fit_is_found(fresh: MainWindow) -> None:
    fresh.top_bar.export.setFixedWidth(20)
    entry(fresh, "Members").setFixedHeight(3)
    settle()
    found = misfits(fresh)
    assert any("Export" in each for each in found)


def test_the_panel_gives_way_where_there_is_no_room_and_comes_when_asked_for(shared: MainWindow) -> None:
    with lent(shared, PROJECTOR) as window:
        assert not window.panel.isVisible()
        press_keys(window, "Ctrl+P")
        assert window.panel.isVisible()
        assert not window.side_bar.isVisible(), "the bar makes room"
        assert window.top_bar.menu.isVisible()
        press_keys(window, "Ctrl+P")
        assert not window.panel.isVisible()
        assert window.side_bar.isVisible()
        window.resize(1366, 768)
        settle()
        press_keys(window, "Ctrl+P")
        assert window.panel.isVisible()


def test_with_large_text_the_bar_waits_behind_a_button(shared: MainWindow) -> None:
    with lent(shared, PROJECTOR) as window:
        show_text(window, 175)
        press_keys(window, "Ctrl++")
        assert current_theme().text_scale == 2.0
        assert not window.side_bar.isVisible()
        press(window.top_bar.menu, Qt.Key.Key_Return)
        rest(window)
        assert window.side_bar.isVisible()
        assert misfits(window) == []
        focused = QApplication.focusWidget()
        assert isinstance(focused, NavigationItem)
        press_focused(Qt.Key.Key_Down, Qt.Key.Key_Return)
        settle()
        assert window.place == AtSection("planning-level")
        assert not window.side_bar.isVisible()
        press_keys(window, "Ctrl+P")
        assert window.panel.isVisible()
        assert not window.pages.isVisible(), "the panel stands alone where nothing else fits"
        press_keys(window, "Ctrl+P")
        assert window.pages.isVisible()


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
    window.pages.sections.cards["decisions.categories"].field.setFocus()
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


def test_a_theme_is_in_force_at_once_and_after_a_restart(window: MainWindow) -> None:
    window.go(AtSettings())
    settle()
    look = window.pages.settings.look
    assert look is not None
    look.themes.answered.emit(Look.DARK.value)
    assert current_theme().roles.page == "#11181D"
    assert window.grab().toImage().pixelColor(4, 4).lightness() < 60
    keep_look(window.session.services.preferences, Look.LIGHT)
    window.start_page.look_changed.emit()
    assert current_theme().roles.page == "#F0F4F5"


def test_the_pages_hold_the_focus_where_reading_starts(window: MainWindow) -> None:
    for place in PLACES:
        window.go(place)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.pages.isAncestorOf(focused) or isinstance(focused, NavigationItem), place
        assert focused in list(tab_stops(window.pages)) or focused.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_nothing_is_undone_that_is_not_on_the_screen(window: MainWindow) -> None:
    session = window.session
    assert session.answer("collaborative.short-name", "Northern")
    window.go(AtPast(NOW))
    settle()
    press_keys(window, "Ctrl+Z")
    assert session.snapshot.answers.value("collaborative.short-name") == "Northern"
    assert window.messages.strip is not None
    assert "Go back to now" in window.messages.strip.message.text()
    window.go(AtSection("the-collaborative"))
    press_keys(window, "Ctrl+Z")
    assert session.snapshot.answers.value("collaborative.short-name") != "Northern"


def test_beside_the_past_nothing_acts_on_how_everything_is_now(window: MainWindow) -> None:
    bar = window.top_bar
    assert window.session.answer("collaborative.short-name", "Northern")
    assert window.session.answer("collaborative.short-name", "North")
    window.session.undo()
    acts = {bar.undo: "undo", bar.redo: "redo", bar.project: "project", bar.export: "export"}
    assert all(button.isEnabled() for button in acts)
    tips = [button.toolTip() for button in acts]
    window.go(AtPast(NOW))
    settle()
    for button, act in acts.items():
        assert not button.isEnabled()
        assert f"Go back to now to {act}." in button.toolTip()
    for keys in ("Ctrl+E", "F11", "Ctrl+Shift+Z"):
        window.messages.clear()
        press_keys(window, keys)
        assert window.messages.strip is not None
        assert "Go back to now" in window.messages.strip.message.text(), keys
        assert window.place == AtPast(NOW)
    assert window.projection.projector is None
    window.go(AtHistory())
    assert all(button.isEnabled() for button in acts)
    assert [button.toolTip() for button in acts] == tips
    press_keys(window, "Ctrl+E")
    assert window.place == AtDocuments(is_export=True)


def test_a_panel_that_was_hidden_stays_hidden_after_a_restart(window: MainWindow) -> None:
    window.top_bar.panel_toggled.emit(False)
    again = MainWindow(window.session, ICONS)
    again.resize(*SIZE)
    again.show()
    again.go(AtSection("the-collaborative"))
    settle()
    assert not again.panel.isVisible()
    again.top_bar.panel_toggled.emit(True)
    assert again.panel.isVisible()
    again.close()
    again.deleteLater()
