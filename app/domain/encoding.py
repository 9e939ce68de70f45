"""Values in the form in which they are stored: JSON that keeps every kind of value apart, and back.

Text, yes or no, and whole numbers are themselves in JSON. Every other kind is an object with one entry, whose
name tells the kind, so that a date is never taken for text nor money for a number with a rounding error:

    {"amount": "12.50"}    {"date": "2026-08-06"}    {"several": ["cardiology", "stroke"]}
    {"duration": {"amount": 10, "unit": "working-days"}}
    {"organisation": {"name": "Airedale NHS Foundation Trust", "code": "RCF"}}
    {"person": {"name": "", "role": "Chair"}}
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TypeAlias, assert_never

from app.domain.values import Duration, Organisation, Person, Unit, Value

Encoded: TypeAlias = str | bool | int | dict[str, object]


def encode(value: Value) -> Encoded:
    """A value as JSON takes it; `decode` gives the same value back, to the last digit of an amount.

    A moment with a time of day is no value and raises ValueError, as its time would be lost.
    """
    match value:
        case str() | bool() | int():
            return value
        case Decimal():
            return {"amount": str(value)}
        case datetime():
            raise ValueError("An answer holds a date without a time of day.")
        case date():
            return {"date": value.isoformat()}
        case tuple():
            return {"several": list(value)}
        case Duration(amount, unit):
            return {"duration": {"amount": amount, "unit": unit.value}}
        case Organisation(name, code):
            return {"organisation": {"name": name, "code": code}}
        case Person(name, role):
            return {"person": {"name": name, "role": role}}
        case _:
            assert_never(value)


def decode(raw: object) -> Value:
    """The value that `encode` made this of. Anything else raises ValueError."""
    if isinstance(raw, str | bool | int):
        return raw
    if not isinstance(raw, dict) or len(raw) != 1:
        raise ValueError("A stored value is text, a whole number, yes or no, or an object with one entry.")
    [(kind, content)] = raw.items()
    try:
        return _decode_tagged(kind, content)
    except (ValueError, InvalidOperation) as error:
        raise ValueError(f"A stored value of the kind {kind!r} cannot be read.") from error


def _decode_tagged(kind: object, content: object) -> Value:
    match kind, content:
        case "amount", str():
            return Decimal(content)
        case "date", str():
            return date.fromisoformat(content)
        case "several", list() if all(isinstance(one, str) for one in content):
            return tuple(content)
        case "duration", {"amount": int(amount), "unit": str(unit)} if not isinstance(amount, bool):
            return Duration(amount, Unit(unit))
        case "organisation", {"name": str(name), "code": str() | None as code}:
            return Organisation(name, code)
        case "person", {"name": str(name), "role": str(role)}:
            return Person(name, role)
        case _:
            raise ValueError("Its parts are not those of any kind of value.")


def encode_cells(cells: Mapping[str, Value]) -> dict[str, Encoded]:
    """The cells of one row of a table, by column id."""
    return {column: encode(value) for column, value in cells.items()}


def decode_cells(raw: object) -> dict[str, Value]:
    """The cells that `encode_cells` made this of. Anything else raises ValueError."""
    if not isinstance(raw, dict):
        raise ValueError("A stored row is an object with an entry for each column.")
    return {str(column): decode(value) for column, value in raw.items()}
