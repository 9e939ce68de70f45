"""What is left, seen by step: every section as a task, with the questions below it that somebody must come back to."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Question
from app.domain.wording import counted
from app.services.left import SectionTask, StepTasks, TaskStatus
from app.ui.icons import Icon
from app.ui.pages.left.lists import Ways, list_card
from app.ui.pages.left.task_row import TaskRow
from app.ui.places import AtAnswers, AtSection
from app.ui.theme.measures import TRIPLE_SPACE

#: How sections stand that are folded to one line, in the order of the lines.
_RESTING = (TaskStatus.DONE, TaskStatus.DOES_NOT_APPLY)


def build_by_step(column: QVBoxLayout, steps: Sequence[StepTasks], ways: Ways, notes: Mapping[str, str]) -> None:
    """One card with a part for each step; the first with open points is open, and all that have parked questions.

    ``notes`` are those beside answers, by the id of the question: they may say why something is parked.
    """
    card = list_card()
    first = next((each for each in steps if _open_points(each)), None)
    for tasks in steps:
        card.body.addWidget(
            ways.fold(
                f"step {tasks.step.id}",
                f"{tasks.step.number} {tasks.step.title}",
                _beside(tasks),
                lambda inside, tasks=tasks: _build_step(inside, tasks, ways, notes),  # type: ignore[misc]
                is_open=tasks is first or _parked(tasks) > 0,
            )
        )
    column.addWidget(card)


def _build_step(column: QVBoxLayout, tasks: StepTasks, ways: Ways, notes: Mapping[str, str]) -> None:
    """What is to do stands first; sections that are done, or do not apply, wait folded on a line beside it."""
    resting = {status: tuple(each for each in tasks.sections if _rests(each, status)) for status in _RESTING}
    waiting = tuple(each for each in tasks.sections if not any(each in found for found in resting.values()))
    # Where nothing waits, whoever unfolds the step wishes to see its sections.
    _add_sections(column, waiting or tasks.sections, ways, notes)
    for status, found in resting.items() if waiting else ():
        if found:
            column.addWidget(
                ways.fold(
                    f"step {tasks.step.id} {status.name}",
                    f"{status.value}: {counted(len(found), 'section', 'sections')}",
                    "",
                    lambda inside, found=found: _add_sections(inside, found, ways, notes),  # type: ignore[misc]
                    is_open=False,
                )
            )
    words = f"Check your answers to step {tasks.step.number}"
    column.addWidget(ways.link(words, AtAnswers(tasks.step.id), icon=Icon.PREVIEW))


def _rests(task: SectionTask, status: TaskStatus) -> bool:
    """Whether nobody has to do anything about a section that stands so."""
    return task.status is status and not (task.left or task.todos)


def _add_sections(column: QVBoxLayout, sections: Sequence[SectionTask], ways: Ways, notes: Mapping[str, str]) -> None:
    for task in sections:
        row = TaskRow(task.section.title, task.status, _below(task))
        ways.lead(row, AtSection(task.section.id))
        column.addWidget(row)
        asked = [each for each in task.section.questions if each in task.left or each in task.parked]
        if asked:
            column.addWidget(_questions(asked, task, ways, notes))


def _questions(asked: Sequence[Question], task: SectionTask, ways: Ways, notes: Mapping[str, str]) -> QWidget:
    """Links to questions of a section, further in than what is of the whole step."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(TRIPLE_SPACE, 0, 0, 0)
    column.setSpacing(0)
    for question in asked:
        icon = Icon.PARK if question in task.parked else Icon.EDIT
        column.addWidget(ways.question_link(question, _about(question, task, notes), icon))
    return holder


def _about(question: Question, task: SectionTask, notes: Mapping[str, str]) -> str:
    """Why a question that is parked is listed: it may be an open point too, and its note may say why it was put off."""
    if question not in task.parked:
        return ""
    words = "Open point, parked" if question in task.left else "Parked"
    note = notes.get(question.id, "")
    return f"{words}. Note: {note}" if note else words


def _beside(tasks: StepTasks) -> str:
    done = f"{tasks.done} of {counted(tasks.applying, 'section', 'sections')} done"
    points, todos = _open_points(tasks), sum(len(each.todos) for each in tasks.sections)
    both = sum(each.progress.left_parked for each in tasks.sections)
    parked = _parked(tasks) - both
    among = f" ({both} parked)" if both else ""
    parts = [counted(points, "open point", "open points") + among] if points else []
    parts += [counted(todos, "to-do", "to-dos")] if todos else []
    parts += [f"{parked} parked"] if parked else []
    return ", ".join((*parts, done))


def _open_points(tasks: StepTasks) -> int:
    return sum(len(each.left) for each in tasks.sections)


def _parked(tasks: StepTasks) -> int:
    return sum(len(each.parked) for each in tasks.sections)


def _below(task: SectionTask) -> str:
    """What there is to know of a section: why it has to wait, or how far it is."""
    match task.status:
        case TaskStatus.DOES_NOT_APPLY:
            return "Your earlier answers make it unnecessary."
        case TaskStatus.CANNOT_START if task.first is not None:
            return f"First answer: {task.first.label}"
        case _:
            todos = counted(len(task.todos), "to-do", "to-dos") if task.todos else ""
            return ", ".join(part for part in (task.progress.in_words, todos) if part)
