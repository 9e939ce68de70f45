"""From an empty workspace to the PDF and Word files of a pack, by keyboard alone."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.places import AtSection
from app.ui.window import MainWindow
from tests.journeys.keyboard import (
    agree_or_not,
    choose,
    export_pack,
    fill,
    find,
    focused,
    keys,
    pick,
    tab_to,
)
from tests.ui.hands import press, press_focused, write
from tests.ui.windows import open_window, settle, texts

TRUSTS = ("Airedale NHS", "Bradford Teaching", "Calderdale and Huddersfield")


def begin(window: MainWindow) -> None:
    press(window.start_page.new_button, Qt.Key.Key_Return)
    write(focused(), "Northern Acute Alliance")
    press_focused(Qt.Key.Key_Return)
    settle()
    assert window.place == AtSection("the-collaborative")


def add_member(window: MainWindow, trust: str) -> None:
    """Add a row, pick the trust from the register, and say that it is a full member."""
    find(window, "members.members")
    press_focused(Qt.Key.Key_Insert)
    settle()
    pick(trust)
    tab_to("Membership")
    pick("Full")
    press_focused(Qt.Key.Key_Escape)
    settle()


def add_category(window: MainWindow) -> None:
    """Add the kind of decision that binds all and needs three quarters of the members."""
    find(window, "decisions.categories")
    press_focused(Qt.Key.Key_Return)
    settle()
    write(focused(), "Shared services")
    for words, answer in (("Binds", "All"), ("rule", "share of")):
        tab_to(words)
        pick(answer)
    tab_to("share")
    write(focused(), "75")
    press_focused(Qt.Key.Key_Tab, Qt.Key.Key_Escape)
    settle()


def step_through_the_preview(window: MainWindow, qtbot: QtBot) -> None:
    """Change an answer, go to what it changed and to what is open, and from there to its question."""
    preview = window.panel.preview
    find(window, "forum.name")
    with qtbot.waitSignal(preview.effects.found, timeout=10_000):
        keys(window, "Ctrl+A")
        write(focused(), "Alliance Committee")
        press_focused(Qt.Key.Key_Tab)
    keys(window, "F8")
    assert "Alliance Committee" in preview.reading.toPlainText()
    assert " of " in preview.strip.position.text()
    keys(window, "F7")
    assert focused() is preview.reading
    assert preview.view.mark_line.text().endswith("Press Enter to go to the question.")
    press_focused(Qt.Key.Key_Return)
    settle()
    assert isinstance(window.place, AtSection)
    assert window.place.question


def add_todo(window: MainWindow) -> None:
    """Add a to-do from the card of a question."""
    find(window, "money.budget")
    tab_to("Add a to-do to")
    press_focused(Qt.Key.Key_Return)
    write(focused(), "Ask the finance directors")
    press_focused(Qt.Key.Key_Return)
    settle()
    assert [todo.text for todo in window.session.snapshot.todos] == ["Ask the finance directors"]


def look_over(window: MainWindow, qtbot: QtBot) -> None:
    """See what is left and who does it, and read every answer once more."""
    keys(window, "Ctrl+Shift+O")
    assert f"Still to do: {len(window.session.snapshot.left)} open points" in texts(window.pages.left)
    window.pages.left.views.setFocus()
    press_focused(Qt.Key.Key_Right, Qt.Key.Key_Right)
    settle()
    assert [row.todo.text for row in window.pages.left.todos.rows] == ["Ask the finance directors"]
    keys(window, "Ctrl+Shift+A")
    answers = window.pages.answers
    tab_to("Open all sections")
    press_focused(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(answers.rows) and not answers.is_unfolding)
    shown = texts(answers)
    for words in ("NAA", "1 April 2027", "Alliance Committee", "£1,200,000"):
        assert words in shown


def test_a_new_collaborative_becomes_a_pack_of_documents(tmp_path: Path, qtbot: QtBot) -> None:
    with open_window(tmp_path) as window:
        begin(window)
        fill(window, "collaborative.short-name", "NAA")
        choose(window, "collaborative.kind", "acute")
        fill(window, "collaborative.start-date", "1 April 2027")
        for trust in TRUSTS:
            add_member(window, trust)
        choose(window, "forum.type", "joint-committee")
        fill(window, "forum.name", "Alliance Board")
        add_category(window)
        choose(window, "decisions.quorum-rule", "share-of-trusts")
        fill(window, "decisions.quorum-share", "67")
        agree_or_not(window, "decisions.casting-vote", is_yes=False)
        fill(window, "money.budget", "1.2m")
        answers = window.session.snapshot.answers
        assert answers.day("collaborative.start-date") == date(2027, 4, 1)
        assert answers.amount("money.budget") == Decimal(1_200_000)
        assert len(answers.rows("members.members")) == len(TRUSTS)
        category = answers.rows("decisions.categories")[0]
        assert (category.text("binds"), category.text("rule"), category.amount("share")) == (
            "all", "share-of-members", Decimal(75),
        )  # fmt: skip
        step_through_the_preview(window, qtbot)
        add_todo(window)
        look_over(window, qtbot)
        pack = export_pack(window, tmp_path / "pack", qtbot)
    assert len(pack) >= 6
    memorandum = pack["naa-memorandum-of-understanding.pdf"]
    in_word = pack["naa-memorandum-of-understanding.docx"]
    for words in ("Northern Acute Alliance", "Airedale NHS Foundation Trust", "Alliance Committee", "Shared services"):
        assert words in memorandum
        assert words in in_word
    assert "3 of 3 Members" in memorandum or "All 3 Members" in memorandum
    assert all("Draft" in words for words in pack.values())
