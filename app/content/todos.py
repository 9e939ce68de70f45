"""To-dos as they are typed or stand in an answers file: cleaned, checked, and refused with a sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.content.values import clean_text
from app.domain.questions import Questionnaire
from app.errors import AnswerError

LONGEST_TODO = 500
LONGEST_PERSON = 120
_KEYS = {"text", "person", "due", "question", "done"}

#: Takes the path of an entry and what is wrong with it.
Refuse = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class FileTodo:
    """One to-do of an answers file, checked."""

    text: str
    person: str = ""
    due: date | None = None
    question_id: str | None = None
    is_done: bool = False


def todo_text(typed: str) -> str:
    """What is to be done, in one line. Raises AnswerError where nothing or far too much is said."""
    text = " ".join(clean_text(typed).split())
    if not text:
        raise AnswerError("Say what is to be done.")
    if len(text) > LONGEST_TODO:
        raise AnswerError(f"This has {len(text)} characters; use {LONGEST_TODO} at most, or write a note instead.")
    return text


def todo_person(typed: str) -> str:
    """The name of whoever is to do it, in one line; empty for nobody. Raises AnswerError for a text beyond a name."""
    name = " ".join(clean_text(typed).split())
    if len(name) > LONGEST_PERSON:
        raise AnswerError(f"The name has {len(name)} characters; use {LONGEST_PERSON} at most.")
    return name


def read_todos(raw: object, questionnaire: Questionnaire, refuse: Refuse) -> tuple[FileTodo, ...]:
    """The to-dos in the plain data of an answers file; each problem is told to ``refuse`` with its path."""
    if not isinstance(raw, list):
        refuse("todos", "To-dos are a list.")
        return ()
    found = (_todo(each, f"todos[{number}]", questionnaire, refuse) for number, each in enumerate(raw))
    return tuple(each for each in found if each is not None)


def _todo(raw: object, path: str, questionnaire: Questionnaire, refuse: Refuse) -> FileTodo | None:
    if not isinstance(raw, dict):
        refuse(path, "A to-do must be an object with at least “text”.")
        return None
    for key in sorted(set(raw) - _KEYS):
        refuse(f"{path}.{key}", f"There is no such entry; a to-do has {', '.join(sorted(_KEYS))}.")
    question = raw.get("question")
    if question is not None and not (isinstance(question, str) and questionnaire.has(question)):
        refuse(f"{path}.question", "There is no question with this id.")
        question = None
    is_done = raw.get("done", False)
    if not isinstance(is_done, bool):
        refuse(f"{path}.done", "This must be true or false.")
    try:
        text = todo_text(_words(raw.get("text", "")))
        person = todo_person(_words(raw.get("person", "")))
        due = _day(raw.get("due"))
    except AnswerError as error:
        refuse(path, str(error))
        return None
    return FileTodo(text, person, due, question, is_done is True)


def _words(raw: object) -> str:
    if not isinstance(raw, str):
        raise AnswerError("“text” and “person” must be text.")
    return raw


def _day(raw: object) -> date | None:
    if raw is None:
        return None
    try:
        return date.fromisoformat(raw if isinstance(raw, str) else "")
    except ValueError:
        raise AnswerError("“due” must be a date such as 2026-08-06.") from None
