"""Opens the window: the application, its theme, the workspace, and what happens when one of them cannot be had."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.errors import FivewaysError
from app.services.services import Services
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.text import TextLook, text_label
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, SPACE, TRIPLE_SPACE
from app.ui.theme.theme import Theme, apply_theme
from app.ui.unexpected import UnexpectedErrors
from app.ui.window import MainWindow
from app.ui.wishes import theme_of


def open_window(
    open_services: Callable[[], AbstractContextManager[Services]], icons: Path, clock: Callable[[], datetime]
) -> int:
    """Show the app until the user closes it. Gives back 0, or 1 where its content or workspace cannot be had."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Fiveways")
    application.setApplicationDisplayName("Fiveways")
    apply_theme(application, Theme(icons))
    unexpected = UnexpectedErrors()
    restore = unexpected.install()
    try:
        return _run(application, open_services, icons, clock)
    finally:
        restore()


def _run(
    application: QApplication,
    open_services: Callable[[], AbstractContextManager[Services]],
    icons: Path,
    clock: Callable[[], datetime],
) -> int:
    try:
        with open_services() as services:
            apply_theme(application, theme_of(services.preferences, icons, application))
            session = ProjectSession(services, clock)
            window = MainWindow(session, icons)
            window.open_at_start()
            window.show()
            return application.exec()
    except FivewaysError as error:
        refusal = Refusal(str(error))
        refusal.show()
        application.exec()
        return 1


class Refusal(QWidget):
    """Says in one window why the app cannot open its content or workspace, and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle("Fiveways cannot open")
        self.setMinimumWidth(70 * SPACE)
        close = Button("Close", ButtonLook.PRIMARY)
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE)
        layout.setSpacing(DOUBLE_SPACE)
        layout.addWidget(text_label("Fiveways cannot open", TextLook.HEADING))
        layout.addWidget(text_label(sentence))
        layout.addWidget(close)
