"""Everything on a card can be reached, named, read at twice the size, and seen without scrolling sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.content.entries import Problems
from app.content.questions import read_questionnaire
from app.domain.answers import Answer, Row
from app.domain.checks import Finding, Severity
from app.domain.questions import Question
from app.domain.values import Kind, Organisation
from app.ui.card.card_view import CardView
from app.ui.fields.table.row_opener import RowOpener
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.chips import Link
from app.ui.parts.tab_order import tab_stops
from app.ui.question_card import QuestionCard
from app.ui.theme.roles import DARK, HIGH_CONTRAST, LIGHT, Roles
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.hands import press
from tests.ui.samples import FORUMS, ROW_OPTIONS, SETTINGS, VALUES, question
from tests.ui.windows import settle

PROJECT = Path(__file__).resolve().parent.parent.parent
ROWS = (Row("1", {"organisation": Organisation("A Trust with a long name")}), Row("2", {}))
FINDING = Finding("x", Severity.ERROR, "Outsider", "One member cannot sit on a joint committee.", "Why.", "Do.", "q")


def column_of(questions: list[Question]) -> QScrollArea:
    """Cards one below another in a column that scrolls, answered, with something to say in every part."""
    column_holder = QWidget()
    column = QVBoxLayout(column_holder)
    for asked in questions:
        card = QuestionCard(asked, SETTINGS)
        column.addWidget(card)
        values = VALUES.get(asked.kind)
        value = values[0] if values and asked.id.startswith("sample") else None
        card.show_view(
            CardView(
                answer=Answer(asked.id, value, note="A note"),
                rows=ROWS if asked.kind is Kind.TABLE else (),
                findings=(FINDING,),
                changes=tuple(Link(f"Terms of reference {number}", "x") for number in range(5)),
                meaning="5 of 6 members",
                row_options=ROW_OPTIONS,
                is_required=True,
                save_problem="This could not be kept. Try it again in a moment.",
                agreed_words="Agreed 12 September 2026",
            )
        )
    window = QScrollArea()
    window.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    window.setWidgetResizable(True)
    window.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    window.setWidget(column_holder)
    return window


def fits(window: QScrollArea) -> bool:
    """Whether nothing needs more width than there is."""
    inner = window.widget()
    assert inner is not None
    return inner.minimumSizeHint().width() <= window.viewport().width() == inner.width()


def opened(window: QWidget) -> None:
    """Everything unfolded: guidance, remedies, and the first row of each table."""
    for card in window.findChildren(QuestionCard):
        card.field.setFocus()
        settle()
        for button in card.findChildren(Button):
            if button.isVisible() and button.text() in {"Guidance", "What to do"}:
                press(button, Qt.Key.Key_Space)
        first = next(iter(card.findChildren(RowOpener)), None)
        if first is not None:
            press(first, Qt.Key.Key_Return)
    settle()


def every_kind() -> list[Question]:
    return [question(kind) for kind in Kind] + [question(Kind.ONE_OF, options=FORUMS)]


def clipped(window: QWidget) -> Iterator[str]:
    """What is on screen with less room than its text needs."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel):
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            wide = widget.minimumSizeHint().width() if widget.wordWrap() else widget.sizeHint().width()
            if widget.height() < needed or widget.width() < wide:
                yield f"text {widget.text()!r} in {widget.size()}, needs {wide} x {needed}"
        elif isinstance(widget, QAbstractButton):
            needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
            if widget.height() < needed or widget.width() < widget.minimumSizeHint().width():
                yield f"button {widget.text()!r} in {widget.size()}, needs height {needed}"
        elif isinstance(widget, QLineEdit) and widget.height() < QFontMetrics(widget.font()).height():
            yield f"line {widget.accessibleName()!r} in {widget.size()}"


@pytest.mark.parametrize(("scale", "width"), [(1.0, 740), (1.5, 600), (2.0, 560)])
def test_no_text_is_cut_off_at_any_size(scale: float, width: int, stage: Stage, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=scale))
    window = column_of(every_kind())
    stage.show(window, width, 700)
    opened(window)
    assert list(clipped(window)) == []
    assert fits(window)


@pytest.mark.parametrize("section", ["members", "decisions", "risks"])
def test_real_questions_fit_a_small_projector_at_twice_the_size(section: str, stage: Stage, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    questionnaire = read_questionnaire(PROJECT / "resources" / "questions", PROJECT, Problems())
    window = column_of(list(questionnaire.section(section).questions))
    stage.show(window, 560, 700)
    opened(window)
    assert list(clipped(window)) == []
    assert fits(window)


def test_text_that_grows_while_it_is_shown_is_not_cut_off_either(stage: Stage, qapp: QApplication) -> None:
    window = column_of(every_kind())
    stage.show(window, 640, 700)
    opened(window)
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    for _ in range(5):
        QApplication.processEvents()
    assert list(clipped(window)) == []


def test_everything_the_keyboard_can_reach_has_a_name(stage: Stage) -> None:
    window = column_of(every_kind())
    stage.show(window, 740, 700)
    opened(window)
    stops = [stop for stop in tab_stops(window) if stop.isVisible()]
    assert len(stops) > 100
    assert [stop for stop in stops if not stop.accessibleName().strip()] == []


def test_everything_that_can_be_pressed_or_typed_into_has_a_name(stage: Stage) -> None:
    window = column_of(every_kind())
    stage.show(window, 740, 700)
    opened(window)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and not widget.accessibleName().strip()
    ]
    assert nameless == []


def test_a_nameless_button_would_be_found(stage: Stage) -> None:
    window = QWidget()
    QVBoxLayout(window).addWidget(Button("", ButtonLook.ICON, Icon.TRASH))
    stage.show(window)
    assert [stop.accessibleName() for stop in tab_stops(window)] == [""]


def test_tab_reaches_everything_and_comes_back_to_where_it_began(stage: Stage) -> None:
    window = column_of([question(Kind.TABLE), question(Kind.PERSON), question(Kind.SOME_OF)])
    stage.show(window, 740, 700)
    opened(window)
    wanted = [stop for stop in tab_stops(window) if stop.isVisible() and stop.isEnabled()]
    # The arrows go on to the other options of a group.
    wanted = [stop for stop in wanted if stop.accessibleName() != "No"]
    wanted[0].setFocus()
    reached = [wanted[0]]
    for _ in range(2 * len(wanted)):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is wanted[0]:
            break
        # The buttons of a row appear with its focus.
        reached += [focused] if focused in wanted else []
    assert [stop.accessibleName() for stop in reached] == [stop.accessibleName() for stop in wanted]
    assert wanted[0].hasFocus()


@pytest.mark.parametrize("roles", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])
def test_a_card_follows_a_change_of_theme_while_it_is_shown(roles: Roles, stage: Stage, qapp: QApplication) -> None:
    window = column_of([question(Kind.ONE_OF)])
    stage.show(window, 740, 600)
    apply_theme(qapp, Theme(ICONS, roles))
    QApplication.processEvents()
    image = window.grab().toImage()
    colours = {
        image.pixelColor(x, y).name().upper() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert {roles.page, roles.card, roles.text} <= colours
    others = {LIGHT.card, DARK.card, HIGH_CONTRAST.card} - {roles.card, roles.text, roles.page, roles.on_accent}
    assert not others & colours
