"""What is left, seen by step: every section as a task, with the questions that are still open below it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.wording import counted
from app.services.left import SectionTask, StepTasks, TaskStatus
from app.ui.icons import Icon
from app.ui.pages.left.lists import Ways, list_card
from app.ui.pages.left.task_row import TaskRow
from app.ui.places import AtAnswers, AtSection
from app.ui.theme.measures import TRIPLE_SPACE


def build_by_step(column: QVBoxLayout, steps: Sequence[StepTasks], ways: Ways) -> None:
    """One card with a part for each step; the first with something left is open."""
    card = list_card()
    first = next((each for each in steps if _open_points(each)), None)
    for tasks in steps:
        card.body.addWidget(
            ways.fold(
                f"step {tasks.step.id}",
                f"{tasks.step.number} {tasks.step.title}",
                _beside(tasks),
                lambda inside, tasks=tasks: _build_step(inside, tasks, ways),  # type: ignore[misc]
                is_open=tasks is first,
            )
        )
    column.addWidget(card)


def _build_step(column: QVBoxLayout, tasks: StepTasks, ways: Ways) -> None:
    for task in tasks.sections:
        row = TaskRow(task.section.title, task.status, _below(task))
        ways.lead(row, AtSection(task.section.id))
        column.addWidget(row)
        if task.left:
            inside = QVBoxLayout()
            inside.setSpacing(0)
            for question in task.left:
                inside.addWidget(ways.question_link(question))
            indented = QHBoxLayout()
            indented.setContentsMargins(TRIPLE_SPACE, 0, 0, 0)
            indented.addLayout(inside)
            column.addLayout(indented)
    words = f"Check your answers to step {tasks.step.number}"
    column.addWidget(ways.link(words, AtAnswers(tasks.step.id), icon=Icon.CHECK))


def _beside(tasks: StepTasks) -> str:
    done = f"{tasks.done} of {tasks.applying} done"
    points = _open_points(tasks)
    return f"{counted(points, 'open point', 'open points')}, {done}" if points else done


def _open_points(tasks: StepTasks) -> int:
    return sum(len(each.left) for each in tasks.sections)


def _below(task: SectionTask) -> str:
    """What there is to know of a section: why it has to wait, or how far it is."""
    match task.status:
        case TaskStatus.DOES_NOT_APPLY:
            return "Earlier answers do not call for it."
        case TaskStatus.CANNOT_START if task.first is not None:
            return f"First answer: {task.first.label}"
        case _:
            parts = [f"{task.progress.answered} of {task.progress.asked} answered"]
            if task.parked:
                parts.append(f"{len(task.parked)} parked")
            return ", ".join(parts)
