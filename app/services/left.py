"""What is left to do, seen by step, by document and by person, as lists of tasks that say where each stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from app.content.catalogue import Content
from app.domain.answers import Answers, Origin, State
from app.domain.progress import Progress, Stage
from app.domain.questions import Question, Section, Step
from app.domain.todos import Todo, open_todos
from app.domain.values import Kind
from app.services.drafting import DocumentState, Drafting
from app.services.snapshots import Snapshot

_POINTERS = {Kind.ROW, Kind.ROWS}


class TaskStatus(Enum):
    """Where a task stands, in the words of the task lists of public services."""

    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    DONE = "Done"
    CANNOT_START = "Cannot start yet"
    DOES_NOT_APPLY = "Does not apply"


@dataclass(frozen=True, slots=True)
class SectionTask:
    """A section as a task. ``left`` are questions that a document lacks, ``parked`` those to come back to.

    ``first`` is the table that has to be filled in before it can start; None where nothing is in the way.
    ``todos`` are the open ones about a question of it that is asked.
    """

    section: Section
    status: TaskStatus
    progress: Progress
    left: tuple[Question, ...]
    parked: tuple[Question, ...]
    first: Question | None = None
    todos: tuple[Todo, ...] = ()


@dataclass(frozen=True, slots=True)
class StepTasks:
    """The sections of a step, with how many of those that apply are done."""

    step: Step
    sections: tuple[SectionTask, ...]

    @property
    def applying(self) -> int:
        """How many sections apply."""
        return sum(each.status is not TaskStatus.DOES_NOT_APPLY for each in self.sections)

    @property
    def done(self) -> int:
        """How many sections are done."""
        return sum(each.status is TaskStatus.DONE for each in self.sections)


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """A document as a task. ``why_not`` is empty where it applies.

    ``lacking`` are its open points: questions without an answer. ``unconfirmed`` are suggestions that were taken
    and that nobody has agreed to; ``parked`` are questions it rests on that were put off. ``law_to_confirm`` counts
    law records it rests on that are not settled: no answer settles them, so the task may be done nevertheless.
    """

    id: str
    title: str
    status: TaskStatus
    why_not: str = ""
    lacking: tuple[Question, ...] = ()
    unconfirmed: tuple[Question, ...] = ()
    parked: tuple[Question, ...] = ()
    law_to_confirm: int = 0


@dataclass(frozen=True, slots=True)
class PersonTasks:
    """What is left for one person; an empty name stands for nobody in particular.

    ``parked`` are questions that were put off and that no open to-do is about: nobody has them in hand. Neither has
    anybody the open points in ``lacking``, which nobody put off.
    """

    name: str
    todos: tuple[Todo, ...]
    parked: tuple[Question, ...] = ()
    lacking: tuple[Question, ...] = ()

    @property
    def open(self) -> int:
        """How much is still to be done."""
        return sum(not each.is_done for each in self.todos) + len(self.parked)


class Left:
    """Reads snapshots; drafts nothing."""

    def __init__(self, content: Content, drafting: Drafting) -> None:
        self._content = content
        self._drafting = drafting

    def by_step(self, snapshot: Snapshot) -> tuple[StepTasks, ...]:
        """Every step with every section."""
        return tuple(
            StepTasks(step, tuple(self._section_task(section, snapshot) for section in step.sections))
            for step in self._content.questionnaire.steps
        )

    def by_document(self, snapshot: Snapshot, drafted: Iterable[DocumentState] = ()) -> tuple[DocumentTask, ...]:
        """Every document, those that apply first.

        What the ``drafted`` ones lack is told from them. Of others it is told from the questions that name the
        document as one that needs them, which is nearly the same, and of law nothing is told.
        """
        drafts = {state.id: state for state in drafted}
        tasks = [self._document_task(each, snapshot, drafts.get(each.id)) for each in self._drafting.listing(snapshot)]
        return tuple(sorted(tasks, key=lambda task: task.status is TaskStatus.DOES_NOT_APPLY))

    def in_no_document(self, snapshot: Snapshot, documents: Sequence[DocumentTask]) -> DocumentTask:
        """What is left of a snapshot and stands at none of these documents, so that nothing goes untold."""
        told = {each.id for task in documents for each in task.lacking}
        put_off = {each.id for task in documents for each in task.parked}
        lacking = tuple(each for each in snapshot.left if each.id not in told)
        parked = tuple(each for each in self.parked(snapshot) if each.id not in put_off)
        status = TaskStatus.IN_PROGRESS if lacking or parked else TaskStatus.DONE
        return DocumentTask("", "In no draft so far", status, lacking=lacking, parked=parked)

    def by_person(self, snapshot: Snapshot) -> tuple[PersonTasks, ...]:
        """Everybody who has a to-do, by name, and last what nobody in particular has in hand."""
        names: dict[str, str] = {}
        found: dict[str, list[Todo]] = {}
        for todo in snapshot.todos:
            key = todo.person.casefold()
            names.setdefault(key, todo.person)
            found.setdefault(key, []).append(todo)
        in_hand = {todo.question_id for todo in snapshot.todos if not todo.is_done}
        loose = tuple(each for each in self.parked(snapshot) if each.id not in in_hand)
        lacking = tuple(each for each in snapshot.left if each.id not in in_hand and not is_parked(each, snapshot))
        nobody = PersonTasks("", tuple(found.pop("", ())), loose, lacking)
        people = [PersonTasks(names[key], tuple(found[key])) for key in sorted(found)]
        return (*people, nobody) if nobody.todos or nobody.parked or nobody.lacking else tuple(people)

    def parked(self, snapshot: Snapshot) -> tuple[Question, ...]:
        """Every visible question that was put off."""
        return tuple(each for each in self._content.questionnaire.questions if is_parked(each, snapshot))

    def _section_task(self, section: Section, snapshot: Snapshot) -> SectionTask:
        progress = snapshot.sections[section.id]
        asked = [each for each in section.questions if each.id in snapshot.visible]
        left = tuple(each for each in snapshot.left if each.section == section.id)
        parked = tuple(each for each in asked if is_parked(each, snapshot))
        first = self._what_comes_first(section, asked, snapshot.design.answers)
        status = _section_status(progress, is_blocked=first is not None)
        ids = {each.id for each in asked}
        todos = tuple(each for each in open_todos(snapshot.todos) if each.question_id in ids)
        return SectionTask(section, status, progress, left, parked, first, todos)

    def _what_comes_first(self, section: Section, asked: Iterable[Question], answers: Answers) -> Question | None:
        """The table without rows that every unanswered question of the section has to choose from."""
        waiting = [_empty_table(each, answers) for each in asked if not answers.is_answered(each.id)]
        if not waiting or None in waiting:
            return None
        tables = [self._content.questionnaire.question(each) for each in waiting if each is not None]
        return next((table for table in tables if table.section != section.id), None)

    def _document_task(self, listed: DocumentState, snapshot: Snapshot, drafted: DocumentState | None) -> DocumentTask:
        document, title = listed.id, listed.title
        if listed.why_not:
            return DocumentTask(document, title, TaskStatus.DOES_NOT_APPLY, listed.why_not)
        needed = {each.id for each in snapshot.left if document in each.required_for}
        lacks = needed if drafted is None else {point.question for copy in drafted.copies for point in copy.open_points}
        law = len(drafted.law_to_confirm) if drafted is not None else 0
        asked = [each for each in self._content.questionnaire.questions if each.id in snapshot.visible]
        uses = [each for each in asked if document in self._drafting.documents_using(each.id)]
        lacking = tuple(each for each in self._content.questionnaire.questions if each.id in lacks)
        unconfirmed = tuple(each for each in uses if is_unconfirmed(each, snapshot))
        parked = tuple(each for each in uses if is_parked(each, snapshot))
        answers = snapshot.design.answers
        is_begun = any(document in each.required_for and answers.is_answered(each.id) for each in asked)
        if not (lacking or unconfirmed or parked):
            status = TaskStatus.DONE
        else:
            status = TaskStatus.IN_PROGRESS if is_begun else TaskStatus.NOT_STARTED
        return DocumentTask(document, title, status, "", lacking, unconfirmed, parked, law)


def is_parked(question: Question, snapshot: Snapshot) -> bool:
    """Whether a visible question was put off."""
    answer = snapshot.design.answers.answer(question.id)
    return answer is not None and answer.state is State.PARKED and question.id in snapshot.visible


def is_unconfirmed(question: Question, snapshot: Snapshot) -> bool:
    """Whether a visible answer is a suggestion that was taken and that nobody has agreed to."""
    answer = snapshot.design.answers.answer(question.id)
    return (
        answer is not None
        and answer.value is not None
        and answer.origin is Origin.SUGGESTION
        and answer.state is not State.AGREED
    )


def _section_status(progress: Progress, *, is_blocked: bool) -> TaskStatus:
    if not progress.asked:
        return TaskStatus.DOES_NOT_APPLY
    match progress.stage:
        case Stage.DONE:
            return TaskStatus.DONE
        case Stage.UNDER_WAY:
            return TaskStatus.IN_PROGRESS
        case Stage.NOT_STARTED:
            return TaskStatus.CANNOT_START if is_blocked else TaskStatus.NOT_STARTED
        case _:
            assert_never(progress.stage)


def _empty_table(question: Question, answers: Answers) -> str | None:
    """The table without rows that a question has to choose from; None where it can be answered now."""
    tables = [question.table] if question.kind in _POINTERS else []
    tables += [column.table for column in question.columns if column.is_required and column.kind in _POINTERS]
    return next((table for table in tables if table is not None and not answers.rows(table)), None)
