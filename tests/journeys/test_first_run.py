"""The first run, by keyboard alone: an empty workspace, an example, the tour, and help on the first question."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.places import AtStart
from tests.ui.hands import press_focused
from tests.ui.windows import run_of_the_app, settle, texts


def tab_to(name: str) -> None:
    """Press Tab until what has this name has the focus."""
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName().startswith(name):
            return
        press_focused(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def test_a_newcomer_finds_the_way_from_nothing_to_a_question_and_to_help_on_it(tmp_path: Path) -> None:
    with run_of_the_app(tmp_path, offers_tour=True) as window:
        assert window.place == AtStart()
        assert "Look inside one of these" in texts(window.start_page)
        tab_to("Look inside: South London")
        press_focused(Qt.Key.Key_Return)
        settle()
        assert window.session.snapshot.name.startswith("South London")
        callout = window.tour.callout
        assert callout.isVisible(), "the first collaborative is open"
        while callout.isVisible():
            press_focused(Qt.Key.Key_Return)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.pages.sections.isAncestorOf(focused), "the way on begins at the first question"
        press_focused(Qt.Key.Key_F1)
        assert "What is the collaborative called?" in texts(window.help)
        press_focused(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is focused
