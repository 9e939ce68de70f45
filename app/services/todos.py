"""What can be done with to-dos: add, change, tick off and remove them, each an act that undo takes back."""

from collections.abc import Callable
from datetime import date

from app.content.catalogue import Content
from app.content.todos import todo_person, todo_text
from app.domain.identities import NewId
from app.domain.todos import Todo
from app.errors import NotFoundError
from app.services.snapshots import Snapshot
from app.storage.changes import UNCHANGED, AddTodo, Change, ChangeTodo, RemoveTodo
from app.storage.workspace import Workspace

#: More letters of a to-do than these do not fit into the line that says what undo would take back.
_SHORT = 60


class Todos:
    """Each act is saved before it returns, and gives back a fresh snapshot of the collaborative."""

    def __init__(
        self, workspace: Workspace, content: Content, open_snapshot: Callable[[str], Snapshot], new_id: NewId
    ) -> None:
        self._workspace = workspace
        self._content = content
        self._open = open_snapshot
        self._new_id = new_id

    def add(
        self, collaborative: str, text: str, person: str = "", due: date | None = None, question_id: str | None = None
    ) -> Snapshot:
        """Add a to-do, perhaps about a question. Raises AnswerError, NotFoundError, StorageError."""
        if question_id is not None and not self._content.questionnaire.has(question_id):
            raise NotFoundError(f"There is no question “{question_id}”.")
        text = todo_text(text)
        added = AddTodo(self._new_id(), text, todo_person(person), due, question_id)
        return self._record(collaborative, added, f"To-do added: {in_short(text)}")

    def change(self, collaborative: str, before: Todo, text: str, person: str, due: date | None) -> Snapshot:
        """Say anew what is to be done, by whom and by when; no person and no day take these away.

        ``before`` is the to-do as it was on the screen: what is still as it was there is left alone, so that a
        part that somebody else has changed meanwhile stays. Raises AnswerError, NotFoundError, StorageError.
        """
        text, person = todo_text(text), todo_person(person)
        changed = ChangeTodo(
            before.id,
            UNCHANGED if text == before.text else text,
            UNCHANGED if person == before.person else person,
            UNCHANGED if due == before.due else due,
        )
        return self._record(collaborative, changed, f"To-do changed: {in_short(text)}")

    def tick(self, collaborative: str, todo_id: str, *, is_done: bool) -> Snapshot:
        """Tick a to-do off, or open it again."""
        what = "ticked off" if is_done else "opened again"
        words = in_short(self._found(collaborative, todo_id).text)
        return self._record(collaborative, ChangeTodo(todo_id, is_done=is_done), f"To-do {what}: {words}")

    def remove(self, collaborative: str, todo_id: str) -> Snapshot:
        """Take a to-do away; undo brings it back."""
        words = in_short(self._found(collaborative, todo_id).text)
        return self._record(collaborative, RemoveTodo(todo_id), f"To-do removed: {words}")

    def _found(self, collaborative: str, todo_id: str) -> Todo:
        found = next((each for each in self._workspace.todos(collaborative) if each.id == todo_id), None)
        if found is None:
            raise NotFoundError("This to-do is not there any more. It was removed elsewhere; add it again if need be.")
        return found

    def _record(self, collaborative: str, change: Change, summary: str) -> Snapshot:
        self._workspace.record(collaborative, [change], summary)
        return self._open(collaborative)


def in_short(text: str) -> str:
    """The beginning of a text, cut between two words where it can be."""
    if len(text) <= _SHORT:
        return text
    return f"{text[:_SHORT].rsplit(' ', 1)[0]} …"
