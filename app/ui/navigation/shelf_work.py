"""Keeps the shelves that the search looks on, made in another thread for the answers in sight."""

from collections.abc import Callable
from time import sleep

from PySide6.QtCore import QObject, Signal

from app.services.searching import Searching, Shelves
from app.services.snapshots import Snapshot
from app.ui.work.background import LatestWork, Report

#: Seconds for which the screen has Python to itself, every few milliseconds: both cannot run at once.
_REST = 0.001


class ShelfWork(QObject):
    """``grown`` comes whenever there is more to look on, or something newer; ``failed`` says why there is not."""

    grown = Signal()
    failed = Signal(str)

    def __init__(self, searching: Searching, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._searching = searching
        self._snapshot: Snapshot | None = None
        self._is_whole = False
        self._shelves: Shelves = ()
        self._work = LatestWork(self)
        self._work.progressed.connect(self._on_grown)
        self._work.succeeded.connect(self._on_whole)
        self._work.failed.connect(self.failed)

    @property
    def shelves(self) -> Shelves:
        """What there is to look on so far; a little behind the answers while newer shelves are made."""
        return self._shelves

    @property
    def is_whole(self) -> bool:
        """Whether everything of the wanted snapshot is there."""
        return self._is_whole

    def want(self, snapshot: Snapshot) -> None:
        """Make the shelves of a snapshot, unless they are there or on their way."""
        if snapshot is self._snapshot:
            return
        if self._snapshot is None or snapshot.collaborative != self._snapshot.collaborative:
            self._shelves = ()
        self._snapshot, self._is_whole = snapshot, False
        self._work.begin(_making(self._searching, snapshot))

    def forget(self) -> None:
        """No collaborative is open: let go of everything."""
        self._snapshot, self._shelves, self._is_whole = None, (), False
        self._work.drop()

    def stop(self) -> None:
        """Stop for good, because the window is closing."""
        self._work.stop()

    def _on_grown(self, made: object) -> None:
        snapshot, shelves = made if isinstance(made, tuple) else (None, ())
        if snapshot is self._snapshot and snapshot is not None:
            self._shelves = shelves
            self.grown.emit()

    def _on_whole(self, snapshot: object) -> None:
        if snapshot is self._snapshot:
            self._is_whole = True
            self.grown.emit()


def _making(searching: Searching, snapshot: Snapshot) -> Callable[[Report, Callable[[], bool]], Snapshot]:
    def work(report: Report, is_cancelled: Callable[[], bool]) -> Snapshot:
        for shelves in searching.shelves(snapshot, is_cancelled, lambda: sleep(_REST)):
            report((snapshot, shelves))
        return snapshot

    return work
