"""Whoever listens to the screen hears what each thing is, what it is called, and what it is for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.content.catalogue import Content
from app.ui.icons import Icon
from app.ui.navigation.items import NavigationItem
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.link_row import LinkRow
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection
from app.ui.shortcuts import SHORTCUTS, Act
from app.ui.spoken import set_up_speaking
from app.ui.window import MainWindow
from tests.accessibility.hearing import Thing, faults, things
from tests.accessibility.walk import every_place, rest_at
from tests.ui.windows import lent, settle

ROLE = QAccessible.Role

#: What opens something over or beside the window, rather than going to a place or changing what is there.
OPENING = [each for each in SHORTCUTS if each.act in {Act.FIND, Act.KEYS, Act.HELP}]


@pytest.fixture
def shelf(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """A window with a column to put things on."""
    set_up_speaking(qapp)
    shelf = QWidget()
    QVBoxLayout(shelf)
    qtbot.addWidget(shelf)
    return shelf


def put(shelf: QWidget, *parts: QWidget) -> list[Thing]:
    """Put parts on a shelf and hear what is there."""
    layout = shelf.layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)
    shelf.show()
    return things(shelf)


def test_no_two_questions_of_a_section_are_called_the_same(content: Content) -> None:
    for section in content.questionnaire.sections:
        labels = [question.label for question in section.questions]
        assert len(labels) == len(set(labels)), section.id


def test_the_walk_meets_every_kind_of_place_and_each_tab(shared_window: MainWindow) -> None:
    with lent(shared_window) as window:
        assert len({type(place) for place in every_place(window)}) >= 7
        window.go(AtSection("decisions"))
        rest_at(window)
        heard = things(window)
        tabs = [thing.name for thing in heard if thing.role is ROLE.PageTab]
        assert tabs[: window.panel.tabs.count()][:2] == ["Preview", "Guidance"]
        assert len(heard) > 100


@pytest.mark.parametrize("shortcut", OPENING, ids=lambda each: each.words)
def test_what_opens_over_the_window_has_names_too(shared_window: MainWindow, shortcut: object) -> None:
    opening = next(each for each in SHORTCUTS if each is shortcut)
    with lent(shared_window) as window:
        keys = QKeySequence(opening.keys[0])[0]  # type: ignore[index]  # the stubs do not know that it can be indexed
        QTest.keyClick(QApplication.focusWidget() or window, keys.key(), keys.keyboardModifiers())
        settle()
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        wrong = [fault for top in tops for fault in faults(things(top))]
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        settle()
        assert wrong == []


def test_groups_headings_links_and_pictures_are_what_they_are(shelf: QWidget) -> None:
    group = QWidget()
    group.setAccessibleName("How often does it meet?")
    picture = IconLabel(Icon.WARNING, lambda roles: roles.text, name="Warning")
    mark = IconLabel(Icon.CHECK, lambda roles: roles.text)
    heard = put(shelf, group, text_label("Meetings", TextLook.HEADING), LinkRow("Read more"), picture, mark)
    said = [(thing.role, thing.name) for thing in heard if thing.depth == 0]
    assert said == [
        (ROLE.Grouping, "How often does it meet?"),
        (ROLE.Heading, "Meetings"),
        (ROLE.Link, "Read more"),
        (ROLE.Graphic, "Warning"),
        (ROLE.Client, ""),
    ]


def test_a_folded_part_says_that_it_can_be_unfolded_and_does_when_pressed(shelf: QWidget) -> None:
    part = FoldedPart("Scope", "3 left", lambda column: column.addWidget(text_label("Inside")))
    put(shelf, part)
    header = QAccessible.queryAccessibleInterface(part.header)
    assert header.role() is ROLE.Button
    assert header.text(QAccessible.Text.Name) == "Scope, 3 left"
    assert (header.state().expandable, header.state().expanded, header.state().collapsed) == (1, 0, 1)
    header.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert part.header.isChecked()
    assert (header.state().expanded, header.state().collapsed) == (1, 0)


def test_the_entry_of_the_present_place_says_so(shared_window: MainWindow) -> None:
    with lent(shared_window) as window:
        window.go(AtSection("members"))
        settle()
        entries = [item for item in window.side_bar.findChildren(NavigationItem) if item.isVisible()]
        faces = {item.words: QAccessible.queryAccessibleInterface(item) for item in entries}
        here = [words for words, face in faces.items() if face.text(QAccessible.Text.Name).endswith("you are here")]
        assert here == ["Scope", "Members"]
        assert {face.role() for face in faces.values()} == {ROLE.Link}
        faces["Services in scope"].actionInterface().doAction(QAccessibleActionInterface.pressAction())
        assert window.place == AtSection("services")


def test_what_says_nothing_would_be_found(shelf: QWidget) -> None:
    silent = QWidget()
    silent.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    twice = [Button("Remove", ButtonLook.SECONDARY) for _ in range(2)]
    wrong = faults(put(shelf, Button("", ButtonLook.ICON, Icon.TRASH), QLineEdit(), silent, *twice))
    for words in ("Button (Button) “” in  has no name", "QLineEdit (EditableText) “” in  has no name"):
        assert words in wrong
    assert "QWidget (Client) “” in  takes the focus and is silent" in wrong
    assert "2 times Button “Remove” in " in wrong
