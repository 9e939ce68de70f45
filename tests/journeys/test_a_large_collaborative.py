"""Thirty members and twenty programmes: every step, the search, the preview and the documents bear them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.values import Organisation
from app.services.packs import PackRequest
from app.ui.navigation.result_rows import ResultRow
from app.ui.places import AtOpenPoints, AtSection
from app.ui.window import MainWindow
from tests.journeys.keyboard import find, focused, keys, words_of
from tests.large_collaborative import make_large_collaborative
from tests.ui.desk import MEMORANDUM
from tests.ui.hands import press_focused, write
from tests.ui.windows import open_window, rest, settle, texts

MEMBERS, PROGRAMMES = "members.members", "programmes.programmes"
#: The widgets of a page that are in sight or could be scrolled into it, and all that it keeps, other sections included.
#: A table that made its cells as widgets would need a thousand for the members alone.
MOST_SHOWN, MOST_KEPT = 600, 4_000


@pytest.fixture
def window(tmp_path: Path) -> Iterator[MainWindow]:
    with open_window(tmp_path) as opened:
        made = make_large_collaborative(opened.session.services)
        opened.start_page.refresh(made)
        press_focused(Qt.Key.Key_Return)
        settle()
        yield opened


def bear(window: MainWindow) -> None:
    """The page in sight is made of a bounded number of widgets, however many members there are."""
    rest(window)
    page = window.page
    assert page is not None
    made = page.findChildren(QWidget)
    shown = sum(widget.isVisible() for widget in made)
    assert 10 < shown < MOST_SHOWN, f"{window.place} shows {shown}"
    assert len(made) < MOST_KEPT, f"{window.place} keeps {len(made)}"


def test_a_large_collaborative_stays_usable_from_end_to_end(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    session = window.session
    assert len(session.snapshot.answers.rows(MEMBERS)) == 30
    assert len(session.snapshot.answers.rows(PROGRAMMES)) == 20
    walk_all_steps(window)
    answer_and_see_what_changes(window, qtbot)
    find_a_member(window, "Trust number 27 NHS Foundation Trust", qtbot)

    find(window, "collaborative.short-name")
    keys(window, "Ctrl+A")
    press_focused(Qt.Key.Key_Delete, Qt.Key.Key_Tab)
    keys(window, "Ctrl+Shift+O")
    assert window.place == AtOpenPoints()
    assert "Still to do: 1 open point" in texts(window.pages.left)
    bear(window)
    keys(window, "Ctrl+Z")
    assert "No open points are left" in texts(window.pages.left)
    keys(window, "Ctrl+Shift+A")
    bear(window)

    [file] = session.services.packs.export(session.snapshot, tmp_path / "pack", PackRequest((MEMORANDUM,)))
    memorandum = words_of(file)
    for row in session.snapshot.answers.rows(MEMBERS):
        member = row.cells["organisation"]
        assert isinstance(member, Organisation)
        assert member.name in memorandum
    assert "Programme number 19" in memorandum


def walk_all_steps(window: MainWindow) -> None:
    """Go to each step by its key, and to the questions about members and programmes, which are the longest."""
    for number, step in enumerate(window.session.services.content.questionnaire.steps, start=1):
        keys(window, f"Ctrl+{number}")
        assert isinstance(window.place, AtSection)
        assert window.place.section in [section.id for section in step.sections]
        bear(window)
    for question in (MEMBERS, PROGRAMMES):
        find(window, question)
        bear(window)


def answer_and_see_what_changes(window: MainWindow, qtbot: QtBot) -> None:
    """Change a short answer, and step to what it changes in the documents."""
    preview = window.panel.preview
    find(window, "collaborative.short-name")
    with qtbot.waitSignal(preview.effects.found, timeout=30_000):
        keys(window, "Ctrl+A")
        write(focused(), "Broad Thirty")
        press_focused(Qt.Key.Key_Tab)
    keys(window, "F8")
    assert " of " in preview.strip.position.text()
    assert "Broad Thirty" in preview.reading.toPlainText()


def find_a_member(window: MainWindow, name: str, qtbot: QtBot) -> None:
    """Find a member by its name, and come to its row of the table."""
    keys(window, "Ctrl+K")
    write(focused(), name)

    def is_found() -> bool:
        row = window.finder.results.current_row
        return isinstance(row, ResultRow) and row.words == name

    qtbot.waitUntil(is_found, timeout=20_000)
    press_focused(Qt.Key.Key_Return)
    settle()
    rows = window.session.snapshot.answers.rows(MEMBERS)
    [named] = [row for row in rows if row.cells["organisation"] == Organisation(name)]
    assert window.place == AtSection("members", MEMBERS, named.id)
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.text() == name
