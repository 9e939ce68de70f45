"""The app is closed in the middle of a word and opened again: everything is there, at the same place."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.ui.places import AtOpenPoints, AtSection
from app.ui.question_card import QuestionCard
from tests.journeys.keyboard import choose, fill, find, focused, keys, tab_to
from tests.ui.hands import press, press_focused, write
from tests.ui.windows import card, run_of_the_app, settle, texts

FORUM = AtSection("forum", "forum.name")


def test_everything_is_there_at_the_same_place_after_a_restart(tmp_path: Path) -> None:
    with run_of_the_app(tmp_path) as window:
        press(window.start_page.new_button, Qt.Key.Key_Return)
        write(focused(), "Riverside Mental Health")
        press_focused(Qt.Key.Key_Return)
        settle()
        choose(window, "collaborative.kind", "mental-health")
        find(window, "vision.statement")
        tab_to("Add a to-do to")
        press_focused(Qt.Key.Key_Return)
        write(focused(), "Ask the chairs in May")
        press_focused(Qt.Key.Key_Return)
        settle()
        find(window, "problem.statement")
        tab_to("Park for later")
        press_focused(Qt.Key.Key_Return)
        settle()
        fill(window, "collaborative.short-name", "RMH")
        window.resize(780, 560)
        find(window, "forum.name")
        write(focused(), "Riverside Board")
        scrolled, left = window.pages.sections.scrolled, len(window.session.snapshot.left)
        assert scrolled > 0
    with run_of_the_app(tmp_path) as window:
        session = window.session
        assert session.snapshot.name == "Riverside Mental Health"
        assert window.place == FORUM
        line = focused()
        assert isinstance(line, QLineEdit)
        assert card(window, "forum.name").isAncestorOf(line)
        assert line.text() == "Riverside Board", "the word that was being typed was kept"
        assert len(session.snapshot.left) == left - 1
        assert window.pages.sections.scrolled == scrolled
        answers = session.snapshot.answers
        assert answers.text("collaborative.short-name") == "RMH"
        assert answers.text("collaborative.kind") == "mental-health"
        assert todos_on(find(window, "vision.statement")) == ["Ask the chairs in May"]
        for question in ("forum.name", "collaborative.short-name"):
            tab_to("Park for later")  # in a line of text the keys of undo take back letters
            keys(window, "Ctrl+Z")
            assert session.snapshot.answers.text(question) is None, "undo reaches to before the restart"
        keys(window, "Ctrl+Shift+O")
        assert "Open point, parked" in texts(window).splitlines()
    with run_of_the_app(tmp_path) as window:
        assert window.place == AtOpenPoints()
        keys(window, "Ctrl+Y")
        assert window.session.snapshot.answers.text("collaborative.short-name") == "RMH"
        keys(window, "Ctrl+H")
        assert "Collaborative created" in texts(window)


def todos_on(found: QuestionCard) -> list[str]:
    """What the to-dos on a card say; none where it has no foot yet."""
    shown = found.foot.todos.list if found.foot is not None else None
    return [row.todo.text for row in shown.rows] if shown is not None else []
