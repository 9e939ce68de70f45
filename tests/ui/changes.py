"""The panel beside a large example, where the strip above the preview tells what an act has changed."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.navigation.side_panel import PREVIEW, SidePanel
from app.ui.session import ProjectSession
from tests.ui.desk import MEMORANDUM, borrowed

EXAMPLE = "south-london-mental-health"
SHORT_NAME = "collaborative.short-name"


@contextmanager
def panel_beside(desk: ProjectSession) -> Iterator[SidePanel]:
    """One panel for the tests of a file, because a document that is shown already need not be composed again."""
    made = SidePanel(desk)
    desk.state_changed.connect(made.show_snapshot)
    made.resize(392, 712)
    made.show()
    yield made
    made.stop()
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def at_memorandum(panel: SidePanel, desk: ProjectSession, qtbot: QtBot) -> Iterator[ProjectSession]:
    """The session for one test, which finds the memorandum in the preview and no change told of."""
    panel.show_snapshot(desk.snapshot)
    panel.preview.forget_changes()
    panel.tabs.setCurrentIndex(PREVIEW)
    panel.show_question("")
    panel.show_question(SHORT_NAME)
    panel.preview.chooser.chosen.emit(MEMORANDUM)
    qtbot.waitUntil(lambda: panel.preview.document is not None and panel.preview.document.id == MEMORANDUM)
    with borrowed(desk) as lent:
        yield lent
