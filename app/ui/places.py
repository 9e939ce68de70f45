"""Where the user can be in the app: a closed union of places, each of which can be kept as a short text."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, assert_never


@dataclass(frozen=True, slots=True)
class AtSection:
    """A section of a step, perhaps at one question, and there perhaps at one row of its table."""

    section: str
    question: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class AtDocuments:
    """The documents page, perhaps at one document and one anchor in it."""

    document: str = ""
    anchor: str = ""
    is_export: bool = False
    """Whether the user is to begin at what to export, where the list of documents leaves no room for it."""


@dataclass(frozen=True, slots=True)
class AtChecks:
    """The checks page."""


@dataclass(frozen=True, slots=True)
class AtOpenPoints:
    """What is left to answer and to do."""


@dataclass(frozen=True, slots=True)
class AtAnswers:
    """Every answer of one step in words, to check; of all five where no step is named."""

    step: str = ""


@dataclass(frozen=True, slots=True)
class AtHistory:
    """What was done, by whom and when."""


@dataclass(frozen=True, slots=True)
class AtPast:
    """Everything as it was at a moment with a time zone; nothing can be changed there."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class AtSettings:
    """Settings, the register and the law records; perhaps at one law record."""

    law: str = ""


@dataclass(frozen=True, slots=True)
class AtStart:
    """The start page: no collaborative is open."""


UserPlace: TypeAlias = (
    AtSection | AtDocuments | AtChecks | AtOpenPoints | AtAnswers | AtHistory | AtPast | AtSettings | AtStart
)


def place_to_text(place: UserPlace) -> str:
    """A short text to keep a place by."""
    match place:
        case AtSection(section, question):
            return f"section {section} {question}".strip()
        case AtDocuments(document):
            return f"documents {document}".strip()
        case AtChecks():
            return "checks"
        case AtOpenPoints():
            return "open-points"
        case AtAnswers(step):
            return f"answers {step}".strip()
        case AtHistory() | AtPast():
            # Nobody should find themselves in the past when they come back another day.
            return "history"
        case AtSettings():
            return "settings"
        case AtStart():
            return ""
        case _:
            assert_never(place)


def place_from_text(text: str) -> UserPlace:
    """The place that a text was kept for; the start page for a text that says nothing."""
    match text.split():
        case ["section", section]:
            return AtSection(section)
        case ["section", section, question]:
            return AtSection(section, question)
        case ["documents", *rest]:
            return AtDocuments(rest[0] if rest else "")
        case ["checks"]:
            return AtChecks()
        case ["open-points"]:
            return AtOpenPoints()
        case ["answers", *rest]:
            return AtAnswers(rest[0] if rest else "")
        case ["history"]:
            return AtHistory()
        case ["settings"]:
            return AtSettings()
        case _:
            return AtStart()
