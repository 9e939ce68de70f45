"""When something goes wrong that nobody thought of: one window with a plain sentence, and the app goes on."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.notice import Notice

logger = logging.getLogger(__name__)

HEADING = "Something unexpected happened"
SENTENCE = (
    "What was saved before is safe, and you can go on. If it happens again, copy the details and send them to "
    "whoever looks after Fiveways for you. They hold no answer of yours."
)

#: Milliseconds between looks at what other threads have met with.
_LOOK_EVERY = 100


class UnexpectedErrors(QObject):
    """Catches every error that nothing else caught, in any thread, and shows it once at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: ErrorWindow | None = None
        # An error may come in any thread, and only that of the screen may touch Qt: a signal emitted in another can
        # stop both for good.
        self._caught: SimpleQueue[str] = SimpleQueue()
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
        self._caught.put(details_of(kind, trace))

    @property
    def window(self) -> "ErrorWindow | None":
        """The window that is open now, if any."""
        return self._window

    def _catch_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.catch(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show_caught(self) -> None:
        while not self._caught.empty():
            self._show(self._caught.get_nowait())

    def _show(self, details: str) -> None:
        if self._window is None or not self._window.isVisible():
            self._window = ErrorWindow(details)
            self._window.show()


class ErrorWindow(Notice):
    """Goes on at a press, and copies the details for whoever looks after the app."""

    def __init__(self, details: str) -> None:
        go_on = Button("Go on", ButtonLook.PRIMARY)
        copy = Button("Copy details", ButtonLook.SECONDARY)
        super().__init__(HEADING, SENTENCE, (go_on, copy))
        self._details = details
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        go_on.clicked.connect(self.close)
        copy.clicked.connect(self._on_copy_wished)

    def _on_copy_wished(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.said.setText("Copied.")


def details_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, without the error's own words: they may quote an answer."""
    frames = (f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace))
    return "\n".join([f"Fiveways: {kind.__name__}", *frames])
