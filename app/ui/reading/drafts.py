"""Drafts documents in another thread for whoever shows them, the most urgent first, the latest answers only."""

from collections.abc import Callable, Sequence
from time import sleep

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import FivewaysError
from app.services.drafting import DocumentState, Drafting
from app.services.snapshots import Snapshot
from app.ui.work.background import LatestWork, Report

#: Milliseconds to wait for more answers before drafting again.
_PAUSE = 5
#: Seconds in which the first document comes on screen before the others are drafted: Python runs one thread at a time.
_BREATH = 0.04


class Drafts(QObject):
    """``drafted`` carries the state of each document as it is ready; ``settled`` comes when all wanted ones are.

    A document that cannot be drafted holds back no other; ``failed`` says why.
    """

    drafted = Signal(object)
    settled = Signal()
    failed = Signal(str)

    def __init__(self, drafting: Drafting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._snapshot: Snapshot | None = None
        self._wanted: tuple[str, ...] = ()
        self._states: dict[str, DocumentState] = {}
        self._work = LatestWork(self)
        self._work.progressed.connect(self._on_drafted)
        self._work.failed.connect(self.failed)
        self._work.succeeded.connect(self._on_settled)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._begin)

    @property
    def snapshot(self) -> Snapshot | None:
        """What the documents are drafted from."""
        return self._snapshot

    def state(self, document_id: str) -> DocumentState | None:
        """How a document stands in the present snapshot; None until it has been drafted."""
        return self._states.get(document_id)

    def want(self, snapshot: Snapshot, documents: Sequence[str]) -> None:
        """Draft these from a snapshot, the first one first; what is ready already is not told again."""
        wanted = tuple(dict.fromkeys(documents))
        if snapshot is self._snapshot and (wanted == self._wanted or self._states.keys() >= set(wanted)):
            return
        is_first = self._snapshot is None
        if snapshot is not self._snapshot:
            self._states = {}
        is_waiting = snapshot is not self._snapshot and not is_first
        self._snapshot, self._wanted = snapshot, wanted
        self._pause.start(_PAUSE if is_waiting or self._pause.isActive() else 0)

    def stop(self) -> None:
        """Stop drafting, because the screen is about to go."""
        self._pause.stop()
        self._work.stop()

    def _begin(self) -> None:
        left = [each for each in self._wanted if each not in self._states]
        if self._snapshot is not None and left:
            self._work.begin(_drafting_work(self._drafting, self._snapshot, left))

    def _on_drafted(self, made: object) -> None:
        snapshot, state = made if isinstance(made, tuple) else (None, None)
        if snapshot is self._snapshot and isinstance(state, DocumentState):
            self._states[state.id] = state
            self.drafted.emit(state)

    def _on_settled(self, snapshot: object) -> None:
        if snapshot is self._snapshot and self._states.keys() >= set(self._wanted):
            self.settled.emit()


def _drafting_work(
    drafting: Drafting, snapshot: Snapshot, documents: Sequence[str]
) -> Callable[[Report, Callable[[], bool]], Snapshot]:
    def work(report: Report, is_cancelled: Callable[[], bool]) -> Snapshot:
        problem: FivewaysError | None = None
        for place, document in enumerate(documents):
            if place == 1:
                sleep(_BREATH)
            if is_cancelled():
                return snapshot
            try:
                report((snapshot, drafting.state(snapshot, document)))
            except FivewaysError as error:
                problem = error
        if problem is not None:
            raise problem
        return snapshot

    return work
