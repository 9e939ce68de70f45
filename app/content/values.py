"""Reads a value from the plain data of a content file or an answers file, checked against what is asked."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import assert_never

from app.domain.parsing import Bounds
from app.domain.pasting import bounds_of
from app.domain.questions import Column, Question
from app.domain.values import LONGEST_DURATION, MOST_DIGITS, Duration, Kind, Organisation, Person, Unit, Value
from app.errors import AnswerError

Asked = Question | Column

_LONGEST_TEXT = 200_000
_TOO_LARGE = f"This number has more than {MOST_DIGITS} digits. Check it and enter it again."


def read_value(raw: object, asked: Asked) -> Value:
    """The typed value. Rows stay as they are named in the file. Raises AnswerError with a sentence.

    The forms are those of ``docs/writing-content.md``: numbers may be JSON numbers or text such as "12.50".
    """
    match asked.kind:
        case Kind.TEXT | Kind.LONG_TEXT | Kind.ROW:
            return _text(raw, is_one_line=asked.kind is not Kind.LONG_TEXT)
        case Kind.ONE_OF:
            return _option(raw, asked)
        case Kind.SOME_OF:
            return tuple(dict.fromkeys(_option(each, asked) for each in _list(raw)))
        case Kind.ROWS:
            return tuple(dict.fromkeys(_text(each, is_one_line=True) for each in _list(raw)))
        case Kind.YES_NO:
            if not isinstance(raw, bool):
                raise AnswerError("This must be true or false.")
            return raw
        case Kind.WHOLE_NUMBER:
            return _whole_number(raw, asked)
        case Kind.PERCENTAGE | Kind.MONEY:
            return _amount(raw, asked)
        case Kind.DURATION:
            return _duration(raw, asked)
        case Kind.DATE:
            return _day(raw)
        case Kind.ORGANISATION:
            return _organisation(raw)
        case Kind.PERSON:
            return _person(raw)
        case Kind.TABLE:
            raise AnswerError("A table needs a list of rows.")
        case _:
            assert_never(asked.kind)


def clean_text(text: str) -> str:
    """The text without control characters and half characters, which no page can show; line ends become \\n."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(each for each in text if each in "\n\t" or not _is_unprintable(each))


def _is_unprintable(character: str) -> bool:
    code = ord(character)
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE


def _text(raw: object, *, is_one_line: bool) -> str:
    if not isinstance(raw, str):
        raise AnswerError("This must be text.")
    text = clean_text(raw).strip()
    if is_one_line:
        text = " ".join(text.split())
    if not text:
        raise AnswerError("This is empty; leave the entry out instead.")
    if len(text) > _LONGEST_TEXT:
        raise AnswerError(f"This is longer than {_LONGEST_TEXT:,} characters; put the rest into an appendix.")
    return text


def _list(raw: object) -> list[object]:
    if not isinstance(raw, list) or not raw:
        raise AnswerError("This must be a list with at least one entry.")
    return raw


def _option(raw: object, asked: Asked) -> str:
    if not isinstance(raw, str) or asked.option(raw) is None:
        known = ", ".join(option.id for option in asked.options)
        raise AnswerError(f"“{raw}” is not one of the choices: {known}.")
    return raw


def _whole_number(raw: object, asked: Asked) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise AnswerError("This must be a whole number.")
    _check_bounds(Decimal(raw), bounds_of(asked))
    if abs(raw) >= 10**MOST_DIGITS:
        raise AnswerError(_TOO_LARGE)
    return raw


def _amount(raw: object, asked: Asked) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal | str):
        raise AnswerError("This must be a number.")
    try:
        amount = Decimal(str(raw).strip())
    except InvalidOperation:
        raise AnswerError(f"“{raw}” is not a number; write it as 1250000 or 12.50.") from None
    if not amount.is_finite():
        raise AnswerError("This must be a number.")
    _check_bounds(amount, bounds_of(asked))
    if amount.adjusted() >= MOST_DIGITS:
        # Asked by its digits: comparing a number with a million of them fails in itself.
        raise AnswerError(_TOO_LARGE)
    if amount != amount.quantize(Decimal("0.01")):
        raise AnswerError("This may have two decimal places at most, as in 12.50.")
    return amount.normalize() + 0 if amount else Decimal(0)


def _check_bounds(amount: Decimal, bounds: Bounds) -> None:
    if bounds.least is not None and amount < bounds.least:
        raise AnswerError(f"This must be {bounds.least:,} or more.")
    if bounds.most is not None and amount > bounds.most:
        raise AnswerError(f"This must be {bounds.most:,} or less.")


def _duration(raw: object, asked: Asked) -> Duration:
    units = asked.units or tuple(Unit)
    known = ", ".join(unit.value for unit in units)
    if not isinstance(raw, dict) or set(raw) != {"amount", "unit"}:
        raise AnswerError(f"A length of time needs “amount” and “unit” ({known}).")
    unit = next((each for each in units if each.value == raw["unit"]), None)
    if unit is None:
        raise AnswerError(f"“{raw['unit']}” is not a unit here; use one of {known}.")
    if isinstance(raw["amount"], bool) or not isinstance(raw["amount"], int):
        raise AnswerError("The amount must be a whole number.")
    _check_bounds(Decimal(raw["amount"]), Bounds(bounds_of(asked).least, Decimal(LONGEST_DURATION)))
    return Duration(raw["amount"], unit)


def _day(raw: object) -> date:
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    try:
        return date.fromisoformat(raw if isinstance(raw, str) else "")
    except ValueError:
        raise AnswerError("This must be a date such as 2026-08-06.") from None


def _organisation(raw: object) -> Organisation:
    if not isinstance(raw, dict) or not set(raw) <= {"name", "code"} or "name" not in raw:
        raise AnswerError("An organisation needs “name” and may have “code”.")
    code = raw.get("code")
    if code is not None and not (isinstance(code, str) and code.isalnum() and 3 <= len(code) <= 6):
        raise AnswerError("A register code is 3 to 6 letters and digits, such as RCF or K0N6A.")
    return Organisation(_text(raw["name"], is_one_line=True), code.upper() if code else None)


def _person(raw: object) -> Person:
    if not isinstance(raw, dict) or not raw or not set(raw) <= {"name", "role"}:
        raise AnswerError("A person needs “name” or “role”, or both.")
    parts = {key: _text(value, is_one_line=True) for key, value in raw.items() if value != ""}
    if not parts:
        raise AnswerError("A person needs “name” or “role”, or both.")
    return Person(parts.get("name", ""), parts.get("role", ""))
