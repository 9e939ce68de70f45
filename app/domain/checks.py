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

    ``message`` may carry placeholders: readings, answers, and the words the calculation gives back. ``question`` is the
    one that it is about; an answer to one of ``also`` can put it right as well.
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
    also: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """Every question whose answer can put right what it finds, the one that it is about first."""
        return (self.question, *self.also)


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
    also: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """Every question that is asked and whose answer can put it right, the one that it is about first."""
        return (self.question, *self.also)

    @property
    def caution(self) -> str:
        """What must be said with the message, so that nobody takes made-up figures for facts; empty for most."""
        return "The answer behind this is marked illustrative, in whole or in part." if self.is_illustrative else ""
