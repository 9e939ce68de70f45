"""What the five steps ask: steps, sections, questions, table columns, options and suggestions."""

from dataclasses import dataclass
from decimal import Decimal

from app.domain.conditions import Condition
from app.domain.values import Kind, Unit, Value


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and the place in it, such as "step 2, objectives"."""

    source: str
    place: str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: its label on screen, an optional hint, and how it reads in the middle of a sentence."""

    id: str
    label: str
    hint: str = ""
    wording: str = ""

    @property
    def words(self) -> str:
        """The wording for documents; the label where none is given."""
        return self.wording or self.label


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A value to offer, why it is a sound start, and the range usually seen."""

    value: Value
    reason: str
    usual_range: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One typed column of a table question.

    ``table`` is the table whose rows a ``row`` or ``rows`` column points to. ``width`` is a share of the
    table's width, relative to the other columns. The first column names the row. ``offers`` is the legal form
    of the registered organisations that an organisation column offers; all of them where it is empty.
    """

    id: str
    kind: Kind
    label: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    table: str | None = None
    is_required: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    units: tuple[Unit, ...] = ()
    width: int = 2
    show_when: Condition | None = None
    offers: str = ""

    def option(self, option_id: str) -> Option | None:
        """The option with this id; None if there is none."""
        return next((option for option in self.options if option.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing the app asks. ``required_for`` names the documents that have a gap without it.

    ``name`` says in a few words what it is about, for lines that tell of its answer; it may be empty.
    """

    id: str
    section: str
    kind: Kind
    label: str
    hint: str
    why: str
    sources: tuple[Citation, ...]
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    suggestion: Suggestion | None = None
    show_when: Condition | None = None
    required_for: tuple[str, ...] = ()
    table: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    units: tuple[Unit, ...] = ()
    gap: str = ""
    name: str = ""

    @property
    def gap_words(self) -> str:
        """What a document shows where this answer is missing, such as "how many working days?"."""
        return self.gap or self.label

    def option(self, option_id: str) -> Option | None:
        """The option with this id; None if there is none."""
        return next((option for option in self.options if option.id == option_id), None)

    def column(self, column_id: str) -> Column | None:
        """The column with this id; None if there is none."""
        return next((column for column in self.columns if column.id == column_id), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A page of related questions inside a step."""

    id: str
    step: str
    title: str
    introduction: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five steps."""

    id: str
    number: int
    title: str
    introduction: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Questionnaire:
    """All five steps, with every question found by its id. Built once by the content loader."""

    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        found = {q.id: q for step in self.steps for section in step.sections for q in section.questions}
        object.__setattr__(self, "_by_id", found)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order of the steps."""
        return tuple(self._questions_by_id.values())

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section, in the order of the steps."""
        return tuple(section for step in self.steps for section in step.sections)

    def question(self, question_id: str) -> Question:
        """The question with this id; KeyError if there is none."""
        return self._questions_by_id[question_id]

    def has(self, question_id: str) -> bool:
        """Whether there is a question with this id."""
        return question_id in self._questions_by_id

    def section(self, section_id: str) -> Section:
        """The section with this id; KeyError if there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    @property
    def _questions_by_id(self) -> dict[str, Question]:
        found: dict[str, Question] = self.__dict__["_by_id"]
        return found
