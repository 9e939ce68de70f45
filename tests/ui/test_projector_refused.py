"""In the room too, what cannot be saved stays on the slide and is saved as soon as it can be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.domain.values import Organisation
from app.ui.projector.big_text import BigText
from app.ui.projector.choice_card import ChoiceCard
from app.ui.projector.projector import Projector
from app.ui.session import ProjectSession
from tests.ui.conftest import Stage
from tests.ui.desk import open_session
from tests.ui.hands import press_focused, write
from tests.ui.refusing import refusing
from tests.ui.windows import settle

_AWAY = "cannot be reached"
_NAME, _PROBLEM, _PARTNERS = "collaborative.short-name", "problem.statement", "partners.partners"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[ProjectSession]:
    with open_session(tmp_path) as opened:
        yield opened


@pytest.fixture
def projector(session: ProjectSession, stage: Stage) -> Projector:
    made = Projector(session)
    stage.show(made, 1366, 768)
    return made


def show(projector: Projector, session: ProjectSession, question: str) -> None:
    projector.show_place(session.services.content.questionnaire.question(question).section, question)
    settle()


def reads(projector: Projector) -> str:
    return "\n".join(each.text() for each in projector.frame.findChildren(BigText) if each.isVisible())


def line_of(projector: Projector) -> QLineEdit:
    line = next(each for each in projector.frame.findChildren(QLineEdit) if each.isVisible())
    line.setFocus()
    return line


def test_a_line_stays_until_it_is_saved(projector: Projector, session: ProjectSession, tmp_path: Path) -> None:
    show(projector, session, _NAME)
    line = line_of(projector)
    slide = projector.slide
    with refusing(tmp_path):
        line.selectAll()
        write(line, "NORTH")
        press_focused(Qt.Key.Key_PageDown)
        assert projector.slide == slide
        assert _AWAY in reads(projector)
    # The reason took a page of its own.
    for _ in range(2):
        press_focused(Qt.Key.Key_PageDown)
    assert projector.slide != slide
    assert session.snapshot.answers.value(_NAME) == "NORTH"


def test_a_text_stays_on_its_slide_until_it_is_saved_or_given_up(
    projector: Projector, session: ProjectSession, tmp_path: Path
) -> None:
    show(projector, session, _PROBLEM)
    projector.frame.column.findChildren(ChoiceCard)[0].click()
    settle()
    text = QApplication.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    before = session.snapshot.answers.value(_PROBLEM)
    with refusing(tmp_path):
        write(text, "Waits. ")
        press_focused(Qt.Key.Key_Escape)
        settle()
        assert QApplication.focusWidget() is text
        assert _AWAY in reads(projector)
        press_focused(Qt.Key.Key_Escape)
        settle()
        assert QApplication.focusWidget() is not text, "whoever insists is not kept"
    assert session.snapshot.answers.value(_PROBLEM) == before


def test_a_row_that_another_copy_adds_meanwhile_is_not_taken_for_the_new_one(
    projector: Projector, session: ProjectSession
) -> None:
    show(projector, session, _PARTNERS)
    before = {row.id for row in session.snapshot.answers.rows(_PARTNERS)}
    projector.frame.column.findChildren(ChoiceCard)[-1].click()
    settle()
    line = line_of(projector)
    session.services.answering.put_row(
        session.snapshot.collaborative, _PARTNERS, None, {"organisation": Organisation("Theirs")}
    )
    write(line, "Mine")
    press_focused(Qt.Key.Key_Return)
    settle()
    rows = [row for row in session.snapshot.answers.rows(_PARTNERS) if row.id not in before]
    assert sorted(str(row.cells["organisation"]) for row in rows) == sorted(
        str(Organisation(name)) for name in ("Mine", "Theirs")
    )
