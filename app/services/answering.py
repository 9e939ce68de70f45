"""What can be done with answers: answer, clear, note, park, agree, change rows, undo and redo."""

from collections.abc import Mapping, Sequence

from app.content.catalogue import Content
from app.content.values import clean_text
from app.domain.answers import Origin, State
from app.domain.identities import NewId
from app.domain.questions import Question
from app.domain.values import Kind, Organisation, Person, Value
from app.domain.wording import counted, row_in_words
from app.errors import AnswerError, NotFoundError
from app.services.snapshots import Snapshot, Snapshots
from app.storage.changes import Change, DeleteRow, MoveRow, PutRow, ReplaceRows, SetAnswer
from app.storage.workspace import Workspace

Cells = Mapping[str, Value]


class Answering:
    """Each act is saved before it returns, and gives back a fresh snapshot of the collaborative."""

    def __init__(self, workspace: Workspace, content: Content, snapshots: Snapshots, new_id: NewId) -> None:
        self._workspace = workspace
        self._content = content
        self._snapshots = snapshots
        self._new_id = new_id

    def open(self, collaborative: str) -> Snapshot:
        """The collaborative as it is now. Raises NotFoundError."""
        found = self._workspace.collaborative(collaborative)
        undo, redo = self._workspace.undoable(collaborative), self._workspace.redoable(collaborative)
        return self._snapshots.take(
            found.id,
            found.name,
            self._workspace.answers(collaborative),
            None if undo is None else undo.summary,
            None if redo is None else redo.summary,
        )

    def answer(
        self, collaborative: str, question_id: str, value: Value | None, origin: Origin = Origin.TYPED
    ) -> Snapshot:
        """Give an answer, or take it away with None. Raises AnswerError, ChangedElsewhereError, StorageError."""
        question = self._question(question_id)
        if question.kind is Kind.TABLE:
            raise AnswerError("A table is answered row by row.")
        change = SetAnswer(question_id, _cleaned(value), origin=origin)
        return self._record(collaborative, [change], f"{'Clear' if value is None else 'Answer'}: {question.label}")

    def accept_suggestion(self, collaborative: str, question_id: str) -> Snapshot:
        """Take the suggested value; documents mark it until somebody agrees or types it."""
        question = self._question(question_id)
        if question.suggestion is None:
            raise AnswerError("There is no suggestion for this question.")
        change = SetAnswer(question_id, question.suggestion.value, origin=Origin.SUGGESTION)
        return self._record(collaborative, [change], f"Take the suggestion: {question.label}")

    def note(self, collaborative: str, question_id: str, text: str) -> Snapshot:
        """Keep a note beside a question; an empty text takes it away."""
        question = self._question(question_id)
        change = SetAnswer(question_id, note=clean_text(text).strip())
        return self._record(collaborative, [change], f"Note: {question.label}")

    def park(self, collaborative: str, question_id: str) -> Snapshot:
        """Mark a question to come back to."""
        return self._state(collaborative, question_id, State.PARKED, "Park")

    def agree(self, collaborative: str, question_id: str) -> Snapshot:
        """Mark an answer as agreed by the members. Raises AnswerError where there is none."""
        answers = self._workspace.answers(collaborative)
        if not answers.is_answered(question_id):
            raise AnswerError("Answer the question before you mark it as agreed.")
        return self._state(collaborative, question_id, State.AGREED, "Agree")

    def reopen(self, collaborative: str, question_id: str) -> Snapshot:
        """Take away the mark that a question is parked or agreed."""
        is_answered = self._workspace.answers(collaborative).is_answered(question_id)
        state = State.ANSWERED if is_answered else State.OPEN
        return self._state(collaborative, question_id, state, "Reopen")

    def put_row(
        self,
        collaborative: str,
        question_id: str,
        row_id: str | None,
        cells: Cells,
        position: int | None = None,
    ) -> Snapshot:
        """Add a row (no row id) or give the cells of a row anew."""
        question = self._question(question_id)
        change = PutRow(question_id, row_id or self._new_id(), _cleaned_cells(cells), position)
        verb = "Change a row" if row_id else "Add a row"
        return self._record(collaborative, [change], f"{verb}: {question.label}")

    def add_rows(self, collaborative: str, question_id: str, rows: Sequence[Cells]) -> Snapshot:
        """Add several rows at the end as one act, as a paste does."""
        question = self._question(question_id)
        changes: list[Change] = [
            PutRow(question_id, self._new_id(), _cleaned_cells(cells), origin=Origin.IMPORT) for cells in rows
        ]
        if not changes:
            raise AnswerError("There are no rows to add.")
        return self._record(collaborative, changes, f"Paste {counted(len(changes), 'row', 'rows')}: {question.label}")

    def move_row(self, collaborative: str, question_id: str, row_id: str, position: int) -> Snapshot:
        """Put a row at another place, counted from 0."""
        question = self._question(question_id)
        return self._record(collaborative, [MoveRow(question_id, row_id, position)], f"Move a row: {question.label}")

    def remove_row(self, collaborative: str, question_id: str, row_id: str) -> Snapshot:
        """Take a row away; undo brings it back. Pointers to it are kept and read as missing."""
        question = self._question(question_id)
        return self._record(collaborative, [DeleteRow(question_id, row_id)], f"Remove a row: {question.label}")

    def clear_rows(self, collaborative: str, question_id: str) -> Snapshot:
        """Take every row of a table away as one act; undo brings them back."""
        question = self._question(question_id)
        return self._record(collaborative, [ReplaceRows(question_id, ())], f"Remove all rows: {question.label}")

    def undo(self, collaborative: str) -> Snapshot:
        """Take back the latest act; nothing happens if there is none."""
        self._workspace.undo(collaborative)
        return self.open(collaborative)

    def redo(self, collaborative: str) -> Snapshot:
        """Do again what was undone last; nothing happens if there is nothing."""
        self._workspace.redo(collaborative)
        return self.open(collaborative)

    def row_choices(self, snapshot: Snapshot, table_id: str) -> tuple[tuple[str, str], ...]:
        """The rows of a table that a pointer may choose from: row id and name."""
        table = self._question(table_id)
        answers = snapshot.answers
        return tuple(
            (row.id, row_in_words(row, table, answers, self._content.questionnaire) or "Row without a name")
            for row in answers.rows(table_id)
        )

    def _state(self, collaborative: str, question_id: str, state: State, verb: str) -> Snapshot:
        question = self._question(question_id)
        return self._record(collaborative, [SetAnswer(question_id, state=state)], f"{verb}: {question.label}")

    def _question(self, question_id: str) -> Question:
        if not self._content.questionnaire.has(question_id):
            raise NotFoundError(f"There is no question “{question_id}”.")
        return self._content.questionnaire.question(question_id)

    def _record(self, collaborative: str, changes: Sequence[Change], summary: str) -> Snapshot:
        self._workspace.record(collaborative, changes, summary)
        return self.open(collaborative)


def _cleaned_cells(cells: Cells) -> dict[str, Value]:
    return {column: value for column, cell in cells.items() if (value := _cleaned(cell)) is not None}


def _cleaned(value: Value | None) -> Value | None:
    """The value without what no page can show; an empty text, name or person is no answer."""
    match value:
        case str():
            return clean_text(value).strip() or None
        case Organisation(name, code):
            shown = _one_line(name)
            return Organisation(shown, code) if shown else None
        case Person(name, role):
            person = Person(_one_line(name), _one_line(role))
            return person if person.name or person.role else None
        case _:
            return value


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())
