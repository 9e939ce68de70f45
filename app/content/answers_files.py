"""Reads answers files: JSON with a name and an answer per question, refused as a whole with every problem."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from app.content.origins import read_origins
from app.content.todos import FileTodo, read_todos
from app.content.values import clean_text, read_value
from app.domain.answers import Origin, State
from app.domain.questions import Column, Question, Questionnaire
from app.domain.values import Kind, Organisation, Person, Value
from app.errors import AnswerError, AnswersFileError, AnswersProblem

FORMAT = "fiveways-answers/1"
_KEYS = {"format", "name", "summary", "answers", "notes", "states", "origins", "todos"}
_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row of a table: a row id of its own, new with each reading, and its cells."""

    id: str
    cells: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """A whole answers file, checked. Cells that point to rows hold the row ids of this file."""

    name: str
    summary: str
    scalars: Mapping[str, Value]
    tables: Mapping[str, tuple[FileRow, ...]]
    notes: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    todos: tuple[FileTodo, ...] = ()
    #: Of answers and of each row of tables, as far as the file tells.
    origins: Mapping[str, tuple[Origin | None, ...]] = field(default_factory=dict)

    def origin(self, question_id: str, row: int = 0) -> Origin | None:
        """How an answer, or a row of a table counted from 0, came to be; None where the file does not tell."""
        told = self.origins.get(question_id, ())
        return told[row] if row < len(told) else None


def read_answers_file(path: Path, questionnaire: Questionnaire) -> AnswersFile:
    """Read and check a file. Raises AnswersFileError with every problem and its path."""
    try:
        if path.stat().st_size > _LARGEST:
            raise _refusal("The file is larger than 50 MB; an answers file is much smaller.")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _refusal(f"The file cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise _refusal("The file is not text in UTF-8.") from error
    return read_answers_text(text, questionnaire)


def read_answers_text(text: str, questionnaire: Questionnaire) -> AnswersFile:
    """Read and check the JSON text of an answers file. Raises AnswersFileError with every problem and its path."""
    try:
        raw = json.loads(text, parse_float=Decimal, object_pairs_hook=_object)
    except _RepeatedKeyError as error:
        raise _refusal(f"The entry “{error}” is there twice; keep one.") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        said = f"This is no answers file of Fiveways, or it is damaged: it is not JSON at {place}."
        raise _refusal(said) from None
    except RecursionError:
        raise _refusal("The file has lists within lists without end, which no answers file has.") from None
    except (ValueError, ArithmeticError):
        # Python refuses whole numbers of thousands of digits, and powers of ten beyond all measure.
        raise _refusal("A number in the file is too long to be read.") from None
    return _Reading(questionnaire).whole(raw)


class _RepeatedKeyError(Exception):
    pass


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _RepeatedKeyError(key)
        found[key] = value
    return found


def _refusal(reason: str) -> AnswersFileError:
    return AnswersFileError((AnswersProblem("", reason),))


class _Reading:
    """One file being read; keeps every problem with its path."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire
        self._problems: list[AnswersProblem] = []

    def whole(self, raw: object) -> AnswersFile:
        if not isinstance(raw, dict) or raw.get("format") != FORMAT:
            raise _refusal(f"This is not an answers file: “format” must be “{FORMAT}”.")
        for key in sorted(set(raw) - _KEYS):
            self._problem(key, "This entry is not known.")
        name = self._name(raw)
        answers = self._mapping(raw, "answers")
        scalars: dict[str, Value] = {}
        tables: dict[str, tuple[FileRow, ...]] = {}
        for question_id, value in answers.items():
            path = f"answers.{question_id}"
            if not self._questionnaire.has(question_id):
                self._problem(path, "There is no question with this id.")
                continue
            question = self._questionnaire.question(question_id)
            if question.kind is Kind.TABLE:
                tables[question_id] = self._rows(question, value, path)
            else:
                self._value(value, question, path, scalars, question_id)
        tables = self._point_to_rows(tables)
        self._point_scalars(scalars, tables)
        notes, states = self._notes(raw), self._states(raw)
        count = {question_id: len(rows) for question_id, rows in tables.items()}
        origins = read_origins(raw.get("origins", {}), self._questionnaire, count, self._problem)
        todos = read_todos(raw.get("todos", []), self._questionnaire, self._problem)
        if self._problems:
            raise AnswersFileError(tuple(self._problems))
        return AnswersFile(name, str(raw.get("summary", "")), scalars, tables, notes, states, todos, origins)

    def _name(self, raw: dict[str, object]) -> str:
        name = raw.get("name")
        cleaned = " ".join(clean_text(name).split()) if isinstance(name, str) else ""
        if not cleaned:
            self._problem("name", "The file needs the name of the collaborative.")
        if not isinstance(raw.get("summary", ""), str):
            self._problem("summary", "This must be text.")
        return cleaned

    def _mapping(self, raw: dict[str, object], key: str) -> dict[str, object]:
        found = raw.get(key, {})
        if not isinstance(found, dict):
            self._problem(key, "This must be an object with question ids as keys.")
            return {}
        return found

    def _rows(self, question: Question, raw: object, path: str) -> tuple[FileRow, ...]:
        if not isinstance(raw, list):
            self._problem(path, "A table needs a list of rows.")
            return ()
        rows = []
        for number, each in enumerate(raw):
            row_path = f"{path}[{number}]"
            if not isinstance(each, dict) or not each:
                self._problem(row_path, "A row must be an object with at least one column.")
                continue
            cells: dict[str, Value] = {}
            for column_id, value in each.items():
                column = question.column(column_id)
                if column is None:
                    known = ", ".join(column.id for column in question.columns)
                    self._problem(f"{row_path}.{column_id}", f"There is no such column; the columns are {known}.")
                else:
                    self._value(value, column, f"{row_path}.{column_id}", cells, column_id)
            for column in question.columns:
                if column.is_required and column.id not in each:
                    self._problem(f"{row_path}.{column.id}", "This is missing, and a row needs it.")
            rows.append(FileRow(f"{question.id}:{number + 1}", cells))
        return tuple(rows)

    def _value(self, raw: object, asked: Question | Column, path: str, into: dict[str, Value], key: str) -> None:
        try:
            into[key] = read_value(raw, asked)
        except AnswerError as error:
            self._problem(path, str(error))

    def _point_to_rows(self, tables: dict[str, tuple[FileRow, ...]]) -> dict[str, tuple[FileRow, ...]]:
        pointed = {}
        for question_id, rows in tables.items():
            question = self._questionnaire.question(question_id)
            found = []
            for number, row in enumerate(rows):
                cells = dict(row.cells)
                for column in question.columns:
                    if column.id in cells and column.table is not None:
                        path = f"answers.{question_id}[{number}].{column.id}"
                        cells[column.id] = self._point(cells[column.id], column.table, tables, path)
                found.append(FileRow(row.id, cells))
            pointed[question_id] = tuple(found)
        return pointed

    def _point_scalars(self, scalars: dict[str, Value], tables: dict[str, tuple[FileRow, ...]]) -> None:
        for question_id, value in list(scalars.items()):
            table = self._questionnaire.question(question_id).table
            if table is not None:
                scalars[question_id] = self._point(value, table, tables, f"answers.{question_id}")

    def _point(self, value: Value, table: str, tables: Mapping[str, tuple[FileRow, ...]], path: str) -> Value:
        if isinstance(value, tuple):
            return tuple(self._find(name, table, tables, path) for name in value)
        return self._find(str(value), table, tables, path)

    def _find(self, name: str, table: str, tables: Mapping[str, tuple[FileRow, ...]], path: str) -> str:
        # A table that is none has no rows to find; the check of the content says so, and examples are read before it.
        columns = self._questionnaire.question(table).columns if self._questionnaire.has(table) else ()
        first = columns[0].id if columns else ""
        rows = [row for row in tables.get(table, ()) if name.casefold() in _names(row.cells.get(first))]
        if len(rows) != 1:
            what = "No row" if not rows else "More than one row"
            self._problem(path, f"{what} of {table} is called “{name}”; name it by its first column.")
            return name
        return rows[0].id

    def _notes(self, raw: dict[str, object]) -> dict[str, str]:
        notes = {}
        for question_id, note in self._mapping(raw, "notes").items():
            if not self._questionnaire.has(question_id):
                self._problem(f"notes.{question_id}", "There is no question with this id.")
            elif not isinstance(note, str):
                self._problem(f"notes.{question_id}", "A note must be text.")
            else:
                notes[question_id] = clean_text(note).strip()
        return notes

    def _states(self, raw: dict[str, object]) -> dict[str, State]:
        states = {}
        for question_id, word in self._mapping(raw, "states").items():
            try:
                states[question_id] = State(word)
            except ValueError:
                known = ", ".join(state.value for state in State)
                self._problem(f"states.{question_id}", f"A state is one of {known}.")
            if not self._questionnaire.has(question_id):
                self._problem(f"states.{question_id}", "There is no question with this id.")
        return states

    def _problem(self, path: str, reason: str) -> None:
        self._problems.append(AnswersProblem(path, reason))


def _names(value: Value | None) -> set[str]:
    match value:
        case Organisation(name, code):
            return {name.casefold()} | ({code.casefold()} if code else set())
        case Person(name, role):
            return {name.casefold(), role.casefold()} - {""}
        case str():
            return {value.casefold()}
        case _:
            return set()
