"""The archive and the bin give back what was put there."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.identities import random_id
from app.services.collaboratives import Collaboratives
from app.services.services import Services
from app.services.start_facts import StartFacts
from app.storage.workspace import Workspace
from app.ui.pages.start.put_away import put_away_entries
from app.ui.pages.start_page import StartPage
from app.ui.parts.buttons import Button
from tests.ui.desk import NOW, TODAY
from tests.ui.hands import press, press_focused
from tests.ui.starting.shelves import binned, made_card, names
from tests.ui.windows import texts


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
    assert re.search(r"In the bin: \d+ days left, until ", texts(page))
    back = next(each for each in page.findChildren(Button) if each.accessibleName() == "Put back: Mistake")
    press(back, Qt.Key.Key_Return)
    assert names(services) == ["Mistake"]


def test_removing_for_good_takes_a_second_press_that_says_what_is_lost(page: StartPage, services: Services) -> None:
    line = binned(page, services, "Mistake")[0]
    line.remove.setFocus()
    press_focused(Qt.Key.Key_Return)
    assert "Remove “Mistake” for good, with every answer and its history?" in texts(page)
    assert QApplication.focusWidget() is line.keep, "a second Enter does no harm"
    press_focused(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is line.remove
    assert "Nothing can bring it back" not in texts(page)
    press_focused(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert [each.name for each in services.collaboratives.binned()] == ["Mistake"]
    press(line.remove, Qt.Key.Key_Return)
    press(line.sure, Qt.Key.Key_Return)
    assert services.collaboratives.binned() == ()
    assert not page.put_away.isVisible()
    assert QApplication.focusWidget() is page.new_button


def test_after_removing_one_the_focus_is_on_the_next_in_the_bin(page: StartPage, services: Services) -> None:
    lines = binned(page, services, "One", "Two")
    press(lines[0].remove, Qt.Key.Key_Return)
    press(lines[0].sure, Qt.Key.Key_Return)
    (left,) = page.put_away.lines
    assert QApplication.focusWidget() is left.back
    assert len(services.collaboratives.binned()) == 1


def test_the_archive_offers_no_removal(page: StartPage, services: Services) -> None:
    services.collaboratives.archive(services.collaboratives.create("Finished").id)
    page.refresh()
    press(page.put_away.fold, Qt.Key.Key_Return)
    (line,) = page.put_away.lines
    assert line.back.isVisible()
    assert not line.remove.isVisible()


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (0, "In the bin: 30 days left, until 5 September 2026"),
        (29, "In the bin: 1 day left, until 7 August 2026"),
        (30, "In the bin: today is its last day"),
        (45, "In the bin: today is its last day"),
    ],
)
def test_the_bin_says_how_many_days_are_left(tmp_path: Path, days_ago: int, words: str) -> None:
    then = NOW - timedelta(days=days_ago)
    with Workspace.open(tmp_path / "w.sqlite3", backups=tmp_path / "b", clock=lambda: then, author="Ada") as workspace:
        collaboratives = Collaboratives(workspace, random_id)
        collaboratives.bin(collaboratives.create("Old").id)
        (entry,) = put_away_entries(StartFacts(collaboratives.every_one()), TODAY)
    assert (entry.where, entry.is_in_bin) == (words, True)
