"""What is left, seen by person: every to-do by the name it is for, and what nobody has in hand."""

from collections.abc import Sequence
from datetime import date

from app.domain.todos import Todo
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
            groups.append(TodoGroup(todos, f"{person.name or NOBODY}: {_count(todos, today)}", shows_person=False))
    return tuple(groups)


def _count(todos: Sequence[Todo], today: date) -> str:
    """How many they are, and how many of them are late."""
    late = sum(each.is_overdue(today) for each in todos)
    count = counted(len(todos), "to-do", "to-dos")
    if not late:
        return count
    if late == len(todos):
        return f"{count}, overdue" if late == 1 else f"{count}, all overdue"
    return f"{count}, {late} overdue"
