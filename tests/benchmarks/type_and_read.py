"""Types and answers in the app on the large collaborative, and prints how soon that is drawn, beside bare measures."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QVBoxLayout, QWidget

from app.exporters.pages import page_count
from app.exporters.pdf.writer import write_pdf
from app.ui.navigation.side_panel import PREVIEW
from app.ui.places import AtSection
from app.ui.window import MainWindow
from tests.benchmarks.painting import middle_and_longest, rest, until_painted
from tests.benchmarks.whole_app import use_app

_RUNS = 25
_DOCUMENT = "memorandum-of-understanding"


def measure(window: MainWindow) -> dict[str, Any]:
    """Milliseconds for each thing that was measured."""
    window.resize(1366, 768)
    window.panel.tabs.setCurrentIndex(PREVIEW)
    window.session.answer("decisions.quorum-rule", "number-of-trusts")
    return {
        "bare line": middle_and_longest(_typed_in_a_bare_line()),
        "name": middle_and_longest(_typed(window, "collaborative.short-name")),
        "long text": middle_and_longest(_typed(window, "problem.statement")),
        "answer": middle_and_longest(_answered(window)),
        **_previewed(window),
    }


def _typed_in_a_bare_line() -> list[float]:
    window = QWidget()
    column = QVBoxLayout(window)
    line = QLineEdit()
    column.addWidget(line)
    window.show()
    window.activateWindow()
    line.setFocus()
    found = [until_painted(_key(line), line) for _ in range(_RUNS)]
    window.close()
    return found


def _typed(window: MainWindow, question: str) -> list[float]:
    """The card around the field has the whole time to do what it does on a letter, before it is drawn or not."""
    field = _go(window, question)
    drawn = field.viewport() if isinstance(field, QAbstractScrollArea) else field
    found = [until_painted(_key(field), drawn) for _ in range(_RUNS)]
    rest(1)
    window.session.undo()
    return found


def _answered(window: MainWindow) -> list[float]:
    """From typing a number and Enter, saved, to the card with what the number means."""
    field = _go(window, "decisions.quorum-number")
    card = window.pages.sections.complete()["decisions.quorum-number"]
    found = []
    for number in range(_RUNS):
        is_changed = _changes(lambda: card.view)
        found.append(until_painted(partial(_enter, field, str(11 + number % 2)), card, is_changed))
    return found


def _enter(field: QWidget, text: str) -> None:
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def _previewed(window: MainWindow) -> dict[str, Any]:
    """From an answer by a key to the draft that holds it, drawn beside the question; and bare drafting of the same."""
    session, preview = window.session, window.panel.preview
    _go(window, "decisions.quorum-number")
    preview.show_at(_DOCUMENT, "")
    session.answer("decisions.quorum-number", 11)
    rest(1)
    found, bare = [], []
    drafting = session.services.drafting
    for number in range(_RUNS):
        answer = partial(session.answer, "decisions.quorum-number", 12 - number % 2)
        is_changed = _changes(lambda: preview.reading.shown)
        found.append(until_painted(answer, preview.reading.viewport(), is_changed))
        rest(0.5)
        fresh = replace(session.snapshot)  # equal, but not the one that was drafted
        start = perf_counter()
        drafting.state(fresh, _DOCUMENT)
        bare.append(perf_counter() - start)
    shown = preview.reading.shown
    assert shown is not None
    return {
        "preview": middle_and_longest(found),
        "bare drafting": middle_and_longest(bare),
        "pages": page_count(write_pdf(shown)),
    }


def _go(window: MainWindow, question: str) -> QWidget:
    """Give the field of a question the focus, and give it back."""
    section = window.session.services.content.questionnaire.question(question).section
    window.activateWindow()
    window.go(AtSection(section, question))
    rest(1)
    field = QApplication.focusWidget()
    assert field is not None
    return field


def _changes(look: Callable[[], object]) -> Callable[[], bool]:
    """Whether what is looked at is another thing than now."""
    before = look()
    return lambda: look() is not before


def _key(field: QWidget) -> Callable[[], object]:
    return lambda: QTest.keyClick(field, Qt.Key.Key_A)


if __name__ == "__main__":
    use_app(measure)
