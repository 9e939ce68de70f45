"""One run of the app in its window, from the first look at the start page until the user closes it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.errors import FivewaysError
from app.services.first_sight import FirstSight
from app.ui.loading import Loading
from app.ui.session import ProjectSession
from app.ui.theme.theme import apply_theme
from app.ui.unexpected import UnexpectedErrors
from app.ui.window import MainWindow
from app.ui.wishes import theme_of
from app.ui.work.turns import Turns

if TYPE_CHECKING:
    # Loaded behind the first window.
    from app.services.services import Services
    from app.ui.parts.notice import Notice
    from app.ui.work.tidying import Tidying


class Run:
    """Shows what is known at once, and loads everything behind that, or says why it cannot."""

    def __init__(
        self,
        application: QApplication,
        load: Callable[[], Services],
        icons: Path,
        clock: Callable[[], datetime],
        first: FirstSight | None,
    ) -> None:
        self._application, self._icons, self._first = application, icons, first or FirstSight()
        apply_theme(application, theme_of(self._first, icons, application))
        self._unexpected = UnexpectedErrors()
        self._session = ProjectSession(None, clock)
        self._window = MainWindow(self._session, icons, self._first)
        self._tidying: Tidying | None = None
        self._turns = Turns(application)
        self._notice: Notice | None = None
        self._failure: Exception | None = None
        self._loading = Loading(load, self._window)
        self._loading.loaded.connect(self._on_loaded)
        self._loading.refused.connect(self._on_refused)
        self._loading.furnished.connect(self._on_furnished)

    def begin(self) -> int:
        """Show the window until the user closes it; 0, or 1 where its content or workspace cannot be had.

        Raises what nobody thought of while everything was loaded.
        """
        restore = self._unexpected.install()
        try:
            self._window.open_first(self._first)
            self._window.show()
            self._loading.begin()
            self._application.exec()
        finally:
            restore()
            self._turns.end()
            self._loading.stop()
            if self._tidying is not None:
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
        # From here on more is taken down than made.
        from app.ui.work.memory import keep_less_memory
        from app.ui.work.tidying import Tidying  # as above

        keep_less_memory()
        self._tidying = Tidying()
        self._tidying.begin()
        self._window.tour.offer()
        try:
            self._session.soon.begin()
        finally:
            # Hidden already, it could not be closed by anybody else.
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
    # Needed only where the app cannot open.
    from app.ui.parts.buttons import Button, ButtonLook
    from app.ui.parts.notice import Notice  # as above

    close = Button("Close", ButtonLook.PRIMARY)
    notice = Notice("Fiveways cannot open", sentence, (close,))
    close.clicked.connect(notice.close)
    return notice
