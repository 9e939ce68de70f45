"""Walks through the window: every kind of place, every tab of the panel, and every page that the documents have."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.domain.values import Kind
from app.ui.places import AtSection, UserPlace
from app.ui.window import MainWindow
from tests.accessibility.hearing import Thing, things
from tests.accessibility.order import backwards, out_of_reach
from tests.accessibility.painted import Pairs, painted
from tests.ui.desk import NOW
from tests.ui.fitting import misfits
from tests.ui.windows import settle


@dataclass(frozen=True)
class Passed:
    """What was met at one sight."""

    where: str
    heard: list[Thing]
    painted: Pairs
    keeps_to_itself: tuple[str, ...]
    """The questions whose hint nothing tells."""
    misled: tuple[str, ...]
    """Steps of the Tab key against the order of reading, and what it passes by."""


@dataclass(frozen=True)
class Walked:
    """What was met on a whole walk, and what did not fit with large text on a small projector."""

    passed: tuple[Passed, ...]
    misfits: tuple[str, ...]


@dataclass(frozen=True)
class Sight:
    """Something that can be on screen, by words that tell where it is, and the widget that holds all of it."""

    where: str
    root: QWidget


def every_place(window: MainWindow) -> list[UserPlace]:
    """Each kind of place at least once, and of sections enough to meet every kind of question and column.

    A kind of place that is new is met by itself where its parts have defaults or are known below.
    """
    steps = [step.id for step in window.session.services.content.questionnaire.steps]
    known: dict[str, list[object]] = {"section": list(telling_sections(window)), "moment": [NOW], "step": list(steps)}
    places: list[UserPlace] = []
    for kind in get_args(UserPlace):
        wanted = [part for part in kind._fields if part not in kind._field_defaults]
        assert set(wanted) <= set(known), f"Say in tests/accessibility/walk.py what {kind.__name__} needs."
        places += [kind(*parts) for parts in itertools.product(*(known[name] for name in wanted))]
    return places


def telling_sections(window: MainWindow) -> list[str]:
    """As few sections as it takes to meet every kind of question and of column, the most telling first."""
    visible = window.session.snapshot.visible
    left: dict[str, set[tuple[Kind, bool]]] = {}
    for section in window.session.services.content.questionnaire.sections:
        shown = [question for question in section.questions if question.id in visible]
        columns = {(column.kind, True) for each in shown for column in each.columns}
        left[section.id] = {(each.kind, False) for each in shown} | columns
    chosen: list[str] = []
    while any(left.values()):
        best = max(left, key=lambda section: len(left[section]))
        met = left.pop(best)
        chosen.append(best)
        left = {section: kinds - met for section, kinds in left.items()}
    return chosen


def walk(window: MainWindow) -> Iterator[Sight]:
    """Goes to each place in turn, and at one of the sections through every tab of the panel."""
    has_seen_panel = False
    for place in every_place(window):
        window.go(place)
        rest_at(window)
        yield Sight(str(place), window)
        if isinstance(place, AtSection) and not has_seen_panel and window.panel.isVisible():
            has_seen_panel = True
            for tab in range(window.panel.tabs.count()):
                window.panel.tabs.setCurrentIndex(tab)
                rest_at(window)
                yield Sight(f"{place}, {window.panel.tabs.tabText(tab)}", window.panel)
            window.panel.tabs.setCurrentIndex(0)


def pass_by(window: MainWindow) -> Iterator[Passed]:
    """Walks, and notes what is met."""
    for sight in walk(window):
        open_cards(window)
        heard = things(sight.root)
        misled = tuple(_misled(window)) if sight.root is window else ()
        yield Passed(sight.where, heard, painted(sight.root), tuple(_kept_to_itself(window, sight, heard)), misled)


def misfits_of(window: MainWindow) -> Iterator[str]:
    """What is cut off, sticks out or would scroll sideways on every page and on two sections, at the present size."""
    places = every_place(window)
    sections = [place for place in places if isinstance(place, AtSection)]
    for place in [*sections[:2], *(place for place in places if place not in sections)]:
        window.go(place)
        rest_at(window)
        yield from (f"{place}: {line}" for line in misfits(window))
        for area in window.findChildren(QScrollArea):
            if area.isVisible() and area.horizontalScrollBar().isVisible():
                yield f"{place}: {area.accessibleName()} scrolls sideways"


def _misled(window: MainWindow) -> Iterator[str]:
    areas: list[QWidget] = [window.start_page, window.side_bar, window.top_bar, window.pages, window.panel]
    for area in areas:
        if area.isVisible():
            yield from backwards(area)
            yield from (f"{name} is out of reach" for name in out_of_reach(area))


def _kept_to_itself(window: MainWindow, sight: Sight, heard: list[Thing]) -> Iterator[str]:
    if isinstance(window.place, AtSection) and sight.root is window:
        told = " ".join(thing.description for thing in heard)
        for card in window.pages.sections.complete().values():
            if card.isVisible() and card.question.hint not in told:
                yield card.question.id


def open_cards(window: MainWindow) -> None:
    """Show the foot of every card and the fold of every part, which come with a visit."""
    for card in window.pages.sections.complete().values():
        if card.isVisible():
            card.field.setFocus()
    rest_at(window)


def rest_at(window: MainWindow) -> None:
    """Let the window come to rest."""
    page = window.pages.sections
    if window.page is page:
        assert page.complete()
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    settle()
