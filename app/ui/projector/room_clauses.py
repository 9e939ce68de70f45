"""What documents say because of the question on the slide, drafted in the background, and what they said before."""

from PySide6.QtCore import QObject, Signal

from app.domain.wording import lower
from app.services.room_clauses import ClauseWords, clause_words
from app.services.snapshots import Snapshot
from app.ui.reading.drafts import Drafts
from app.ui.session import ProjectSession


class RoomClauses(QObject):
    """``changed`` says that ``now`` or ``before`` is another one."""

    changed = Signal()

    def __init__(self, session: ProjectSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._question = ""
        self._drafts = Drafts(session.services.drafting, self)
        self._drafts.drafted.connect(self._on_drafted)
        self.now: ClauseWords | None = None
        self.before: ClauseWords | None = None

    @property
    def lead(self) -> str:
        """The words before what a document says now; where none says anything, the whole sentence."""
        return "" if self.now is None else f"So the {lower(self.now.title)} will say:"

    @property
    def has_changed(self) -> bool:
        """Whether the document says something else than when the slide was opened."""
        return self.now is not None and self.before is not None and self.now.sentence != self.before.sentence

    @property
    def effect(self) -> tuple[str, str, str]:
        """What the strip on the slide says: the lead, what the document says now, and what it said before."""
        if self.now is None:
            return "", "", ""
        return (
            self.lead,
            self.now.sentence,
            self.before.sentence if self.before is not None and self.has_changed else "",
        )

    def begin(self, question: str) -> None:
        """Another question is on the slide; what the documents say of it now is what changes start from."""
        self._question = question
        self.now = self.before = None
        self.follow(self._session.snapshot)

    def follow(self, snapshot: Snapshot) -> None:
        """Draft again from this."""
        if self._question:
            self._drafts.want(snapshot, self._documents(snapshot))
            self._look()

    def others(self) -> tuple[str, ...]:
        """The titles of the other documents that rest on the question."""
        drafting, snapshot = self._session.services.drafting, self._session.snapshot
        titles = dict(drafting.catalogue())
        found = [titles[each] for each in self._documents(snapshot)]
        return tuple(each for each in found if self.now is None or each != self.now.title)

    def stop(self) -> None:
        """Stop drafting, because the screen is about to go."""
        self._drafts.stop()

    def _documents(self, snapshot: Snapshot) -> tuple[str, ...]:
        using = self._session.services.drafting.documents_using(self._question)
        return tuple(each for each in using if each in snapshot.documents)

    def _on_drafted(self, _state: object) -> None:
        if self._session.is_open:
            self._look()

    def _look(self) -> None:
        """Take what the first document that shows the answer says, once those before it are drafted."""
        snapshot = self._session.snapshot
        if self._drafts.snapshot is not snapshot:
            return
        drafting = self._session.services.drafting
        titles = dict(drafting.catalogue())
        for document_id in self._documents(snapshot):
            state = self._drafts.state(document_id)
            if state is None:
                return
            for document in state.copies[:1]:
                anchors = drafting.anchors_about(document, self._question)
                found = clause_words(document, titles[document_id], anchors, self._question)
                if found is not None:
                    self._take(found)
                    return

    def _take(self, found: ClauseWords) -> None:
        if self.before is None:
            self.before = found
        if found != self.now:
            self.now = found
            self.changed.emit()
