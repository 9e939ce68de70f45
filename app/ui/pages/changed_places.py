"""Finds in another thread where the answer to a question shows in the documents, as links for its card."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.services.drafting import Drafting, Place
from app.services.snapshots import Snapshot
from app.ui.parts.chips import Link
from app.ui.work.background import LatestWork, Report


class ChangedPlaces(QObject):
    """``found`` carries a question, the snapshot it was looked up in, and its links: see ``place_of``."""

    found = Signal(str, object, object)

    def __init__(self, drafting: Drafting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._work = LatestWork(self)
        self._work.succeeded.connect(self._on_found)

    def look(self, question: str, snapshot: Snapshot) -> None:
        """Look for the places of one question; a question before it that was not found yet is let go."""
        self._work.begin(_looking(self._drafting, question, snapshot))

    def stop(self) -> None:
        """Stop for good, because the screen is about to go."""
        self._work.stop()

    def _on_found(self, found: object) -> None:
        if isinstance(found, tuple):
            question, snapshot, places = found
            self.found.emit(question, snapshot, links_to(places))


def links_to(places: tuple[Place, ...]) -> tuple[Link, ...]:
    """One link for each place: first one in each document, then all the others."""
    firsts = list({place.document: place for place in reversed(places)}.values())[::-1]
    ordered = (*firsts, *(place for place in places if place not in firsts))
    return tuple(Link(f"{place.title} {place.number}".strip(), f"{place.document} {place.anchor}") for place in ordered)


def place_of(key: str) -> tuple[str, str]:
    """The document, or copy of one, and the anchor that a link leads to."""
    document, _, anchor = key.partition(" ")
    return document, anchor


def _looking(
    drafting: Drafting, question: str, snapshot: Snapshot
) -> Callable[[Report, Callable[[], bool]], tuple[str, Snapshot, tuple[Place, ...]]]:
    return lambda _report, _is_cancelled: (question, snapshot, drafting.places(snapshot, question))
