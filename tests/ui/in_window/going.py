"""Goes about in the window: presses its keys, finds an entry of its bar, and knows each kind of page."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.navigation.items import NavigationItem
from app.ui.places import AtChecks, AtDocuments, AtHistory, AtOpenPoints, AtSection, AtSettings, UserPlace
from app.ui.window import MainWindow
from tests.ui.windows import SIZE, settle

PLACES: tuple[UserPlace, ...] = (
    AtSection("decisions"),
    AtDocuments(),
    AtChecks(),
    AtOpenPoints(),
    AtHistory(),
    AtSettings(),
)


def press_keys(window: MainWindow, keys: str) -> None:
    """Press keys of the window on whatever has the focus, such as "Ctrl+Z"."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs do not know that it can be indexed
    QTest.keyClick(QApplication.focusWidget() or window, combination.key(), combination.keyboardModifiers())
    settle()


def entry(window: MainWindow, words: str) -> NavigationItem:
    return next(each for each in window.side_bar.findChildren(NavigationItem) if each.words == words)


def come_to(window: MainWindow, place: UserPlace) -> None:
    """Have the window of this folder as a user finds it who comes to a page; for tests that change no answer."""
    window.resize(*SIZE)
    window.top_bar.panel_toggled.emit(True)
    window.go(place)
    window.activateWindow()
    settle()


def put_all_away(window: MainWindow) -> None:
    """Leave nothing over the window or beside its page, nor a line that says what was done."""
    window.finder.leave()
    window.tour.end()
    window.beside.close_help()
    window.messages.clear()
