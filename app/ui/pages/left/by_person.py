"""What is left, seen by person: every to-do by the name it is for, and what nobody has in hand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from app.domain.todos import Todo
from app.domain.wording import counted
from app.services.left import PersonTasks
from app.ui.icons import Icon
from app.ui.pages.left.lists import Ways, list_card
from app.ui.parts.shortened_list import add_shortened
from app.ui.parts.text import TextLook, text_label
from app.ui.todos.todo_list import TodoGroup

NOBODY = "Nobody named"
#: A new collaborative has hundreds of open points: those beyond so many come at a press.
_MOST_LINKS = 12


def groups_by_person(people: Sequence[PersonTasks], today: date) -> tuple[TodoGroup, ...]:
    """The open to-dos of each person who has any, under the name, with how many there are and how many are late."""
    groups = []
    for person in people:
        todos = tuple(each for each in person.todos if not each.is_done)
        if todos:
            groups.append(TodoGroup(todos, f"{person.name or NOBODY}: {_count(todos, today)}", shows_person=False))
    return tuple(groups)


def build_for_nobody(column: QVBoxLayout, loose: PersonTasks, ways: Ways) -> None:
    """What nobody has in hand: open points, and questions that were put off; nothing at all where there is none."""
    about = [(each, "Open point", Icon.EDIT) for each in loose.lacking]
    about += [(each, "Parked", Icon.PARK) for each in loose.parked]
    if not about:
        return
    column.addWidget(text_label(f"{NOBODY} ({len(about)})", TextLook.HEADING))
    card = list_card()
    links = [ways.question_link(question, words, icon) for question, words, icon in about]
    add_shortened(card.body, links, NOBODY, _MOST_LINKS)
    column.addWidget(card)


def _count(todos: Sequence[Todo], today: date) -> str:
    """How many they are, and how many of them are late."""
    late = sum(each.is_overdue(today) for each in todos)
    count = counted(len(todos), "to-do", "to-dos")
    if not late:
        return count
    if late == len(todos):
        return f"{count}, overdue" if late == 1 else f"{count}, all overdue"
    return f"{count}, {late} overdue"
