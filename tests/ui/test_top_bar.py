"""The bar above the page: the way to where the user is, beside what stands there too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.ui.navigation.way_label import WayLabel
from app.ui.places import AtChecks, AtSection
from app.ui.window import MainWindow
from tests.ui.conftest import Stage
from tests.ui.fitting import misfits
from tests.ui.windows import open_example, rest, show_text


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[MainWindow]:
    with open_example(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(("size", "percent"), [((1366, 768), 100), ((1024, 768), 100), ((1024, 768), 200)])
def test_the_way_keeps_its_first_part_and_stands_still_when_an_answer_is_saved(
    fresh: MainWindow, size: tuple[int, int], percent: int
) -> None:
    fresh.resize(*size)
    show_text(fresh, percent)
    fresh.go(AtSection("decisions"))
    rest(fresh)
    (way,) = fresh.top_bar.findChildren(WayLabel)
    before = way.geometry()
    first, last = way.words_in(way.width())
    assert first in ({"2 Purpose › "} if size == (1366, 768) else {"2 Purpose › ", "2 › "})
    assert last == "How decisions are made"
    fresh.session.answer("collaborative.short-name", "NEW")
    rest(fresh)
    assert fresh.session.saved_at is not None
    assert way.geometry() == before


def test_the_tick_says_in_words_that_all_is_saved_wherever_the_way_leaves_room(fresh: MainWindow) -> None:
    fresh.resize(1024, 768)
    show_text(fresh, 200)
    fresh.go(AtChecks())
    rest(fresh)
    (way,) = fresh.top_bar.findChildren(WayLabel)

    def words() -> list[str]:
        labels = fresh.top_bar.findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and "aved" in each.text()]

    assert words() == ["All saved"]
    assert way.words_in(way.width()) == ("", "Checks"), "the way keeps its room"
    fresh.go(AtSection("decisions"))
    rest(fresh)
    assert words() == []
    assert misfits(fresh.top_bar) == []


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
