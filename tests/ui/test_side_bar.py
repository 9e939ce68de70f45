"""The bar on the left: the pages stay in sight below the steps, and scroll with them only where all is cramped."""

from datetime import UTC, datetime

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.domain.progress import Stage as Done
from app.ui.navigation.items import NavigationItem
from app.ui.navigation.side_bar import SideBar
from app.ui.navigation.step_sections import StepSections
from app.ui.parts.icon_label import IconLabel
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
    said = "The steps show how it stands today"
    bar.show_place(AtPast(datetime(2026, 8, 6, 8, 37, tzinfo=UTC)))
    assert said in texts(bar)
    bar.show_place(AtChecks())
    assert said not in texts(bar)


def sections_in_sight(bar: SideBar) -> tuple[list[NavigationItem], StepSections]:
    """The entries of the open step of which anything is seen, and the part in which they scroll."""
    part = next(each for each in bar.findChildren(StepSections) if each.isVisible())
    rows = [each for each in part.findChildren(NavigationItem) if not each.visibleRegion().isEmpty()]
    return sorted(rows, key=lambda each: each.y()), part


def is_whole(item: NavigationItem) -> bool:
    return item.visibleRegion().boundingRect() == item.rect()


def test_every_section_that_is_seen_is_seen_whole_wherever_the_user_is(stage: Stage) -> None:
    bar = SideBar(shipped_content().questionnaire)
    stage.show(bar, 232, 768)
    scrolled = 0
    for height in (768, 741, 700):
        bar.resize(232, height)
        for section in shipped_content().questionnaire.sections:
            bar.show_place(AtSection(section.id))
            settle()
            rows, part = sections_in_sight(bar)
            chosen = bar.item_of(AtSection(section.id))
            assert chosen in rows
            assert all(is_whole(each) for each in rows), f"{section.title} in {height}"
            scrolled += part.verticalScrollBar().maximum() > 0
    assert scrolled > 10


def test_after_scrolling_by_hand_whole_sections_are_seen_and_signs_that_there_are_more(
    stage: Stage, qtbot: QtBot
) -> None:
    bar = SideBar(shipped_content().questionnaire)
    stage.show(bar, 232, 700)
    bar.show_place(AtSection("decisions"))
    settle()
    _, part = sections_in_sight(bar)
    scroll = part.verticalScrollBar()
    assert scroll.maximum() > 0
    every = [each for each in part.findChildren(NavigationItem) if not each.isHidden()]
    tops = set()

    def is_at_rest() -> bool:
        rows = sections_in_sight(bar)[0]
        signs = sum(each.isVisible() for each in part.findChildren(IconLabel))
        more = (rows[0] is not every[0]) + (rows[-1] is not every[-1])
        return all(is_whole(each) for each in rows) and signs == more

    for value in (0, 9, 25, 61, scroll.maximum() - 5, scroll.maximum() + 99):
        scroll.setValue(value)
        qtbot.waitUntil(is_at_rest)
        tops.add(sections_in_sight(bar)[0][0].words)
    assert len(tops) > 2


def test_a_section_that_nothing_calls_for_has_a_sign_and_says_that_it_does_not_apply(
    session: ProjectSession, stage: Stage
) -> None:
    bar = SideBar(shipped_content().questionnaire)
    stage.show(bar, 232, 768)
    bar.show_snapshot(session.snapshot)
    without = [each for each, progress in session.snapshot.sections.items() if not progress.asked]
    assert without
    for each in session.snapshot.sections:
        item = bar.item_of(AtSection(each))
        assert item is not None
        assert item.accessibleName().endswith(", does not apply") == (each in without)
