"""Every kind of field shows what it is given, and gives back what is typed, picked or ticked."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.values import Duration, Kind, Organisation, Person, Unit, Value
from app.ui.fields.calendar import CalendarPopup
from app.ui.fields.choice_field import ChoiceField, SeveralField
from app.ui.fields.duration_field import DurationField
from app.ui.fields.field import Field, field_for
from app.ui.fields.line_field import LineField
from app.ui.fields.line_forms import line_form
from app.ui.fields.marks import RadioMark, TickMark
from app.ui.fields.pick_field import PickField
from tests.ui.conftest import Stage
from tests.ui.hands import click, popup, press, write
from tests.ui.samples import FORUMS, QUICK, ROW_OPTIONS, SETTINGS, VALUES, question

SINGLE = [kind for kind in Kind if kind is not Kind.TABLE]


def shown(stage: Stage, field: Field) -> list[Value | None]:
    """The field on screen, and the list that fills with what it gives."""
    if isinstance(field, PickField | SeveralField) and not field.choices:
        field.set_choices(ROW_OPTIONS["members.members"])
    stage.show(field, 600, 200)
    given: list[Value | None] = []
    field.answered.connect(given.append)
    return given


def line_of(field: QWidget, position: int = 0) -> QLineEdit:
    return field.findChildren(QLineEdit)[position]


def seen(field: Field) -> object:
    """What stands on screen, whatever the widget."""
    for text in field.findChildren(QPlainTextEdit):
        return text.toPlainText()
    marks = (*field.findChildren(RadioMark), *field.findChildren(TickMark))
    ticks = [(mark.accessibleName(), mark.isChecked()) for mark in marks]
    return ticks or [line.text() for line in field.findChildren(QLineEdit)]


@pytest.mark.parametrize("kind", SINGLE, ids=lambda kind: kind.value)
def test_a_value_shown_is_seen_and_gives_nothing_back(kind: Kind, stage: Stage) -> None:
    first, second = VALUES[kind]
    field = field_for(question(kind), SETTINGS)
    given = shown(stage, field)
    empty = seen(field)
    field.show_value(first)
    once = seen(field)
    field.show_value(second)
    twice = seen(field)
    field.show_value(None)
    assert once != empty
    assert twice not in (once, empty)
    assert seen(field) == empty
    field.finish()
    assert given == []


@pytest.mark.parametrize("kind", SINGLE, ids=lambda kind: kind.value)
def test_clearing_gives_no_answer_once(kind: Kind, stage: Stage) -> None:
    field = field_for(question(kind), SETTINGS)
    given = shown(stage, field)
    empty = seen(field)
    field.show_value(VALUES[kind][0])
    field.clear()
    field.clear()
    assert given == [None]
    assert seen(field) == empty


@pytest.mark.parametrize(
    ("kind", "typed", "value", "written"),
    [
        (Kind.TEXT, " Northern  Alliance ", "Northern Alliance", "Northern Alliance"),
        (Kind.WHOLE_NUMBER, "1200", 1200, "1,200"),
        (Kind.PERCENTAGE, "12.5 %", Decimal("12.5"), "12.5"),
        (Kind.MONEY, "£1.2m", Decimal(1_200_000), "1,200,000"),
        (Kind.MONEY, "12.5", Decimal("12.50"), "12.50"),
        (Kind.DATE, "6/8/26", date(2026, 8, 6), "6 August 2026"),
        (Kind.DATE, "2026-08-06", date(2026, 8, 6), "6 August 2026"),
        (Kind.DURATION, "10", Duration(10, Unit.WORKING_DAYS), "10"),
        (Kind.DURATION, "2 weeks", Duration(2, Unit.WEEKS), "2"),
    ],
)
def test_what_is_typed_becomes_a_value_and_is_written_as_usual(
    kind: Kind, typed: str, value: Value, written: str, stage: Stage
) -> None:
    field = field_for(question(kind), SETTINGS)
    given = shown(stage, field)
    write(line_of(field), typed)
    press(line_of(field), Qt.Key.Key_Return)
    assert given == [value]
    assert line_of(field).text() == written


@pytest.mark.parametrize(
    ("kind", "typed", "says"),
    [
        (Kind.WHOLE_NUMBER, "twelve", "whole number in figures"),
        (Kind.PERCENTAGE, "140", "from 0% to 100%"),
        (Kind.MONEY, "lots", "in pounds"),
        (Kind.DATE, "31 June 2026", "no such day"),
        (Kind.DURATION, "3 months", "working days or weeks"),
        (Kind.ROW, "Nobody", "Choose one of these"),
    ],
)
def test_what_cannot_be_read_stays_on_screen_with_a_sentence(kind: Kind, typed: str, says: str, stage: Stage) -> None:
    field = field_for(question(kind), SETTINGS)
    given = shown(stage, field)
    problems: list[str] = []
    field.problem_changed.connect(problems.append)
    write(line_of(field), typed)
    field.finish()
    assert given == []
    assert line_of(field).text() == typed
    assert says in problems[-1]
    field.show_value(None)
    assert line_of(field).text() == typed, "the same value from outside disturbs nothing"
    line_of(field).clear()
    field.finish()
    assert problems[-1] == ""


def test_a_value_is_given_when_typing_rests_but_a_mistake_only_when_the_field_is_left(
    stage: Stage, qtbot: QtBot
) -> None:
    field = LineField(line_form(question(Kind.PERCENTAGE)), QUICK.pause)
    given = shown(stage, field)
    with qtbot.waitSignal(field.answered, timeout=2000):
        write(line_of(field), "7")
    write(line_of(field), "5x")
    qtbot.wait(50)
    assert (given, field.problem) == ([Decimal(7)], "")
    field.finish()
    assert "percentage" in field.problem
    press(line_of(field), Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: given == [Decimal(7), Decimal(75)], timeout=2000)
    assert field.problem == "", "once put right, the sentence goes at once"


def test_the_echo_of_ones_own_answer_does_not_disturb_typing(stage: Stage, qtbot: QtBot) -> None:
    field = LineField(line_form(question(Kind.TEXT)), QUICK.pause)
    given = shown(stage, field)
    field.answered.connect(field.show_value)
    line = line_of(field)
    write(line, "Northern ")
    qtbot.waitUntil(lambda: given == ["Northern"], timeout=2000)
    assert line.text() == "Northern ", "the space just typed is still there"
    line.setCursorPosition(3)
    field.show_value("Northern")
    assert line.cursorPosition() == 3
    field.show_value("Southern")
    assert line.text() == "Southern", "a real change from elsewhere is shown, focus or not"


def test_a_value_that_was_not_kept_stays_until_something_else_comes(stage: Stage) -> None:
    field = field_for(question(Kind.WHOLE_NUMBER), SETTINGS)
    given = shown(stage, field)
    field.show_value(5)
    line_of(field).setText("30")
    field.finish()
    assert given == [30]
    field.show_value(5)
    assert line_of(field).text() == "30"
    field.show_value(6)
    assert line_of(field).text() == "6"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.TEXT, "Two  spaces, and\na line"),
        (Kind.LONG_TEXT, " With a blank before and a line after\n"),
        (Kind.MONEY, Decimal("12.345")),
        (Kind.PERCENTAGE, Decimal(140)),
        (Kind.PERSON, Person("Jo  Bloggs", " Chair")),
        (Kind.ORGANISATION, Organisation("A Trust  (RCF)")),
        (Kind.ORGANISATION, Organisation("RR8")),
        (Kind.DURATION, Duration(2, Unit.YEARS)),
        (Kind.ROW, "a row that has no name"),
    ],
)
def test_a_field_that_nobody_touched_gives_nothing_when_it_is_left(kind: Kind, value: Value, stage: Stage) -> None:
    field = field_for(question(kind), SETTINGS)
    given = shown(stage, field)
    problems: list[str] = []
    field.problem_changed.connect(problems.append)
    field.show_value(value)
    field.setFocus()
    field.finish()
    assert given == []
    assert problems == []


def test_taking_back_what_was_typed_is_an_answer_too(stage: Stage) -> None:
    field = LineField(line_form(question(Kind.TEXT)), QUICK.pause)
    given = shown(stage, field)
    write(line_of(field), "N")
    field.finish()
    press(line_of(field), Qt.Key.Key_Backspace)
    field.finish()
    assert given == ["N", None]


def test_long_text_keeps_its_lines_and_tab_leaves_it(stage: Stage) -> None:
    field = field_for(question(Kind.LONG_TEXT), SETTINGS)
    given = shown(stage, field)
    text = field.findChildren(QPlainTextEdit)[0]
    text.setFocus()
    write(text, "One.")
    press(text, Qt.Key.Key_Return)
    write(text, "Two. <b>")
    text.clearFocus()
    assert given == ["One.\nTwo. <b>"]
    assert text.tabChangesFocus()


def test_one_option_is_chosen_by_click_or_by_arrow(stage: Stage) -> None:
    field = field_for(question(Kind.ONE_OF), SETTINGS)
    given = shown(stage, field)
    first, second, _ = field.findChildren(RadioMark)
    click(first, QPoint(first.width() - 3, 3))
    first.setFocus()
    press(first, Qt.Key.Key_Down)
    assert given == ["every-trust", "number-of-trusts"]
    assert second.isChecked()
    assert first.accessibleDescription() == "An absent trust stops everything."


def test_yes_and_no_can_be_given_and_taken_back(stage: Stage) -> None:
    field = field_for(question(Kind.YES_NO), SETTINGS)
    assert isinstance(field, ChoiceField)
    given = shown(stage, field)
    yes, no = field.findChildren(RadioMark)
    assert yes.y() == no.y(), "two short options stand in one line"
    press(no, Qt.Key.Key_Space)
    press(yes, Qt.Key.Key_Space)
    field.clear()
    assert given == [False, True, None]
    assert not yes.isChecked()
    assert not no.isChecked()


def test_several_options_come_in_the_order_of_the_question(stage: Stage) -> None:
    field = field_for(question(Kind.SOME_OF), SETTINGS)
    given = shown(stage, field)
    patients, _, governors = field.findChildren(TickMark)
    press(governors, Qt.Key.Key_Space)
    press(patients, Qt.Key.Key_Space)
    press(governors, Qt.Key.Key_Space)
    press(patients, Qt.Key.Key_Space)
    assert given == [("governors",), ("patients", "governors"), ("patients",), None]


def test_rows_to_choose_from_come_and_go_while_the_choice_stays(stage: Stage) -> None:
    field = SeveralField(())
    given = shown(stage, field)
    field.show_value(("2",))
    field.set_choices((*ROW_OPTIONS["members.members"][1:],))
    assert [
        (tick.accessibleName(), tick.isChecked()) for tick in field.findChildren(TickMark) if not tick.isHidden()
    ] == [("Bradford", True)]
    assert given == []


def test_many_options_are_searched_in_and_picked_from_a_list(stage: Stage) -> None:
    field = field_for(question(Kind.ONE_OF, options=FORUMS), SETTINGS)
    assert isinstance(field, PickField)
    given = shown(stage, field)
    line = line_of(field)
    line.setFocus()
    press(line, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert popup.accessibleName() == "Choices"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(popup, key)
    assert given == ["forum-1"]
    assert line.text() == "Forum of sort 1"
    line.selectAll()
    write(line, "sort 7")
    found = QApplication.activePopupWidget()
    assert found is not None
    found.hide()
    line.setText("forum-8")
    field.finish()
    assert given == ["forum-1", "forum-8"], "an option may also be named in full"
    assert line.text() == "Forum of sort 8"


def test_a_calendar_opens_by_keyboard_and_gives_its_day(stage: Stage) -> None:
    field = field_for(question(Kind.DATE), SETTINGS)
    given = shown(stage, field)
    field.show_value(date(2026, 8, 6))
    press(line_of(field), Qt.Key.Key_Down, holding=Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    days = popup.findChild(QCalendarWidget)
    assert isinstance(days, QCalendarWidget)
    assert (days.selectedDate().day(), days.selectedDate().month()) == (6, 8)
    view = popup.focusWidget()
    assert view is not None
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Return)
    assert given == [date(2026, 8, 7)]
    assert line_of(field).text() == "7 August 2026"


def test_a_calendar_without_a_date_opens_at_today_and_escape_leaves_it(stage: Stage) -> None:
    field = field_for(question(Kind.DATE), SETTINGS)
    given = shown(stage, field)
    press(line_of(field), Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    days = popup.findChild(QCalendarWidget)
    assert isinstance(days, QCalendarWidget)
    assert days.selectedDate().year() == 2026
    assert days.selectedDate().month() == 11
    press(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert given == []


def test_another_unit_keeps_the_amount(stage: Stage) -> None:
    field = field_for(question(Kind.DURATION), SETTINGS)
    assert isinstance(field, DurationField)
    given = shown(stage, field)
    field.show_value(Duration(10, Unit.WORKING_DAYS))
    unit = next(each for each in field.findChildren(QWidget) if each.accessibleName().endswith("working days"))
    press(unit, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    assert given == [Duration(10, Unit.WEEKS)]


def test_a_single_unit_stands_fixed_inside_the_field(stage: Stage) -> None:
    field = DurationField((Unit.WORKING_DAYS,), SETTINGS.pause)
    given = shown(stage, field)
    write(line_of(field), "3")
    field.finish()
    assert given == [Duration(3, Unit.WORKING_DAYS)]
    assert [label.text() for label in field.findChildren(QWidget) if hasattr(label, "text")].count("working days") >= 1


def test_a_person_may_be_a_name_or_a_post(stage: Stage) -> None:
    field = field_for(question(Kind.PERSON), SETTINGS)
    given = shown(stage, field)
    write(line_of(field, 1), "Medical director")
    press(line_of(field, 1), Qt.Key.Key_Return)
    write(line_of(field, 0), "Jo")
    press(line_of(field, 0), Qt.Key.Key_Return)
    assert given == [Person("", "Medical director"), Person("Jo", "Medical director")]


@pytest.mark.parametrize("kind", SINGLE, ids=lambda kind: kind.value)
def test_the_wheel_changes_no_value(kind: Kind, stage: Stage) -> None:
    field = field_for(question(kind), SETTINGS)
    given = shown(stage, field)
    field.show_value(VALUES[kind][0])
    for widget in (field, *field.findChildren(QWidget)):
        turn = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, 120),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, turn)
    assert given == []
    assert not field.findChildren(QComboBox)
    assert not field.findChildren(QAbstractSpinBox)


def test_a_table_is_more_than_a_field() -> None:
    with pytest.raises(ValueError, match="drawn by its own field"):
        field_for(question(Kind.TABLE), SETTINGS)
    with pytest.raises(ValueError, match="not typed in one line"):
        line_form(question(Kind.PERSON))


def test_a_choice_typed_in_part_is_taken_when_tab_leaves_the_open_list(stage: Stage) -> None:
    page, field = QWidget(), PickField(FORUMS)
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(QLineEdit())
    stage.show(page, 500, 200)
    given: list[Value | None] = []
    field.answered.connect(given.append)
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    write(line, "forum of sort 7")
    assert given == []
    press(popup(), Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert given == ["forum-7"]
