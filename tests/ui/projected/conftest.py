"""A projector view over one example, which each test finds and leaves as it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.projector.projector import Projector
from app.ui.session import ProjectSession
from tests.ui.desk import borrowed, open_session


# Of the folder: the room asks the same collaborative in all of its files, and leaves it as it was.
@pytest.fixture(scope="package")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("room")) as opened:
        yield opened


@pytest.fixture
def session(desk: ProjectSession) -> Iterator[ProjectSession]:
    with borrowed(desk) as lent:
        lent.services.preferences.put("projector.text-percent", "100")
        yield lent


@pytest.fixture
def projector(session: ProjectSession, qtbot: QtBot) -> Iterator[Projector]:
    made = Projector(session)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    yield made
    made.close()
