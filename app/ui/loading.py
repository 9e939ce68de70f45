"""Loads everything behind the first window: the services in another thread, the rest of the window in short turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from app.marks import override
from app.ui.window import MainWindow

if TYPE_CHECKING:
    # Loaded behind the first window.
    from app.services.services import Services
    from app.ui.work.background import Job

#: What the furniture of the window needs, each a little more: loaded in turns, it leaves the window free in between.
_LOADED_FIRST = (
    "app.ui.error_window",
    "app.ui.reading.reading_view",
    "app.ui.panel.preview_tab",
    "app.ui.navigation.side_panel",
    "app.ui.fields.suggestions",
    "app.ui.fields.table.table_field",
    "app.ui.question_card",
    "app.ui.page_stack",
    "app.ui.navigation.finder",
    "app.ui.projector.projector",
)
#: Milliseconds after which loading begins even where nothing was drawn, such as in a window that opens minimised.
_AT_LATEST = 400
#: Milliseconds between the drawing and the loading. What was drawn comes to the screen, and what the user has done
#: meanwhile comes first: from then on two threads share what Python runs one at a time.
_BREATH = 10


class Loading(QObject):
    """``loaded`` carries the services; ``furnished`` comes once the window has all its parts.

    ``refused`` carries the error that came instead of the services or of the parts.
    """

    loaded = Signal(object)
    refused = Signal(object)
    furnished = Signal()

    def __init__(self, load: Callable[[], Services], window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._load = load
        self._job: Job | None = None
        self._has_begun = False
        self._turns: Iterator[None] = iter(())
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._take_turn)

    def begin(self) -> None:
        """Load as soon as the window is drawn."""
        self._window.installEventFilter(self)
        QTimer.singleShot(_AT_LATEST, self, self._start)

    def stop(self) -> None:
        """Go no further, and wait for the thread."""
        self._turn.stop()
        if self._job is not None:
            self._job.wait()
        self._has_begun = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            # Later: the parts of the window are drawn after the window itself.
            QTimer.singleShot(_BREATH, self, self._start)
        return False

    def _start(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            # The first thing that is loaded behind the window.
            from app.ui.work.background import Job

            self._job = Job(lambda _report, _is_cancelled: _outcome(self._load))
            self._job.succeeded.connect(self._on_outcome)
            self._job.start()

    def _on_outcome(self, outcome: Services | Exception) -> None:
        if self._job is not None:
            self._job.wait()
        if isinstance(outcome, Exception):
            self.refused.emit(outcome)
            return
        self.loaded.emit(outcome)
        self._turns = chain(_load_in_turns(), self._window.furnish())
        self._turn.start()

    def _take_turn(self) -> None:
        try:
            next(self._turns)
        except StopIteration:
            self._turn.stop()
            self.furnished.emit()
        except Exception as error:  # told as one of loading is: a window with half of its parts is none
            self._turn.stop()
            self.refused.emit(error)


def _load_in_turns() -> Iterator[None]:
    # In the screen's thread: what is derived from Qt is made where Qt lives.
    for module in _LOADED_FIRST:
        import_module(module)
        yield


def _outcome(load: Callable[[], Services]) -> Services | Exception:
    try:
        return load()
    except Exception as error:  # told in the screen's thread, each in its own way
        return error
