"""When something goes wrong that nobody thought of: one window with a plain sentence, and the app goes on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    # Loaded behind the first window.
    from app.ui.error_window import ErrorWindow

logger = logging.getLogger(__name__)

#: Milliseconds between looks at what other threads have met with.
_LOOK_EVERY = 100


class UnexpectedErrors(QObject):
    """Catches every error that nothing else caught, in any thread, and shows it once at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: ErrorWindow | None = None
        # An error may come in any thread, and only that of the screen may touch Qt: a signal emitted in another can
        # stop both for good.
        self._caught: deque[str] = deque()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY)
        self._look.timeout.connect(self._show_caught)

    def install(self) -> Callable[[], None]:
        """Take over from the interpreter; calling what is given back undoes it."""
        before, before_thread = sys.excepthook, threading.excepthook
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread
        self._look.start()

        def restore() -> None:
            self._look.stop()
            sys.excepthook, threading.excepthook = before, before_thread

        return restore

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error and have it shown; the user stopping the program is not one."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.error("Unexpected error", exc_info=(kind, error, trace))
        self._caught.append(details_of(kind, trace))

    @property
    def window(self) -> ErrorWindow | None:
        """The window that is open now, if any."""
        return self._window

    def _catch_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.catch(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show_caught(self) -> None:
        while self._caught:
            self._show(self._caught.popleft())

    def _show(self, details: str) -> None:
        if self._window is None or not self._window.isVisible():
            # Loaded behind the first window, so that it is there when something goes wrong.
            from app.ui.error_window import ErrorWindow

            self._window = ErrorWindow(details)
            self._window.show()


def details_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, without the error's own words: they may quote an answer."""
    frames = (f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace))
    return "\n".join([f"Fiveways: {kind.__name__}", *frames])
