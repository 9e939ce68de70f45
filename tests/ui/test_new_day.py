"""A window that stays open overnight: the next day counts everywhere, without an act of the user."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget

from app.domain.questions import Column
from app.domain.values import Kind
from app.services.services import build_services
from app.services.snapshots import Snapshot
from app.storage.workspace import Workspace
from app.ui.fields.calendar import date_field
from app.ui.fields.settings import FieldSettings
from app.ui.pages.left_page import LeftPage
from app.ui.pages.section_page import SectionPage
from app.ui.parts.tag import Tag
from app.ui.session import ProjectSession
from tests.empty_workspace import lay_empty_workspace
from tests.shipped import shipped_content
from tests.ui.conftest import Stage
from tests.ui.hands import press
from tests.ui.windows import settle, texts

QUORUM = "decisions.quorum-rule"
#: So rarely that a look never comes by itself.
_AN_HOUR = 3_600_000


@dataclass
class Clock:
    """Stands still until a test moves it on."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 8, 6, 17, 30, tzinfo=UTC))

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[ProjectSession]:
    """An empty collaborative with one to-do that is due today."""
    file = lay_empty_workspace(tmp_path / "workspace.sqlite3")
    with Workspace.open(file, backups=tmp_path / "backups", clock=clock.now, author="Ada") as workspace:
        services = build_services(shipped_content(), workspace, clock.today)
        made = ProjectSession(services, clock.now, look_every=_AN_HOUR)
        assert made.open(services.collaboratives.create("An empty one").id)
        assert made.add_todo("Ask both chairs", "Ada", clock.today(), QUORUM)
        yield made
        made.close()


def late(page: LeftPage | SectionPage) -> list[str]:
    settle()
    return [tag.words for tag in page.findChildren(Tag) if tag.isVisible() and tag.words == "Overdue"]


def test_a_to_do_is_overdue_the_next_morning(session: ProjectSession, clock: Clock, stage: Stage) -> None:
    left = LeftPage(session, FieldSettings(session.today))
    session.state_changed.connect(left.show_snapshot)
    left.show_snapshot(session.snapshot)
    stage.show(left, 900, 700)
    assert late(left) == []
    clock.moment += timedelta(days=1)
    session.look_for_changes()
    assert late(left) == ["Overdue"]
    assert "1 to-do (1 overdue)" in texts(left).replace("\u00a0", " ")
    left.stop()


def test_a_to_do_on_a_card_is_overdue_the_next_morning(session: ProjectSession, clock: Clock, stage: Stage) -> None:
    page = SectionPage(session, FieldSettings(session.today))
    session.state_changed.connect(page.show_snapshot)
    stage.show(page, 742, 712)
    page.show_section("decisions", QUORUM)
    assert late(page) == []
    clock.moment += timedelta(days=1)
    session.look_for_changes()
    assert late(page) == ["Overdue"]
    page.stop()


def test_a_calendar_opens_at_the_day_it_is(clock: Clock, stage: Stage) -> None:
    made = date_field(Column("due", Kind.DATE, "By when"), FieldSettings(clock.today))
    stage.show(made, 300, 60)
    clock.moment += timedelta(days=40)
    press(made.line, Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    days = popup.findChild(QCalendarWidget)
    assert isinstance(days, QCalendarWidget)
    assert days.selectedDate() == QDate(2026, 9, 15)
    press(popup, Qt.Key.Key_Escape)


def test_the_next_day_is_taken_in_once_and_told_as_nobodys_change(session: ProjectSession, clock: Clock) -> None:
    taken: list[Snapshot] = []
    told: list[bool] = []
    session.state_changed.connect(taken.append)
    session.changed_elsewhere.connect(lambda: told.append(True))
    saved_at = session.saved_at
    session.look_for_changes()
    assert taken == []
    clock.moment += timedelta(days=1)
    session.look_for_changes()
    session.look_for_changes()
    assert [snapshot.design.today for snapshot in taken] == [date(2026, 8, 7)]
    assert told == []
    assert session.saved_at == saved_at, "nothing was saved"
