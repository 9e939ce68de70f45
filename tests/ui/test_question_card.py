"""A card passes on what the user does, shows what it is told, and keeps nothing but what is being typed."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.answers import Answer, Row, State
from app.domain.checks import Finding, Severity
from app.domain.questions import Citation, Question
from app.domain.values import Kind, Organisation, Value
from app.ui.card.card_view import CardView
from app.ui.fields.settings import FieldSettings
from app.ui.parts.buttons import Button
from app.ui.parts.chips import Link
from app.ui.parts.strip import MessageStrip
from app.ui.question_card import QuestionCard
from tests.ui.conftest import Stage
from tests.ui.hands import click, press, press_focused, write
from tests.ui.samples import MEMBERS, QUICK, ROW_OPTIONS, SETTINGS, VALUES, Desk, question
from tests.ui.windows import settle

FINDING = Finding(
    "blocking-pairs",
    Severity.WARNING,
    "Blocking pairs",
    "Any two members can stop a decision.",
    "Hard choices may never be made.",
    "Lower the share.",
    "sample.percentage",
)


def staged(stage: Stage, asked: Question, view: CardView | None = None, settings: FieldSettings = SETTINGS) -> Desk:
    """A card of this question with something above it that has the focus first."""
    card = QuestionCard(asked, settings)
    desk = Desk(card, view)
    window = QWidget()
    column = QVBoxLayout(window)
    before = QLineEdit()
    column.addWidget(before)
    column.addWidget(card)
    column.addStretch(1)
    stage.show(window, 720, 900)
    before.setFocus()
    return desk


def button(desk: Desk, text: str) -> Button:
    settle()
    return next(each for each in desk.card.findChildren(Button) if each.text() == text and each.isVisible())


def texts(desk: Desk) -> list[str]:
    settle()
    return [label.text() for label in desk.card.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.TABLE], ids=lambda kind: kind.value)
def test_an_answer_of_every_kind_is_shown_given_and_cleared(kind: Kind, stage: Stage) -> None:
    desk = staged(stage, question(kind), CardView(answer=Answer("x", VALUES[kind][0]), row_options=ROW_OPTIONS))
    desk.card.finish()
    assert desk.asked == [], "showing is not answering"
    desk.card.field.setFocus()
    click(button(desk, "Clear"))
    assert desk.value is None
    assert desk.asked == ["answer"]


def test_a_typed_answer_comes_with_the_id_of_its_question(stage: Stage, qtbot: QtBot) -> None:
    desk = staged(stage, question(Kind.PERCENTAGE), settings=QUICK)
    desk.card.field.setFocus()
    with qtbot.waitSignal(desk.card.answered, timeout=2000) as given:
        write(QApplication.focusWidget(), "75")
    assert given.args == ["sample.percentage", Decimal(75)]


def test_a_mistake_is_said_beside_the_field_and_to_a_screen_reader(stage: Stage) -> None:
    desk = staged(stage, question(Kind.PERCENTAGE))
    desk.card.field.setFocus()
    line = QApplication.focusWidget()
    write(line, "many")
    desk.card.finish()
    assert "Enter a percentage in figures, such as 75 or 12.5." in texts(desk)
    assert line is not None
    assert line.accessibleDescription().startswith("Enter a percentage in figures")
    desk.show(meaning="5 of 6 members")
    assert "Enter a percentage in figures, such as 75 or 12.5." in texts(desk), "a redraw keeps the sentence"


def test_an_answer_that_could_not_be_kept_stays_with_the_reason(stage: Stage) -> None:
    desk = staged(stage, question(Kind.WHOLE_NUMBER), CardView(answer=Answer("x", 5)))
    desk.card.answered.disconnect()
    desk.card.field.setFocus()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    write(line, "30")
    desk.card.finish()
    desk.show(save_problem="The disk is full. Make room and try again.")
    assert "The disk is full. Make room and try again." in texts(desk)
    assert line.text() == "30"


def test_a_suggestion_is_offered_taken_and_explained(stage: Stage, qtbot: QtBot) -> None:
    desk = staged(stage, question(Kind.PERCENTAGE))
    assert "Suggested: 75%." in texts(desk)
    with qtbot.waitSignal(desk.card.suggestion_accepted) as accepted:
        click(button(desk, "Use it"))
    assert accepted.args == ["sample.percentage"]
    click(button(desk, "Why?"))
    assert {"Why it matters, in a sentence.", "It has worked elsewhere.", "Half to all.", "practice: page 3"} <= set(
        texts(desk)
    )
    click(button(desk, "Guidance"))
    assert "It has worked elsewhere." not in texts(desk)
    desk.show(answer=Answer("x", Decimal(75)))
    assert "As suggested." in texts(desk)


def test_sources_carry_their_titles(stage: Stage) -> None:
    settings = FieldSettings(SETTINGS.today, source_title=lambda source: f"Title of {source}")
    asked = question(Kind.TEXT, sources=(Citation("one", "page 1"), Citation("two", "")))
    desk = staged(stage, asked, settings=settings)
    desk.card.field.setFocus()
    click(button(desk, "Guidance"))
    assert "Title of one: page 1\nTitle of two" in texts(desk)


def test_a_needed_answer_is_asked_for_until_it_is_there(stage: Stage) -> None:
    desk = staged(stage, question(Kind.TEXT), CardView(is_required=True))
    assert "Needed" in texts(desk)
    desk.show(is_required=False)
    assert "Optional" in texts(desk)
    desk.show(is_required=True, answer=Answer("x", "Something"))
    assert not {"Needed", "Optional"} & set(texts(desk))


def test_the_foot_waits_for_the_first_visit_and_then_stays(stage: Stage) -> None:
    desk = staged(stage, question(Kind.TEXT))
    assert not any(each.text() == "Note" and each.isVisible() for each in desk.card.findChildren(Button))
    visited: list[str] = []
    desk.card.focused.connect(visited.append)
    desk.card.field.setFocus()
    assert visited == ["sample.text"]
    active = [desk.card.is_active]
    desk.card.window().findChildren(QLineEdit)[0].setFocus()
    active.append(desk.card.is_active)
    assert active == [True, False]
    assert button(desk, "Note").isVisible()


def test_a_note_is_written_on_demand_and_shown_where_there_is_one(stage: Stage, qtbot: QtBot) -> None:
    desk = staged(stage, question(Kind.TEXT), settings=QUICK)
    desk.card.field.setFocus()
    click(button(desk, "Note"))
    with qtbot.waitSignal(desk.card.note_changed, timeout=2000) as noted:
        write(QApplication.focusWidget(), "Ask the chair")
    assert noted.args == ["sample.text", "Ask the chair"]
    other = staged(stage, question(Kind.TEXT), CardView(answer=Answer("x", None, State.OPEN, note="Ask again")))
    settle()
    assert [text.toPlainText() for text in other.card.findChildren(QPlainTextEdit) if text.isVisible()] == ["Ask again"]


def test_parking_and_agreeing_are_wishes_until_they_are_shown(stage: Stage) -> None:
    desk = staged(stage, question(Kind.TEXT), CardView(answer=Answer("x", "Something")))
    wishes: list[tuple[str, bool]] = []
    desk.card.park_toggled.connect(lambda _, is_on: wishes.append(("park", is_on)))
    desk.card.agree_toggled.connect(lambda _, is_on: wishes.append(("agree", is_on)))
    desk.card.field.setFocus()
    click(button(desk, "Park"))
    desk.show(answer=Answer("x", "Something", State.PARKED))
    click(button(desk, "Parked"))
    desk.show(answer=Answer("x", "Something"))
    click(button(desk, "Agree"))
    desk.show(answer=Answer("x", "Something", State.AGREED), agreed_words="Agreed 12 March 2026")
    click(button(desk, "Agreed 12 March 2026"))
    assert wishes == [("park", True), ("park", False), ("agree", True), ("agree", False)]


def test_nothing_can_be_agreed_where_nothing_is_answered(stage: Stage) -> None:
    desk = staged(stage, question(Kind.TEXT))
    desk.card.field.setFocus()
    assert not button(desk, "Agree").isEnabled()


def test_many_findings_come_a_few_at_a_time_and_each_is_told_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("app.ui.card.findings_list.say", lambda _part, words: told.append(words))
    desk = staged(stage, question(Kind.PERCENTAGE), CardView())
    desk.card.field.setFocus()
    many = tuple(replace(FINDING, message=f"Found {number}.") for number in range(11))
    desk.show(findings=many)
    assert len(desk.card.findChildren(MessageStrip)) < len(many)
    settle()
    assert [strip.message.text() for strip in desk.card.findChildren(MessageStrip)] == [each.message for each in many]
    desk.show(findings=many[1:])
    settle()
    left = [strip.message.text() for strip in desk.card.findChildren(MessageStrip)]
    assert left == [each.message for each in many[1:]]
    desk.show(findings=(*many[1:], many[0]))
    settle()
    counts = [" ".join(told).count(each.message) for each in many]
    assert counts == [2, *([1] * 10)], "the first one was gone and came back"


def test_a_finding_is_shown_with_its_remedy_on_demand(stage: Stage) -> None:
    desk = staged(stage, question(Kind.PERCENTAGE), CardView(findings=(FINDING,)))
    assert "Any two members can stop a decision." in texts(desk)
    assert "Lower the share." not in texts(desk)
    press(button(desk, "What to do"), Qt.Key.Key_Space)
    assert {"Hard choices may never be made.", "Lower the share."} <= set(texts(desk))
    desk.show(meaning="5 of 6 members")
    assert "Lower the share." in texts(desk), "a redraw does not fold it again"
    assert not any("marked illustrative" in each for each in texts(desk))
    desk.show(findings=(replace(FINDING, is_illustrative=True),))
    QApplication.processEvents()
    assert replace(FINDING, is_illustrative=True).caution in texts(desk), "in sight before any remedy is asked for"
    desk.show(findings=())
    assert not [strip for strip in desk.card.findChildren(MessageStrip) if strip.isVisible()]


def test_the_places_an_answer_changes_are_links(stage: Stage, qtbot: QtBot) -> None:
    desk = staged(stage, question(Kind.TEXT), CardView(changes=(Link("Memorandum 9.2", "memorandum 9.2"),)))
    desk.card.field.setFocus()
    with qtbot.waitSignal(desk.card.link_followed) as followed:
        click(button(desk, "Memorandum 9.2"))
    assert followed.args == ["memorandum 9.2"]


@pytest.mark.parametrize("kind", [Kind.ROW, Kind.ROWS])
def test_without_rows_to_choose_from_the_card_leads_to_their_question(kind: Kind, stage: Stage, qtbot: QtBot) -> None:
    desk = staged(stage, question(kind), CardView())
    with qtbot.waitSignal(desk.card.link_followed) as followed:
        click(button(desk, "Go to the question that lists them"))
    assert followed.args == ["members.members"]
    desk.show(row_options=ROW_OPTIONS)
    QApplication.processEvents()
    assert not any(each.text().startswith("Go to") and each.isVisible() for each in desk.card.findChildren(Button))


def test_clearing_a_table_asks_for_no_rows(stage: Stage) -> None:
    desk = staged(stage, question(Kind.TABLE), CardView(rows=(Row("1", {"organisation": Organisation("A")}),)))
    desk.card.field.setFocus()
    given: list[Value | None] = []
    desk.card.answered.connect(lambda _, value: given.append(value))
    click(button(desk, "Clear"))
    assert given == [None]
    assert desk.rows == []


def test_a_click_beside_the_field_goes_to_the_field(stage: Stage) -> None:
    desk = staged(stage, question(Kind.TEXT))
    click(desk.card, desk.card.rect().topRight() + desk.card.rect().topLeft())
    assert desk.card.is_active


def test_tab_goes_from_the_field_through_the_card_in_reading_order(stage: Stage) -> None:
    view = CardView(answer=Answer("x", Decimal(50)), findings=(FINDING,), changes=(Link("Memorandum 9.2", "m"),))
    desk = staged(stage, question(Kind.PERCENTAGE), view)
    desk.card.field.setFocus()
    settle()
    said = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        said.append(focused.accessibleName().split(":")[0])
        press_focused(Qt.Key.Key_Tab)
    assert said[:11] == [
        "What is the percentage?",
        "Use the suggestion",
        "Why 75% is suggested",
        "What to do",
        "Used in Memorandum 9.2",
        "Note on",
        "Add a to-do to",
        "Park for later",
        "Guidance and sources",
        "Clear the answer",
        "Agree",
    ]


def test_building_and_showing_cards_opens_no_window_of_their_own(stage: Stage) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    for kind in Kind:
        card = QuestionCard(question(kind), SETTINGS)
        column.addWidget(card)
        card.show_view(CardView(rows=(Row("1", {MEMBERS[0].id: Organisation("A")}),), row_options=ROW_OPTIONS))
    opened = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert opened == []
    stage.show(window)
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]
