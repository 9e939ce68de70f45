"""Walks through the window: every kind of place, every tab of the panel, and every page that the documents have."""

import itertools
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from typing import get_args

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.values import Kind
from app.ui.places import AtSection, UserPlace
from app.ui.window import MainWindow
from tests.ui.desk import NOW
from tests.ui.windows import settle


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
        wanted = [part.name for part in fields(kind) if part.default is MISSING and part.default_factory is MISSING]
        assert set(wanted) <= set(known), f"Say in tests/accessibility/walk.py what {kind.__name__} needs."
        places += [kind(*parts) for parts in itertools.product(*(known[name] for name in wanted))]
    return places


def telling_sections(window: MainWindow) -> Iterator[str]:
    """Sections in their order, each with a kind of question or column that none before it has."""
    visible = window.session.snapshot.visible
    met: set[tuple[Kind, bool, bool]] = set()
    for section in window.session.services.content.questionnaire.sections:
        shown = [question for question in section.questions if question.id in visible]
        kinds = {(each.kind, False, bool(each.suggestion)) for each in shown}
        kinds |= {(column.kind, True, False) for each in shown for column in each.columns}
        if kinds - met:
            met |= kinds
            yield section.id


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


def open_cards(window: MainWindow) -> None:
    """Show the foot of every card and the fold of every part, which come with a visit."""
    for card in window.pages.sections.cards.values():
        if card.isVisible():
            card.field.setFocus()
    rest_at(window)


def rest_at(window: MainWindow) -> None:
    """Let the window come to rest."""
    page = window.pages.sections
    if window.page is page:
        assert page.cards
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    settle()
