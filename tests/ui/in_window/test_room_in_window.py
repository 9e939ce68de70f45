"""Room in the window: nothing is cut off at any size of text, and what there is no room for waits behind a button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.navigation.items import NavigationItem
from app.ui.places import AtSection, AtSettings, AtStart
from app.ui.session import ProjectSession
from app.ui.theme.theme import current_theme
from app.ui.window import MainWindow
from app.ui.wishes import Look, keep_look
from tests.ui.conftest import ICONS
from tests.ui.desk import NOW
from tests.ui.fitting import misfits
from tests.ui.hands import press, press_focused
from tests.ui.in_window.going import PLACES, entry, press_keys
from tests.ui.windows import FIRST, PROJECTOR, SIZE, lent, rest, settle, show_text


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


def test_a_panel_that_was_hidden_stays_hidden_after_a_restart(window: MainWindow) -> None:
    window.top_bar.panel_toggled.emit(False)
    # A session of its own, as after a restart: what a window listens to outlives it.
    session = ProjectSession(window.session.services, lambda: NOW)
    again = MainWindow(session, ICONS)
    again.resize(*SIZE)
    again.show()
    again.open_collaborative(window.session.snapshot.collaborative)
    again.go(AtSection("the-collaborative"))
    settle()
    assert not again.panel.isVisible()
    again.top_bar.panel_toggled.emit(True)
    assert again.panel.isVisible()
    again.close()
    session.close()
    again.deleteLater()
