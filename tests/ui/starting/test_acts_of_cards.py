"""A card opens, is renamed and copied."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.services.services import Services
from app.ui.pages.start_page import StartPage
from tests.ui.hands import click, press, press_focused, write
from tests.ui.starting.shelves import made_card, names


def test_enter_space_and_a_click_anywhere_open_a_card(page: StartPage, services: Services, wishes: list[str]) -> None:
    card = made_card(page, services)
    press(card, Qt.Key.Key_Return)
    press(card, Qt.Key.Key_Space)
    click(card, QPoint(card.width() // 2, card.height() - 5))
    assert wishes == [next(iter(page.cards))] * 3


def test_a_card_is_renamed_in_its_place(page: StartPage, services: Services, wishes: list[str]) -> None:
    card = made_card(page, services)
    press(card, Qt.Key.Key_F2)
    write(QApplication.focusWidget(), "Southern Alliance")
    press_focused(Qt.Key.Key_Return)
    assert names(services) == ["Southern Alliance"]
    assert wishes == [], "the Enter that renames does not open"
    renamed = next(iter(page.cards.values()))
    assert QApplication.focusWidget() is renamed
    press(renamed, Qt.Key.Key_F2)
    press_focused(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is renamed


def test_a_card_is_duplicated_from_its_menu_by_keyboard(page: StartPage, services: Services, qtbot: QtBot) -> None:
    card = made_card(page, services)
    press(card, Qt.Key.Key_Menu)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Open", "Rename", "Duplicate", "Save as an answers file", "Put in the archive", "Put in the bin",
    ]  # fmt: skip
    press(menu, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert sorted(names(services)) == ["Northern Alliance", "Northern Alliance (copy)"]
    copy = next(each for each in page.cards.values() if each.name.endswith("(copy)"))
    assert QApplication.focusWidget() is copy, "the way on is on the copy"
