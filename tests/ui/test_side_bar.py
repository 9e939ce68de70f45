"""The bar on the left: the pages stay in sight below the steps, and scroll with them only where all is cramped."""

from PySide6.QtCore import QPoint

from app.ui.navigation.side_bar import SideBar
from app.ui.places import AtAnswers, AtChecks, AtSection, AtSettings, UserPlace
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.windows import settle


def is_in_sight(bar: SideBar, place: UserPlace) -> bool:
    item = bar.item_of(place)
    assert item is not None
    foot = item.mapTo(bar, QPoint(0, item.height()))
    return item.isVisible() and 0 < foot.y() <= bar.height()


def test_the_pages_stay_in_sight_however_many_sections_the_open_step_has(stage: Stage) -> None:
    bar = SideBar(shipped_content().questionnaire)
    stage.show(bar, 232, 768)
    for step in shipped_content().questionnaire.steps:
        bar.show_place(AtSection(step.sections[0].id))
        assert is_in_sight(bar, AtChecks())
        assert is_in_sight(bar, AtSettings())


def test_the_entry_of_the_place_comes_into_sight_though_its_step_opens_only_then(stage: Stage) -> None:
    bar = SideBar(shipped_content().questionnaire)
    stage.show(bar, 232, 680)
    for step in shipped_content().questionnaire.steps:
        bar.show_place(AtChecks())
        settle()
        bar.show_place(AtAnswers(step.id))
        settle()
        item = bar.item_of(AtAnswers(step.id))
        assert item is not None
        foot = item.mapTo(bar, QPoint(0, item.height())).y()
        checks = bar.item_of(AtChecks())
        assert checks is not None
        assert 0 < foot <= checks.mapTo(bar, QPoint(0, 0)).y(), step.id


def test_in_a_low_window_the_pages_scroll_with_the_steps_and_come_back_with_more_height(stage: Stage) -> None:
    bar = SideBar(shipped_content().questionnaire)
    stage.show(bar, 232, 300)
    bar.show_place(AtSection(shipped_content().questionnaire.steps[0].sections[0].id))
    assert not is_in_sight(bar, AtSettings())
    bar.show_place(AtSettings())
    settle()
    assert is_in_sight(bar, AtSettings())
    checks = bar.item_of(AtChecks())
    assert checks is not None
    checks.setFocus()
    bar.resize(232, 768)
    assert checks.hasFocus()
    bar.show_place(AtSection(shipped_content().questionnaire.steps[0].sections[0].id))
    assert is_in_sight(bar, AtSettings())
