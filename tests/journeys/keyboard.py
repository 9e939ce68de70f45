"""A user who works by keyboard alone: finds a question by its words, answers it, and goes on."""

from pathlib import Path

import docx
import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services.search.entries import ToQuestion
from app.ui.navigation.result_rows import ResultRow
from app.ui.pages.documents_page import DocumentsPage
from app.ui.question_card import QuestionCard
from app.ui.window import MainWindow
from tests.ui.hands import popup, press, press_focused, write
from tests.ui.windows import card, settle


def keys(window: MainWindow, combination: str) -> None:
    """Press keys of the window, such as "Ctrl+K"."""
    pressed = QKeySequence(combination)[0]  # type: ignore[index]  # the stubs do not know that it can be indexed
    QTest.keyClick(QApplication.focusWidget() or window, pressed.key(), pressed.keyboardModifiers())
    settle()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def find(window: MainWindow, question: str) -> QuestionCard:
    """Go to a question by the words of its label, copied from elsewhere, as Ctrl+K does."""
    label = window.session.services.content.questionnaire.question(question).label
    keys(window, "Ctrl+K")
    QApplication.clipboard().setText(label)
    keys(window, "Ctrl+V")

    results = window.finder.results

    def is_wanted(row: object) -> bool:
        return isinstance(row, ResultRow) and row.result.target == ToQuestion(question)

    for _ in range(500):
        if any(is_wanted(row) for row in results.rows):
            break
        QTest.qWait(10)
    for _ in results.rows:
        if is_wanted(results.current_row):
            break
        press_focused(Qt.Key.Key_Down)
    assert is_wanted(results.current_row), label
    press_focused(Qt.Key.Key_Return)
    settle()
    found = card(window, question)
    assert found.isAncestorOf(focused()), question
    return found


def fill(window: MainWindow, question: str, text: str) -> None:
    """Type an answer of one line or more, and leave the field."""
    find(window, question)
    write(focused(), text)
    press_focused(Qt.Key.Key_Tab)
    settle()


def choose(window: MainWindow, question: str, option: str) -> None:
    """Choose one of several options: from the list by its words, or with the space bar and the arrow keys."""
    asked = window.session.services.content.questionnaire.question(question)
    find(window, question)
    if isinstance(focused(), QLineEdit):
        pick(next(each.label for each in asked.options if each.id == option))
    else:
        press_focused(Qt.Key.Key_Space)
        for _ in range([each.id for each in asked.options].index(option)):
            press_focused(Qt.Key.Key_Down)
    settle()
    assert window.session.snapshot.answers.text(question) == option


def agree_or_not(window: MainWindow, question: str, *, is_yes: bool) -> None:
    """Answer yes or no."""
    find(window, question)
    press_focused(Qt.Key.Key_Space, *(() if is_yes else (Qt.Key.Key_Right,)))
    settle()
    assert window.session.snapshot.answers.is_yes(question) is is_yes


def tab_to(words: str) -> None:
    """Press Tab until what has the focus is called by these words."""
    for _ in range(60):
        if words.casefold() in focused().accessibleName().casefold():
            return
        press_focused(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to “{words}”; it ended at “{focused().accessibleName()}”.")


def pick(text: str) -> None:
    """Type into a line with a list, and take the first entry of the list."""
    write(focused(), text)
    # The platform without a screen tells of activation later, and the list must not be gone by then.
    settle()
    press(popup(), Qt.Key.Key_Down, Qt.Key.Key_Return)
    settle()


def words_of(pdf: Path) -> str:
    """The text of a PDF with each run of white space as one space."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def words_in_word(file: Path) -> str:
    """The text of a Word file, of its paragraphs and its tables, with each run of white space as one space."""
    return " ".join(" ".join(docx.Document(str(file)).element.body.itertext()).split())


def export_pack(window: MainWindow, folder: Path, qtbot: QtBot) -> dict[str, str]:
    """Export PDF and Word from the documents page, and give back the words of each file by its name."""
    keys(window, "Ctrl+E")
    page = window.page
    assert isinstance(page, DocumentsPage)
    # The folder is asked for by the system, which a keyboard of ours does not reach.
    page.export.form.choose_folder(folder)
    tab_to("Word")
    press_focused(Qt.Key.Key_Space)
    tab_to("Export now")
    with qtbot.waitSignal(page.export.written, timeout=20_000) as written:
        press_focused(Qt.Key.Key_Return)
    assert written.args is not None
    qtbot.waitUntil(lambda: not page.export.is_exporting)
    return {file.name: words_of(file) if file.suffix == ".pdf" else words_in_word(file) for file in written.args[0]}
