"""The list of all keys opens over the window, finds what is typed, is read line by line, and gives way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.keys_list.groups import key_groups, keys_in_words, matching
from app.ui.keys_list.keys_sheet import KeysSheet
from app.ui.places import AtSection
from app.ui.shortcuts import OTHER_KEYS, SHORTCUTS
from app.ui.window import MainWindow
from tests.accessibility.listener import Heard
from tests.ui.fitting import misfits
from tests.ui.hands import press_focused, write
from tests.ui.windows import lent, rest, settle, show_text


@pytest.fixture
def window(shared_window: MainWindow) -> Iterator[MainWindow]:
    with lent(shared_window) as lent_window:
        lent_window.go(AtSection("the-collaborative", "collaborative.name"))
        settle()
        yield lent_window
        lent_window.keys.close_sheet()


def opened(window: MainWindow) -> KeysSheet:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.keys.isVisible()
    return window.keys


def test_every_key_is_listed_once_with_what_it_does() -> None:
    listed = [(line.keys, line.words) for group in key_groups() for line in group.lines]
    wanted = [(keys_in_words(each.keys), each.words) for each in SHORTCUTS]
    wanted += [(keys_in_words(keys), words) for keys, words in OTHER_KEYS]
    assert sorted(listed) == sorted(wanted)


def test_every_key_of_the_window_that_is_listed_is_listened_to(shared_window: MainWindow) -> None:
    heard = {each.key().toString() for each in shared_window.findChildren(QShortcut) if each.isEnabled()}
    assert {QKeySequence(key).toString() for each in SHORTCUTS for key in each.keys} <= heard


def test_a_key_is_found_by_its_words_its_name_and_its_group() -> None:
    groups = key_groups()
    for typed, words in (("undo", "Undo"), ("ctrl+z", "Undo"), ("screen larger", "Larger text")):
        assert words in [line.words for group in matching(groups, typed) for line in group.lines]
    assert matching(groups, "no such thing") == ()
    assert matching(groups, "  ") == groups


def test_the_sheet_opens_over_the_window_and_gives_the_focus_back(window: MainWindow) -> None:
    before = QApplication.focusWidget()
    sheet = opened(window)
    assert QApplication.focusWidget() is sheet.search
    assert len(sheet.rows) == len(SHORTCUTS) + len(OTHER_KEYS)
    press_focused(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is before


def test_typing_finds_keys_and_says_how_many(window: MainWindow, heard: Heard) -> None:
    sheet = opened(window)
    write(sheet.search, "larger")
    assert [row.line.words for row in sheet.rows] == ["Larger text"]
    assert heard.polite[-1] == "1 key found"
    write(sheet.search, "zzz")
    assert sheet.rows == []
    assert heard.polite[-1].startswith("No key does that.")


def test_the_arrow_keys_go_along_the_rows_and_each_is_read_as_one(window: MainWindow) -> None:
    sheet = opened(window)
    press_focused(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is sheet.rows[1]
    assert sheet.rows[1].accessibleName() == f"{sheet.rows[1].line.words}: {sheet.rows[1].line.keys}"
    press_focused(Qt.Key.Key_End)
    assert QApplication.focusWidget() is sheet.rows[-1]
    assert _is_in_sight(sheet, sheet.rows[-1])
    press_focused(Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is sheet.search


def test_the_sheet_goes_when_the_focus_goes_elsewhere(window: MainWindow) -> None:
    sheet = opened(window)
    window.top_bar.export.setFocus()
    assert not sheet.isVisible()
    assert window.top_bar.export.hasFocus()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_sheet_fits_a_projector(shared_window: MainWindow, percent: int) -> None:
    with lent(shared_window, size=(1024, 768)) as window:
        show_text(window, percent)
        sheet = opened(window)
        rest(window)
        assert misfits(sheet) == []
        assert window.rect().contains(sheet.geometry())
        sheet.close_sheet()


def _is_in_sight(sheet: KeysSheet, row: QWidget) -> bool:
    viewport = sheet.list.viewport()
    return viewport.rect().contains(row.mapTo(viewport, row.rect().center()))
