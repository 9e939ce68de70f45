"""The app is closed in the middle of a word and opened again: everything is there, at the same place."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.ui.places import AtSection
from app.ui.question_card import QuestionCard
from tests.journeys.keyboard import choose, fill, find, focused, keys
from tests.ui.hands import press, press_focused, write
from tests.ui.windows import card, open_window, settle, texts


def test_everything_is_there_at_the_same_place_after_a_restart(tmp_path: Path) -> None:
    with open_window(tmp_path) as window:
        press(window.start_page.new_button, Qt.Key.Key_Return)
        write(focused(), "Riverside Mental Health")
        press_focused(Qt.Key.Key_Return)
        settle()
        fill(window, "collaborative.short-name", "RMH")
        choose(window, "collaborative.kind", "mental-health")
        find(window, "vision.statement")
        window.session.note("vision.statement", "Ask the chairs in May")
        window.session.park("problem.statement")
        find(window, "forum.name")
        write(focused(), "Riverside Board")
        left = len(window.session.snapshot.left)
    with open_window(tmp_path) as window:
        shown = texts(window.start_page)
        assert "Riverside Mental Health" in shown
        assert f"{left - 1} left" in shown, "the word that was being typed was kept"
        focused_first = next(iter(window.start_page.cards.values()))
        press(focused_first, Qt.Key.Key_Return)
        settle()
        assert window.place == AtSection("forum", "forum.name")
        line = focused()
        assert isinstance(line, QLineEdit)
        assert line.text() == "Riverside Board"
        assert isinstance(card(window, "forum.name"), QuestionCard)
        answers = window.session.snapshot.answers
        assert answers.text("collaborative.short-name") == "RMH"
        assert answers.text("collaborative.kind") == "mental-health"
        keys(window, "Ctrl+Shift+O")
        shown = texts(window)
        assert "Ask the chairs in May" in shown
        assert "Parked for later (1)" in shown
        keys(window, "Ctrl+H")
        assert "Collaborative created" in texts(window)
