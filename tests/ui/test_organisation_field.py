"""An organisation is found in the register by name or code, or typed by hand and taken as it is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.values import Organisation, Value
from app.ui.fields.organisation_field import OrganisationField, registered_as
from app.ui.fields.pause import Pause
from app.ui.fields.settings import OrganisationChoice
from tests.ui.conftest import Stage
from tests.ui.hands import popup, press, write
from tests.ui.samples import QUICK, REGISTER, SETTINGS, search

LEEDS = Organisation("Leeds Teaching Hospitals NHS Trust", "RR8")


@pytest.fixture
def field(stage: Stage) -> OrganisationField:
    made = OrganisationField(SETTINGS)
    stage.show(made, 600, 100)
    return made


@pytest.fixture
def given(field: OrganisationField) -> list[Value | None]:
    values: list[Value | None] = []
    field.answered.connect(values.append)
    return values


def lines(field: OrganisationField) -> tuple[QLineEdit, QLineEdit]:
    name, code = field.findChildren(QLineEdit)
    return name, code


def test_part_of_a_name_opens_a_list_to_pick_from(field: OrganisationField, given: list[Value | None]) -> None:
    registered: list[OrganisationChoice] = []
    field.registered.connect(registered.append)
    name, code = lines(field)
    name.setFocus()
    write(name, "leeds")
    press(popup(), Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert given == [LEEDS]
    assert (name.text(), code.text()) == ("Leeds Teaching Hospitals NHS Trust", "RR8")
    assert registered == [REGISTER[1]]


def test_a_code_finds_its_organisation(field: OrganisationField, given: list[Value | None]) -> None:
    name, code = lines(field)
    name.setText("rcf")
    field.finish()
    assert given == [Organisation("Airedale NHS Foundation Trust", "RCF")]
    assert code.text() == "RCF"


def test_any_organisation_can_be_typed_by_hand(field: OrganisationField, given: list[Value | None]) -> None:
    name, _ = lines(field)
    name.setText("Community Hospice (North)")
    field.finish()
    assert given == [Organisation("Community Hospice (North)")]


def test_a_code_may_be_added_and_must_look_like_one(field: OrganisationField, given: list[Value | None]) -> None:
    name, code = lines(field)
    name.setText("Community Hospice")
    code.setText("x-1")
    field.finish()
    assert given == []
    assert "three to six letters or figures" in field.problem
    assert code.text() == "x-1"
    code.setText("8hq99")
    field.finish()
    assert given == [Organisation("Community Hospice", "8HQ99")]
    assert field.problem == ""


def test_a_code_without_a_name_asks_for_the_name(field: OrganisationField, given: list[Value | None]) -> None:
    lines(field)[1].setText("ZZZ")
    field.finish()
    assert given == []
    assert field.problem == "Enter the name of the organisation."


def test_another_name_does_not_keep_the_code_of_the_one_picked(
    field: OrganisationField, given: list[Value | None]
) -> None:
    name, code = lines(field)
    name.setText("RR8")
    field.finish()
    name.setFocus()
    name.end(False)
    write(name, " and York")
    assert code.text() == ""
    field.finish()
    assert given[-1] == Organisation("Leeds Teaching Hospitals NHS Trust and York")


def test_only_an_exact_name_or_code_counts_as_registered() -> None:
    assert registered_as("leeds teaching hospitals nhs trust", search) == REGISTER[1]
    assert registered_as("Leeds", search) is None
    assert registered_as("  ", search) is None


def test_nothing_is_given_while_the_list_is_open(field: OrganisationField, given: list[Value | None]) -> None:
    name, _ = lines(field)
    name.setFocus()
    write(name, "leeds")
    assert popup().isVisible()
    assert given == []
    press(popup(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert given == [Organisation("leeds")]


def test_half_a_name_is_not_given_while_typing_rests(stage: Stage, qtbot: QtBot) -> None:
    field = OrganisationField(QUICK)
    stage.show(field, 600, 100)
    name, _ = lines(field)
    name.setFocus()
    write(name, "Community Hos")
    rested = Pause(3 * QUICK.pause, field)
    with qtbot.assertNotEmitted(field.answered), qtbot.waitSignal(rested.ended):
        rested.begin_again()


def test_a_name_is_given_when_tab_leaves_the_open_list(field: OrganisationField, given: list[Value | None]) -> None:
    name, code = lines(field)
    name.setFocus()
    write(name, "leeds teach")
    press(popup(), Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert code.hasFocus()
    assert given == [Organisation("leeds teach")]


def test_the_list_stays_below_its_line_when_the_line_moves(stage: Stage) -> None:
    page, field, above = QWidget(), OrganisationField(SETTINGS), QLabel("Still needed: legal form")
    column = QVBoxLayout(page)
    column.addWidget(above)
    column.addWidget(field)
    above.hide()
    stage.show(page, 600, 300)
    name, _ = lines(field)
    name.setFocus()
    write(name, "leeds")
    before = popup().y()
    above.setMinimumHeight(60)
    above.show()
    QApplication.processEvents()
    foot = name.mapToGlobal(name.rect().bottomLeft()).y()
    assert popup().y() > before
    assert popup().y() >= foot


def test_only_organisations_of_the_wanted_form_are_offered(stage: Stage) -> None:
    field = OrganisationField(SETTINGS, offers="foundation-trust")
    stage.show(field, 600, 100)
    name, _ = lines(field)
    name.setFocus()
    write(name, "trust")
    offered = popup()
    assert isinstance(offered, QListView)
    model = offered.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Airedale NHS Foundation Trust"]


def test_a_name_that_is_not_in_the_register_says_so(field: OrganisationField) -> None:
    def said() -> bool:
        return any(each.isVisible() and "Not in the register" in each.text() for each in field.findChildren(QLabel))

    name, _ = lines(field)
    assert not said()
    write(name, "le")
    assert not said()
    write(name, "ft")
    assert said()
    name.setText("Leeds")
    field.finish()
    assert said()
    name.setText("RR8")
    field.finish()
    assert not said()
    field.show_value(Organisation("A Charity"))
    assert said()
    field.show_value(None)
    assert not said()


def test_a_board_is_described_without_its_own_name(stage: Stage) -> None:
    name = "NHS West Yorkshire Integrated Care Board"
    board = OrganisationChoice(name, "QWO", "icb", name, "North East and Yorkshire")
    field = OrganisationField(replace(SETTINGS, search=lambda _text, _form: [board]))
    stage.show(field, 600, 100)
    line, _ = lines(field)
    line.setFocus()
    write(line, "west")
    offered = popup()
    assert isinstance(offered, QListView)
    assert offered.model().index(0, 0).data(Qt.ItemDataRole.UserRole + 1) == "QWO · North East and Yorkshire"
