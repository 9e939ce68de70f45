"""The numbered lists of a Word file: their levels, the styles bound to them, and how Word writes a count."""

from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from app.exporters.word.lengths import LOOK


class Form(Enum):
    """How Word writes a count; the value is Word's name for it."""

    DECIMAL = "decimal"
    LETTER = "lowerLetter"
    ROMAN = "lowerRoman"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Level:
    """One level. ``pattern`` has %1 for the count of the first level, %2 for that of the second, and so on.

    ``left`` is where the words start and ``hanging`` how far before them the number stands, in points.
    """

    style: str
    form: Form
    pattern: str
    left: float
    hanging: float


@dataclass(frozen=True, slots=True, eq=False)
class NumberedList:
    """A list of several levels. ``number`` is the id by which the styles of its levels ask for it."""

    number: int
    levels: tuple[Level, ...]


_INDENT = LOOK.indent
_BULLET = LOOK.bullet_indent
_HEADING = 24.0
_SCHEDULE = 104.0

CLAUSES = NumberedList(
    1,
    (
        Level("Heading1", Form.DECIMAL, "%1", _HEADING, _HEADING),
        Level("Clause", Form.DECIMAL, "%1.%2", _INDENT, _INDENT),
        Level("ClauseItem", Form.LETTER, "(%3)", 2 * _INDENT, _INDENT),
        Level("ClauseSubitem", Form.ROMAN, "(%4)", 3 * _INDENT, _INDENT),
    ),
)
SCHEDULES = NumberedList(
    2,
    (
        Level("ScheduleHeading", Form.DECIMAL, "Schedule %1", _SCHEDULE, _SCHEDULE),
        Level("ScheduleParagraph", Form.DECIMAL, "%2", _INDENT, _INDENT),
        Level("ScheduleItem", Form.LETTER, "(%3)", 2 * _INDENT, _INDENT),
        Level("ScheduleSubitem", Form.ROMAN, "(%4)", 3 * _INDENT, _INDENT),
    ),
)
BULLETS = NumberedList(
    3,
    (
        Level("ListBullet", Form.BULLET, "•", _BULLET, _BULLET),
        Level("ListBullet2", Form.BULLET, "•", _INDENT + _BULLET, _BULLET),
        Level("ListBullet3", Form.BULLET, "•", 2 * _INDENT + _BULLET, _BULLET),
    ),
)
LISTS = (CLAUSES, SCHEDULES, BULLETS)

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 1000
"""The highest count that is looked for in a number; no list of a document is as long."""


def count_text(form: Form, count: int) -> str:
    """A count as Word writes it. After z comes aa, then bb, unlike in the columns of a spreadsheet."""
    match form:
        case Form.DECIMAL:
            return str(count)
        case Form.LETTER:
            return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case Form.ROMAN:
            return _roman(count)
        case Form.BULLET:
            return ""
        case _:
            assert_never(form)


def read_count(form: Form, text: str) -> int | None:
    """The count that Word would write like this, or None if there is none."""
    return _COUNTS[form].get(text)


def _roman(count: int) -> str:
    numeral = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        numeral += sign * times
    return numeral


_COUNTS = {
    form: {count_text(form, count): count for count in range(1, _MOST)}
    for form in (Form.DECIMAL, Form.LETTER, Form.ROMAN)
}
