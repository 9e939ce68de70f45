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
    """A check that fired, with its message filled in and, where it concerns one, the row it is about."""

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
