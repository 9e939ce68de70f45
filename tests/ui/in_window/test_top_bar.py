"""The bar above the page: the way to where the user is, beside what stands there too."""

import pytest
from PySide6.QtWidgets import QLabel

from app.ui.navigation.way_label import WayLabel
from app.ui.places import AtChecks, AtSection, AtStart
from app.ui.window import MainWindow
from tests.ui.conftest import Stage
from tests.ui.fitting import misfits
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
