"""Works out what the start page says of a collaborative that nobody has opened since it changed."""

from app.domain.checks import Severity
from app.domain.illustrations import has_illustrations
from app.services.card_facts import CardFacts, card_text
from app.services.snapshots import Snapshot, Snapshots
from app.services.still_open import still_open
from app.storage.workspace import Workspace


class StartCards:
    """May be used from any thread: it keeps nothing."""

    def __init__(self, workspace: Workspace, snapshots: Snapshots) -> None:
        self._workspace = workspace
        self._snapshots = snapshots

    def work_out(self, collaborative_id: str) -> CardFacts:
        """The facts of a collaborative, noted for the next time. Raises NotFoundError and StorageError."""
        found = self._workspace.collaborative(collaborative_id)
        snapshot = self._snapshots.take(
            found.id, found.name, self._workspace.answers(found.id), todos=self._workspace.todos(found.id)
        )
        facts = card_facts(snapshot)
        # Noted under the revision that was read first: an act in the meantime makes the note void.
        self._workspace.remember_progress(found.id, card_text(facts), found.revision)
        return facts


def card_facts(snapshot: Snapshot) -> CardFacts:
    """The facts of a snapshot."""
    steps = tuple(part.share for part in snapshot.steps.values())
    members = snapshot.design.read("voting-members")
    forum = snapshot.design.read("forum-words")
    parts = []
    if isinstance(members, int) and members:
        parts.append("1 member" if members == 1 else f"{members} members")
    if isinstance(forum, str) and forum:
        parts.append(forum)
    still = still_open(snapshot)
    return CardFacts(
        steps,
        still.points,
        len(snapshot.errors),
        ", ".join(parts),
        still.todos,
        still.other_parked,
        sum(each.severity is Severity.WARNING for each in snapshot.findings),
        has_illustrations(snapshot.design.answers),
    )
