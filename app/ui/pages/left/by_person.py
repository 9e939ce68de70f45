"""What is left, seen by person: every to-do by the name it is for, and what nobody has in hand."""

from collections.abc import Sequence
from datetime import date

from app.domain.wording import counted
from app.services.left import PersonTasks
from app.ui.todos.todo_list import TodoGroup

NOBODY = "Nobody named"


def groups_by_person(people: Sequence[PersonTasks], today: date) -> tuple[TodoGroup, ...]:
    """The open to-dos of each person who has any, under the name, with how many there are and how many are late."""
    groups = []
    for person in people:
        todos = tuple(each for each in person.todos if not each.is_done)
        if todos:
            late = sum(each.is_overdue(today) for each in todos)
            count = counted(len(todos), "to-do", "to-dos") + (f", {late} overdue" if late else "")
            groups.append(TodoGroup(todos, f"{person.name or NOBODY}: {count}", shows_person=False))
    return tuple(groups)
