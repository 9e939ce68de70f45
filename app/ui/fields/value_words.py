"""Values in a few words, for lines that mention an answer or a cell."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import assert_never

from app.domain.pasting import RowOptions
from app.domain.questions import Column, Option, Question
from app.domain.values import Duration, Kind, Organisation, Person, Value
from app.domain.wording import (
    date_in_words,
    duration_in_words,
    listed,
    lower,
    money_in_words,
    number_in_figures,
    percentage_in_words,
    person_in_words,
    yes_or_no,
)

_NO_ROWS: Mapping[str, Sequence[Option]] = MappingProxyType({})


def value_in_short(value: Value, asked: Question | Column, row_options: RowOptions = _NO_ROWS) -> str:
    """An answer or cell as a person reads it on screen. A pointer to a row that is gone says nothing."""
    match value:
        case bool():
            return yes_or_no(value)
        case int():
            return number_in_figures(value)
        case Decimal():
            return money_in_words(value) if asked.kind is Kind.MONEY else percentage_in_words(value)
        case date():
            return date_in_words(value)
        case Duration():
            return duration_in_words(value)
        case Organisation(name, code):
            return f"{name} ({code})" if code else name
        case Person():
            return person_in_words(value)
        case str() | tuple():
            return _chosen_in_short(value, asked, row_options)
        case _:
            assert_never(value)


def _chosen_in_short(value: str | tuple[str, ...], asked: Question | Column, row_options: RowOptions) -> str:
    match asked.kind:
        case Kind.ONE_OF | Kind.SOME_OF:
            labels = _labels(value, asked.options)
            return listed([*labels[:1], *map(lower, labels[1:])])
        case Kind.ROW | Kind.ROWS:
            return listed(_labels(value, row_options.get(asked.table or "", ())))
        case _:
            return " ".join(value.split()) if isinstance(value, str) else listed(value)


def _labels(value: str | tuple[str, ...], options: Sequence[Option]) -> list[str]:
    chosen = (value,) if isinstance(value, str) else value
    return [option.label for option in options if option.id in chosen]
