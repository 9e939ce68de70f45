"""What was done to a collaborative, by whom and when, and how it stood at an earlier moment."""

from dataclasses import dataclass
from datetime import datetime

from app.services.snapshots import Snapshot, Snapshots
from app.storage.records import AnswerChange, HistoryEntry, RowChange, TodoChange
from app.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PastAct:
    """One act as the history page shows it. ``at`` is in universal time."""

    id: int
    at: datetime
    author: str
    summary: str
    questions: tuple[str, ...]


class History:
    """Reads the change log of a workspace."""

    def __init__(self, workspace: Workspace, snapshots: Snapshots) -> None:
        self._workspace = workspace
        self._snapshots = snapshots

    def acts(
        self, collaborative: str, question_id: str | None = None, limit: int = 200, before: int | None = None
    ) -> tuple[PastAct, ...]:
        """The latest acts first, of one question if given; older ones by the id of the last one shown."""
        found = self._workspace.history(collaborative, question_id, limit=limit, before_act=before)
        return tuple(_past_act(entry) for entry in found)

    def as_it_was(self, collaborative: str, moment: datetime) -> Snapshot:
        """How everything stood at a moment with a time zone; nothing is changed."""
        name = self._workspace.collaborative(collaborative).name
        answers = self._workspace.answers_at(collaborative, moment)
        return self._snapshots.take(collaborative, name, answers, todos=self._workspace.todos_at(collaborative, moment))


def _past_act(entry: HistoryEntry) -> PastAct:
    questions = dict.fromkeys(
        change.question_id
        for change in entry.changes
        if isinstance(change, AnswerChange | RowChange | TodoChange) and change.question_id is not None
    )
    return PastAct(entry.act.id, entry.act.at, entry.act.author, entry.act.summary, tuple(questions))
