"""The bar above the page: the way to where the user is, beside what stands there too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.ui.navigation.way_label import WayLabel
from app.ui.places import AtChecks, AtDocuments, AtSection, AtStart
from app.ui.window import MainWindow
from tests.ui.conftest import Stage
from tests.ui.desk import MEMORANDUM
from tests.ui.fitting import misfits
from tests.ui.hands import press_focused
from tests.ui.windows import rest, show_text


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The window over a collaborative that was just opened: nothing was saved since."""
    collaborative = window.session.snapshot.collaborative
    window.go(AtStart())
    window.open_collaborative(collaborative)
    rest(window)
    return window


@pytest.mark.parametrize(("size", "percent"), [((1366, 768), 100), ((1024, 768), 100), ((1024, 768), 200)])
def test_the_way_keeps_its_first_part_and_stands_still_when_an_answer_is_saved(
    window: MainWindow, size: tuple[int, int], percent: int
) -> None:
    window.resize(*size)
    show_text(window, percent)
    window.go(AtSection("decisions"))
    rest(window)
    (way,) = window.top_bar.findChildren(WayLabel)
    before = way.geometry()
    first, last = way.words_in(way.width())
    assert first in ({"2 Purpose › "} if size == (1366, 768) else {"2 Purpose › ", "2 › "})
    assert last == "How decisions are made"
    window.session.answer("collaborative.short-name", "NEW")
    rest(window)
    assert window.session.saved_at is not None
    assert way.geometry() == before


def test_the_tick_says_in_words_that_all_is_saved_wherever_the_way_leaves_room(window: MainWindow) -> None:
    window.resize(1024, 768)
    show_text(window, 200)
    window.go(AtChecks())
    rest(window)
    (way,) = window.top_bar.findChildren(WayLabel)

    def words() -> list[str]:
        labels = window.top_bar.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and "aved" in each.text()]

    assert words() == ["All saved"]
    assert way.words_in(way.width()) == ("", "Checks"), "the way keeps its room"
    window.go(AtSection("decisions"))
    rest(window)
    assert words() == []
    assert misfits(window.top_bar) == []


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_beside_the_export_one_button_exports_and_the_other_says_why_it_does_not(
    window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    bar, page = window.top_bar, window.pages.documents
    assert bar.export.isEnabled()
    assert bar.export.accessibleDescription() == ""
    bar.export.setFocus()
    press_focused(Qt.Key.Key_Return)
    rest(window)
    assert page.export.start.isVisible()
    assert not bar.export.isEnabled()
    assert "Export now" in bar.export.accessibleDescription()
    assert "Export now" in bar.export.toolTip()
    assert bar.project.isEnabled()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
    window.go(AtDocuments(MEMORANDUM))
    rest(window)
    assert bar.export.isEnabled(), "beside a document it leads to the export of the pack"
    bar.export.click()
    rest(window)
    assert not bar.export.isEnabled()
    window.go(AtChecks())
    assert bar.export.isEnabled()
    assert "Ctrl+E" in bar.export.toolTip()


def test_a_way_without_room_is_shortened_from_its_first_part_on(stage: Stage) -> None:
    way = WayLabel()
    stage.show(way)
    way.show_way(("1 Scope", "Working with the rest of the system"))
    whole = way.sizeHint().width()
    assert way.words_in(whole) == ("1 Scope › ", "Working with the rest of the system")
    assert way.words_in(whole - 1) == ("1 › ", "Working with the rest of the system")
    first, last = way.words_in(whole // 2)
    assert first == "1 › "
    assert last.startswith("Working")
    assert last.endswith("…")
    assert way.accessibleName() == "1 Scope › Working with the rest of the system"
