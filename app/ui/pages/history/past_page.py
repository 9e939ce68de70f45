"""Everything as it was at a moment: what differs from now, the answers by section, and the documents. Read only."""

from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.marks import override
from app.services.past import Past
from app.services.snapshots import Snapshot
from app.ui.announcing import say
from app.ui.pages.history.past_answers import PastAnswers
from app.ui.pages.history.past_band import PastBand
from app.ui.pages.history.past_differences import PastDifferences
from app.ui.pages.history.past_documents import PastDocuments
from app.ui.pages.page import Page
from app.ui.parts.scroll_column import WIDEST, column_edges
from app.ui.parts.tabs import Tabs, TabsLook
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtHistory
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, SPACE
from app.ui.work.background import LatestWork

_DIFFERENCES, _ANSWERS, _DOCUMENTS, _MESSAGE = range(4)
_LOOKING = "Looking up how everything was …"


class PastPage(Page):
    """Looks the moment up in another thread. Nothing here changes an answer, save bringing everything back."""

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._moment: datetime | None = None
        self._asked: tuple[datetime, Snapshot] | None = None
        self.past: Past | None = None
        self._work = LatestWork(self)
        self.band = PastBand()
        self.views = Tabs(("What differs", "All answers", "Documents"), TabsLook.SEGMENTS, "What to look at")
        self.differences = PastDifferences(session)
        self.answers = PastAnswers(session)
        self.documents = PastDocuments(session)
        self._message = text_label(_LOOKING, TextLook.SECONDARY)
        self._stack = QStackedWidget()
        self._head = QVBoxLayout()
        self._lay_out()
        self._connect()

    def show_moment(self, moment: datetime) -> None:
        """Show another moment, from its differences on; the same one as it was left."""
        if moment != self._moment:
            self._moment = moment
            self.past = None
            self._asked = None
            self.views.setCurrentIndex(_DIFFERENCES)
        self.band.show_moment(moment)
        say(self, self.band.accessibleName())
        self._look()

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._look()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What scrolls below leaves room for its bar.
        bar = self.differences.bar_width
        before, after = column_edges(event.size().width() - bar, WIDEST)
        self._head.setContentsMargins(before, DOUBLE_SPACE, after + bar, DOUBLE_SPACE)

    def stop(self) -> None:
        """Stop all work in the background, because the window is closing."""
        self._work.stop()
        self.documents.stop()

    def _look(self) -> None:
        moment, present = self._moment, self._session.snapshot
        if moment is None or self._asked == (moment, present):
            return
        self._asked = (moment, present)
        if self.past is not None and self.past.snapshot.collaborative != present.collaborative:
            self.past = None
        if self.past is None:
            self._message.setText(_LOOKING)
            self._stack.setCurrentIndex(_MESSAGE)
        history = self._session.services.history
        self._work.begin(lambda _report, _is_cancelled: history.past(present, moment))

    def _on_found(self, past: Past) -> None:
        if self._asked is None or past.moment != self._asked[0]:
            return
        self.past = past
        self.band.show_differences(len(past.differences))
        self.differences.show_past(past)
        self.answers.show_past(past)
        self.documents.show_past(past)
        self._stack.setCurrentIndex(self.views.currentIndex())

    def _on_failed(self, sentence: str) -> None:
        self._asked = None
        self._message.setText(sentence)
        self._stack.setCurrentIndex(_MESSAGE)

    def _on_bring_back(self) -> None:
        if self._moment is not None and self._session.bring_back(self._moment):
            self.place_wished.emit(AtHistory())

    def _lay_out(self) -> None:
        self._head.setSpacing(DOUBLE_SPACE)
        self._head.addWidget(self.band)
        self._head.addWidget(self.views)
        for part in (self.differences, self.answers, self.documents):
            self._stack.addWidget(part)
        self._message.setContentsMargins(4 * SPACE, SPACE, 4 * SPACE, SPACE)
        self._stack.addWidget(self._message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._work.succeeded.connect(self._on_found)
        self._work.failed.connect(self._on_failed)
        self.views.currentChanged.connect(self._on_view_changed)
        self.band.now_wished.connect(lambda: self.place_wished.emit(AtHistory()))
        self.band.bring_back_wished.connect(self._on_bring_back)
        for part in (self.differences, self.documents):
            part.place_wished.connect(self.place_wished)

    def _on_view_changed(self, view: int) -> None:
        if self.past is not None:
            self._stack.setCurrentIndex(view)
