"""Checks and what they find: a severity, a message, why it matters and how to put it right."""

from dataclasses import dataclass
from enum import Enum

from app.domain.conditions import Condition
from app.domain.questions import Citation


class Severity(Enum):
    """An error holds back the word "final"; a warning and a note hold back nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Check:
    """One rule about a design. It fires when ``when`` holds and, if named, ``calculation`` finds something.

    ``message`` may carry placeholders: readings, answers, and the words the calculation gives back.
    """

    id: str
    severity: Severity
    title: str
    message: str
    why: str
    remedy: str
    question: str
    when: Condition | None = None
    calculation: str | None = None
    law: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A check that fired, with its message filled in and, where it concerns one, the row it is about.

    ``is_illustrative`` says that it rests on an answer which its own note calls illustrative, wholly or in part.
    """

    check_id: str
    severity: Severity
    title: str
    message: str
    why: str
    remedy: str
    question: str
    row: str | None = None
    law: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    is_illustrative: bool = False

    @property
    def caution(self) -> str:
        """What must be said with the message, so that nobody takes made-up figures for facts; empty for most."""
        return "The answer behind this is marked illustrative, in whole or in part." if self.is_illustrative else ""
