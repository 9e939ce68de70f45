"""Opens the window: the application, its theme, the workspace, and what happens when one of them cannot be had."""

import gc
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.errors import FivewaysError
from app.services.services import Services
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.notice import Notice
from app.ui.session import ProjectSession
from app.ui.theme.theme import Theme, apply_theme
from app.ui.unexpected import UnexpectedErrors
from app.ui.window import MainWindow
from app.ui.wishes import theme_of
from app.ui.work.tidying import Tidying

#: Seconds for which a thread that drafts may keep the one that draws from going on. Python's own five milliseconds
#: come again at each of the hundreds of calls to Qt that showing a page takes.
_TURN = 0.0005


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
    # Nearly all that is made until the window is there stays: to look through it for what does not is time lost.
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        return _run(application, open_services, icons, clock)
    finally:
        restore()
        if was_collecting:
            gc.enable()


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
            _empty_bin(services)
            window.tour.offer()
            window.open_where_left()
            window.show()
            sys.setswitchinterval(_TURN)
            tidying = Tidying()
            tidying.begin()
            try:
                return application.exec()
            finally:
                tidying.end()
    except FivewaysError as error:
        notice = refusal(str(error))
        notice.show()
        application.exec()
        return 1


def _empty_bin(services: Services) -> None:
    """Remove for good what has been in the bin for 30 days; nobody is kept from their work if that fails."""
    with suppress(FivewaysError):
        services.collaboratives.empty_bin()


def refusal(sentence: str) -> Notice:
    """A window that says why the app cannot open its content or workspace, and what to do."""
    close = Button("Close", ButtonLook.PRIMARY)
    notice = Notice("Fiveways cannot open", sentence, (close,))
    close.clicked.connect(notice.close)
    return notice
