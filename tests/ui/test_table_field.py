"""A table is filled, put in order and pasted into by keyboard alone, and no cell is lost."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.answers import Answer, Row
from app.domain.checks import Finding, Severity
from app.domain.values import Kind, Organisation, Value
from app.ui.card.card_view import CardView
from app.ui.fields.table.paste_report import PasteReport
from app.ui.fields.table.row_form import RowForm
from app.ui.fields.table.row_opener import RowOpener
from app.ui.fields.table.table_field import TableField
from app.ui.parts.buttons import Button
from app.ui.parts.text import text_label
from app.ui.question_card import UNDO, QuestionCard
from app.ui.theme.measures import SPACE, TypeSize
from app.ui.theme.theme import Theme, apply_theme, current_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.hands import click, popup, press, press_focused, write
from tests.ui.samples import ROW_OPTIONS, SETTINGS, Desk, question
from tests.ui.windows import settle

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def rows(*names: str) -> tuple[Row, ...]:
    return tuple(Row(f"id-{name}", {"organisation": Organisation(name)}) for name in names)


@pytest.fixture
def desk(stage: Stage) -> Desk:
    card = QuestionCard(question(Kind.TABLE), SETTINGS)
    made = Desk(card, CardView(rows=rows("A", "B", "C"), row_options=ROW_OPTIONS))
    stage.show(card, 700, 900)
    return made


def table(desk: Desk) -> TableField:
    assert isinstance(desk.card.field, TableField)
    return desk.card.field


def openers(desk: Desk) -> list[RowOpener]:
    QApplication.processEvents()
    found = [each for each in desk.card.findChildren(RowOpener) if each.isVisible()]
    return sorted(found, key=lambda each: each.mapTo(desk.card, each.rect().topLeft()).y())


def panel_of(opener: RowOpener) -> QWidget:
    panel = opener.parentWidget()
    assert panel is not None
    return panel


def titles(desk: Desk) -> list[str]:
    return [each.accessibleName().split(",")[0] for each in openers(desk)]


def names(desk: Desk) -> list[str]:
    return [cell.name for row in desk.rows if isinstance(cell := row["organisation"], Organisation)]


def line_named(desk: Desk, name: str) -> QLineEdit:
    return next(
        line for line in desk.card.findChildren(QLineEdit) if line.accessibleName() == name and line.isVisible()
    )


def test_an_empty_table_says_what_to_do(desk: Desk) -> None:
    desk.show(rows=())
    said = [label.text() for label in desk.card.findChildren(type(text_label())) if label.isVisible()]
    assert any("Add the first row" in text for text in said)
    desk.show(rows=rows("A"))
    said = [label.text() for label in desk.card.findChildren(type(text_label())) if label.isVisible()]
    assert not any("Add the first row" in text for text in said)


def test_a_row_is_one_line_with_its_key_cells_and_what_it_lacks(desk: Desk) -> None:
    cells: dict[str, Value] = {
        "organisation": Organisation("Airedale", "RCF"),
        "legal-form": "foundation-trust",
        "turnover": Decimal(310_000_000),
        "leads": "2",
        "votes": False,
    }
    desk.show(rows=(Row("x", cells), Row("y", {"turnover": Decimal(5)})))
    first, second = openers(desk)
    assert first.accessibleName() == (
        "Airedale (RCF), NHS foundation trust · Turnover: £310,000,000 · Bradford, row 1 of 2"
    )
    assert second.accessibleName() == (
        "Row without a name, Turnover: £5, Still needed: organisation and legal form, row 2 of 2"
    )


def test_a_row_that_a_finding_is_about_says_so(desk: Desk) -> None:
    def finding(title: str, row: str | None, about: str = desk.card.question.id) -> Finding:
        return Finding("a", Severity.WARNING, title, f"{title} at length.", "", "", about, row)

    heights = [each.height() for each in openers(desk)]
    found = (finding("Too far", "id-B"), finding("Too late", "id-B"), finding("All of it", None))
    desk.card.show_view(replace(desk.card.view, findings=(*found, finding("Elsewhere", "id-A", "another.question"))))
    first, marked, last = (each.accessibleName() for each in openers(desk))
    assert marked.endswith(", Warning: Too far; Too late, row 2 of 3")
    assert "Warning" not in first + last
    now = [each.height() for each in openers(desk)]
    assert now[1] > heights[1]
    assert (now[0], now[2]) == (heights[0], heights[2])
    desk.card.show_view(replace(desk.card.view, findings=()))
    settle()
    assert [each.height() for each in openers(desk)] == heights


def test_a_table_is_entered_at_its_first_row_and_an_empty_one_where_rows_are_added(desk: Desk) -> None:
    desk.card.field.setFocus()
    assert QApplication.focusWidget() is openers(desk)[0]
    desk.show(rows=())
    desk.card.field.setFocus()
    assert QApplication.focusWidget() is table(desk).add_button
    press_focused(Qt.Key.Key_Insert)
    settle()
    assert [each.accessibleName().split(",")[0] for each in openers(desk)] == ["New row"]


def test_a_new_row_is_typed_by_keyboard_and_kept_with_its_first_cell(desk: Desk) -> None:
    openers(desk)[0].setFocus()
    press_focused(Qt.Key.Key_Insert)
    write(QApplication.focusWidget(), "Community Hospice")
    press_focused(Qt.Key.Key_Tab)
    assert names(desk) == ["A", "B", "C", "Community Hospice"]
    assert desk.asked == ["put"]
    press_focused(Qt.Key.Key_Tab)
    write(QApplication.focusWidget(), "NHS tr")
    press(popup(), Qt.Key.Key_Escape)
    press_focused(Qt.Key.Key_Tab)
    assert desk.rows[3] == {"organisation": Organisation("Community Hospice"), "legal-form": "nhs-trust"}
    assert desk.asked == ["put", "put"], "the second cell goes to the same row"
    press_focused(Qt.Key.Key_Escape)
    assert openers(desk)[3].hasFocus()
    assert not any(form.isVisible() for form in desk.card.findChildren(RowForm))


def test_a_new_row_left_empty_is_forgotten(desk: Desk) -> None:
    click(table(desk).add_button)
    assert titles(desk) == ["A", "B", "C", "New row"]
    press_focused(Qt.Key.Key_Escape)
    assert titles(desk) == ["A", "B", "C"]
    assert desk.asked == []
    assert table(desk).add_button.hasFocus()


def test_an_organisation_of_the_register_fills_what_is_known_of_it(desk: Desk) -> None:
    click(table(desk).add_button)
    write(QApplication.focusWidget(), "airedale")
    press(popup(), Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.rows[3] == {
        "organisation": Organisation("Airedale NHS Foundation Trust", "RCF"),
        "legal-form": "foundation-trust",
        "icb": "West Yorkshire",
    }
    assert desk.asked == ["put"]


def test_what_is_known_of_an_organisation_overwrites_nothing(desk: Desk) -> None:
    desk.show(rows=(Row("x", {"organisation": Organisation("A"), "legal-form": "nhs-trust"}),))
    press(openers(desk)[0], Qt.Key.Key_Return)
    name = line_named(desk, "Organisation")
    name.setText("RCF")
    table(desk).finish()
    assert desk.rows[0]["legal-form"] == "nhs-trust"
    assert desk.rows[0]["icb"] == "West Yorkshire"


def test_rows_are_walked_and_moved_by_arrows(desk: Desk) -> None:
    openers(desk)[0].setFocus()
    press_focused(Qt.Key.Key_Down)
    assert openers(desk)[1].hasFocus()
    press_focused(Qt.Key.Key_Down, holding=ALT)
    assert names(desk) == ["A", "C", "B"]
    assert titles(desk) == ["A", "C", "B"]
    assert openers(desk)[2].hasFocus(), "the focus goes with the row"
    press_focused(Qt.Key.Key_Down, holding=ALT)
    press_focused(Qt.Key.Key_Up, Qt.Key.Key_Up, holding=ALT)
    assert names(desk) == ["B", "A", "C"]
    press_focused(Qt.Key.Key_Up)
    assert openers(desk)[0].hasFocus()


def test_a_row_is_duplicated_below_itself(desk: Desk) -> None:
    press(openers(desk)[0], Qt.Key.Key_D, holding=CONTROL)
    assert names(desk) == ["A", "A", "B", "C"]
    assert openers(desk)[1].hasFocus()


def test_a_row_is_removed_at_once_and_can_be_asked_back(desk: Desk) -> None:
    followed: list[str] = []
    desk.card.link_followed.connect(followed.append)
    openers(desk)[1].setFocus()
    press_focused(Qt.Key.Key_Delete)
    assert names(desk) == ["A", "C"]
    assert openers(desk)[1].hasFocus(), "the next row has the focus"
    undo = next(each for each in desk.card.findChildren(Button) if each.text() == "Undo")
    assert undo.accessibleName() == "Undo: put B back"
    click(undo)
    assert followed == [UNDO]


def test_every_act_on_a_row_has_a_button_that_names_it_and_its_keys(desk: Desk) -> None:
    openers(desk)[1].setFocus()
    named = {each.accessibleName(): each for each in desk.card.findChildren(Button) if each.isVisible()}
    for name, keys in (("Move up", "Alt+Up"), ("Move down", "Alt+Down"), ("Duplicate", "Ctrl+D"), ("Remove", "Delete")):
        assert keys in named[f"{name}: B"].toolTip()
    click(named["Move up: B"])
    assert names(desk) == ["B", "A", "C"]
    click(next(each for each in desk.card.findChildren(Button) if each.accessibleName() == "Remove: B"))
    assert names(desk) == ["A", "C"]


def test_the_words_of_a_row_have_all_the_room_until_its_buttons_come(stage: Stage) -> None:
    theme, name = current_theme(), "Calderdale and Huddersfield NHS Foundation Trust"
    opener = RowOpener()
    opener.show_words(name, "NHS foundation trust", "", "row 1 of 2")
    needed = opener.fontMetrics().horizontalAdvance(name)
    width = QFontMetrics(theme.font(TypeSize.BODY, is_bold=True)).horizontalAdvance(name) + 60
    assert width > needed
    stage.show(opener, width, 60)
    one_line = opener.heightForWidth(4 * width)
    assert opener.heightForWidth(width) == one_line
    whole = opener.grab().toImage()
    end = QRect(width - 100, 0, 100, one_line // 2)
    ground = whole.pixelColor(width // 2, 4)

    def is_written_on(picture: QImage) -> bool:
        return any(
            picture.pixelColor(x, y) != ground
            for x in range(end.left(), end.right() - 2 * SPACE)
            for y in range(SPACE, end.bottom())
        )

    assert is_written_on(whole)
    opener.give_way(100)
    assert opener.heightForWidth(width) == one_line
    assert not is_written_on(opener.grab().toImage()), "nothing of the name lies below the buttons"
    opener.give_way(0)
    assert opener.grab().toImage() == whole


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_moves_when_the_buttons_of_a_row_come(desk: Desk, qapp: QApplication, scale: float) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=scale))
    first, second, _ = openers(desk)
    first.setFocus()
    QApplication.processEvents()
    before = (second.geometry(), panel_of(second).height())
    second.setFocus()
    QApplication.processEvents()
    assert any(each.accessibleName() == "Remove: B" and each.isVisible() for each in desk.card.findChildren(Button))
    assert (second.geometry(), panel_of(second).height()) == before


def test_a_cell_is_changed_in_the_form_and_a_mistake_is_said_below_it(desk: Desk) -> None:
    openers(desk)[1].setFocus()
    press_focused(Qt.Key.Key_Return)
    turnover = line_named(desk, "Turnover")
    turnover.setFocus()
    write(turnover, "lots")
    press_focused(Qt.Key.Key_Tab)
    assert "in pounds" in turnover.accessibleDescription()
    assert turnover.text() == "lots"
    assert desk.asked == []
    turnover.setFocus()
    turnover.selectAll()
    write(turnover, "1.2m")
    press_focused(Qt.Key.Key_Escape)
    assert desk.rows[1] == {"organisation": Organisation("B"), "turnover": Decimal(1_200_000)}
    assert openers(desk)[1].hasFocus()


def test_only_one_row_is_open_and_tab_goes_through_it_in_its_place(desk: Desk) -> None:
    press(openers(desk)[0], Qt.Key.Key_Return)
    press(openers(desk)[1], Qt.Key.Key_Return)
    assert sum(form.isVisible() for form in desk.card.findChildren(RowForm)) == 1
    reached = [QApplication.focusWidget()]
    for _ in range(30):
        press_focused(Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
        if reached[-1] is openers(desk)[2]:
            break
    said = [widget.accessibleName() for widget in reached if widget is not None]
    assert said[:5] == ["Organisation", "Organisation: code", "Legal form", "ICB area", "Turnover"]
    assert said[-2:] == ["Done with this row", "C, Still needed: legal form, row 3 of 3"]


def test_columns_that_do_not_apply_are_neither_shown_nor_missed(desk: Desk) -> None:
    desk.show(hidden_columns=frozenset({"legal-form", "turnover"}))
    assert "Still needed" not in openers(desk)[0].accessibleName()
    press(openers(desk)[0], Qt.Key.Key_Return)
    shown = {line.accessibleName() for line in desk.card.findChildren(QLineEdit) if line.isVisible()}
    assert "Turnover" not in shown
    assert "ICB area" in shown


def test_rows_are_pasted_from_the_clipboard_with_every_loss_named(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Turnover\tOrganisation\n£1.2m\tRCF\nabout 400\tA Charity\tblue\n")
    openers(desk)[2].setFocus()
    press_focused(Qt.Key.Key_V, holding=CONTROL)
    assert desk.rows[3:] == [
        {"turnover": Decimal(1_200_000), "organisation": Organisation("Airedale NHS Foundation Trust", "RCF")},
        {"organisation": Organisation("A Charity")},
    ]
    assert desk.asked == ["paste"]
    report = desk.card.findChildren(PasteReport)[0]
    assert report.message == "2 rows were pasted. 2 cells could not be read and were left out:"
    assert "Row 2, Turnover: “about 400”. Enter an amount in pounds" in report.left_out
    assert "“blue”" in report.left_out
    click(next(each for each in report.findChildren(Button) if each.text() == "Close"))
    assert report.isHidden()


def test_a_paste_of_nothing_says_how_to_copy(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    click(table(desk).paste_button)
    assert "Copy the rows in your spreadsheet" in desk.card.findChildren(PasteReport)[0].message
    assert desk.asked == []


def test_pasting_into_a_line_of_the_form_stays_in_the_line(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("West\tYorkshire")
    press(openers(desk)[0], Qt.Key.Key_Return)
    area = line_named(desk, "ICB area")
    area.setFocus()
    press_focused(Qt.Key.Key_V, holding=CONTROL)
    press_focused(Qt.Key.Key_Escape)
    assert desk.rows[0]["icb"] == "West Yorkshire"
    assert len(desk.rows) == 3


def test_a_change_from_elsewhere_does_not_disturb_the_cell_being_typed(desk: Desk) -> None:
    press(openers(desk)[0], Qt.Key.Key_Return)
    turnover = line_named(desk, "Turnover")
    turnover.setFocus()
    write(turnover, "12")
    changed = Row("id-A", {"organisation": Organisation("A"), "icb": "Elsewhere"})
    desk.show(rows=(changed, *rows("B", "C")), answer=Answer("sample.table", None, note="A note"))
    assert turnover.text() == "12"
    assert turnover.hasFocus()
    assert line_named(desk, "ICB area").text() == "Elsewhere"
    press_focused(Qt.Key.Key_Escape)
    assert desk.rows[0] == {"organisation": Organisation("A"), "icb": "Elsewhere", "turnover": Decimal(12)}


def test_the_rows_of_a_long_table_come_a_few_at_a_time_and_all_can_be_reached(desk: Desk, qtbot: QtBot) -> None:

    named = [f"N{number}" for number in range(150)]
    desk.show(rows=rows(*named))
    assert not table(desk).is_complete
    assert openers(desk), "the first are there at once"
    qtbot.waitUntil(lambda: table(desk).is_complete)
    assert titles(desk) == named
    more = [f"M{number}" for number in range(150)]
    desk.show(rows=rows(*more))
    table(desk).open_row("id-M149")
    assert table(desk).is_complete
    assert titles(desk)[-1] == "M149"
    assert line_named(desk, "Turnover").isVisible()
