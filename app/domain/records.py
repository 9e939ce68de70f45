"""What legal statements and questions rest on: dated law records and published sources."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

#: A law record not checked for longer than this needs another look before anyone relies on it.
FRESH_FOR = timedelta(days=180)


class LawStatus(Enum):
    """Whether a rule is law today."""

    IN_FORCE = "in-force"
    BILL = "bill"
    SUPERSEDED = "superseded"


class Confidence(Enum):
    """Whether the words of the rule were read in the source, or still have to be confirmed."""

    READ = "read"
    TO_BE_CONFIRMED = "to-be-confirmed"


@dataclass(frozen=True, slots=True)
class LawRecord:
    """One rule of law or statutory guidance, in our words, with the day it was last checked."""

    id: str
    citation: str
    says: str
    status: LawStatus
    confidence: Confidence
    checked_on: date
    source: str
    in_force_from: date | None = None
    note: str = ""

    def is_stale(self, today: date) -> bool:
        """Whether it was last checked more than 180 days ago."""
        return today - self.checked_on > FRESH_FOR


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that a question, clause or check draws on."""

    id: str
    title: str
    publisher: str
    published: str
    note: str = ""
