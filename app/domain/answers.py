"""What a collaborative has answered: single answers, table rows, and the state and history of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import wraps
from types import MappingProxyType
from typing import Any, TypeVar

from app.domain.values import Duration, Organisation, Person, Value

Known = TypeVar("Known")


class State(Enum):
    """Where an answer stands: open (nothing yet), answered, agreed by the members, or parked for later."""

    OPEN = "open"
    ANSWERED = "answered"
    AGREED = "agreed"
    PARKED = "parked"


class Origin(Enum):
    """How a value came to be."""

    TYPED = "typed"
    SUGGESTION = "suggestion"
    WORKSHOP = "workshop"
    IMPORT = "import"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question. A table question has one too, for its note and state; its value is None."""

    question_id: str
    value: Value | None
    state: State = State.ANSWERED
    origin: Origin = Origin.TYPED
    note: str = ""
    author: str = ""
    changed_at: datetime | None = None
    revision: int = 1

    @property
    def is_suggested(self) -> bool:
        """Whether its value was taken as it was suggested."""
        return self.origin is Origin.SUGGESTION


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table answer: its own lasting id and a value per answered column."""

    id: str
    cells: Mapping[str, Value]
    origin: Origin = Origin.TYPED
    author: str = ""
    changed_at: datetime | None = None
    revision: int = 1

    def text(self, column: str) -> str | None:
        """The text, option id or row id in a column; None where there is none."""
        value = self.cells.get(column)
        return value if isinstance(value, str) else None

    def organisation(self, column: str) -> Organisation | None:
        """The organisation in a column; None where there is none."""
        value = self.cells.get(column)
        return value if isinstance(value, Organisation) else None

    def person(self, column: str) -> Person | None:
        """The person in a column; None where there is none."""
        value = self.cells.get(column)
        return value if isinstance(value, Person) else None

    def whole_number(self, column: str) -> int | None:
        """The whole number in a column; None where there is none."""
        value = self.cells.get(column)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def amount(self, column: str) -> Decimal | None:
        """The money (pounds) or percentage (0 to 100) in a column; None where there is none."""
        value = self.cells.get(column)
        return value if isinstance(value, Decimal) else None

    def duration(self, column: str) -> Duration | None:
        """The length of time in a column; None where there is none."""
        value = self.cells.get(column)
        return value if isinstance(value, Duration) else None

    def day(self, column: str) -> date | None:
        """The date in a column; None where there is none."""
        value = self.cells.get(column)
        return value if isinstance(value, date) else None

    def is_yes(self, column: str) -> bool | None:
        """True for yes, False for no, None where there is no answer."""
        value = self.cells.get(column)
        return value if isinstance(value, bool) else None

    def several(self, column: str) -> tuple[str, ...]:
        """The option ids or row ids in a column; empty where there are none."""
        value = self.cells.get(column)
        return value if isinstance(value, tuple) else ()


@dataclass(frozen=True, slots=True)
class Answers:
    """Every answer of one collaborative at one moment. Readings and documents see nothing else."""

    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=lambda: MappingProxyType({}))
    _known: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def answer(self, question_id: str) -> Answer | None:
        """The whole answer with its state and note; None if the question was never touched."""
        return self.answers.get(question_id)

    def value(self, question_id: str) -> Value | None:
        """The bare value; None if there is no answer."""
        found = self.answer(question_id)
        return None if found is None else found.value

    def rows(self, question_id: str) -> tuple[Row, ...]:
        """The rows of a table question, in the user's order; empty if there are none."""
        return self.tables.get(question_id, ())

    def is_answered(self, question_id: str) -> bool:
        """Whether there is a value or at least one row."""
        return self.value(question_id) is not None or bool(self.rows(question_id))

    def text(self, question_id: str) -> str | None:
        """The text or option id; None if there is no answer."""
        value = self.value(question_id)
        return value if isinstance(value, str) else None

    def several(self, question_id: str) -> tuple[str, ...]:
        """The chosen option ids; empty if there is no answer."""
        value = self.value(question_id)
        return value if isinstance(value, tuple) else ()

    def is_yes(self, question_id: str) -> bool | None:
        """True for yes, False for no, None if there is no answer."""
        value = self.value(question_id)
        return value if isinstance(value, bool) else None

    def whole_number(self, question_id: str) -> int | None:
        """The whole number; None if there is no answer."""
        value = self.value(question_id)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def amount(self, question_id: str) -> Decimal | None:
        """The money (pounds) or percentage (0 to 100); None if there is no answer."""
        value = self.value(question_id)
        return value if isinstance(value, Decimal) else None

    def duration(self, question_id: str) -> Duration | None:
        """The length of time; None if there is no answer."""
        value = self.value(question_id)
        return value if isinstance(value, Duration) else None

    def day(self, question_id: str) -> date | None:
        """The date; None if there is no answer."""
        value = self.value(question_id)
        return value if isinstance(value, date) else None

    def person(self, question_id: str) -> Person | None:
        """The person; None if there is no answer."""
        value = self.value(question_id)
        return value if isinstance(value, Person) else None

    def organisation(self, question_id: str) -> Organisation | None:
        """The organisation; None if there is no answer."""
        value = self.value(question_id)
        return value if isinstance(value, Organisation) else None


def known_of(work: Callable[[Answers], Known]) -> Callable[[Answers], Known]:
    """A function of nothing but answers, which works out once what it makes of them.

    Answers do not change, and dozens of checks and clauses ask for the same members.
    """

    @wraps(work)
    def known(answers: Answers) -> Known:
        kept = answers._known
        if work not in kept:
            kept[work] = work(answers)
        found: Known = kept[work]
        return found

    return known
