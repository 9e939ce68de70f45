"""What tests of the start page find there, and do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.services import Services
from app.ui.pages.start.collaborative_card import CollaborativeCard
from app.ui.pages.start.name_form import NameForm
from app.ui.pages.start.put_away import PutAwayLine
from app.ui.pages.start_page import StartPage
from tests.ui.hands import press


def made_card(page: StartPage, services: Services, name: str = "Northern Alliance") -> CollaborativeCard:
    made = services.collaboratives.create(name)
    page.refresh(made.id)
    QApplication.processEvents()
    return page.cards[made.id]


def names(services: Services) -> list[str]:
    return [each.name for each in services.collaboratives.all()]


def binned(page: StartPage, services: Services, *names: str) -> list[PutAwayLine]:
    for name in names:
        services.collaboratives.bin(services.collaboratives.create(name).id)
    page.refresh()
    press(page.put_away.fold, Qt.Key.Key_Return)
    QApplication.processEvents()
    return page.put_away.lines


def begin_from(page: StartPage, key: str) -> NameForm:
    press(page.new_button, Qt.Key.Key_Return)
    assert page.beginning is not None
    page.beginning.chooser.chosen.emit(key)
    assert page.form is not None
    return page.form


def many(page: StartPage, services: Services, count: int) -> None:
    for number in range(count):
        services.collaboratives.create(f"Alliance {number:03}")
    page.refresh()
    QApplication.processEvents()
