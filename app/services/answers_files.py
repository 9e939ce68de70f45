"""Answers files without a workspace: turned into answers, written from answers, and described as a JSON Schema."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_never

from app.content.answers_files import FORMAT, AnswersFile, read_answers_file
from app.content.catalogue import Content
from app.content.example_files import ExampleName
from app.content.origins import TOLD
from app.content.todos import LONGEST_PERSON, LONGEST_TODO
from app.domain.answers import Answer, Answers, Origin, Row, State
from app.domain.pasting import bounds_of
from app.domain.questions import Column, Question
from app.domain.todos import Todo
from app.domain.values import Duration, Kind, Organisation, Person, Unit, Value
from app.domain.wording import row_in_words
from app.errors import NotFoundError
from app.services.files_beside import write_beside

_TODO_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {
        "text": {"type": "string", "minLength": 1, "maxLength": LONGEST_TODO},
        "person": {"type": "string", "maxLength": LONGEST_PERSON},
        "due": {"type": "string", "format": "date"},
        "question": {"type": "string"},
        "done": {"type": "boolean"},
    },
}
_ORIGINS = [origin.value for origin in TOLD]
_ORIGINS_SCHEMA = {"anyOf": [{"enum": _ORIGINS}, {"type": "array", "items": {"enum": [*_ORIGINS, ""]}}]}


class AnswersFiles:
    """Reads and writes answers files, and finds the examples that ship."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def examples(self) -> Mapping[str, AnswersFile]:
        """The examples by id."""
        return self._content.examples

    def example_names(self) -> tuple[ExampleName, ...]:
        """What the start page says of the examples, in their order."""
        return tuple(ExampleName(key, file.name, file.summary) for key, file in self._content.examples.items())

    def example(self, example_id: str) -> AnswersFile:
        """One example. Raises NotFoundError."""
        if example_id not in self._content.examples:
            known = ", ".join(self._content.examples)
            raise NotFoundError(f"There is no example “{example_id}”. The examples are {known}.")
        return self._content.examples[example_id]

    def read(self, path: Path) -> AnswersFile:
        """Read and check a file. Raises AnswersFileError with every problem; nothing is stored."""
        return read_answers_file(path, self._content.questionnaire)

    def answers(self, file: AnswersFile, origin: Origin) -> Answers:
        """The answers of a file as they would be once stored; of this origin where the file tells of no other."""
        found = {}
        for question_id in dict.fromkeys((*file.scalars, *file.notes, *file.states)):
            value = file.scalars.get(question_id)
            state = State.OPEN if value is None and question_id not in file.tables else State.ANSWERED
            came = file.origin(question_id) or origin
            found[question_id] = Answer(
                question_id, value, file.states.get(question_id, state), came, file.notes.get(question_id, "")
            )
        tables = {
            question_id: tuple(
                Row(row.id, row.cells, file.origin(question_id, number) or origin) for number, row in enumerate(rows)
            )
            for question_id, rows in file.tables.items()
        }
        return Answers(found, tables)

    def write(self, path: Path, name: str, answers: Answers, todos: Sequence[Todo] = ()) -> Path:
        """Write an answers file that reads back the same. Raises ExportError, DiskFullError."""
        data = self.data(name, answers, todos)
        return write_beside(path, (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode())

    def data(self, name: str, answers: Answers, todos: Sequence[Todo] = ()) -> dict[str, Any]:
        """The plain data of an answers file; the entry for to-dos is there only if there are any."""
        questionnaire = self._content.questionnaire
        values: dict[str, Any] = {}
        for question in questionnaire.questions:
            if question.kind is Kind.TABLE:
                rows = [self._row(question, row, answers) for row in answers.rows(question.id)]
                if rows:
                    values[question.id] = rows
            else:
                value = answers.value(question.id)
                if value is not None:
                    values[question.id] = self._value(value, question, answers)
        kept = [answer for answer in answers.answers.values() if questionnaire.has(answer.question_id)]
        usual = {State.OPEN, State.ANSWERED}
        return {
            "format": FORMAT,
            "name": name,
            "answers": values,
            "notes": {answer.question_id: answer.note for answer in kept if answer.note},
            "states": {answer.question_id: answer.state.value for answer in kept if answer.state not in usual},
            **self._origins(answers),
            **({"todos": [self._todo(todo) for todo in todos]} if todos else {}),
        }

    def _origins(self, answers: Answers) -> dict[str, Any]:
        """What documents tell of how answers and rows came to be; no entry at all where that is nothing."""
        known = self._content.questionnaire.has
        single = {
            each.question_id: each.origin.value
            for each in answers.answers.values()
            if each.value is not None and each.origin in TOLD and known(each.question_id)
        }
        tables = {
            question_id: [row.origin.value if row.origin in TOLD else "" for row in rows]
            for question_id, rows in answers.tables.items()
            if known(question_id) and any(row.origin in TOLD for row in rows)
        }
        return {"origins": {**single, **tables}} if single or tables else {}

    def schema(self) -> dict[str, Any]:
        """A JSON Schema (2020-12) of an answers file, with every question and column."""
        questions = self._content.questionnaire.questions
        states = [state.value for state in State]
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Fiveways answers file",
            "type": "object",
            "required": ["format", "name", "answers"],
            "additionalProperties": False,
            "properties": {
                "format": {"const": FORMAT},
                "name": {"type": "string", "minLength": 1},
                "summary": {"type": "string"},
                "answers": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {question.id: _question_schema(question) for question in questions},
                },
                "notes": {"type": "object", "additionalProperties": {"type": "string"}},
                "states": {"type": "object", "additionalProperties": {"enum": states}},
                "origins": {"type": "object", "additionalProperties": _ORIGINS_SCHEMA},
                "todos": {"type": "array", "items": _TODO_SCHEMA},
            },
        }

    def _todo(self, todo: Todo) -> dict[str, Any]:
        is_known = todo.question_id is not None and self._content.questionnaire.has(todo.question_id)
        parts = {
            "text": todo.text,
            "person": todo.person,
            "due": "" if todo.due is None else todo.due.isoformat(),
            "question": todo.question_id if is_known else "",
            "done": todo.is_done,
        }
        return {key: part for key, part in parts.items() if part}

    def _row(self, question: Question, row: Row, answers: Answers) -> dict[str, Any]:
        return {
            column.id: self._value(row.cells[column.id], column, answers)
            for column in question.columns
            if column.id in row.cells
        }

    def _value(self, value: Value, asked: Question | Column, answers: Answers) -> Any:
        if asked.table is not None:
            names = self._row_names(asked.table, answers)
            if isinstance(value, tuple):
                return [names[row_id] for row_id in value if row_id in names]
            return names.get(str(value), str(value))
        return _plain(value)

    def _row_names(self, table_id: str, answers: Answers) -> dict[str, str]:
        """What each row of a table is called in a file: a member by its code where it has one."""
        table = self._content.questionnaire.question(table_id)
        names = {}
        for row in answers.rows(table_id):
            first = row.cells.get(table.columns[0].id)
            has_code = isinstance(first, Organisation) and first.code
            names[row.id] = (
                str(first.code)
                if isinstance(first, Organisation) and has_code
                else row_in_words(row, table, answers, self._content.questionnaire)
            )
        return names


def _plain(value: Value) -> Any:
    match value:
        case bool() | int() | str():
            return value
        case Decimal():
            return _number(value)
        case Duration(amount, unit):
            return {"amount": amount, "unit": unit.value}
        case date():
            return value.isoformat()
        case Organisation(name, code):
            return {"name": name, "code": code} if code else {"name": name}
        case Person(name, role):
            return {key: text for key, text in (("name", name), ("role", role)) if text}
        case tuple():
            return list(value)
        case _:
            assert_never(value)


def _number(value: Decimal) -> int | float | str:
    """A number as JSON has it; text where JSON's own kind of number would round it."""
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    return number if Decimal(str(number)) == value else str(value)


def _question_schema(question: Question) -> dict[str, Any]:
    if question.kind is not Kind.TABLE:
        return {"title": question.label, **_kind_schema(question)}
    return {
        "title": question.label,
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "required": [column.id for column in question.columns if column.is_required],
            "properties": {column.id: {"title": column.label, **_kind_schema(column)} for column in question.columns},
        },
    }


def _kind_schema(asked: Question | Column) -> dict[str, Any]:
    options = [option.id for option in asked.options]
    limits = {"minimum": bounds_of(asked).least, "maximum": bounds_of(asked).most}
    amount = {name: _number(limit) for name, limit in limits.items() if limit is not None}
    text = {"type": "string", "minLength": 1}
    match asked.kind:
        case Kind.TEXT | Kind.LONG_TEXT | Kind.ROW:
            return text
        case Kind.ONE_OF:
            return {"enum": options}
        case Kind.SOME_OF:
            return {"type": "array", "minItems": 1, "items": {"enum": options}}
        case Kind.ROWS:
            return {"type": "array", "minItems": 1, "items": text}
        case Kind.YES_NO:
            return {"type": "boolean"}
        case Kind.WHOLE_NUMBER:
            return {"type": "integer", **amount}
        case Kind.PERCENTAGE | Kind.MONEY:
            return {"type": ["number", "string"], **amount}
        case Kind.DURATION:
            units = [unit.value for unit in asked.units or tuple(Unit)]
            return _object_schema({"amount": {"type": "integer", "minimum": 0}, "unit": {"enum": units}}, 2)
        case Kind.DATE:
            return {"type": "string", "format": "date"}
        case Kind.ORGANISATION:
            code = {"type": "string", "pattern": "^[A-Za-z0-9]{3,6}$"}
            return {**_object_schema({"name": text, "code": code}, 1), "required": ["name"]}
        case Kind.PERSON:
            return _object_schema({"name": {"type": "string"}, "role": {"type": "string"}}, 1)
        case Kind.TABLE:
            raise ValueError("A table holds no table.")
        case _:
            assert_never(asked.kind)


def _object_schema(properties: dict[str, Any], at_least: int) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "minProperties": at_least, "properties": properties}
