"""What is wrong with an answer is said where it can be seen, without moving what the user went on to."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.domain.values import Kind
from app.ui.fields.problem_line import ProblemLine
from app.ui.fields.table.table_field import TableField
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.question_card import QuestionCard
from tests.ui.conftest import Stage
from tests.ui.hands import press_focused, write
from tests.ui.samples import SETTINGS, Desk, question


def foot_of(area: QScrollArea, part: QWidget) -> int:
    return part.mapTo(area.viewport(), QPoint(0, part.height())).y()


def is_in_sight(area: QScrollArea, part: QWidget) -> bool:
    return foot_of(area, part) - part.height() >= 0 and foot_of(area, part) <= area.viewport().height()


@pytest.fixture
def area(stage: Stage) -> ScrollColumn:
    """Two tables below one another, the first with an open row whose turnover is just above the lower edge."""
    made = ScrollColumn("Members")
    cards = [QuestionCard(question(Kind.TABLE, id=f"sample.{name}"), SETTINGS) for name in ("first", "second")]
    for card in cards:
        Desk(card)
        made.body.addWidget(card)
    stage.show(made, 700, 420)
    table = cards[0].field
    assert isinstance(table, TableField)
    table.add_row()
    QApplication.processEvents()
    turnover = line_named(made, "Turnover")
    turnover.setFocus()
    QApplication.processEvents()
    bar = made.verticalScrollBar()
    bar.setValue(bar.value() + foot_of(made, turnover) - made.viewport().height() + 4)
    assert is_in_sight(made, turnover)
    return made


def line_named(area: QScrollArea, name: str) -> QLineEdit:
    return next(each for each in area.findChildren(QLineEdit) if each.accessibleName() == name and each.isVisible())


def problem(area: QScrollArea) -> ProblemLine:
    return next(each for each in area.findChildren(ProblemLine) if each.problem)


def test_a_problem_below_the_edge_is_brought_into_sight(area: ScrollColumn, qtbot: QtBot) -> None:
    write(line_named(area, "Turnover"), "abc")
    press_focused(Qt.Key.Key_Backtab)
    qtbot.waitUntil(lambda: is_in_sight(area, problem(area)))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert is_in_sight(area, focused)


def test_a_problem_far_from_where_the_user_went_moves_nothing(area: ScrollColumn, qtbot: QtBot) -> None:
    write(line_named(area, "Turnover"), "abc")
    second = area.findChildren(TableField)[1]
    second.paste_button.setFocus()
    place = area.verticalScrollBar().value()
    with qtbot.assertNotEmitted(area.verticalScrollBar().valueChanged, wait=1):
        QApplication.processEvents()
    assert problem(area).isVisible()
    assert area.verticalScrollBar().value() == place
