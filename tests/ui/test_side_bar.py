"""The bar on the left: the pages stay in sight below the steps, and scroll with them only where all is cramped."""

from datetime import UTC, datetime

from PySide6.QtCore import QPoint

from app.domain.progress import Stage as Done
from app.ui.navigation.items import NavigationItem
from app.ui.navigation.side_bar import SideBar
from app.ui.places import AtAnswers, AtChecks, AtOpenPoints, AtPast, AtSection, AtSettings, UserPlace
from app.ui.session import ProjectSession
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.windows import settle, texts

QUORUM = "decisions.quorum-rule"


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


def test_every_step_stays_in_sight_however_many_sections_the_open_step_has(stage: Stage) -> None:
    bar = SideBar(shipped_content().questionnaire)
    stage.show(bar, 232, 768)
    for step in shipped_content().questionnaire.steps:
        last = AtSection(step.sections[-1].id)
        bar.show_place(last)
        settle()
        entries = (each for each in bar.findChildren(NavigationItem) if each.isVisible())
        heads = [each for each in entries if each.mark is not None]
        assert len(heads) == 5
        checks = bar.item_of(AtChecks())
        assert checks is not None
        pages = checks.mapTo(bar, QPoint(0, 0)).y()
        for head in heads:
            assert 0 < head.mapTo(bar, QPoint(0, head.height())).y() <= pages, (
                f"{head.words} while {step.title} is open"
            )
        assert is_in_sight(bar, last)


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


def test_a_step_with_a_parked_question_has_no_tick_and_the_bar_agrees_with_the_list_of_what_is_left(
    session: ProjectSession, stage: Stage
) -> None:
    bar = SideBar(shipped_content().questionnaire)
    stage.show(bar, 232, 768)

    def spoken(place: UserPlace) -> str:
        bar.show_snapshot(session.snapshot)
        item = bar.item_of(place)
        assert item is not None
        return item.accessibleName()

    def step(number: int) -> str:
        bar.show_snapshot(session.snapshot)
        return next(each.accessibleName() for each in bar.findChildren(NavigationItem) if _is_step(each, number))

    section = shipped_content().questionnaire.question(QUORUM).section
    number = next(each.number for each in shipped_content().questionnaire.steps if each.id == section_step(section))
    assert step(number).endswith(", done")
    assert spoken(AtOpenPoints()) == "What is left, nothing left"
    session.add_todo("Ask the chairs", "Ada", None, QUORUM)
    assert step(number).endswith(", done, 1 to-do"), "a to-do leaves done what is answered"
    session.park(QUORUM)
    assert step(number).endswith(", 1 parked")
    assert spoken(AtSection(section)).endswith(", 1 parked")
    assert spoken(AtOpenPoints()) == "What is left, 1 to-do, 1 parked"
    entry = bar.item_of(AtOpenPoints())
    assert entry is not None
    assert entry.badge.text == "2", "the badge is the sum of what is listed"
    tasks = next(each for each in session.services.left.by_step(session.snapshot) if each.step.number == number)
    assert tasks.done == tasks.applying - 1
    for each in session.services.left.by_step(session.snapshot):
        is_done = session.snapshot.steps[each.step.id].stage is Done.DONE
        assert is_done == (each.done == each.applying), each.step.title


def section_step(section: str) -> str:
    return shipped_content().questionnaire.section(section).step


def _is_step(item: NavigationItem, number: int) -> bool:
    title = next(each.title for each in shipped_content().questionnaire.steps if each.number == number)
    return item.mark is not None and item.words == title


def test_beside_an_earlier_moment_the_bar_says_that_it_tells_of_now(session: ProjectSession, stage: Stage) -> None:
    bar = SideBar(shipped_content().questionnaire)
    bar.show_snapshot(session.snapshot)
    stage.show(bar, 232, 768)
    said = "Steps and counts are of now"
    bar.show_place(AtPast(datetime(2026, 8, 6, 8, 37, tzinfo=UTC)))
    assert said in texts(bar)
    bar.show_place(AtChecks())
    assert said not in texts(bar)
