"""Opening the app: the window over a workspace, or one window that says why it cannot be had."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.answers import Origin
from app.errors import WorkspaceNewerError
from app.services.services import Services
from app.storage.workspace import Workspace
from app.ui.opening import open_window
from app.ui.parts.notice import Notice
from app.ui.places import AtChecks, AtSection, AtStart
from app.ui.where_left import WhereLeft
from app.ui.window import MainWindow
from tests.ui.conftest import ICONS
from tests.ui.desk import NOW
from tests.ui.fitting import misfits
from tests.ui.taken_down import take_down_windows
from tests.ui.windows import WEST_YORKSHIRE, open_services, run_of_the_app, settle, texts

REASON = "The workspace was last used with a later version of Fiveways. Install that version to open it."


@pytest.fixture(autouse=True)
def _taken_down(qapp: QApplication) -> Iterator[None]:
    """Leaves no window behind."""
    yield
    take_down_windows()


def closing(kind: type[QWidget], said: list[str]) -> None:
    """As soon as the app runs with all it has: read what its window says, and close it as the user would."""

    def close() -> None:
        for window in QApplication.topLevelWidgets():
            is_there = not isinstance(window, MainWindow) or window.session.soon.is_ready
            if isinstance(window, kind) and window.isVisible() and is_there:
                look.stop()
                said.append(texts(window))
                said.extend(misfits(window))
                window.close()

    look = QTimer(QApplication.instance())
    look.timeout.connect(close)
    look.start(1)


def test_the_window_opens_over_the_workspace_and_keeps_its_shape(qapp: QApplication, tmp_path: Path) -> None:
    said: list[str] = []
    closing(MainWindow, said)
    assert open_window(lambda: open_services(tmp_path), ICONS, lambda: NOW) == 0
    assert "Start from an example" in said[0]
    with open_services(tmp_path) as services:
        assert services.preferences.get("screen.shape")


def test_a_workspace_that_cannot_be_had_is_told_in_a_window(qapp: QApplication) -> None:
    @contextmanager
    def refuse() -> Iterator[Services]:
        if REASON:
            raise WorkspaceNewerError(REASON)
        yield from ()

    said: list[str] = []
    closing(Notice, said)
    assert open_window(refuse, ICONS, lambda: NOW) == 1
    assert REASON in said[0]
    assert "Fiveways cannot open" in said[0]
    assert len(said) == 1, "nothing is cut off"


def make_example(window: MainWindow) -> str:
    services = window.session.services
    return services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE).id


def question_in_focus(window: MainWindow) -> str:
    focused = QApplication.focusWidget()
    cards = window.pages.sections.complete()
    return next((each for each, card in cards.items() if focused is not None and card.isAncestorOf(focused)), "")


def test_the_app_opens_at_the_question_the_scroll_and_the_shape_that_it_was_left_with(tmp_path: Path) -> None:
    quorum = AtSection("decisions", "decisions.quorum-rule")
    with run_of_the_app(tmp_path) as window:
        assert window.place == AtStart(), "the first time it opens at the start page"
        window.open_collaborative(make_example(window))
        window.resize(780, 560)
        window.go(quorum)
        settle()
        window.pages.sections.scroll_down_to(window.pages.sections.scrolled - 40)
        scrolled, shape = window.pages.sections.scrolled, window.size()
    with run_of_the_app(tmp_path) as window:
        assert window.place == quorum
        assert question_in_focus(window) == "decisions.quorum-rule"
        assert window.pages.sections.scrolled == scrolled > 0
        assert window.size() == shape
        window.go(AtChecks())
    with run_of_the_app(tmp_path) as window:
        assert window.place == AtChecks()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert window.pages.checks.isAncestorOf(focused), "reading starts on the page, as when one goes there"
        made = window.session.snapshot.collaborative
    with open_services(tmp_path) as services:
        services.collaboratives.bin(made)
    with run_of_the_app(tmp_path) as window:
        assert window.place == AtStart(), "what was open is in the bin by now"
        assert window.start_page.messages.strip is None, "there is nothing to complain of"


def test_an_app_that_was_left_at_the_start_page_has_nothing_to_come_back_to(tmp_path: Path) -> None:
    with run_of_the_app(tmp_path) as window:
        made = make_example(window)
        window.open_collaborative(made)
        left = WhereLeft(window.session, window.pages.sections)
        assert left.collaborative == made
        window.go(AtStart())
        assert left.collaborative == ""


def test_what_has_been_in_the_bin_for_30_days_is_gone_when_the_app_opens(qapp: QApplication, tmp_path: Path) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=31)
    backups = tmp_path / "backups"
    with Workspace.open(
        tmp_path / "workspace.sqlite3", backups=backups, clock=lambda: long_ago, author="Ada"
    ) as workspace:
        workspace.put_in_bin(workspace.create("Old").id)
    with open_services(tmp_path) as services:
        services.collaboratives.bin(services.collaboratives.create("New").id)
    closing(MainWindow, [])
    assert open_window(lambda: open_services(tmp_path), ICONS, lambda: NOW) == 0
    with open_services(tmp_path) as services:
        assert [each.name for each in services.collaboratives.binned()] == ["New"]
