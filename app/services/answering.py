"""What can be done with answers: answer, clear, note, park, agree, change rows, undo and redo."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.content.catalogue import Content
from app.content.values import clean_text
from app.domain.act_words import Surroundings
from app.domain.answers import Answer, Answers, Origin, Row, State
from app.domain.identities import NewId
from app.domain.questions import Question
from app.domain.values import Kind, Organisation, Person, Value
from app.domain.wording import moment_in_words, row_in_words
from app.errors import AnswerError, ChangedElsewhereError, NotFoundError, StorageError
from app.services.act_summaries import summary_of
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
        now = self._workspace.present(collaborative)
        return self._snapshots.take(
            now.collaborative.id,
            now.collaborative.name,
            now.read.answers,
            None if now.undo is None else now.undo.summary,
            None if now.redo is None else now.redo.summary,
            todos=now.todos,
            token=now.token,
        )

    def answer(
        self,
        collaborative: str,
        question_id: str,
        value: Value | None,
        origin: Origin = Origin.TYPED,
        *,
        seen: Answers | None = None,
    ) -> Snapshot:
        """Give an answer, or take it away with None. Raises AnswerError, ChangedElsewhereError, StorageError.

        With the answers that the user has ``seen``, one that somebody else has changed since is not written over.
        """
        question = self._question(question_id)
        if question.kind is Kind.TABLE:
            raise AnswerError("A table is answered row by row.")
        revision = None if seen is None else _revision(seen.answer(question_id))
        change = SetAnswer(question_id, _cleaned(value), origin=origin, expected_revision=revision)
        try:
            return self._record(collaborative, [change])
        except ChangedElsewhereError as error:
            if isinstance(value, str) and question.kind in {Kind.TEXT, Kind.LONG_TEXT}:
                # The answer that is there now takes its place on the screen.
                raise ChangedElsewhereError(f"{error} You had entered “{value}”.") from error
            raise

    def accept_suggestion(self, collaborative: str, question_id: str) -> Snapshot:
        """Take the suggested value; documents mark it until somebody agrees or types it."""
        question = self._question(question_id)
        if question.suggestion is None:
            raise AnswerError("There is no suggestion for this question.")
        change = SetAnswer(question_id, question.suggestion.value, origin=Origin.SUGGESTION)
        return self._record(collaborative, [change])

    def note(self, collaborative: str, question_id: str, text: str) -> Snapshot:
        """Keep a note beside a question; an empty text takes it away."""
        self._question(question_id)
        return self._record(collaborative, [SetAnswer(question_id, note=clean_text(text).strip())])

    def park(self, collaborative: str, question_id: str) -> Snapshot:
        """Mark a question to come back to."""
        return self._state(collaborative, question_id, State.PARKED)

    def agree(self, collaborative: str, question_id: str) -> Snapshot:
        """Mark an answer as agreed by the members. Raises AnswerError where there is none."""
        answers = self._workspace.answers(collaborative)
        if not answers.is_answered(question_id):
            raise AnswerError("Answer the question before you mark it as agreed.")
        return self._state(collaborative, question_id, State.AGREED)

    def reopen(self, collaborative: str, question_id: str) -> Snapshot:
        """Take away the mark that a question is parked or agreed."""
        is_answered = self._workspace.answers(collaborative).is_answered(question_id)
        state = State.ANSWERED if is_answered else State.OPEN
        return self._state(collaborative, question_id, state)

    def put_row(
        self,
        collaborative: str,
        question_id: str,
        row_id: str | None,
        cells: Cells,
        position: int | None = None,
        *,
        seen: Answers | None = None,
    ) -> Snapshot:
        """Add a row, with the id given or a new one, or give the cells of a row anew.

        With the answers that the user has ``seen``, a row that somebody else has changed since is not written over.
        """
        self._question(question_id)
        row = row_id or self._new_id()
        known = None if seen is None else next((each for each in seen.rows(question_id) if each.id == row), None)
        revision = None if seen is None else _revision(known)
        change = PutRow(question_id, row, _cleaned_cells(cells), position, expected_revision=revision)
        return self._record(collaborative, [change])

    def add_rows(self, collaborative: str, question_id: str, rows: Sequence[Cells]) -> Snapshot:
        """Add several rows at the end as one act, as a paste does."""
        self._question(question_id)
        changes: list[Change] = [
            PutRow(question_id, self._new_id(), _cleaned_cells(cells), origin=Origin.IMPORT) for cells in rows
        ]
        if not changes:
            raise AnswerError("There are no rows to add.")
        return self._record(collaborative, changes)

    def move_row(self, collaborative: str, question_id: str, row_id: str, position: int) -> Snapshot:
        """Put a row at another place, counted from 0."""
        self._question(question_id)
        return self._record(collaborative, [MoveRow(question_id, row_id, position)])

    def remove_row(self, collaborative: str, question_id: str, row_id: str) -> Snapshot:
        """Take a row away; undo brings it back. Pointers to it are kept and read as missing."""
        self._question(question_id)
        return self._record(collaborative, [DeleteRow(question_id, row_id)])

    def clear_rows(self, collaborative: str, question_id: str) -> Snapshot:
        """Take every row of a table away as one act; undo brings them back."""
        self._question(question_id)
        return self._record(collaborative, [ReplaceRows(question_id, ())])

    def use_again(self, collaborative: str, question_id: str, moment: datetime) -> Snapshot:
        """Give a question the answer, or the rows, that it had at a moment with a time zone."""
        question = self._question(question_id)
        past = self._workspace.answers_at(collaborative, moment, {question_id})
        if question.kind is Kind.TABLE:
            return self._record(collaborative, [ReplaceRows(question_id, past.rows(question_id))])
        then = past.answer(question_id)
        if then is None or then.value is None:
            return self._record(collaborative, [SetAnswer(question_id, None)])
        return self._record(collaborative, [SetAnswer(question_id, then.value, origin=then.origin)])

    def bring_back(self, collaborative: str, moment: datetime) -> Snapshot:
        """Make every answer and row what it was at a moment with a time zone, as one act that undo takes back."""
        self._workspace.bring_back(collaborative, moment, f"Everything made as it was on {moment_in_words(moment)}")
        return self._as_saved(collaborative)

    def undo(self, collaborative: str) -> Snapshot:
        """Take back the latest act; nothing happens if there is none."""
        self._workspace.undo(collaborative)
        return self._as_saved(collaborative)

    def redo(self, collaborative: str) -> Snapshot:
        """Do again what was undone last; nothing happens if there is nothing."""
        self._workspace.redo(collaborative)
        return self._as_saved(collaborative)

    def row_choices(self, snapshot: Snapshot, table_id: str) -> tuple[tuple[str, str], ...]:
        """The rows of a table that a pointer may choose from: row id and name."""
        table = self._question(table_id)
        answers = snapshot.answers
        return tuple(
            (row.id, row_in_words(row, table, answers, self._content.questionnaire) or "Row without a name")
            for row in answers.rows(table_id)
        )

    def _state(self, collaborative: str, question_id: str, state: State) -> Snapshot:
        self._question(question_id)
        return self._record(collaborative, [SetAnswer(question_id, state=state)])

    def _question(self, question_id: str) -> Question:
        if not self._content.questionnaire.has(question_id):
            raise NotFoundError(f"There is no question “{question_id}”.")
        return self._content.questionnaire.question(question_id)

    def _record(self, collaborative: str, changes: Sequence[Change]) -> Snapshot:
        around = Surroundings(self._content.questionnaire, self._workspace.answers(collaborative))
        self._workspace.record(collaborative, changes, lambda made: summary_of(made, around))
        return self._as_saved(collaborative)

    def _as_saved(self, collaborative: str) -> Snapshot:
        """The collaborative after an act, which stays saved whatever comes of reading it."""
        try:
            return self.open(collaborative)
        except StorageError as error:
            raise StorageError(f"Your change is saved, but it could not be read back. {error}") from error


def _revision(known: Answer | Row | None) -> int:
    return 0 if known is None else known.revision


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
