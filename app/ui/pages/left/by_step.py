"""What is left, seen by step: every section as a task, with the questions that are still open below it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.todos import Todo
from app.domain.wording import counted
from app.services.left import SectionTask, StepTasks, TaskStatus
from app.ui.icons import Icon
from app.ui.pages.left.lists import Ways, list_card
from app.ui.pages.left.task_row import TaskRow
from app.ui.places import AtAnswers, AtSection
from app.ui.theme.measures import TRIPLE_SPACE
from app.ui.todos.todo_row import details_of

#: How sections stand that are folded to one line, in the order of the lines.
_RESTING = (TaskStatus.DONE, TaskStatus.DOES_NOT_APPLY)


def build_by_step(column: QVBoxLayout, steps: Sequence[StepTasks], ways: Ways, today: date) -> None:
    """One card with a part for each step; the first with open points is open, and all that have to-dos."""
    card = list_card()
    first = next((each for each in steps if _open_points(each)), None)
    for tasks in steps:
        card.body.addWidget(
            ways.fold(
                f"step {tasks.step.id}",
                f"{tasks.step.number} {tasks.step.title}",
                _beside(tasks),
                lambda inside, tasks=tasks: _build_step(inside, tasks, ways, today),  # type: ignore[misc]
                is_open=tasks is first or bool(_todos(tasks)),
            )
        )
    column.addWidget(card)


def _build_step(column: QVBoxLayout, tasks: StepTasks, ways: Ways, today: date) -> None:
    """What is to do stands first; sections that are done, or do not apply, wait folded on a line beside it."""
    resting = {status: tuple(each for each in tasks.sections if _rests(each, status)) for status in _RESTING}
    waiting = tuple(each for each in tasks.sections if not any(each in found for found in resting.values()))
    # Where nothing waits, whoever unfolds the step wishes to see its sections.
    _add_sections(column, waiting or tasks.sections, ways, today)
    for status, found in resting.items() if waiting else ():
        if found:
            column.addWidget(
                ways.fold(
                    f"step {tasks.step.id} {status.name}",
                    f"{status.value}: {counted(len(found), 'section', 'sections')}",
                    "",
                    lambda inside, found=found: _add_sections(inside, found, ways, today),  # type: ignore[misc]
                    is_open=False,
                )
            )
    words = f"Check your answers to step {tasks.step.number}"
    column.addWidget(ways.link(words, AtAnswers(tasks.step.id), icon=Icon.PREVIEW))


def _rests(task: SectionTask, status: TaskStatus) -> bool:
    """Whether nobody has to do anything about a section that stands so."""
    return task.status is status and not (task.left or task.todos)


def _add_sections(column: QVBoxLayout, sections: Sequence[SectionTask], ways: Ways, today: date) -> None:
    for task in sections:
        row = TaskRow(task.section.title, task.status, _below(task))
        ways.lead(row, AtSection(task.section.id))
        column.addWidget(row)
        if task.left or task.todos:
            inside = QVBoxLayout()
            inside.setSpacing(0)
            for question in task.left:
                inside.addWidget(ways.question_link(question, "Parked" if question in task.parked else ""))
            for todo in task.todos:
                place = AtSection(task.section.id, todo.question_id or "")
                inside.addWidget(ways.link(todo.text, place, _about(todo, today), Icon.BOX))
            indented = QHBoxLayout()
            indented.setContentsMargins(TRIPLE_SPACE, 0, 0, 0)
            indented.addLayout(inside)
            column.addLayout(indented)


def _beside(tasks: StepTasks) -> str:
    done = f"{tasks.done} of {tasks.applying} done"
    points, todos = _open_points(tasks), _todos(tasks)
    both = sum(each.progress.left_parked for each in tasks.sections)
    parked = sum(len(each.parked) for each in tasks.sections) - both
    among = f" ({both} parked)" if both else ""
    parts = [counted(points, "open point", "open points") + among] if points else []
    parts += [counted(todos, "to-do", "to-dos")] if todos else []
    parts += [f"{parked} parked"] if parked else []
    return ", ".join((*parts, done))


def _open_points(tasks: StepTasks) -> int:
    return sum(len(each.left) for each in tasks.sections)


def _todos(tasks: StepTasks) -> int:
    return sum(len(each.todos) for each in tasks.sections)


def _about(todo: Todo, today: date) -> str:
    """That it is a to-do, for whom and by when, and whether that day has passed."""
    parts = ("To-do", details_of(todo), "overdue" if todo.is_overdue(today) else "")
    return ", ".join(part for part in parts if part)


def _below(task: SectionTask) -> str:
    """What there is to know of a section: why it has to wait, or how far it is."""
    match task.status:
        case TaskStatus.DOES_NOT_APPLY:
            return "Your earlier answers make it unnecessary."
        case TaskStatus.CANNOT_START if task.first is not None:
            return f"First answer: {task.first.label}"
        case _:
            parts = [f"{task.progress.answered} of {task.progress.asked} answered"]
            if task.parked:
                parts.append(f"{len(task.parked)} parked")
            return ", ".join(parts)
