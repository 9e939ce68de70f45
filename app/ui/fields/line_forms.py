"""How each kind of one-line answer is typed and shown: its units, its width, reading and writing it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from app.domain.parsing import parse_date, parse_line, parse_money, parse_percentage, parse_whole_number
from app.domain.pasting import bounds_of
from app.domain.questions import Column, Question
from app.domain.values import Kind, Value
from app.domain.wording import date_in_words, money_in_words, number_in_figures


@dataclass(frozen=True, slots=True)
class LineForm:
    """`read` turns what was typed, not blank, into a value or raises `AnswerError`; `write` is its reverse."""

    read: Callable[[str], Value]
    write: Callable[[Value], str]
    prefix: str = ""
    suffix: str = ""
    letters: int = 0
    """Width in figures; 0 for as wide as there is room."""
    example: str = ""
    """What an empty field shows in grey."""


def line_form(asked: Question | Column) -> LineForm:
    """The form for a text, a number, a percentage, a sum or a day; ValueError for any other kind."""
    bounds = bounds_of(asked)
    match asked.kind:
        case Kind.TEXT:
            return LineForm(parse_line, str)
        case Kind.WHOLE_NUMBER:
            return LineForm(partial(parse_whole_number, bounds=bounds), _number_written, letters=9)
        case Kind.PERCENTAGE:
            return LineForm(partial(parse_percentage, bounds=bounds), _number_written, suffix="%", letters=6)
        case Kind.MONEY:
            return LineForm(partial(parse_money, bounds=bounds), _money_written, prefix="£", letters=13)
        case Kind.DATE:
            return LineForm(parse_date, _date_written, letters=16)
        case _:
            raise ValueError(f"An answer of the kind {asked.kind.value} is not typed in one line.")


def _number_written(value: Value) -> str:
    return number_in_figures(value) if isinstance(value, int | Decimal) else str(value)


def _money_written(value: Value) -> str:
    return money_in_words(value).replace("£", "") if isinstance(value, Decimal) else str(value)


def _date_written(value: Value) -> str:
    return date_in_words(value) if isinstance(value, date) else str(value)
