"""A new collaborative starts from what there is, and goes into a file."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.answers import Origin
from app.services.services import Services
from app.ui.pages.start.beginnings import Beginning, FromFile, FromNothing
from app.ui.pages.start.collaborative_card import CardAct
from app.ui.pages.start_page import StartPage
from tests.ui.hands import press, write
from tests.ui.starting.shelves import begin_from, made_card
from tests.ui.windows import WEST_YORKSHIRE, texts


def test_a_new_one_starts_from_an_example_under_a_name_of_its_own(
    page: StartPage, services: Services, wishes: list[str]
) -> None:
    form = begin_from(page, f"example {WEST_YORKSHIRE}")
    assert form.line.text() == "West Yorkshire Association of Acute Trusts"
    assert form.line.selectedText() == form.line.text(), "typing takes its place"
    write(form.line, "Eastern Acute Alliance")
    press(form.line, Qt.Key.Key_Return)
    (made,) = services.collaboratives.all()
    assert wishes == [made.id]
    answers = services.answering.open(made.id).answers
    assert made.name == answers.text("collaborative.name") == "Eastern Acute Alliance"
    assert len(answers.rows("members.members")) == 6


def test_a_new_one_starts_from_another_collaborative(page: StartPage, services: Services, wishes: list[str]) -> None:
    first = services.collaboratives.create("Northern Alliance")
    services.answering.answer(first.id, "problem.statement", "Waits are long.")
    page.refresh()
    form = begin_from(page, f"collaborative {first.id}")
    assert form.line.text() == "Northern Alliance (2)"
    press(form.line, Qt.Key.Key_Return)
    answers = services.answering.open(wishes[0]).answers
    assert answers.text("collaborative.name") == "Northern Alliance (2)"
    assert answers.text("problem.statement") == "Waits are long."


def test_a_new_one_starts_from_a_file_and_a_bad_file_is_refused_before_anything_is_made(
    page: StartPage, services: Services, wishes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps({"format": "fiveways-answers/1", "name": "Eastern", "answers": {}}))
    bad.write_text("{}")
    chosen = iter([str(bad), "", str(good)])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(chosen), ""))
    form = begin_from(page, "file")
    assert "“bad.json” could not be opened" in texts(page)
    assert page.beginning is not None
    found: list[Beginning] = [page.beginning.beginning]
    for _ in range(2):
        page.beginning.chooser.chosen.emit("file")
        found.append(page.beginning.beginning)
    assert found == [FromNothing(), FromNothing(), FromFile(good)]
    assert "The answers file good.json" in texts(page)
    write(form.line, "Eastern and coastal")
    press(form.line, Qt.Key.Key_Return)
    assert services.answering.open(wishes[0]).answers.text("collaborative.name") == "Eastern and coastal"


def test_a_name_that_was_typed_stays_when_a_start_is_chosen_after_it(page: StartPage) -> None:
    press(page.new_button, Qt.Key.Key_Return)
    assert page.form is not None
    assert page.beginning is not None
    write(page.form.line, "Mine")
    page.beginning.chooser.chosen.emit(f"example {WEST_YORKSHIRE}")
    assert page.form.line.text() == "Mine"


def test_a_collaborative_goes_into_a_file_and_comes_back_from_it(
    page: StartPage, services: Services, wishes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = services.files.example(WEST_YORKSHIRE)
    made = services.collaboratives.create_from(file, "North / South: <b>", Origin.EXAMPLE)
    page.refresh()
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kind: str) -> tuple[str, str]:
        offered.append(name)
        return str(tmp_path / "sent"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.cards[made.id].act_wished.emit(CardAct.SAVE)
    assert [Path(each).name for each in offered] == ["north-south-b.json"]
    assert "“North / South: <b>” is saved in" in texts(page)
    assert QApplication.focusWidget() is page.cards[made.id]
    page.open_file(tmp_path / "sent.json")
    answers = services.answering.open(wishes[0]).answers
    assert len(answers.rows("members.members")) == 6
    assert answers.text("collaborative.short-name") == "WYAAT"


def test_a_file_that_cannot_be_written_is_told(
    page: StartPage, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = made_card(page, services)
    places = iter(["", str(tmp_path / "no folder" / "sent.json")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(places), ""))
    card.act_wished.emit(CardAct.SAVE)
    assert page.messages.strip is None, "nothing was chosen"
    card.act_wished.emit(CardAct.SAVE)
    assert "sent.json could not be written" in texts(page)
