"""A new collaborative comes from a name, an example or a file."""

import json
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from app.services.services import Services
from app.ui.pages.start.name_form import NameForm
from app.ui.pages.start_page import StartPage
from app.ui.parts.buttons import Button
from tests.ui.hands import click, press, write
from tests.ui.starting.shelves import names
from tests.ui.windows import WEST_YORKSHIRE, texts


def test_enter_creates_a_collaborative_under_the_name_typed(
    page: StartPage, services: Services, wishes: list[str]
) -> None:
    press(page.new_button, Qt.Key.Key_Return)
    assert page.form is not None
    assert QApplication.focusWidget() is page.form.line
    write(page.form.line, "Northern Acute Alliance")
    press(page.form.line, Qt.Key.Key_Return)
    assert names(services) == ["Northern Acute Alliance"]
    assert wishes == [services.collaboratives.all()[0].id]


def test_escape_leaves_and_creates_nothing(page: StartPage, services: Services, wishes: list[str]) -> None:
    click(page.new_button)
    assert page.form is not None
    write(page.form.line, "Not this one")
    press(page.form.line, Qt.Key.Key_Escape)
    assert not any(each.isVisible() for each in page.findChildren(NameForm))
    assert names(services) == []
    assert wishes == []
    assert QApplication.focusWidget() is page.new_button


def test_a_name_that_cannot_be_is_told_beside_the_line(page: StartPage, services: Services) -> None:
    click(page.new_button)
    assert page.form is not None
    press(page.form.line, Qt.Key.Key_Return)
    assert "Give the collaborative a name." in texts(page)
    write(page.form.line, "x" * 121)
    press(page.form.line, Qt.Key.Key_Return)
    assert "use 120 at most" in texts(page)
    assert names(services) == []


def test_looking_inside_an_example_opens_a_copy_of_ones_own(
    page: StartPage, services: Services, wishes: list[str]
) -> None:
    link = next(each for each in page.findChildren(Button) if each.accessibleName().endswith("Acute Trusts"))
    press(link, Qt.Key.Key_Return)
    made = services.collaboratives.all()[0]
    assert wishes == [made.id]
    answers = services.answering.open(made.id).answers
    assert answers.text("collaborative.short-name") == "WYAAT"
    page.look_inside(WEST_YORKSHIRE)
    assert sorted(names(services)) == [made.name, f"{made.name} (2)"]


def test_a_file_of_answers_is_taken_in_and_opened(
    page: StartPage, services: Services, wishes: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "colleague.json"
    answers = {"collaborative.name": "Eastern", "collaborative.short-name": "E"}
    file.write_text(json.dumps({"format": "fiveways-answers/1", "name": "Eastern", "answers": answers}))
    page.open_file(file)
    assert names(services) == ["Eastern"]
    assert len(wishes) == 1


def test_a_bad_file_is_refused_with_each_problem_and_nothing_is_stored(
    page: StartPage, services: Services, wishes: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "bad.json"
    answers = {"collaborative.nothing": "x", "collaborative.starts": "soon"}
    file.write_text(json.dumps({"format": "fiveways-answers/1", "name": "Bad", "answers": answers}))
    page.open_file(file)
    shown = texts(page)
    assert "“bad.json” could not be opened" in shown
    assert "collaborative.nothing" in shown
    assert "collaborative.starts" in shown
    assert (names(services), wishes) == ([], [])


def test_a_file_that_is_dropped_is_taken_in(page: StartPage, services: Services, tmp_path: Path) -> None:
    file = tmp_path / "dropped.json"
    file.write_text(json.dumps({"format": "fiveways-answers/1", "name": "Dropped", "answers": {}}))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    no_keys, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, no_keys))
    assert names(services) == ["Dropped"]
