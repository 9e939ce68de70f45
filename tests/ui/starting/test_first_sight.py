"""What the start page shows, and in which order."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.card_facts import CardFacts
from app.services.services import Services
from app.ui.pages.start.example_card import ExampleCard
from app.ui.pages.start_page import StartPage
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.progress_bar import ProgressBar
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.tag import Tag
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, TRIPLE_SPACE
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import NOW
from tests.ui.hands import click, press_focused
from tests.ui.starting.shelves import made_card
from tests.ui.windows import settle, texts


def test_an_empty_workspace_shows_the_examples_first_and_one_sentence(page: StartPage) -> None:
    shown = texts(page)
    assert "You have no collaborative here yet." in shown
    assert shown.index("Look inside one of these") < shown.index("Start your own") < shown.index("You have no")
    tags = [each.words for each in page.findChildren(Tag) if each.isVisible()]
    assert tags == ["Example"] * 3, "own copies of the same name can be told apart"
    assert shown.index("Start from an example") < shown.index("Start your own")
    assert "West Yorkshire Association of Acute Trusts" in shown
    assert "Six acute trusts" in shown


def test_a_workspace_with_collaboratives_shows_them_first(page: StartPage, services: Services) -> None:
    made_card(page, services)
    shown = texts(page)
    assert "You have no collaborative here yet." not in shown
    assert shown.index("Your collaboratives") < shown.index("Start from an example")
    assert (
        "Each is based on a real arrangement. What is not published, such as hours and sums, is illustrative." in shown
    )


@pytest.mark.parametrize(
    ("screen", "focused"),
    [((768, 1.0), "New collaborative"), ((768, 2.0), "Look inside"), ((400, 2.0), "Text and colours")],
)
def test_the_first_run_begins_at_the_top_with_the_focus_in_sight(
    services: Services, stage: Stage, qapp: QApplication, screen: tuple[int, float], focused: str
) -> None:
    height, scale = screen
    apply_theme(qapp, Theme(ICONS, text_scale=scale))
    page = StartPage(ProjectSession(services, lambda: NOW))
    page.refresh()
    stage.show(page, 1024, height)
    settle()
    column = page.findChild(ScrollColumn)
    assert column is not None
    assert column.verticalScrollBar().value() == 0, "what this is stands in sight"
    now = QApplication.focusWidget()
    assert isinstance(now, Button)
    assert now.text() == focused
    assert page.rect().contains(now.mapTo(page, now.rect().bottomRight()))


def test_beside_the_form_of_a_new_one_cards_stay_as_they_are_and_its_button_is_quiet(
    page: StartPage, services: Services, qtbot: QtBot
) -> None:
    card = made_card(page, services)
    # It grows once more is known of the collaborative, which is found out behind the page.
    qtbot.waitUntil(lambda: card.facts is not None and card.facts.is_whole)
    settle()
    before = card.height()
    assert page.new_button.property("look") == ButtonLook.PRIMARY.value
    click(page.new_button)
    settle()
    assert page.form is not None
    assert (card.y(), card.height()) == (0, before)
    assert page.form.height() > before
    assert page.new_button.property("look") == ButtonLook.SECONDARY.value
    chooser = page.beginning
    assert chooser is not None
    top = page.form.keep_button.mapTo(page, QPoint(0, 0)).y()
    assert top - chooser.mapTo(page, chooser.rect().bottomLeft()).y() - 1 == DOUBLE_SPACE
    press_focused(Qt.Key.Key_Escape)
    assert page.new_button.property("look") == ButtonLook.PRIMARY.value


def test_how_far_cards_beside_each_other_are_stands_in_one_line(page: StartPage, services: Services) -> None:
    page.resize(1366, 768)
    names = ("Short", "One whose name is so long that it takes three lines of its card, or two at the least", "Third")
    made = [services.collaboratives.create(name).id for name in names]
    page.refresh()
    for key, what in zip(made, ("", "6 members, committees in common", "2 members"), strict=True):
        page.cards[key].show_facts(CardFacts((1.0, 0.5, 0.0, 0.0, 0.0), 3, 0, what, has_example=bool(what)))
    settle()
    cards = [page.cards[key] for key in made]
    assert len({card.y() for card in cards}) == 1
    pairs = [(card, next(bar for bar in card.findChildren(ProgressBar) if bar.isVisible())) for card in cards]
    assert len({card.height() for card in cards}) == 1
    assert len({card.height() - bar.mapTo(card, bar.rect().bottomLeft()).y() for card, bar in pairs}) == 1


def test_what_stands_in_cards_beside_each_other_is_in_line(page: StartPage, services: Services) -> None:
    page.resize(1366, 768)
    card = made_card(page, services)
    card.show_facts(CardFacts((1.0, 0.5, 0.0, 0.0, 0.0), 3, 0, "6 members"))
    settle()
    bar = next(each for each in card.findChildren(ProgressBar) if each.isVisible())
    right = bar.mapTo(card, bar.rect().topRight()).x()
    assert card.rect().right() - right == TRIPLE_SPACE, "it ends as far from the edge as the words begin"
    links = [each.link for each in page.findChildren(ExampleCard)]
    assert len({link.mapTo(page, link.rect().bottomLeft()).y() for link in links}) == 1
    buttons, cards = page.file_button, page.findChildren(ExampleCard)
    ends = max(each.mapTo(page, each.rect().topRight()).x() for each in cards)
    assert buttons.mapTo(page, buttons.rect().topRight()).x() == ends
