"""Reads conditions, which are plain data in content files, into the conditions of the domain."""

from decimal import Decimal
from math import isfinite

from app.content.entries import Entry
from app.domain.conditions import All, Amount, Answered, AnyOf, Condition, Count, Includes, Is, Not, Reads

_SHAPES = (
    "A condition is all, any or not over other conditions, or names a question or a reading with one of: "
    "is, in, includes, answered, count-at-least, count-at-most, at-least, at-most."
)


_COUNTS = {"count-at-least", "count-at-most"}


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


def _condition(raw: object) -> Condition:
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


def _several(raw: object) -> tuple[Condition, ...]:
    if not isinstance(raw, list) or not raw:
        raise _UnreadableError("all and any need a list with at least one condition.")
    return tuple(_condition(each) for each in raw)


def _reading(raw: dict[str, object], keys: set[str]) -> Condition:
    reading = _word(raw, "reading")
    if not keys:
        return Reads(reading)
    if keys == {"is"}:
        return Reads(reading, values=(_choice(raw["is"]),))
    if keys == {"in"}:
        return Reads(reading, values=_choices(raw))
    if keys <= {"at-least", "at-most"}:
        return Reads(reading, at_least=_bound(raw, "at-least"), at_most=_bound(raw, "at-most"))
    raise _UnreadableError(_SHAPES)


def _question(raw: dict[str, object], keys: set[str]) -> Condition:
    question = _word(raw, "question")
    if keys == {"is"}:
        return Is(question, (_choice(raw["is"]),))
    if keys == {"in"}:
        return Is(question, _choices(raw))
    if keys == {"includes"}:
        return Includes(question, _word(raw, "includes"))
    if keys == {"answered"}:
        answered = Answered(question)
        return answered if _truth(raw, "answered") else Not(answered)
    if keys & _COUNTS and keys <= _COUNTS | {"column", "in"}:
        return _count(raw, question, keys)
    if keys and keys <= {"at-least", "at-most"}:
        return Amount(question, _bound(raw, "at-least"), _bound(raw, "at-most"))
    raise _UnreadableError(_SHAPES)


def _count(raw: dict[str, object], question: str, keys: set[str]) -> Condition:
    if ("column" in keys) != ("in" in keys):
        raise _UnreadableError("A count of some rows needs both “column” and “in”.")
    return Count(
        question,
        at_least=_row_count(raw, "count-at-least"),
        at_most=_row_count(raw, "count-at-most"),
        column=_word(raw, "column") if "column" in keys else None,
        values=_choices(raw) if "in" in keys else (),
    )


def _word(raw: dict[str, object], key: str) -> str:
    word = raw[key]
    if not isinstance(word, str):
        raise _UnreadableError(f"“{key}” must be an id in quotation marks.")
    return word


def _truth(raw: dict[str, object], key: str) -> bool:
    truth = raw[key]
    if not isinstance(truth, bool):
        raise _UnreadableError(f"“{key}” must be true or false.")
    return truth


def _choices(raw: dict[str, object]) -> tuple[bool | str, ...]:
    if not isinstance(raw["in"], list) or not raw["in"]:
        raise _UnreadableError("“in” must be a list with at least one choice.")
    return tuple(_choice(each) for each in raw["in"])


def _choice(raw: object) -> bool | str:
    if not isinstance(raw, bool | str):
        raise _UnreadableError(
            "“is” and “in” take true, false or the ids of choices; numbers have at-least and at-most."
        )
    return raw


def _row_count(raw: dict[str, object], key: str) -> int | None:
    count = raw.get(key)
    if count is not None and (isinstance(count, bool) or not isinstance(count, int) or count < 0):
        raise _UnreadableError(f"“{key}” must be a whole number.")
    return count


def _bound(raw: dict[str, object], key: str) -> Decimal | None:
    bound = raw.get(key)
    if bound is not None and (isinstance(bound, bool) or not isinstance(bound, int | float) or not isfinite(bound)):
        raise _UnreadableError(f"“{key}” must be a number.")
    return None if bound is None else Decimal(str(bound))
