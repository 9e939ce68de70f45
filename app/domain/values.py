"""The kinds of value an answer can have, and the few values that are more than a plain word or number."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

#: More digits before the point than any honest answer has; keeps a slipped key from becoming a number.
MOST_DIGITS = 15
#: The longest length of time that is taken, in whichever unit it is counted.
LONGEST_DURATION = 10_000


class Kind(Enum):
    """What sort of value a question or a table column takes."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    ONE_OF = "one-of"
    SOME_OF = "some-of"
    YES_NO = "yes-no"
    WHOLE_NUMBER = "whole-number"
    PERCENTAGE = "percentage"
    MONEY = "money"
    DURATION = "duration"
    DATE = "date"
    ORGANISATION = "organisation"
    PERSON = "person"
    ROW = "row"
    ROWS = "rows"
    TABLE = "table"


class Unit(Enum):
    """The unit a length of time is counted in. Working days leave out weekends and English bank holidays."""

    HOURS = "hours"
    WORKING_DAYS = "working-days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time such as 10 working days: a whole amount of one unit, from zero to 10,000."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as it is named on the page, with its public register code where it has one."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A named person, or a post where nobody is named yet. At least one of the two is not empty."""

    name: str = ""
    role: str = ""


#: One answer, or one cell of a table. Text kinds and ``one-of`` and ``row`` are ``str`` (an option id or a
#: row id for the last two); ``some-of`` and ``rows`` are tuples of ids; percentages are 0 to 100; money is
#: in pounds.
Value: TypeAlias = str | bool | int | Decimal | tuple[str, ...] | Duration | date | Organisation | Person
