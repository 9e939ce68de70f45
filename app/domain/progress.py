"""How far a collaborative has come: what is answered and what is left, by section and step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from app.domain.answers import Answers, State
from app.domain.questions import Question, Questionnaire, Section, Step


class Stage(Enum):
    """How far a section or step is: nothing yet, under way, or nothing in it that anybody has to come back to."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over visible questions. ``left`` are those that an applicable document still lacks.

    ``begun`` are those of the left that have rows, one of which lacks something it needs; they are not answered yet.
    ``parked`` are to be come back to, answered or not. ``untouched`` are sections of a step that ask something of
    which nothing is answered, though no document needs it. ``left_parked`` are both left and parked: one thing to come
    back to, not two. ``answered_parked`` are both answered and parked.
    """

    asked: int = 0
    answered: int = 0
    left: int = 0
    parked: int = 0
    begun: int = 0
    untouched: int = 0
    left_parked: int = 0
    answered_parked: int = 0

    @property
    def stage(self) -> Stage:
        """Where this part stands: the one rule for what is done, whoever shows it.

        A part is done once no document lacks anything of it, nothing of it is parked, and something is answered. A step
        is done once every section of it that asks anything is. A to-do leaves done what is answered.
        """
        if self.answered and not self._waiting:
            return Stage.DONE
        return Stage.UNDER_WAY if self.answered or self.begun or self.parked else Stage.NOT_STARTED

    @property
    def share(self) -> float:
        """How far this part is, from 0.0 to 1.0, which means that it is done."""
        return self.answered / max(self.answered + self._waiting, 1)

    @property
    def in_words(self) -> str:
        """Such as "14 of 14 answered, 1 of them parked", or "13 of 14 answered, 1 parked" where that one is open."""
        words = f"{self.answered:,} of {self.asked:,} answered"
        if not self.parked:
            return words
        among = " of them" if self.parked == self.answered_parked else ""
        return f"{words}, {self.parked:,}{among} parked"

    @property
    def _waiting(self) -> int:
        return self.left + self.parked - self.left_parked + self.untouched

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(
            self.asked + other.asked,
            self.answered + other.answered,
            self.left + other.left,
            self.parked + other.parked,
            self.begun + other.begun,
            self.untouched + other.untouched,
            self.left_parked + other.left_parked,
            self.answered_parked + other.answered_parked,
        )


def question_progress(question: Question, answers: Answers, documents: frozenset[str]) -> Progress:
    """The progress of one visible question, where ``documents`` are the ids of those that apply."""
    answer = answers.answer(question.id)
    is_needed = not documents.isdisjoint(question.required_for)
    is_begun = is_needed and _lacks_cells(question, answers)
    is_answered = answers.is_answered(question.id) and not is_begun
    is_parked = answer is not None and answer.state is State.PARKED
    is_left = is_needed and not is_answered
    return Progress(
        1,
        int(is_answered),
        int(is_left),
        int(is_parked),
        int(is_begun),
        left_parked=int(is_left and is_parked),
        answered_parked=int(is_answered and is_parked),
    )


def questions_progress(
    questionnaire: Questionnaire, answers: Answers, visible: frozenset[str], documents: frozenset[str]
) -> dict[str, Progress]:
    """The progress of each visible question, by its id and in the order of the steps."""
    return {
        question.id: question_progress(question, answers, documents)
        for question in questionnaire.questions
        if question.id in visible
    }


def section_progress(section: Section, questions: Mapping[str, Progress]) -> Progress:
    """The progress of a section, from that of the visible questions."""
    return _sum(questions[question.id] for question in section.questions if question.id in questions)


def step_progress(step: Step, sections: dict[str, Progress]) -> Progress:
    """The progress of a step, from that of its sections."""
    parts = [sections[section.id] for section in step.sections]
    untouched = sum(part.asked > 0 and not (part.answered or part.left or part.parked) for part in parts)
    return replace(_sum(parts), untouched=untouched)


def left_to_answer(questionnaire: Questionnaire, questions: Mapping[str, Progress]) -> tuple[Question, ...]:
    """The questions that an applicable document still lacks, in the order of the steps."""
    return tuple(questionnaire.question(question) for question, progress in questions.items() if progress.left)


def _lacks_cells(question: Question, answers: Answers) -> bool:
    """Whether a row lacks a needed cell, apart from columns that are asked only at times."""
    needed = [column.id for column in question.columns if column.is_required and column.show_when is None]
    return any(column not in row.cells for row in answers.rows(question.id) for column in needed)


def _sum(parts: Iterable[Progress]) -> Progress:
    total = Progress()
    for part in parts:
        total += part
    return total
