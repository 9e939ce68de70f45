"""The panel beside a large example, where the strip above the preview tells what an act has changed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.navigation.side_panel import PREVIEW, SidePanel
from app.ui.session import ProjectSession
from tests.ui.conftest import put_on_plain_theme
from tests.ui.desk import MEMORANDUM, borrowed, open_session

EXAMPLE = "south-london-mental-health"
SHORT_NAME = "collaborative.short-name"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    """The session over the example, once for the tests of a file."""
    with open_session(tmp_path_factory.mktemp("desk"), EXAMPLE) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(desk: ProjectSession, qapp: QApplication) -> Iterator[SidePanel]:
    """One panel for the tests of a file, because a document that is shown already need not be composed again."""
    put_on_plain_theme(qapp)
    made = SidePanel(desk)
    desk.state_changed.connect(made.show_snapshot)
    made.resize(392, 712)
    made.show()
    yield made
    made.stop()
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def session(desk: ProjectSession, shared: SidePanel, qtbot: QtBot) -> Iterator[ProjectSession]:
    """The session for one test, which finds the memorandum in the preview and no change told of."""
    shared.show_snapshot(desk.snapshot)
    shared.preview.forget_changes()
    shared.tabs.setCurrentIndex(PREVIEW)
    shared.show_question("")
    shared.show_question(SHORT_NAME)
    shared.preview.chooser.chosen.emit(MEMORANDUM)
    qtbot.waitUntil(lambda: shared.preview.document is not None and shared.preview.document.id == MEMORANDUM)
    with borrowed(desk) as lent:
        yield lent
