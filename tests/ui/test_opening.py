"""Opening the app: the window over a workspace, or one window that says why it cannot be had."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import WorkspaceNewerError
from app.services.services import Services
from app.ui.opening import open_window
from app.ui.parts.notice import Notice
from app.ui.window import MainWindow
from tests.ui.conftest import ICONS
from tests.ui.desk import NOW
from tests.ui.fitting import misfits
from tests.ui.windows import open_services, texts

REASON = "The workspace was last used with a later version of Fiveways. Install that version to open it."


def closing(kind: type[QWidget], said: list[str]) -> None:
    """As soon as the app runs: read what its window says, and close it as the user would."""

    def close() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, kind) and window.isVisible():
                said.append(texts(window))
                said.extend(misfits(window))
                window.close()

    QTimer.singleShot(50, close)


def test_the_window_opens_over_the_workspace_and_keeps_its_shape(qapp: QApplication, tmp_path: Path) -> None:
    said: list[str] = []
    closing(MainWindow, said)
    assert open_window(lambda: open_services(tmp_path), ICONS, lambda: NOW) == 0
    assert "Start from a real arrangement" in said[0]
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
