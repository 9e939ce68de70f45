"""To-dos: what somebody still has to do for a collaborative, perhaps about one of its questions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.answers import Answers
from app.domain.values import Person


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do. Moments are in universal time; without a ``question_id`` it is about no single question.

    ``person`` is a name as it was typed; empty where nobody is named. ``revision`` is the id of the act that wrote it.
    """

    id: str
    text: str
    person: str = ""
    due: date | None = None
    question_id: str | None = None
    done_at: datetime | None = None
    made_by: str = ""
    made_at: datetime | None = None
    author: str = ""
    changed_at: datetime | None = None
    revision: int = 1

    @property
    def is_done(self) -> bool:
        """Whether it was ticked off."""
        return self.done_at is not None

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and it is still open. On the day itself there is still time."""
        return self.due is not None and not self.is_done and self.due < today


def in_order_of_need(todos: Iterable[Todo]) -> tuple[Todo, ...]:
    """Open ones before those that are done, by their day with those without one last, then as they were made."""
    return tuple(
        sorted(
            todos,
            key=lambda each: (
                each.is_done,
                each.due or date.max,
                each.made_at.timestamp() if each.made_at else 0.0,
                each.id,
            ),
        )
    )


def open_todos(todos: Iterable[Todo], question_id: str | None = None) -> tuple[Todo, ...]:
    """Those that are not done; of one question if its id is given."""
    return tuple(
        each for each in todos if not each.is_done and (question_id is None or each.question_id == question_id)
    )


def known_people(answers: Answers, todos: Iterable[Todo]) -> tuple[str, ...]:
    """Every name that an answer, a table or a to-do has, each once and in the order of the alphabet.

    A post where nobody is named counts by the name of the post. Names that differ in capitals only are one.
    """
    found: dict[str, str] = {}
    for name in (*_people_in(answers), *(todo.person for todo in todos)):
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found[key] for key in sorted(found))


def _people_in(answers: Answers) -> Iterator[str]:
    for answer in answers.answers.values():
        if isinstance(answer.value, Person):
            yield answer.value.name or answer.value.role
    for rows in answers.tables.values():
        for row in rows:
            for cell in row.cells.values():
                if isinstance(cell, Person):
                    yield cell.name or cell.role
