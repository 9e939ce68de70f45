"""The search in the window: its keys and its button, and that what it finds is there when it is chosen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.services.search.entries import Group
from app.ui.navigation.result_rows import ResultRow
from app.ui.places import AtHistory, AtSection, AtStart
from app.ui.window import MainWindow
from tests.ui.hands import click, press, press_focused, write
from tests.ui.windows import card, settle, texts

CONTROL = Qt.KeyboardModifier.ControlModifier


def take(window: MainWindow, qtbot: QtBot, typed: str, group: Group) -> None:
    """Ask for the search by its keys, type, and take the first result of a group."""
    press_focused(Qt.Key.Key_K, holding=CONTROL)
    finder = window.finder
    assert QApplication.focusWidget() is finder.line
    if window.session.is_open:
        qtbot.waitUntil(lambda: finder.work.is_whole, timeout=20_000)
    write(finder.line, typed)
    while not (isinstance(row := finder.results.current_row, ResultRow) and row.result.group is group):
        before = row
        press(finder.line, Qt.Key.Key_Down)
        assert finder.results.current_row != before, f"nothing in {group}"
    press(finder.line, Qt.Key.Key_Return)
    settle()
    assert not finder.isVisible()


def test_a_question_opens_at_its_card_and_guidance_unfolds_there(window: MainWindow, qtbot: QtBot) -> None:
    question = window.session.services.content.questionnaire.question("vision.statement")
    take(window, qtbot, "shared vision", Group.QUESTION)
    assert window.place == AtSection("vision", question.id)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert card(window, question.id).isAncestorOf(focused)
    assert question.why not in texts(card(window, question.id))
    take(window, qtbot, " ".join(question.why.split()[:6]), Group.GUIDANCE)
    assert question.why in texts(card(window, question.id))


def test_a_member_opens_as_the_row_that_it_is(window: MainWindow, qtbot: QtBot) -> None:
    row = window.session.snapshot.answers.rows("members.members")[-1]
    organisation = row.organisation("organisation")
    assert organisation is not None
    take(window, qtbot, organisation.name, Group.MEMBER)
    assert window.place == AtSection("members", "members.members", row.id)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.text() == organisation.name
    top = focused.mapTo(window, QPoint(0, 0)).y()
    assert 0 < top < window.height() - focused.height()
    window.go(AtSection("members", "members.members", "gone"))
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert card(window, "members.members").isAncestorOf(focused), "of a row that has gone the question is left"


def test_what_is_found_among_acts_is_done(window: MainWindow, qtbot: QtBot) -> None:
    assert window.panel.isVisible()
    take(window, qtbot, "hide panel", Group.ACT)
    assert not window.panel.isVisible()
    window.session.answer("collaborative.short-name", "ABC")
    take(window, qtbot, "undo", Group.ACT)
    assert window.session.snapshot.answers.text("collaborative.short-name") == "WYAAT"
    take(window, qtbot, "history", Group.PLACE)
    assert window.place == AtHistory()


def test_another_collaborative_opens_from_anywhere_and_an_example_from_the_start(
    window: MainWindow, qtbot: QtBot
) -> None:
    collaboratives = window.session.services.collaboratives
    here, other = window.session.snapshot.collaborative, collaboratives.create("Northern Acute Alliance").id
    take(window, qtbot, "northern alliance", Group.COLLABORATIVE)
    assert window.session.snapshot.collaborative == other
    window.go(AtStart())
    settle()
    take(window, qtbot, "foundation group", Group.EXAMPLE)
    made = window.session.snapshot.collaborative
    assert made not in {here, other}
    window.open_collaborative(here)
    for each in (made, other):
        collaboratives.bin(each)


def test_the_button_opens_it_and_going_elsewhere_closes_it(window: MainWindow) -> None:
    click(window.top_bar.finder)
    assert window.finder.isVisible()
    press_focused(Qt.Key.Key_H, holding=CONTROL)
    settle()
    assert window.place == AtHistory()
    assert not window.finder.isVisible()
