"""How much of a collaborative is still open, all told: open points, to-dos, what is parked, and what is optional."""

from dataclasses import dataclass
from datetime import date

from app.domain.todos import open_todos
from app.domain.wording import counted
from app.services.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class StillOpen:
    """Counts. ``points`` are questions that a document lacks; ``optional`` those unanswered that none needs.

    ``todos`` are not done, ``overdue`` of them late; ``parked`` questions may have an answer or not.
    ``parked_points`` are those of them that are open points too: they are listed twice and counted once.
    """

    points: int = 0
    todos: int = 0
    overdue: int = 0
    parked: int = 0
    optional: int = 0
    parked_points: int = 0

    @property
    def waiting(self) -> int:
        """How many entries anybody still has to come back to: the sum of what is listed as left."""
        return self.points + self.todos + self.other_parked

    @property
    def other_parked(self) -> int:
        """How many parked questions are no open points."""
        return self.parked - self.parked_points

    @property
    def waits(self) -> bool:
        """Whether anybody still has to come back to anything."""
        return self.waiting > 0

    @property
    def todos_in_words(self) -> str:
        """Such as "2 to-dos (1 overdue)"."""
        late = f" ({self.overdue:,} overdue)" if self.overdue else ""
        return counted(self.todos, "to-do", "to-dos") + late


def still_open(snapshot: Snapshot, today: date | None = None) -> StillOpen:
    """What is still open in a snapshot; without a day none is taken for overdue."""
    total = snapshot.total
    todos = open_todos(snapshot.todos)
    late = sum(each.is_overdue(today) for each in todos) if today is not None else 0
    optional = total.asked - total.answered - total.left
    return StillOpen(total.left, len(todos), late, total.parked, optional, total.left_parked)


def in_short(still: StillOpen) -> str:
    """What waits, in a few words, such as "1 open point, 2 to-dos, 1 parked"; empty where nothing does."""
    among = f" ({still.parked_points:,} parked)" if still.parked_points else ""
    parts = [counted(still.points, "open point", "open points") + among] if still.points else []
    parts += [still.todos_in_words] if still.todos else []
    parts += [f"{still.other_parked:,} parked"] if still.other_parked else []
    return ", ".join(parts)
