"""The window: what it opens with, undo, other copies of the app, coming back, and how it is beside the past."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.pages.section_page import SectionPage
from app.ui.places import AtChecks, AtDocuments, AtHistory, AtPast, AtSection, AtStart
from app.ui.session import LOOK_EVERY, ProjectSession
from app.ui.window import MainWindow
from tests.ui.desk import NOW
from tests.ui.hands import click, press, write
from tests.ui.in_window.going import press_keys
from tests.ui.windows import card, open_example, open_services, open_window, settle, texts


def test_an_example_opens_at_the_first_section_with_its_cards(fresh: MainWindow) -> None:
    assert fresh.place == AtSection("the-collaborative")
    assert isinstance(fresh.page, SectionPage)
    shown = texts(fresh)
    assert "What is the collaborative called?" in shown
    assert fresh.windowTitle() == "West Yorkshire Association of Acute Trusts - Fiveways"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert card(fresh, "collaborative.name").isAncestorOf(focused)


def test_undo_takes_back_typing_first_and_then_acts(window: MainWindow) -> None:
    window.go(AtSection("the-collaborative", "collaborative.short-name"))
    settle()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    write(line, "ABC")
    press(line, Qt.Key.Key_Return)
    assert window.session.snapshot.answers.text("collaborative.short-name") == "ABC"
    while line.isUndoAvailable():
        press_keys(window, "Ctrl+Z")
    press(line, Qt.Key.Key_Return)
    assert line.text() == "WYAAT"
    window.session.park("collaborative.name")
    press_keys(window, "Ctrl+Z")
    answer = window.session.snapshot.answers.answer("collaborative.name")
    assert answer is not None
    assert answer.state.value == "answered"
    press_keys(window, "Ctrl+Shift+Z")
    answer = window.session.snapshot.answers.answer("collaborative.name")
    assert answer is not None
    assert answer.state.value == "parked"


def test_the_window_comes_back_where_it_was_left(tmp_path: Path) -> None:
    with open_example(tmp_path) as window:
        collaborative = window.session.snapshot.collaborative
        window.go(AtSection("leaving", "leaving.notice"))
        window.go(AtStart())
        window.open_collaborative(collaborative)
        assert window.place == AtSection("leaving", "leaving.notice")
        window.go(AtChecks())
    with open_window(tmp_path) as window:
        click(window.start_page.cards[collaborative])
        assert window.place == AtChecks()


def test_a_change_by_another_copy_appears_with_a_line(window: MainWindow, folder: Path) -> None:
    collaborative = window.session.snapshot.collaborative
    with open_services(folder, "Grace") as other:
        other.answering.answer(collaborative, "collaborative.short-name", "OTHER")
    window.session.look_for_changes()
    settle()
    assert "Another window changed this collaborative." in texts(window)
    window.go(AtSection("the-collaborative", "collaborative.short-name"))
    settle()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "OTHER"


def test_the_look_for_other_copies_goes_by_a_clock_of_its_own(tmp_path: Path, qtbot: QtBot) -> None:
    assert LOOK_EVERY <= 3000
    with open_services(tmp_path) as services:
        made = services.collaboratives.create("Shared")
        session = ProjectSession(services, lambda: NOW, look_every=20)
        assert session.open(made.id)
        with open_services(tmp_path, "Grace") as other:
            other.answering.answer(made.id, "collaborative.short-name", "OTHER")
        with qtbot.waitSignal(session.changed_elsewhere, timeout=5000):
            pass
        session.close()


def test_a_collaborative_that_cannot_be_opened_is_told_on_the_start_page(tmp_path: Path) -> None:
    with open_window(tmp_path) as window:
        window.open_collaborative("nothing")
        settle()
        assert window.place == AtStart()
        assert window.start_page.messages.strip is not None


def test_nothing_is_undone_that_is_not_on_the_screen(window: MainWindow) -> None:
    session = window.session
    assert session.answer("collaborative.short-name", "Northern")
    window.go(AtPast(NOW))
    settle()
    press_keys(window, "Ctrl+Z")
    assert session.snapshot.answers.value("collaborative.short-name") == "Northern"
    assert window.messages.strip is not None
    assert "Go back to now" in window.messages.strip.message.text()
    window.go(AtSection("the-collaborative"))
    press_keys(window, "Ctrl+Z")
    assert session.snapshot.answers.value("collaborative.short-name") != "Northern"


def test_beside_the_past_nothing_acts_on_how_everything_is_now(window: MainWindow) -> None:
    bar = window.top_bar
    assert window.session.answer("collaborative.short-name", "Northern")
    assert window.session.answer("collaborative.short-name", "North")
    window.session.undo()
    acts = {bar.undo: "undo", bar.redo: "redo", bar.project: "project", bar.export: "export"}
    assert all(button.isEnabled() for button in acts)
    tips = [button.toolTip() for button in acts]
    window.go(AtPast(NOW))
    settle()
    for button, act in acts.items():
        assert not button.isEnabled()
        assert f"Go back to now to {act}." in button.toolTip()
    for keys in ("Ctrl+E", "F11", "Ctrl+Shift+Z"):
        window.messages.clear()
        press_keys(window, keys)
        assert window.messages.strip is not None
        assert "Go back to now" in window.messages.strip.message.text(), keys
        assert window.place == AtPast(NOW)
    assert window.projection.projector is None
    window.go(AtHistory())
    assert all(button.isEnabled() for button in acts)
    assert [button.toolTip() for button in acts] == tips
    press_keys(window, "Ctrl+E")
    assert window.place == AtDocuments(is_export=True)
