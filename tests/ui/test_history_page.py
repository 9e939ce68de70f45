"""The history page: acts by day, found again by step, section, person and words, and days to look back to."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.wording import moment_in_words
from app.services.services import build_services
from app.storage.workspace import Workspace
from app.ui.pages.history_page import HistoryPage
from app.ui.parts.buttons import Button
from app.ui.parts.text import TextLook
from app.ui.places import AtPast, AtSection, UserPlace
from app.ui.session import ProjectSession
from app.ui.theme.theme import Theme, apply_theme
from tests.empty_workspace import lay_empty_workspace
from tests.shipped import shipped_content
from tests.ui.conftest import ICONS, Stage
from tests.ui.fitting import misfits
from tests.ui.hands import click, press, write
from tests.ui.windows import settle, texts

SHORT = "collaborative.short-name"
QUORUM = "decisions.quorum-number"
BEGUN = datetime(2026, 8, 3, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.moment = BEGUN

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    file, backups = lay_empty_workspace(tmp_path / "workspace.sqlite3"), tmp_path / "backups"
    with Workspace.open(file, backups=backups, clock=clock, author="Ada Khan") as opened:
        yield opened


@pytest.fixture
def session(workspace: Workspace, clock: Clock) -> Iterator[ProjectSession]:
    services = build_services(shipped_content(), workspace, BEGUN.date)
    session = ProjectSession(services, lambda: clock.moment)
    assert session.open(services.collaboratives.create("Northern").id)
    yield session
    session.close()


@pytest.fixture
def page(session: ProjectSession, stage: Stage) -> HistoryPage:
    made = HistoryPage(session)
    session.state_changed.connect(made.show_snapshot)
    made.show_snapshot(session.snapshot)
    stage.show(made, 900, 640)
    settle()
    return made


@pytest.fixture
def wishes(page: HistoryPage) -> list[UserPlace]:
    found: list[UserPlace] = []
    page.place_wished.connect(found.append)
    return found


def links(page: HistoryPage) -> dict[str, Button]:
    """The ways to questions by the words of their acts, from top to bottom."""
    lead = "Go to the question: "
    found = [each for each in page.findChildren(Button) if each.isVisible() and each.accessibleName().startswith(lead)]
    below = sorted(found, key=lambda each: each.mapTo(page, QPoint(0, 0)).y())
    return {each.accessibleName().removeprefix(lead): each for each in below}


def test_acts_stand_below_their_day_and_lead_to_their_question(
    session: ProjectSession, page: HistoryPage, wishes: list[UserPlace], clock: Clock
) -> None:
    session.answer(SHORT, "ONE")
    clock.moment += timedelta(days=1)
    session.answer(SHORT, "TWO")
    clock.moment += timedelta(days=1)
    session.answer(SHORT, "THREE")
    settle()
    shown = texts(page).splitlines()
    days = [line for line in shown if line.endswith("August 2026") and "example" not in line]
    assert days == ["Today, 5 August 2026", "Yesterday, 4 August 2026", "3 August 2026"]
    told = [line for line in shown if line.startswith("Short name: ")]
    assert told == [f"Short name: {words}" for words in ("TWO → THREE", "ONE → TWO", "set to ONE")]
    assert "Collaborative created" in shown
    assert f"Ada Khan, {clock.moment.astimezone():%H:%M}" in shown
    click(links(page)["Short name: TWO → THREE"])
    assert wishes == [AtSection("the-collaborative", SHORT)]


def test_a_new_act_comes_above_those_that_are_shown_and_they_stay(
    session: ProjectSession, page: HistoryPage, clock: Clock
) -> None:
    session.answer(SHORT, "ONE")
    clock.moment += timedelta(days=1)
    session.answer(SHORT, "TWO")
    settle()
    before = links(page)
    session.answer(SHORT, "THREE")
    settle()
    after = links(page)
    assert list(after) == ["Short name: TWO → THREE", *before]
    assert all(after[words] is link for words, link in before.items())


def test_a_long_day_leaves_no_more_acts_on_the_page_than_were_asked_for(
    session: ProjectSession, page: HistoryPage, qtbot: QtBot
) -> None:
    for number in range(45):
        session.answer(SHORT, f"N{number}")
    qtbot.waitUntil(lambda: "Short name: N43 → N44" in links(page) and len(links(page)) == 40)
    assert "Collaborative created" not in texts(page)
    assert page.more_button.isVisible()
    press(page.more_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Collaborative created" in texts(page))
    assert "Short name: set to N0" in links(page)


def test_every_act_is_a_way_to_how_everything_was(
    session: ProjectSession, page: HistoryPage, wishes: list[UserPlace]
) -> None:
    session.answer(SHORT, "ONE")
    act = session.services.history.acts(session.snapshot.collaborative)[0]
    name = f"As it was then, {moment_in_words(act.at)}, after: {act.summary}"
    latest = next(each for each in page.findChildren(Button) if each.accessibleName() == name)
    assert latest.text() == "As it was then"
    press(latest, Qt.Key.Key_Return)
    assert wishes == [AtPast(act.at)]


def test_every_act_is_told_alike_and_only_one_about_a_question_leads_there(
    session: ProjectSession, page: HistoryPage, wishes: list[UserPlace]
) -> None:
    session.add_todo("Book a room", "", None, None)
    session.add_todo("Ask the chairs", "", None, SHORT)
    settle()
    assert {"To-do added: Book a room", "To-do added: Ask the chairs"} <= set(texts(page).splitlines())
    assert "To-do added: Book a room" not in links(page)
    click(links(page)["To-do added: Ask the chairs"])
    assert wishes == [AtSection("the-collaborative", SHORT)]


def test_older_acts_come_when_they_are_asked_for(session: ProjectSession, stage: Stage, qtbot: QtBot) -> None:
    for number in range(50):
        session.answer(SHORT, f"N{number}")
    page = HistoryPage(session)
    page.show_snapshot(session.snapshot)
    stage.show(page, 900, 640)
    settle()
    assert "Collaborative created" not in texts(page)
    assert page.more_button.isVisible()
    press(page.more_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Collaborative created" in texts(page))
    shown = texts(page).splitlines()
    assert shown.count("Short name: N9 → N10") == 1
    assert shown.count("Collaborative created") == 1
    assert not page.more_button.isVisible()


def test_the_history_is_made_shorter_by_step_section_person_and_words(
    session: ProjectSession, page: HistoryPage, workspace: Workspace, qtbot: QtBot
) -> None:
    session.answer(SHORT, "ONE")
    workspace.author = "Jo Hill"
    session.answer("vision.statement", "Care close to home.")
    session.answer("problem.statement", "Waits are long.")
    short, vision, problem = (
        "Short name: set to ONE",
        "Vision: text written",
        "Problem: text written",
    )
    assert not page.filter.section.isVisible()
    page.filter.step.chosen.emit("purpose")
    settle()
    assert page.filter.section.isVisible()
    assert list(links(page)) == [problem, vision]
    page.filter.section.chosen.emit("vision")
    settle()
    assert list(links(page)) == [vision]
    page.filter.clear()
    page.filter.person.open()
    assert [entry.strip() for entry in page.filter.person.menu_entries] == ["Everybody", "Ada Khan", "Jo Hill"]
    page.filter.person.close_list()
    page.filter.person.chosen.emit("0")
    settle()
    assert list(links(page)) == [short, "Collaborative created"]
    page.filter.clear()
    write(page.filter.words, "together")
    qtbot.waitUntil(lambda: list(links(page)) == [problem])
    write(page.filter.words, " <b>%")
    press(page.filter.words, Qt.Key.Key_Return)
    settle()
    assert links(page) == {}
    assert "Nothing in the history matches." in texts(page)


def test_what_chooses_acts_is_captioned_and_of_one_height(
    session: ProjectSession, page: HistoryPage, qapp: QApplication
) -> None:
    captions = {
        each.text()
        for each in page.filter.findChildren(QLabel)
        if each.isVisible() and each.property("look") == TextLook.LABEL
    }
    assert captions == {"Step", "Person", "With the words"}
    for scale in (1.0, 2.0):
        apply_theme(qapp, Theme(ICONS, text_scale=scale))
        settle()
        frame = page.filter.words.parentWidget()
        heights = {each.height() for each in (page.filter.step, page.filter.person, frame) if each is not None}
        assert len(heights) == 1
    assert "for example 6 August 2026" in texts(page.look_back)
    assert misfits(page) == []


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Give a day to look back to"),
        ("4 August 2027", "Give a day that has been"),
        ("1 August 2026", "The collaborative was made on 3 August 2026."),
        ("one day", "Enter a date such as"),
    ],
)
def test_a_day_that_cannot_be_looked_at_is_said_beside_it(
    page: HistoryPage, wishes: list[UserPlace], typed: str, problem: str
) -> None:
    write(page.look_back.field.line, typed)
    click(page.look_back.look)
    settle()
    assert page.look_back.problem.isVisible()
    assert problem in page.look_back.problem.problem
    assert wishes == []


def test_a_day_is_looked_at_as_it_was_at_its_end(
    page: HistoryPage, wishes: list[UserPlace], session: ProjectSession, clock: Clock
) -> None:
    clock.moment += timedelta(days=3)
    session.answer(SHORT, "ONE")
    write(page.look_back.field.line, "4 August 2026")
    press(page.look_back.field.line, Qt.Key.Key_Return)
    (place,) = wishes
    assert isinstance(place, AtPast)
    local = place.moment.astimezone()
    assert (local.day, local.hour, local.minute) == (4, 23, 59)
    assert session.services.history.past(session.snapshot, place.moment).differences
