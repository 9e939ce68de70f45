"""Every answer in words, section by section, with where it stands: what a reader checks before anybody signs."""

from dataclasses import dataclass
from enum import Enum

from app.domain.answers import Answers, Origin, Row, State
from app.domain.conditions import holds
from app.domain.needed_cells import missing_columns, missing_in_words
from app.domain.questions import Column, Question, Questionnaire, Section
from app.domain.todos import open_todos
from app.domain.values import Kind, Organisation, Value
from app.domain.wording import listed, lower, value_in_words
from app.services.snapshots import Snapshot

#: Columns of a row after its name that tell enough of it.
_MOST_CELLS = 3


class Standing(Enum):
    """Where an answer stands."""

    AGREED = "Agreed"
    ANSWERED = "Answered"
    UNCONFIRMED = "Suggestion not confirmed"
    PARKED = "Parked"
    INCOMPLETE = "Not complete"
    OPEN = "Not answered"


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One visible question. ``words`` is its answer, empty for a table; ``rows`` has a line for each row of a table.

    ``missing`` are the rows that lack something, each with what that is, in the words that the table itself uses.
    """

    question: Question
    words: str
    rows: tuple[str, ...]
    standing: Standing
    is_needed: bool
    """Whether a document that applies lacks the answer."""
    note: str
    todos: int
    """How many open to-dos are about it."""
    missing: tuple[str, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether it counts as answered: a table that a document needs does not while a row of it lacks something."""
        return bool(self.words or self.rows) and not (self.missing and self.is_needed)


@dataclass(frozen=True, slots=True)
class SectionAnswers:
    """The visible questions of one section with their answers, in order."""

    section: Section
    lines: tuple[AnswerLine, ...]

    def count(self, standing: Standing) -> int:
        """How many lines stand so."""
        return sum(line.standing is standing for line in self.lines)


def section_answers(section: Section, snapshot: Snapshot, questionnaire: Questionnaire) -> SectionAnswers:
    """The answers of one section."""
    lines = (_line(each, snapshot, questionnaire) for each in section.questions if each.id in snapshot.visible)
    return SectionAnswers(section, tuple(lines))


def answer_in_words(value: Value, asked: Question | Column, answers: Answers, questionnaire: Questionnaire) -> str:
    """One answer or cell as the screen asks for it: options by their labels, all else as documents write it."""
    if asked.kind in {Kind.ONE_OF, Kind.SOME_OF} and isinstance(value, str | tuple):
        chosen = (value,) if isinstance(value, str) else value
        labels = [option.label for option in asked.options if option.id in chosen]
        return listed([*labels[:1], *map(lower, labels[1:])])
    if isinstance(value, Organisation) and value.code:
        return f"{value.name} ({value.code})"
    return value_in_words(value, asked, answers, questionnaire)


def _line(question: Question, snapshot: Snapshot, questionnaire: Questionnaire) -> AnswerLine:
    answers = snapshot.design.answers
    answer = answers.answer(question.id)
    value = answers.value(question.id)
    missing = _missing(question, snapshot, questionnaire)
    return AnswerLine(
        question,
        "" if value is None else answer_in_words(value, question, answers, questionnaire),
        tuple(_row_in_words(row, question, answers, questionnaire) for row in answers.rows(question.id)),
        _standing(question, answers, is_complete=not missing),
        question in snapshot.left,
        "" if answer is None else answer.note,
        len(open_todos(snapshot.todos, question.id)),
        missing,
    )


def _missing(table: Question, snapshot: Snapshot, questionnaire: Questionnaire) -> tuple[str, ...]:
    """Every row that lacks something it needs, by its name; columns that are not asked now are not missed."""
    design = snapshot.design
    asked = [each for each in table.columns if holds(each.show_when, design.answers, design.claim)]
    told = []
    for row in design.answers.rows(table.id):
        words = missing_in_words(missing_columns(row.cells, asked))
        if words:
            told.append(f"{_name_in_words(row, table, design.answers, questionnaire)}. {words}")
    return tuple(told)


def _standing(question: Question, answers: Answers, *, is_complete: bool) -> Standing:
    answer = answers.answer(question.id)
    if answer is not None and answer.state is State.PARKED:
        return Standing.PARKED
    if not answers.is_answered(question.id):
        return Standing.OPEN
    if answer is not None and answer.state is State.AGREED:
        return Standing.AGREED
    if not is_complete:
        return Standing.INCOMPLETE
    if answer is None:
        return Standing.ANSWERED
    is_suggestion = answer.value is not None and answer.origin is Origin.SUGGESTION
    return Standing.UNCONFIRMED if is_suggestion else Standing.ANSWERED


def _row_in_words(row: Row, table: Question, answers: Answers, questionnaire: Questionnaire) -> str:
    """A row by its name and the first cells after it."""
    cells = [
        answer_in_words(row.cells[column.id], column, answers, questionnaire)
        for column in table.columns[1:]
        if column.id in row.cells
    ]
    name = _name_in_words(row, table, answers, questionnaire)
    told = [" ".join(cell.split()) for cell in cells if cell][:_MOST_CELLS]
    return f"{name}: {'; '.join(told)}" if told else name


def _name_in_words(row: Row, table: Question, answers: Answers, questionnaire: Questionnaire) -> str:
    naming = table.columns[0]
    value = row.cells.get(naming.id)
    return "Row without a name" if value is None else answer_in_words(value, naming, answers, questionnaire)
