"""The history of one question beside it: what it was and what it became, and answers to use again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.values import Organisation
from app.services.services import build_services
from app.storage.workspace import Workspace
from app.ui.panel.history_tab import HistoryTab
from app.ui.parts.buttons import Button
from app.ui.places import AtPast, UserPlace
from app.ui.session import ProjectSession
from tests.empty_workspace import lay_empty_workspace
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.hands import click, press
from tests.ui.windows import settle, texts

SHORT = "collaborative.short-name"
MEMBERS = "members.members"
BEGUN = datetime(2026, 8, 3, 12, tzinfo=UTC)
AGAIN, THEN = "Use this answer again", "As it was then"


class Clock:
    """A clock that goes on by a minute each time it is looked at."""

    def __init__(self) -> None:
        self.moment = BEGUN

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    folder = tmp_path_factory.mktemp("history")
    file, clock = lay_empty_workspace(folder / "workspace.sqlite3"), Clock()
    with Workspace.open(file, backups=folder / "backups", clock=clock, author="Ada Khan") as workspace:
        session = ProjectSession(build_services(shipped_content(), workspace, BEGUN.date), clock)
        yield session
        session.close()


@pytest.fixture
def session(shared: ProjectSession) -> ProjectSession:
    """The session with a collaborative of its own for each test."""
    assert shared.open(shared.services.collaboratives.create("Northern").id)
    return shared


@pytest.fixture
def tab(session: ProjectSession, stage: Stage) -> Iterator[HistoryTab]:
    made = HistoryTab(session)
    session.state_changed.connect(made.show_snapshot)
    made.show_snapshot(session.snapshot)
    stage.show(made, 392, 640)
    yield made
    session.state_changed.disconnect(made.show_snapshot)


def buttons(tab: HistoryTab, words: str) -> list[Button]:
    found = [each for each in tab.findChildren(Button) if each.isVisible() and each.text() == words]
    return sorted(found, key=lambda each: each.mapTo(tab, each.rect().topLeft()).y())


def test_without_a_question_it_says_how_to_get_one(tab: HistoryTab) -> None:
    assert "Choose a question" in texts(tab)
    tab.show_question(SHORT)
    settle()
    assert "This question has no history yet." in texts(tab)


def test_every_act_says_from_what_to_what_by_whom_and_when(session: ProjectSession, tab: HistoryTab) -> None:
    session.answer(SHORT, "ONE")
    session.answer(SHORT, "TWO <b>")
    session.note(SHORT, "Ask the <i>chairs</i>")
    tab.show_question(SHORT)
    settle()
    shown = texts(tab).splitlines()
    assert shown[:4] == ["What is its short name?", "Note written", "Note: Ask the <i>chairs</i>", shown[3]]
    assert shown[3].startswith("Ada Khan, 3 August 2026, ")
    assert shown[4] == "ONE → TWO <b>"
    assert shown[6] == "No answer → ONE"


def test_an_answer_is_used_again_and_the_focus_stays(session: ProjectSession, tab: HistoryTab) -> None:
    session.answer(SHORT, "ONE")
    session.answer(SHORT, "TWO")
    tab.show_question(SHORT)
    settle()
    (again,) = buttons(tab, AGAIN)
    press(again, Qt.Key.Key_Return)
    settle()
    assert session.snapshot.answers.value(SHORT) == "ONE"
    assert "This is now the answer again. Undo takes it back." in texts(tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert tab.isAncestorOf(focused)
    assert "TWO → ONE" in texts(tab)
    session.undo()
    settle()
    assert session.snapshot.answers.value(SHORT) == "TWO"
    assert "Ada Khan, by undo, 3 August 2026" in texts(tab)
    assert "This is now the answer again" not in texts(tab)


def test_rows_are_used_again(session: ProjectSession, tab: HistoryTab) -> None:
    session.put_row(MEMBERS, None, {"organisation": Organisation("Leeds NHS Trust")})
    session.clear_rows(MEMBERS)
    tab.show_question(MEMBERS)
    settle()
    assert "Removed Leeds" in texts(tab)
    click(buttons(tab, "Use these rows again")[-1])
    assert len(session.snapshot.answers.rows(MEMBERS)) == 1


def test_every_act_is_a_way_to_how_everything_was(session: ProjectSession, tab: HistoryTab) -> None:
    wishes: list[UserPlace] = []
    tab.place_wished.connect(wishes.append)
    session.answer(SHORT, "ONE")
    tab.show_question(SHORT)
    settle()
    click(buttons(tab, THEN)[0])
    assert wishes == [AtPast(session.services.history.acts(session.snapshot.collaborative)[0].at)]


def test_a_long_history_comes_in_parts(session: ProjectSession, tab: HistoryTab) -> None:
    for number in range(20):
        session.answer(SHORT, f"N{number}")
    tab.show_question(SHORT)
    settle()
    assert len(buttons(tab, THEN)) == 15
    press(buttons(tab, "Show more")[0], Qt.Key.Key_Return)
    settle()
    assert len(buttons(tab, THEN)) == 20
    assert not buttons(tab, "Show more")


def test_what_is_not_seen_is_not_read(session: ProjectSession, tab: HistoryTab) -> None:
    tab.hide()
    session.answer(SHORT, "ONE")
    tab.show_question(SHORT)
    settle()
    tab.show()
    settle()
    assert "No answer → ONE" in texts(tab)
