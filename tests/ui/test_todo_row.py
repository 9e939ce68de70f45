"""A to-do on its line: what stands beside its words is in line with them, at every size of text."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.todos import Todo
from app.ui.fields.marks import words_left, words_middle
from app.ui.parts.tag import Tag
from app.ui.theme.theme import Theme, apply_theme, current_theme
from app.ui.todos.todo_row import TodoRow
from tests.ui.conftest import ICONS, Stage
from tests.ui.windows import settle

DUE = date(2026, 8, 3)


def middle(part: QWidget, row: TodoRow) -> int:
    return part.mapTo(row, part.rect().center()).y()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_what_stands_beside_the_words_of_a_to_do_is_in_line_with_them(
    stage: Stage, qapp: QApplication, scale: float
) -> None:
    todo = Todo("one", "Agree the figure", "Ann Lee", DUE)
    row = TodoRow(todo, date(2026, 8, 6), "What makes a quorum of trusts?")
    stage.show(row, 900, 200)
    apply_theme(qapp, Theme(ICONS, text_scale=scale))
    settle()
    words = row.tick.mapTo(row, QPoint(words_left(current_theme()), words_middle(current_theme())))
    tag = row.findChild(Tag)
    assert tag is not None
    for part in (tag, row.change, row.remove):
        assert abs(middle(part, row) - words.y()) <= 1
    assert row.link is not None
    assert row.link.mapTo(row, QPoint(0, 0)).x() == words.x()
