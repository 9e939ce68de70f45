"""Opens the window: what is known at once is shown first, then everything is loaded behind it, or it says why not."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.errors import FivewaysError
from app.services.first_sight import FirstSight
from app.ui.loading import Loading
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.notice import Notice
from app.ui.session import ProjectSession
from app.ui.theme.theme import HAS_STYLE, STYLE, apply_theme
from app.ui.unexpected import UnexpectedErrors
from app.ui.window import MainWindow
from app.ui.wishes import theme_of
from app.ui.work.tidying import Tidying
from app.ui.work.turns import Turns

if TYPE_CHECKING:
    # Loaded behind the first window.
    from app.services.services import Services

#: Seconds for which a thread that drafts may keep the one that draws from going on. Python's own five milliseconds
#: come again at each of the hundreds of calls to Qt that showing a page takes.
_TURN = 0.0001


def open_window(
    open_services: Callable[[], AbstractContextManager[Services]],
    icons: Path,
    clock: Callable[[], datetime],
    first: FirstSight | None = None,
) -> int:
    """Show the app until the user closes it. Gives back 0, or 1 where its content or workspace cannot be had.

    `open_services` is called in another thread once the first window is drawn, which shows what was seen at `first`.
    """
    application = the_application()
    application.setApplicationName("Fiveways")
    application.setApplicationDisplayName("Fiveways")
    seen = first or FirstSight()
    apply_theme(application, theme_of(seen, icons, application))
    unexpected = UnexpectedErrors()
    restore = unexpected.install()
    # Nearly all that is made until the window is there stays: to look through it for what does not is time lost.
    was_collecting, turn = gc.isenabled(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(_TURN)
    try:
        with ExitStack() as opened:
            return _Run(application, lambda: opened.enter_context(open_services()), icons, clock, seen).begin()
    finally:
        restore()
        sys.setswitchinterval(turn)
        if was_collecting:
            gc.enable()


def the_application() -> QApplication:
    """The application of this program, made where it is not there yet."""
    application = QApplication.instance()
    if application is None:
        # Named here, the style is set without Python making its acquaintance with all that a style can draw.
        application = QApplication([*sys.argv[:1], "-style", STYLE])
        application.setProperty(HAS_STYLE, True)
    assert isinstance(application, QApplication)
    return application


class _Run:
    """One run of the app."""

    def __init__(
        self,
        application: QApplication,
        load: Callable[[], Services],
        icons: Path,
        clock: Callable[[], datetime],
        first: FirstSight,
    ) -> None:
        self._application, self._icons, self._first = application, icons, first
        self._session = ProjectSession(None, clock)
        self._window = MainWindow(self._session, icons, first)
        self._tidying = Tidying()
        self._turns = Turns(application)
        self._notice: Notice | None = None
        self._failure: Exception | None = None
        self._loading = Loading(load, self._window)
        self._loading.loaded.connect(self._on_loaded)
        self._loading.refused.connect(self._on_refused)
        self._loading.furnished.connect(self._on_furnished)

    def begin(self) -> int:
        self._window.open_first(self._first)
        self._window.show()
        self._loading.begin()
        try:
            self._application.exec()
        finally:
            self._turns.end()
            self._loading.stop()
            if self._window.is_furnished:
                self._tidying.end()
        if self._failure is not None:
            raise self._failure
        return 0 if self._notice is None else 1

    def _on_loaded(self, services: Services) -> None:
        theme = theme_of(services.preferences, self._icons, self._application)
        if theme != theme_of(self._first, self._icons, self._application):
            apply_theme(self._application, theme)
        services.drafting.pace.follow(self._turns.stand_back)
        self._session.take_services(services)
        with suppress(FivewaysError):
            # What has been in the bin for 30 days goes for good; nobody is kept from their work if that fails.
            services.collaboratives.empty_bin()

    def _on_furnished(self) -> None:
        self._tidying.begin()
        self._window.tour.offer()
        self._session.soon.begin()
        if self._window.is_leaving:
            self._window.close()
            self._application.quit()

    def _on_refused(self, error: Exception) -> None:
        """Say why the app cannot open, in the place of its window; what nobody thought of ends the program."""
        if isinstance(error, FivewaysError):
            self._notice = refusal(str(error))
            self._notice.show()
        else:
            self._failure = error
        self._window.hide()
        if self._notice is None:
            self._application.quit()


def refusal(sentence: str) -> Notice:
    """A window that says why the app cannot open its content or workspace, and what to do."""
    close = Button("Close", ButtonLook.PRIMARY)
    notice = Notice("Fiveways cannot open", sentence, (close,))
    close.clicked.connect(notice.close)
    return notice
