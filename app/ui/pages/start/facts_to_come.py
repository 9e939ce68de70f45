"""Works out in the background what the cards of the start page say, where nobody has opened them since they changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import FivewaysError
from app.services.card_facts import CardFacts
from app.ui.session import ProjectSession

if TYPE_CHECKING:
    # What cards say at first was noted; what was not is worked out once the services are there.
    from app.services.start_cards import StartCards
    from app.ui.work.background import IsCancelled, LatestWork, Report


class FactsToCome(QObject):
    """``found`` carries the id of a collaborative and its facts, one after another."""

    found = Signal(str, object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._work: LatestWork | None = None

    def work_out(self, collaboratives: Sequence[str]) -> None:
        """Work out the facts of these in the place of whatever was being worked out."""
        wanted = tuple(collaboratives)
        if wanted and self._session.has_services:
            if self._work is None:
                # Nothing is worked out before the services are there.
                from app.ui.work.background import LatestWork

                self._work = LatestWork(self)
                self._work.progressed.connect(self._on_found)
            cards = self._session.services.start_cards
            self._work.begin(lambda report, is_cancelled: _work_out(cards, wanted, report, is_cancelled))

    def stop(self) -> None:
        """Work out no more, and wait for the one that is being worked out."""
        if self._work is not None:
            self._work.stop()

    def _on_found(self, found: tuple[str, CardFacts]) -> None:
        self.found.emit(*found)


def _work_out(cards: StartCards, wanted: Sequence[str], report: Report, is_cancelled: IsCancelled) -> None:
    for collaborative in wanted:
        if is_cancelled():
            return
        try:
            report((collaborative, cards.work_out(collaborative)))
        except FivewaysError:
            continue  # its card says less, and opening it tells why
