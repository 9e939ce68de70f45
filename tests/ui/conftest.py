"""The application in its own theme, at 100 % text, for every test of the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.session import ProjectSession
from app.ui.theme.theme import Theme, apply_theme
from app.ui.work.tidying import Tidying
from tests.ui.desk import borrowed, open_session

ICONS = Path(__file__).resolve().parent.parent.parent / "resources" / "icons"
PLAIN = Theme(ICONS)


def put_on_plain_theme(application: QApplication) -> None:
    """Put the light theme on, if another one is: Qt would look at every widget again."""
    if application.property("fiveways_theme") != PLAIN:
        apply_theme(application, PLAIN)


@pytest.fixture(autouse=True)
def _plain_theme(qapp: QApplication) -> Iterator[None]:
    """Every test begins in the light theme; whoever tried another puts it back."""
    put_on_plain_theme(qapp)
    yield
    put_on_plain_theme(qapp)


@pytest.fixture(scope="session", autouse=True)
def tidying(qapp: QApplication) -> Iterator[Tidying]:
    """As in the app, what is no longer used is taken down in the screen's thread only."""
    made = Tidying()
    made.begin()
    yield made
    made.end()


@pytest.fixture(autouse=True)
def _tidied(tidying: Tidying) -> Iterator[None]:
    yield
    tidying.look()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    """A session with the example of West Yorkshire open, for the tests of one file."""
    with open_session(tmp_path_factory.mktemp("desk")) as opened:
        yield opened


@pytest.fixture
def session(desk: ProjectSession) -> Iterator[ProjectSession]:
    """The session of the file for one test, which leaves the answers as they were."""
    with borrowed(desk) as lent:
        yield lent


class Stage:
    """Puts widgets on screen and keeps them until the test is over, as the window of the app would."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._kept: list[QWidget] = []

    def show(self, widget: QWidget, width: int = 640, height: int = 480) -> None:
        """Show a widget as the active window."""
        self._kept.append(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        self._qtbot.waitExposed(widget)
        # The platform without a screen tells of activation later, and would close a list that opens before.
        QApplication.processEvents()

    def close(self) -> None:
        """Take everything down."""
        while self._kept:
            widget = self._kept.pop()
            widget.close()
            widget.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qtbot)
    yield made
    made.close()
