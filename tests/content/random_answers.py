"""Makes answers at random over every question, so that tests can meet designs that nobody thought of."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from app.domain.answers import Answer, Answers, Origin, Row
from app.domain.questions import Column, Question, Questionnaire
from app.domain.values import Duration, Kind, Organisation, Person, Unit, Value

_WORDS = ("shared services", "R&D <lab>", "the {members} plan", "*stars* and __lines__", "a longer piece of text")


class Chances(dict[str, Random]):
    """A chance of its own for each question, so that a question more or less changes no other's answers."""

    def __missing__(self, question_id: str) -> Random:
        self[question_id] = Random(question_id)
        return self[question_id]


def random_answers(questionnaire: Questionnaire, chances: Chances, answered: float = 0.85) -> Answers:
    """Answers to about this share of the questions, others each time; tables have up to four rows."""
    tables = [question for question in questionnaire.questions if question.kind is Kind.TABLE]
    ids = {
        table.id: tuple(f"{table.id}:{n}" for n in range(_row_count(chances[table.id], answered))) for table in tables
    }
    rows = {table.id: _rows(table, ids, chances[table.id], answered) for table in tables if ids[table.id]}
    scalars = {}
    for question in questionnaire.questions:
        chance = chances[question.id]
        if question.kind is not Kind.TABLE and chance.random() < answered:
            value = random_value(question, ids, chance)
            if value is not None:
                origin = chance.choice((Origin.TYPED, Origin.SUGGESTION))
                scalars[question.id] = Answer(question.id, value, origin=origin)
    return Answers(scalars, rows)


def steered(answers: Answers, values: Mapping[str, Value], cells: Mapping[tuple[str, str], Value]) -> Answers:
    """The same answers with some fixed: values by question, and cells, in every row, by table and column."""
    fixed = {question: Answer(question, value) for question, value in values.items()}
    rows = {
        table: tuple(
            replace(row, cells={**row.cells, **{column: cell for (of, column), cell in cells.items() if of == table}})
            for row in each
        )
        for table, each in answers.tables.items()
    }
    return Answers({**answers.answers, **fixed}, rows)


def random_value(asked: Question | Column, ids: dict[str, tuple[str, ...]], chance: Random) -> Value | None:
    """A value that the question could take; None where it points to rows and there are none."""
    options = [option.id for option in asked.options]
    match asked.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return chance.choice(_WORDS)
        case Kind.ONE_OF:
            return chance.choice(options)
        case Kind.SOME_OF:
            return tuple(chance.sample(options, chance.randint(1, len(options))))
        case Kind.YES_NO:
            return chance.random() < 0.5
        case Kind.WHOLE_NUMBER:
            return chance.randint(int(asked.minimum or 0), int(asked.maximum or 12))
        case Kind.PERCENTAGE:
            return Decimal(chance.choice(("0", "1", "2", "5", "12.5", "50", "51", "67", "75", "100")))
        case Kind.MONEY:
            return Decimal(chance.choice(("0", "1000", "12.50", "1250000", "480000000")))
        case Kind.DURATION:
            return Duration(chance.randint(0, 30), chance.choice(asked.units or tuple(Unit)))
        case Kind.DATE:
            return date(2026, chance.randint(1, 12), chance.randint(1, 28))
        case Kind.ORGANISATION:
            return Organisation(f"Trust {chance.randint(1, 99)}", chance.choice((None, "RX1", "K0N6A")))
        case Kind.PERSON:
            return chance.choice((Person("Ada Khan", "Chief executive"), Person(role="Chair"), Person("Sam Lee")))
        case Kind.ROW | Kind.ROWS:
            known = ids.get(asked.table or "", ())
            if not known:
                return None
            return chance.choice(known) if asked.kind is Kind.ROW else tuple(chance.sample(known, 1))
        case Kind.TABLE:
            raise ValueError("A table has no single value.")


def _row_count(chance: Random, answered: float) -> int:
    return chance.randint(1, 4) if chance.random() < answered else 0


def _rows(table: Question, ids: dict[str, tuple[str, ...]], chance: Random, answered: float) -> tuple[Row, ...]:
    """Half the time all rows have the same choices, as in a group of foundation trusts only."""
    same = {
        column.id: chance.choice(column.options).id
        for column in table.columns
        if column.options and chance.random() < 0.5
    }
    return tuple(Row(row_id, _cells(table, ids, chance, answered, same)) for row_id in ids[table.id])


def _cells(
    table: Question, ids: dict[str, tuple[str, ...]], chance: Random, answered: float, same: dict[str, str]
) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    for column in table.columns:
        if column.is_required or chance.random() < answered:
            alike = same.get(column.id) if column.kind is Kind.ONE_OF else None
            value = alike or random_value(column, ids, chance)
            if value is not None:
                cells[column.id] = value
    return cells
