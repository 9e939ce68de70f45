"""Reads conditions, which are plain data in content files, into the conditions of the domain."""

from decimal import Decimal
from typing import Any

from app.content.entries import Entry
from app.domain.conditions import All, Amount, Answered, AnyOf, Condition, Count, Includes, Is, Not, Reads

_SHAPES = (
    "A condition is all, any or not over other conditions, or names a question or a reading with one of: "
    "is, in, includes, answered, count-at-least, count-at-most, at-least, at-most."
)


class _UnreadableError(ValueError):
    pass


def read_condition(entry: Entry, key: str) -> Condition | None:
    """The condition under a key; None if there is none. A bad one becomes a problem of the entry."""
    raw = entry.raw(key)
    if raw is None:
        return None
    try:
        return _condition(raw)
    except _UnreadableError as error:
        entry.problem(f"“{key}” cannot be read: {error}")
        return None


def _condition(raw: Any) -> Condition:
    if not isinstance(raw, dict):
        raise _UnreadableError(_SHAPES)
    keys = set(raw)
    if keys == {"all"}:
        return All(_several(raw["all"]))
    if keys == {"any"}:
        return AnyOf(_several(raw["any"]))
    if keys == {"not"}:
        return Not(_condition(raw["not"]))
    if "reading" in keys:
        return _reading(raw, keys - {"reading"})
    if "question" in keys:
        return _question(raw, keys - {"question"})
    raise _UnreadableError(_SHAPES)


def _several(raw: Any) -> tuple[Condition, ...]:
    if not isinstance(raw, list) or not raw:
        raise _UnreadableError("all and any need a list with at least one condition.")
    return tuple(_condition(each) for each in raw)


def _reading(raw: dict[str, Any], keys: set[str]) -> Condition:
    reading = str(raw["reading"])
    if not keys:
        return Reads(reading)
    if keys == {"is"}:
        return Reads(reading, values=(raw["is"],))
    if keys == {"in"} and isinstance(raw["in"], list):
        return Reads(reading, values=tuple(raw["in"]))
    if keys <= {"at-least", "at-most"}:
        return Reads(reading, at_least=_bound(raw, "at-least"), at_most=_bound(raw, "at-most"))
    raise _UnreadableError(_SHAPES)


def _question(raw: dict[str, Any], keys: set[str]) -> Condition:
    question = str(raw["question"])
    if keys == {"is"}:
        return Is(question, (raw["is"],))
    if keys == {"in"} and "column" not in keys and isinstance(raw["in"], list):
        return Is(question, tuple(raw["in"]))
    if keys == {"includes"}:
        return Includes(question, str(raw["includes"]))
    if keys == {"answered"}:
        answered = Answered(question)
        return answered if raw["answered"] is True else Not(answered)
    if keys & {"count-at-least", "count-at-most"} and keys <= {
        "count-at-least",
        "count-at-most",
        "column",
        "in",
    }:
        return _count(raw, question, keys)
    if keys and keys <= {"at-least", "at-most"}:
        return Amount(question, _bound(raw, "at-least"), _bound(raw, "at-most"))
    raise _UnreadableError(_SHAPES)


def _count(raw: dict[str, Any], question: str, keys: set[str]) -> Condition:
    if ("column" in keys) != ("in" in keys):
        raise _UnreadableError("A count of some rows needs both “column” and “in”.")
    return Count(
        question,
        at_least=raw.get("count-at-least"),
        at_most=raw.get("count-at-most"),
        column=raw.get("column"),
        values=tuple(raw.get("in", ())),
    )


def _bound(raw: dict[str, Any], key: str) -> Decimal | None:
    value = raw.get(key)
    return None if value is None else Decimal(str(value))
