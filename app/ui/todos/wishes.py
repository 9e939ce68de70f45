"""What a user can wish for about to-dos, as a closed union that a list emits and the session carries out."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, assert_never

from app.domain.todos import Todo
from app.ui.session import ProjectSession


@dataclass(frozen=True, slots=True)
class TodoWords:
    """What was typed: what is to be done, by whom and by when."""

    text: str
    person: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class AddWish:
    """Add a to-do, perhaps about a question."""

    words: TodoWords
    question: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeWish:
    """Say a to-do anew; it is given as it was on the screen."""

    before: Todo
    words: TodoWords


@dataclass(frozen=True, slots=True)
class TickWish:
    """Tick a to-do off, or open it again."""

    todo: Todo
    is_done: bool


@dataclass(frozen=True, slots=True)
class RemoveWish:
    """Take a to-do away."""

    todo: Todo


TodoWish: TypeAlias = AddWish | ChangeWish | TickWish | RemoveWish


def carry_out(session: ProjectSession, wish: TodoWish) -> bool:
    """Carry a wish out. Where it cannot be, the session says why and nothing has changed."""
    match wish:
        case AddWish(words, question):
            return session.add_todo(words.text, words.person, words.due, question)
        case ChangeWish(before, words):
            return session.change_todo(before, words.text, words.person, words.due)
        case TickWish(todo, is_done):
            return session.tick_todo(todo, is_done=is_done)
        case RemoveWish(todo):
            return session.remove_todo(todo)
        case _:
            assert_never(wish)
