"""The start page: beginning a collaborative in each way, and what can be done with its card by mouse and keyboard."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.answers import Origin
from app.services.services import Services
from app.ui.pages.start.begin import free_name
from app.ui.pages.start.collaborative_card import CollaborativeCard
from app.ui.pages.start.name_form import NameForm
from app.ui.pages.start_page import StartPage
from app.ui.parts.buttons import Button
from app.ui.session import ProjectSession
from tests.ui.conftest import Stage
from tests.ui.desk import NOW
from tests.ui.hands import click, press, press_focused, write
from tests.ui.windows import WEST_YORKSHIRE, open_services, texts


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as opened:
        yield opened


@pytest.fixture
def page(services: Services, stage: Stage) -> StartPage:
    made = StartPage(ProjectSession(services, lambda: NOW))
    stage.show(made, 1366, 768)
    made.refresh()
    QApplication.processEvents()
    return made


@pytest.fixture
def wishes(page: StartPage) -> list[str]:
    found: list[str] = []
    page.collaborative_wished.connect(found.append)
    return found


def made_card(page: StartPage, services: Services, name: str = "Northern Alliance") -> CollaborativeCard:
    made = services.collaboratives.create(name)
    page.refresh(made.id)
    QApplication.processEvents()
    return page.cards[made.id]


def names(services: Services) -> list[str]:
    return [each.name for each in services.collaboratives.all()]


def test_an_empty_workspace_shows_the_examples_first_and_one_sentence(page: StartPage) -> None:
    shown = texts(page)
    assert "Nothing here yet." in shown
    assert shown.index("Start from a real arrangement") < shown.index("Start your own")
    assert "West Yorkshire Association of Acute Trusts" in shown
    assert "Six acute trusts" in shown


def test_a_workspace_with_collaboratives_shows_them_first(page: StartPage, services: Services) -> None:
    made_card(page, services)
    shown = texts(page)
    assert "Nothing here yet." not in shown
    assert shown.index("Your collaboratives") < shown.index("Start from a real arrangement")


def test_enter_creates_a_collaborative_under_the_name_typed(
    page: StartPage, services: Services, wishes: list[str]
) -> None:
    press(page.new_button, Qt.Key.Key_Return)
    assert page.form is not None
    assert QApplication.focusWidget() is page.form.line
    write(page.form.line, "Northern Acute Alliance")
    press(page.form.line, Qt.Key.Key_Return)
    assert names(services) == ["Northern Acute Alliance"]
    assert wishes == [services.collaboratives.all()[0].id]


def test_escape_leaves_and_creates_nothing(page: StartPage, services: Services, wishes: list[str]) -> None:
    click(page.new_button)
    assert page.form is not None
    write(page.form.line, "Not this one")
    press(page.form.line, Qt.Key.Key_Escape)
    assert not any(each.isVisible() for each in page.findChildren(NameForm))
    assert names(services) == []
    assert wishes == []
    assert QApplication.focusWidget() is page.new_button


def test_a_name_that_cannot_be_is_told_beside_the_line(page: StartPage, services: Services) -> None:
    click(page.new_button)
    assert page.form is not None
    press(page.form.line, Qt.Key.Key_Return)
    assert "Give the collaborative a name." in texts(page)
    write(page.form.line, "x" * 121)
    press(page.form.line, Qt.Key.Key_Return)
    assert "use 120 at most" in texts(page)
    assert names(services) == []


def test_looking_inside_an_example_opens_a_copy_of_ones_own(
    page: StartPage, services: Services, wishes: list[str]
) -> None:
    link = next(each for each in page.findChildren(Button) if each.accessibleName().endswith("Acute Trusts"))
    press(link, Qt.Key.Key_Return)
    made = services.collaboratives.all()[0]
    assert wishes == [made.id]
    answers = services.answering.open(made.id).answers
    assert answers.text("collaborative.short-name") == "WYAAT"
    page.look_inside(WEST_YORKSHIRE)
    assert sorted(names(services)) == [made.name, f"{made.name} (2)"]


def test_a_file_of_answers_is_taken_in_and_opened(
    page: StartPage, services: Services, wishes: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "colleague.json"
    answers = {"collaborative.name": "Eastern", "collaborative.short-name": "E"}
    file.write_text(json.dumps({"format": "fiveways-answers/1", "name": "Eastern", "answers": answers}))
    page.open_file(file)
    assert names(services) == ["Eastern"]
    assert len(wishes) == 1


def test_a_bad_file_is_refused_with_each_problem_and_nothing_is_stored(
    page: StartPage, services: Services, wishes: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "bad.json"
    answers = {"collaborative.nothing": "x", "collaborative.starts": "soon"}
    file.write_text(json.dumps({"format": "fiveways-answers/1", "name": "Bad", "answers": answers}))
    page.open_file(file)
    shown = texts(page)
    assert "“bad.json” was not taken in" in shown
    assert "collaborative.nothing" in shown
    assert "collaborative.starts" in shown
    assert (names(services), wishes) == ([], [])


def test_a_file_that_is_dropped_is_taken_in(page: StartPage, services: Services, tmp_path: Path) -> None:
    file = tmp_path / "dropped.json"
    file.write_text(json.dumps({"format": "fiveways-answers/1", "name": "Dropped", "answers": {}}))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    no_keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, no_keys))
    assert names(services) == ["Dropped"]


def test_a_card_says_what_is_known_without_opening_its_answers(page: StartPage, services: Services) -> None:
    session = ProjectSession(services, lambda: NOW)
    made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
    session.open(made.id)
    session.note_progress()
    page.refresh()
    QApplication.processEvents()
    card = page.cards[made.id]
    shown = texts(card)
    assert "6 members, committees in common" in shown
    assert "left" in shown
    assert "No errors" in shown
    assert "committees in common" in card.accessibleName()


def test_a_card_without_facts_shows_its_name_and_when_it_changed(page: StartPage, services: Services) -> None:
    card = made_card(page, services)
    assert texts(card).startswith("Northern Alliance\nChanged ")


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
        "Open", "Rename", "Duplicate", "Put in the archive", "Put in the bin",
    ]  # fmt: skip
    press(menu, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert sorted(names(services)) == ["Northern Alliance", "Northern Alliance (copy)"]


def test_the_bin_gives_back_what_was_put_there(page: StartPage, services: Services) -> None:
    card = made_card(page, services)
    press(card, Qt.Key.Key_Delete)
    assert names(services) == []
    assert "in the bin, where it stays for 30 days" in texts(page)
    press_focused(Qt.Key.Key_Return)
    assert names(services) == ["Northern Alliance"]
    assert QApplication.focusWidget() is next(iter(page.cards.values()))


def test_the_archive_and_the_bin_are_folded_until_asked_for(page: StartPage, services: Services) -> None:
    archived, binned = services.collaboratives.create("Finished"), services.collaboratives.create("Mistake")
    services.collaboratives.archive(archived.id)
    services.collaboratives.bin(binned.id)
    page.refresh()
    QApplication.processEvents()
    assert "Finished" not in texts(page)
    assert page.put_away.fold.text() == "Archive and bin (2)"
    press(page.put_away.fold, Qt.Key.Key_Return)
    assert "In the archive since" in texts(page)
    assert "In the bin until" in texts(page)
    back = next(each for each in page.findChildren(Button) if each.accessibleName() == "Put Mistake back")
    press(back, Qt.Key.Key_Return)
    assert names(services) == ["Mistake"]


def test_every_act_can_be_reached_with_tab(page: StartPage, services: Services) -> None:
    made_card(page, services)
    reached = set()
    for _ in range(20):
        press_focused(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.add(focused.accessibleName() if focused is not None else "")
    for name in ("New collaborative", "Open a file", "Text and colours", "More for Northern Alliance"):
        assert name in reached
    assert sum(name.startswith("Look inside") for name in reached) == 3


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert free_name("North", []) == "North"
    assert free_name("North", ["NORTH", "North (2)"]) == "North (3)"
    assert len(free_name("x" * 120, ["x" * 120])) <= 120
