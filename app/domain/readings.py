"""Readings: named things that can be told from the answers, for conditions, placeholders and checks alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from app.domain.answers import Answers, Row
from app.domain.questions import Questionnaire


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a calculated table: title, share of the width, and whether it holds figures."""

    title: str
    width: int = 2
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A calculated table. Cells are finished text; ``has_total`` says that the last row is a total."""

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total: bool = False


class Shape(Enum):
    """What a reading gives back, so that a placeholder of the wrong shape is refused at load."""

    CLAIM = "claim"
    NUMBER = "number"
    WORDS = "words"
    LIST = "list"
    GRID = "grid"


#: CLAIM is bool; NUMBER is int or Decimal; WORDS is str; LIST is a tuple of finished text; GRID is a Grid.
#: None means that it cannot be told yet: a claim then counts as false, a placeholder becomes a gap.
Result: TypeAlias = bool | int | Decimal | str | tuple[str, ...] | Grid | None


@dataclass(frozen=True)
class Design:
    """One collaborative's visible answers as readings see them, with the questions they answer.

    ``member`` is the row id of the member that a per-trust document is for. Results are kept for as long as
    the design lives, because checks and clauses ask the same readings again and again.
    """

    answers: Answers
    questionnaire: Questionnaire
    readings: Mapping[str, "Reading"]
    today: date
    member: str | None = None
    _kept: dict[str, Result] = field(default_factory=dict, repr=False, compare=False)

    def read(self, reading_id: str) -> Result:
        """The result of a reading; KeyError if there is no such reading."""
        if reading_id not in self._kept:
            self._kept[reading_id] = self.readings[reading_id].of(self)
        return self._kept[reading_id]

    def claim(self, reading_id: str) -> bool | int | Decimal | str | None:
        """The result as conditions want it: lists and grids cannot be asked."""
        result = self.read(reading_id)
        return None if isinstance(result, tuple | Grid) else result

    def for_member(self, row_id: str | None) -> "Design":
        """The same design seen from one member, with nothing kept."""
        return replace(self, member=row_id, _kept={})

    def member_row(self) -> Row | None:
        """The row of the member that this design is seen from."""
        return next((row for row in self.answers.rows("members.members") if row.id == self.member), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A named reading. ``uses`` are the ids of the questions it looks at; ``says`` is its meaning in a line."""

    id: str
    says: str
    shape: Shape
    uses: tuple[str, ...]
    of: Callable[[Design], Result]


@dataclass(frozen=True, slots=True)
class Askable:
    """What conditions and placeholders may ask: the questions, and the readings by id."""

    questionnaire: Questionnaire
    readings: Mapping[str, Reading]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing a calculation found wrong: words for the message, and the row it is about."""

    words: Mapping[str, str] = field(default_factory=dict)
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Calculation:
    """A named test for checks that a condition cannot say: it gives back a hit for each thing it finds."""

    id: str
    says: str
    uses: tuple[str, ...]
    gives: tuple[str, ...]
    find: Callable[[Design], tuple[Hit, ...]]
