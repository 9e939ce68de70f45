"""Everything as it was: what differs, every answer, the documents of then, and bringing it all back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.answers import Origin
from app.domain.wording import moment_in_words
from app.services.services import build_services
from app.storage.workspace import Workspace
from app.ui.pages.history.past_band import past_in_words
from app.ui.pages.history.past_page import PastPage
from app.ui.parts.buttons import Button
from app.ui.parts.card import Card
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.places import AtHistory, AtPast, AtSection, UserPlace, place_from_text, place_to_text
from app.ui.session import ProjectSession
from tests.empty_workspace import lay_empty_workspace
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.hands import click, press
from tests.ui.windows import WEST_YORKSHIRE, settle, texts

SHORT = "collaborative.short-name"
MEMBERS = "members.members"
BEGUN = datetime(2026, 8, 3, 12, tzinfo=UTC)
TODAY = date(2026, 8, 20)


class Clock:
    """A clock that goes on by a minute each time it is looked at."""

    def __init__(self) -> None:
        self.moment = BEGUN

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    folder = tmp_path_factory.mktemp("past")
    file, clock = lay_empty_workspace(folder / "workspace.sqlite3"), Clock()
    with Workspace.open(file, backups=folder / "backups", clock=clock, author="Ada Khan") as workspace:
        services = build_services(shipped_content(), workspace, lambda: TODAY)
        made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
        session = ProjectSession(services, clock)
        assert session.open(made.id)
        yield session
        session.close()


@pytest.fixture
def then(shared: ProjectSession) -> datetime:
    """A moment after which a short name, a member and a date have changed."""
    moment = shared.now()
    shared.answer(SHORT, f"AT {moment:%H:%M}")
    (row, *_) = shared.snapshot.answers.rows(MEMBERS)
    shared.put_row(MEMBERS, row.id, {**row.cells, "turnover": Decimal(moment.hour * 100 + moment.minute)})
    return moment


@pytest.fixture
def page(shared: ProjectSession, then: datetime, stage: Stage, qtbot: QtBot) -> Iterator[PastPage]:
    made = PastPage(shared)
    shared.state_changed.connect(made.show_snapshot)
    stage.show(made, 900, 640)
    made.show_moment(then)
    qtbot.waitUntil(lambda: made.past is not None)
    settle()
    yield made
    shared.state_changed.disconnect(made.show_snapshot)
    made.stop()


@pytest.fixture
def wishes(page: PastPage) -> list[UserPlace]:
    found: list[UserPlace] = []
    page.place_wished.connect(found.append)
    return found


def shown_name(page: PastPage) -> str:
    return "" if page.past is None else page.past.snapshot.name


def test_the_band_says_which_moment_it_is_and_leads_back(
    page: PastPage, then: datetime, wishes: list[UserPlace]
) -> None:
    assert f"As it was on {moment_in_words(then)}. Read only." in texts(page)
    assert (page.band.back.text(), page.band.bring.text()) == ("Back to now", "Restore all 2 questions as they were")
    press(page.band.back, Qt.Key.Key_Return)
    assert wishes == [AtHistory()]


def test_the_page_begins_at_its_top_and_what_undoes_work_stands_apart(page: PastPage) -> None:
    columns = [each for each in page.findChildren(ScrollColumn) if each.isVisible()]
    assert [each.verticalScrollBar().value() for each in columns] == [0]
    back, bring = page.band.back, page.band.bring
    assert bring.x() - back.geometry().right() >= 24
    press(bring, Qt.Key.Key_Return)
    settle()
    assert not back.isVisible()
    assert page.band.yes.isVisible()


def test_the_band_is_as_wide_as_what_stands_below_it(page: PastPage) -> None:
    for width in (900, 1500):
        page.resize(width, 640)
        settle()
        cards = [each for each in page.differences.findChildren(Card) if each.isVisible()]
        assert max(_right(each, page) for each in cards) == _right(page.band, page)


def _right(part: QWidget, page: PastPage) -> int:
    return part.mapTo(page, part.rect().topRight()).x()


def test_what_differs_stands_first_from_then_to_now(
    page: PastPage, shared: ProjectSession, then: datetime, wishes: list[UserPlace]
) -> None:
    assert page.past is not None
    shown = texts(page)
    assert "2 questions are different now." in shown
    then_and_now = ["Then", page.past.snapshot.answers.text(SHORT), "Now", shared.snapshot.answers.text(SHORT)]
    lines = shown.splitlines()
    first = lines.index("Then")
    assert lines[first : first + 4] == [each or "No answer" for each in then_and_now]
    assert "urnover" in shown
    there = next(each for each in page.findChildren(Button) if each.accessibleName().endswith("its short name?"))
    click(there)
    assert wishes == [AtSection("the-collaborative", SHORT)]


def test_every_answer_of_then_is_there_and_none_can_be_edited(page: PastPage) -> None:
    assert page.past is not None
    page.views.setCurrentIndex(1)
    settle()
    part = next(each for each in page.answers.findChildren(FoldedPart) if each.isVisible())
    part.header.click()
    settle()
    shown = texts(page.answers)
    assert "questions were answered." in shown
    assert page.past.snapshot.answers.text(SHORT) in shown.splitlines()
    assert not [each for each in page.findChildren(QLineEdit) if not each.isReadOnly()]
    assert not page.findChildren(QPlainTextEdit)


def test_the_documents_read_as_they_did_then(page: PastPage, then: datetime, qtbot: QtBot) -> None:
    page.views.setCurrentIndex(2)
    reading = page.documents.reading
    qtbot.waitUntil(lambda: reading.shown is not None and reading.is_composed, timeout=10_000)
    assert page.past is not None
    short = page.past.snapshot.answers.text(SHORT)
    text = page.documents.reading.toPlainText()
    assert short is not None
    assert short in text
    assert "3 August 2026" in text, "the day of then, not of now"


def test_everything_is_brought_back_only_after_a_second_word(
    page: PastPage, shared: ProjectSession, wishes: list[UserPlace], qtbot: QtBot
) -> None:
    assert page.past is not None
    now, before = shared.snapshot.answers.text(SHORT), page.past.snapshot.answers.text(SHORT)
    press(page.band.bring, Qt.Key.Key_Return)
    settle()
    assert "This gives 2 questions what they held then" in texts(page)
    assert page.band.no.hasFocus(), "Enter alone does nothing"
    press(page.band.no, Qt.Key.Key_Return)
    assert shared.snapshot.answers.text(SHORT) == now
    press(page.band.bring, Qt.Key.Key_Return)
    press(page.band.yes, Qt.Key.Key_Return)
    assert shared.snapshot.answers.text(SHORT) == before
    assert wishes == [AtHistory()]
    qtbot.waitUntil(lambda: page.past is not None and not page.past.differences)
    settle()
    assert "Every answer is the same now as it was then." in texts(page)
    assert not page.band.bring.isVisible(), "there is nothing to restore"
    shared.undo()
    assert shared.snapshot.answers.text(SHORT) == now


def test_a_moment_that_is_the_end_of_a_day_is_said_so(then: datetime) -> None:
    end = datetime(2026, 8, 3, 23, 59, 59, 999_999).astimezone()
    assert past_in_words(end) == "at the end of 3 August 2026"
    assert past_in_words(then) == f"on {moment_in_words(then)}"


def test_nobody_comes_back_to_the_past_another_day(then: datetime) -> None:
    assert place_from_text(place_to_text(AtPast(then))) == AtHistory()


def test_another_collaborative_never_shows_the_past_of_the_one_before(
    page: PastPage, shared: ProjectSession, then: datetime, qtbot: QtBot
) -> None:
    first = shared.snapshot.collaborative
    page.views.setCurrentIndex(1)
    settle()
    short = page.past.snapshot.answers.text(SHORT) if page.past is not None else None
    assert shared.open(shared.services.collaboratives.create("Another one").id)
    page.show_moment(then)
    assert not shown_name(page), "until it is found, nothing"
    qtbot.waitUntil(lambda: shown_name(page) == "Another one")
    settle()
    assert short not in texts(page).splitlines()
    assert shared.open(first)
