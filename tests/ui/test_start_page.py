"""The start page: beginning a collaborative in each way, and what can be done with its card by mouse and keyboard."""

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from app.domain.answers import Origin
from app.domain.checks import Severity
from app.domain.identities import random_id
from app.services.card_facts import CardFacts, card_facts_from, card_text
from app.services.collaboratives import Collaboratives
from app.services.services import Services
from app.services.start_cards import card_facts
from app.services.start_facts import StartFacts
from app.storage.workspace import Workspace
from app.ui.pages.start.begin import free_name
from app.ui.pages.start.beginnings import Beginning, FromFile, FromNothing
from app.ui.pages.start.collaborative_card import CardAct, CollaborativeCard
from app.ui.pages.start.example_card import ExampleCard
from app.ui.pages.start.name_form import NameForm
from app.ui.pages.start.own_shelf import AT_ONCE
from app.ui.pages.start.put_away import PutAwayLine, put_away_entries
from app.ui.pages.start_page import StartPage
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.progress_bar import ProgressBar
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.tag import Tag
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, TRIPLE_SPACE
from app.ui.theme.theme import Theme, apply_theme
from tests.accessibility.hearing import faults, things
from tests.accessibility.order import backwards, out_of_reach
from tests.ui.conftest import ICONS, Stage
from tests.ui.desk import NOW, TODAY
from tests.ui.fitting import misfits
from tests.ui.hands import click, press, press_focused, write
from tests.ui.windows import WEST_YORKSHIRE, open_services, settle, texts


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as opened:
        yield opened


@pytest.fixture
def page(services: Services, stage: Stage) -> StartPage:
    made = StartPage(ProjectSession(services, lambda: NOW))
    stage.show(made, 1366, 768)
    made.refresh()
    QApplication.processEvents()
    return made


@pytest.fixture
def wishes(page: StartPage) -> list[str]:
    found: list[str] = []
    page.collaborative_wished.connect(found.append)
    return found


def made_card(page: StartPage, services: Services, name: str = "Northern Alliance") -> CollaborativeCard:
    made = services.collaboratives.create(name)
    page.refresh(made.id)
    QApplication.processEvents()
    return page.cards[made.id]


def names(services: Services) -> list[str]:
    return [each.name for each in services.collaboratives.all()]


def test_an_empty_workspace_shows_the_examples_first_and_one_sentence(page: StartPage) -> None:
    shown = texts(page)
    assert "You have no collaborative here yet." in shown
    assert shown.index("Look inside one of these") < shown.index("Start your own") < shown.index("You have no")
    tags = [each.words for each in page.findChildren(Tag) if each.isVisible()]
    assert tags == ["Example"] * 3, "own copies of the same name can be told apart"
    assert shown.index("Start from an example") < shown.index("Start your own")
    assert "West Yorkshire Association of Acute Trusts" in shown
    assert "Six acute trusts" in shown


def test_a_workspace_with_collaboratives_shows_them_first(page: StartPage, services: Services) -> None:
    made_card(page, services)
    shown = texts(page)
    assert "You have no collaborative here yet." not in shown
    assert shown.index("Your collaboratives") < shown.index("Start from an example")
    assert (
        "Each is based on a real arrangement. What is not published, such as hours and sums, is illustrative." in shown
    )


@pytest.mark.parametrize(
    ("screen", "focused"),
    [((768, 1.0), "New collaborative"), ((768, 2.0), "Look inside"), ((400, 2.0), "Text and colours")],
)
def test_the_first_run_begins_at_the_top_with_the_focus_in_sight(
    services: Services, stage: Stage, qapp: QApplication, screen: tuple[int, float], focused: str
) -> None:
    height, scale = screen
    apply_theme(qapp, Theme(ICONS, text_scale=scale))
    page = StartPage(ProjectSession(services, lambda: NOW))
    page.refresh()
    stage.show(page, 1024, height)
    settle()
    column = page.findChild(ScrollColumn)
    assert column is not None
    assert column.verticalScrollBar().value() == 0, "what this is stands in sight"
    now = QApplication.focusWidget()
    assert isinstance(now, Button)
    assert now.text() == focused
    assert page.rect().contains(now.mapTo(page, now.rect().bottomRight()))


def test_beside_the_form_of_a_new_one_cards_stay_as_they_are_and_its_button_is_quiet(
    page: StartPage, services: Services
) -> None:
    card = made_card(page, services)
    settle()
    before = card.height()
    assert page.new_button.property("look") == ButtonLook.PRIMARY.value
    click(page.new_button)
    settle()
    assert page.form is not None
    assert (card.y(), card.height()) == (0, before)
    assert page.form.height() > before
    assert page.new_button.property("look") == ButtonLook.SECONDARY.value
    chooser = page.beginning
    assert chooser is not None
    top = page.form.keep_button.mapTo(page, QPoint(0, 0)).y()
    assert top - chooser.mapTo(page, chooser.rect().bottomLeft()).y() - 1 == DOUBLE_SPACE
    press_focused(Qt.Key.Key_Escape)
    assert page.new_button.property("look") == ButtonLook.PRIMARY.value


def test_how_far_cards_beside_each_other_are_stands_in_one_line(page: StartPage, services: Services) -> None:
    page.resize(1366, 768)
    names = ("Short", "One whose name is so long that it takes three lines of its card, or two at the least", "Third")
    made = [services.collaboratives.create(name).id for name in names]
    page.refresh()
    for key, what in zip(made, ("", "6 members, committees in common", "2 members"), strict=True):
        page.cards[key].show_facts(CardFacts((1.0, 0.5, 0.0, 0.0, 0.0), 3, 0, what, has_example=bool(what)))
    settle()
    cards = [page.cards[key] for key in made]
    assert len({card.y() for card in cards}) == 1
    pairs = [(card, next(bar for bar in card.findChildren(ProgressBar) if bar.isVisible())) for card in cards]
    assert len({card.height() for card in cards}) == 1
    assert len({card.height() - bar.mapTo(card, bar.rect().bottomLeft()).y() for card, bar in pairs}) == 1


def test_what_stands_in_cards_beside_each_other_is_in_line(page: StartPage, services: Services) -> None:
    page.resize(1366, 768)
    card = made_card(page, services)
    card.show_facts(CardFacts((1.0, 0.5, 0.0, 0.0, 0.0), 3, 0, "6 members"))
    settle()
    bar = next(each for each in card.findChildren(ProgressBar) if each.isVisible())
    right = bar.mapTo(card, bar.rect().topRight()).x()
    assert card.rect().right() - right == TRIPLE_SPACE, "it ends as far from the edge as the words begin"
    links = [each.link for each in page.findChildren(ExampleCard)]
    assert len({link.mapTo(page, link.rect().bottomLeft()).y() for link in links}) == 1
    buttons, cards = page.file_button, page.findChildren(ExampleCard)
    ends = max(each.mapTo(page, each.rect().topRight()).x() for each in cards)
    assert buttons.mapTo(page, buttons.rect().topRight()).x() == ends


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


def test_a_card_says_what_is_known_without_opening_its_answers(page: StartPage, services: Services) -> None:
    session = ProjectSession(services, lambda: NOW)
    made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
    session.open(made.id)
    session.note_progress()
    page.refresh()
    QApplication.processEvents()
    card = page.cards[made.id]
    shown = texts(card)
    assert "6 members, committees in common" in shown
    assert "left" in shown
    assert "No errors" in shown
    assert "committees in common" in card.accessibleName()


def test_a_card_says_nothing_is_left_only_when_nobody_has_to_come_back_to_anything(
    page: StartPage, services: Services
) -> None:
    session = ProjectSession(services, lambda: NOW)
    made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
    session.open(made.id)

    def shown() -> str:
        session.note_progress()
        page.refresh()
        return texts(page.cards[made.id])

    assert "Nothing left to answer" in shown()
    session.park("collaborative.name")
    assert "1 parked" in shown()
    session.add_todo("Ask the chairs", "Ada", None, None)
    session.add_todo("Book a room", "", None, None)
    assert "2 to-dos, 1 parked" in shown()
    session.clear_rows("objectives.objectives")
    assert f"{len(session.snapshot.left)} question" in shown()
    assert "Nothing left" not in texts(page.cards[made.id])
    assert services.start_cards.work_out(made.id) == card_facts(session.snapshot), "also when nobody has opened it"


def test_a_card_says_warnings_beside_errors(page: StartPage, services: Services) -> None:
    card = made_card(page, services)

    def said(errors: int, warnings: int | None) -> str:
        card.show_facts(CardFacts((1.0,) * 5, 0, errors, "6 members", warnings=warnings))
        shown = texts(card).split("\n")
        words = next(line for line in shown if "error" in line)
        assert words in card.accessibleName()
        return words

    assert said(0, 3) == "No errors, 3 warnings"
    assert said(0, 1) == "No errors, 1 warning"
    assert said(0, 0) == "No errors or warnings"
    assert said(2, 3) == "2 errors, 3 warnings"
    assert said(1, 0) == "1 error"
    assert said(0, None) == "No errors", "of warnings nothing is known"


def test_a_card_counts_the_warnings_that_the_checks_find(page: StartPage, services: Services) -> None:
    session = ProjectSession(services, lambda: NOW)
    made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
    session.open(made.id)
    session.note_progress()
    page.refresh()
    found = sum(each.severity is Severity.WARNING for each in session.snapshot.findings)
    assert found
    assert f"No errors, {found} warnings" in texts(page.cards[made.id])


def test_a_card_is_marked_while_anything_of_an_example_stands_in_it(page: StartPage, services: Services) -> None:
    from_example = services.collaboratives.create("From one")
    services.answering.answer(from_example.id, "problem.statement", "Waits are long.", Origin.EXAMPLE)
    of_their_own = services.collaboratives.create("Of their own")

    def marked() -> dict[str, list[str]]:
        for each in (from_example, of_their_own):
            services.start_cards.work_out(each.id)
        page.refresh()
        return {card.name: [tag.words for tag in card.findChildren(Tag)] for card in page.cards.values()}

    assert marked() == {"From one": ["From an example"], "Of their own": []}
    assert "From an example" in page.cards[from_example.id].accessibleName()
    services.answering.answer(from_example.id, "problem.statement", "Ours are longer.")
    assert marked() == {"From one": [], "Of their own": []}
    assert "From an example" not in page.cards[from_example.id].accessibleName()


def test_rows_of_an_example_mark_a_card_until_none_is_left(services: Services) -> None:
    file = services.files.example(WEST_YORKSHIRE)
    only_rows = replace(
        file, scalars={}, notes={}, states={}, tables={"members.members": file.tables["members.members"]}
    )
    made = services.collaboratives.create_like(only_rows, "Ours", Origin.EXAMPLE)
    assert services.start_cards.work_out(made.id).has_example
    copy = services.collaboratives.duplicate_as(made.id, "A copy")
    assert services.start_cards.work_out(copy.id).has_example, "a copy of it is no truer"
    services.answering.clear_rows(made.id, "members.members")
    assert not services.start_cards.work_out(made.id).has_example, "the name it was given is its own"


def test_facts_that_an_earlier_version_kept_are_still_read() -> None:
    first = '{"steps": [1.0, 0.5], "left": 3, "errors": 1, "what": "6 members"}'
    assert card_facts_from(first) == CardFacts((1.0, 0.5), 3, 1, "6 members", None, None, None, None)
    second = '{"steps": [1.0], "left": 0, "errors": 0, "what": "", "todos": 2, "parked": 1}'
    facts = card_facts_from(second)
    assert facts == CardFacts((1.0,), 0, 0, "", 2, 1, None, None)
    assert facts is not None
    assert not facts.is_whole, "the rest is found out once the services are there"
    whole = CardFacts((1.0,), 0, 0, "", 2, 1, 3, has_example=True)
    assert card_facts_from(card_text(whole)) == whole
    assert whole.is_whole


def test_a_card_whose_facts_an_earlier_version_kept_says_no_untruth_and_soon_all(
    page: StartPage, services: Services, qtbot: QtBot
) -> None:
    session = ProjectSession(services, lambda: NOW)
    made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
    session.open(made.id)
    session.park("collaborative.name")
    session.note_progress()
    page.refresh()
    card = page.cards[made.id]
    card.show_facts(card_facts_from('{"steps": [1, 1, 1, 1, 1], "left": 0, "errors": 0, "what": "6 members"}'))
    assert "No errors" in texts(card)
    assert "left" not in texts(card)
    assert "left" not in card.accessibleName()
    page.own.work_out_facts()
    qtbot.waitUntil(lambda: "1 parked" in texts(card))


def test_a_card_that_was_never_opened_says_how_far_it_is_a_moment_later(
    page: StartPage, services: Services, qtbot: QtBot
) -> None:
    card = made_card(page, services)
    assert texts(card).startswith("Northern Alliance\nChanged ")
    qtbot.waitUntil(lambda: " left" in texts(card))
    assert " left, " in card.accessibleName()
    assert services.collaboratives.facts(services.collaboratives.all()[0]) is not None, "it is kept for the next time"


def test_what_a_card_says_is_worked_out_no_more_once_the_page_is_gone(page: StartPage, services: Services) -> None:
    for number in range(6):
        services.collaboratives.create(f"Alliance {number}")
    page.refresh()
    page.hide()
    assert not any(each.name == "fiveways-work" and each.is_alive() for each in threading.enumerate())


def test_enter_space_and_a_click_anywhere_open_a_card(page: StartPage, services: Services, wishes: list[str]) -> None:
    card = made_card(page, services)
    press(card, Qt.Key.Key_Return)
    press(card, Qt.Key.Key_Space)
    click(card, QPoint(card.width() // 2, card.height() - 5))
    assert wishes == [next(iter(page.cards))] * 3


def test_a_card_is_renamed_in_its_place(page: StartPage, services: Services, wishes: list[str]) -> None:
    card = made_card(page, services)
    press(card, Qt.Key.Key_F2)
    write(QApplication.focusWidget(), "Southern Alliance")
    press_focused(Qt.Key.Key_Return)
    assert names(services) == ["Southern Alliance"]
    assert wishes == [], "the Enter that renames does not open"
    renamed = next(iter(page.cards.values()))
    assert QApplication.focusWidget() is renamed
    press(renamed, Qt.Key.Key_F2)
    press_focused(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is renamed


def test_a_card_is_duplicated_from_its_menu_by_keyboard(page: StartPage, services: Services, qtbot: QtBot) -> None:
    card = made_card(page, services)
    press(card, Qt.Key.Key_Menu)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Open", "Rename", "Duplicate", "Save as an answers file", "Put in the archive", "Put in the bin",
    ]  # fmt: skip
    press(menu, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert sorted(names(services)) == ["Northern Alliance", "Northern Alliance (copy)"]
    copy = next(each for each in page.cards.values() if each.name.endswith("(copy)"))
    assert QApplication.focusWidget() is copy, "the way on is on the copy"


def test_the_bin_gives_back_what_was_put_there(page: StartPage, services: Services) -> None:
    card = made_card(page, services)
    press(card, Qt.Key.Key_Delete)
    assert names(services) == []
    assert "in the bin, where it stays for 30 days" in texts(page)
    press_focused(Qt.Key.Key_Return)
    assert names(services) == ["Northern Alliance"]
    assert QApplication.focusWidget() is next(iter(page.cards.values()))


def test_the_archive_and_the_bin_are_folded_until_asked_for(page: StartPage, services: Services) -> None:
    archived, binned = services.collaboratives.create("Finished"), services.collaboratives.create("Mistake")
    services.collaboratives.archive(archived.id)
    services.collaboratives.bin(binned.id)
    page.refresh()
    QApplication.processEvents()
    assert "Finished" not in texts(page)
    assert page.put_away.fold.text() == "Archive and bin (2)"
    press(page.put_away.fold, Qt.Key.Key_Return)
    assert "In the archive since" in texts(page)
    assert re.search(r"In the bin: \d+ days left, until ", texts(page))
    back = next(each for each in page.findChildren(Button) if each.accessibleName() == "Put back: Mistake")
    press(back, Qt.Key.Key_Return)
    assert names(services) == ["Mistake"]


def binned(page: StartPage, services: Services, *names: str) -> list[PutAwayLine]:
    for name in names:
        services.collaboratives.bin(services.collaboratives.create(name).id)
    page.refresh()
    press(page.put_away.fold, Qt.Key.Key_Return)
    QApplication.processEvents()
    return page.put_away.lines


def test_removing_for_good_takes_a_second_press_that_says_what_is_lost(page: StartPage, services: Services) -> None:
    line = binned(page, services, "Mistake")[0]
    line.remove.setFocus()
    press_focused(Qt.Key.Key_Return)
    assert "Remove “Mistake” for good, with every answer and its history?" in texts(page)
    assert QApplication.focusWidget() is line.keep, "a second Enter does no harm"
    press_focused(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is line.remove
    assert "Nothing can bring it back" not in texts(page)
    press_focused(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert [each.name for each in services.collaboratives.binned()] == ["Mistake"]
    press(line.remove, Qt.Key.Key_Return)
    press(line.sure, Qt.Key.Key_Return)
    assert services.collaboratives.binned() == ()
    assert not page.put_away.isVisible()
    assert QApplication.focusWidget() is page.new_button


def test_after_removing_one_the_focus_is_on_the_next_in_the_bin(page: StartPage, services: Services) -> None:
    lines = binned(page, services, "One", "Two")
    press(lines[0].remove, Qt.Key.Key_Return)
    press(lines[0].sure, Qt.Key.Key_Return)
    (left,) = page.put_away.lines
    assert QApplication.focusWidget() is left.back
    assert len(services.collaboratives.binned()) == 1


def test_the_archive_offers_no_removal(page: StartPage, services: Services) -> None:
    services.collaboratives.archive(services.collaboratives.create("Finished").id)
    page.refresh()
    press(page.put_away.fold, Qt.Key.Key_Return)
    (line,) = page.put_away.lines
    assert line.back.isVisible()
    assert not line.remove.isVisible()


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (0, "In the bin: 30 days left, until 5 September 2026"),
        (29, "In the bin: 1 day left, until 7 August 2026"),
        (30, "In the bin: today is its last day"),
        (45, "In the bin: today is its last day"),
    ],
)
def test_the_bin_says_how_many_days_are_left(tmp_path: Path, days_ago: int, words: str) -> None:
    then = NOW - timedelta(days=days_ago)
    with Workspace.open(tmp_path / "w.sqlite3", backups=tmp_path / "b", clock=lambda: then, author="Ada") as workspace:
        collaboratives = Collaboratives(workspace, random_id)
        collaboratives.bin(collaboratives.create("Old").id)
        (entry,) = put_away_entries(StartFacts(collaboratives.every_one()), TODAY)
    assert (entry.where, entry.is_in_bin) == (words, True)


def begin_from(page: StartPage, key: str) -> NameForm:
    press(page.new_button, Qt.Key.Key_Return)
    assert page.beginning is not None
    page.beginning.chooser.chosen.emit(key)
    assert page.form is not None
    return page.form


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


def many(page: StartPage, services: Services, count: int) -> None:
    for number in range(count):
        services.collaboratives.create(f"Alliance {number:03}")
    page.refresh()
    QApplication.processEvents()


def test_up_to_eight_need_no_line_that_finds_them(page: StartPage, services: Services) -> None:
    many(page, services, 8)
    assert not page.own.finding.filter.isVisible()
    assert not page.own.more.isVisible()
    services.collaboratives.create("One more")
    page.refresh()
    assert page.own.finding.filter.isVisible()


def test_of_many_only_the_first_are_made_until_the_rest_are_asked_for(
    page: StartPage, services: Services, qtbot: QtBot
) -> None:
    many(page, services, 40)
    assert len(page.cards) == AT_ONCE
    assert page.own.more.text() == "Show all 40"
    page.own.more.setFocus()
    press_focused(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is list(page.cards.values())[AT_ONCE], "it goes on with the first new one"
    qtbot.waitUntil(lambda: len(page.cards) == 40)
    assert not page.own.more.isVisible()


def test_typing_finds_by_name_among_all_and_enter_goes_to_the_first(page: StartPage, services: Services) -> None:
    many(page, services, 40)
    page.own.finding.filter.setFocus()
    write(page.own.finding.filter, "003 all")
    assert [card.name for card in page.cards.values()] == ["Alliance 003"]
    press_focused(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is next(iter(page.cards.values()))
    page.own.finding.filter.setFocus()
    write(page.own.finding.filter, "<b>")
    assert page.cards == {}
    assert "No collaborative has these words in its name." in texts(page)
    press_focused(Qt.Key.Key_Escape)
    assert len(page.cards) == AT_ONCE


def test_cards_stand_latest_first_or_by_name(page: StartPage, services: Services) -> None:
    many(page, services, 9)
    assert next(iter(page.cards.values())).name == "Alliance 008"
    page.own.finding.order.setCurrentIndex(1)
    assert next(iter(page.cards.values())).name == "Alliance 000"


def test_coming_back_from_one_far_down_finds_its_card(page: StartPage, services: Services) -> None:
    many(page, services, 30)
    oldest = services.collaboratives.all()[-1]
    page.refresh(oldest.id)
    assert QApplication.focusWidget() is page.cards[oldest.id]


def test_every_act_can_be_reached_with_tab(page: StartPage, services: Services) -> None:
    made_card(page, services)
    reached = set()
    for _ in range(20):
        press_focused(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.add(focused.accessibleName() if focused is not None else "")
    for name in ("New collaborative", "Open a file", "Text and colours", "More for Northern Alliance"):
        assert name in reached
    assert sum(name.startswith("Look inside") for name in reached) == 3


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert free_name("North", []) == "North"
    assert free_name("North", ["NORTH", "North (2)"]) == "North (3)"
    assert len(free_name("x" * 120, ["x" * 120])) <= 120


def test_the_page_can_be_heard_and_walked_with_everything_on_it_open(
    page: StartPage, services: Services, qtbot: QtBot
) -> None:
    many(page, services, 14)
    (line,) = binned(page, services, "Mistake")
    page.ask_for_name()
    qtbot.waitUntil(lambda: backwards(page) == [])  # as soon as everything has its place
    assert faults(things(page)) == []
    assert list(out_of_reach(page)) == []
    press(line.remove, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: misfits(page) == [])
    assert faults(things(page)) == []
    assert list(out_of_reach(page)) == []
