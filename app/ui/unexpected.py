"""When something goes wrong that nobody thought of: one window with a plain sentence, and the app goes on."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, SPACE, TRIPLE_SPACE

logger = logging.getLogger(__name__)

SENTENCE = (
    "Something unexpected happened. Your answers are saved and you can go on. If it happens again, copy the "
    "details and send them to whoever looks after Fiveways for you. They hold no answer of yours."
)


class UnexpectedErrors(QObject):
    """Catches every error that nothing else caught, in any thread, and shows it once at a time."""

    caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: ErrorWindow | None = None
        self.caught.connect(self._show)

    def install(self) -> Callable[[], None]:
        """Take over from the interpreter; calling what is given back undoes it."""
        before, before_thread = sys.excepthook, threading.excepthook
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

        def restore() -> None:
            sys.excepthook, threading.excepthook = before, before_thread

        return restore

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error and show it; the user stopping the program is not one."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.error("Unexpected error", exc_info=(kind, error, trace))
        self.caught.emit(details_of(kind, trace))

    @property
    def window(self) -> "ErrorWindow | None":
        """The window that is open now, if any."""
        return self._window

    def _catch_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.catch(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show(self, details: str) -> None:
        if self._window is None or not self._window.isVisible():
            self._window = ErrorWindow(details)
            self._window.show()


class ErrorWindow(QWidget):
    """A sentence, a button that copies the details, and a button that goes on."""

    def __init__(self, details: str) -> None:
        super().__init__()
        self._details = details
        self.setWindowTitle("Something unexpected happened")
        self.setAccessibleName("Something unexpected happened")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setMinimumWidth(60 * SPACE)
        self._said = text_label("", TextLook.SMALL)
        copy = Button("Copy details", ButtonLook.SECONDARY)
        copy.clicked.connect(self._on_copy_wished)
        go_on = Button("Go on", ButtonLook.PRIMARY)
        go_on.clicked.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(go_on)
        row.addWidget(copy)
        row.addWidget(self._said, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE)
        layout.setSpacing(DOUBLE_SPACE)
        layout.addWidget(text_label("Something unexpected happened", TextLook.HEADING))
        layout.addWidget(text_label(SENTENCE))
        layout.addLayout(row)
        go_on.setFocus()

    def _on_copy_wished(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._said.setText("Copied.")


def details_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened, without the error's own words: they may quote an answer."""
    frames = (f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace))
    return "\n".join([f"Fiveways: {kind.__name__}", *frames])
