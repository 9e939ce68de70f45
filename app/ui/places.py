"""Where the user can be in the app: a closed union of places, each of which can be kept as a short text."""

from dataclasses import dataclass
from typing import TypeAlias, assert_never


@dataclass(frozen=True, slots=True)
class AtSection:
    """A section of a step, perhaps at one question."""

    section: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class AtDocuments:
    """The documents page, perhaps at one document and one anchor in it."""

    document: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class AtChecks:
    """The checks page."""


@dataclass(frozen=True, slots=True)
class AtOpenPoints:
    """What is left to answer."""


@dataclass(frozen=True, slots=True)
class AtHistory:
    """What was done, by whom and when."""


@dataclass(frozen=True, slots=True)
class AtSettings:
    """Settings, the register and the law records; perhaps at one law record."""

    law: str = ""


@dataclass(frozen=True, slots=True)
class AtStart:
    """The start page: no collaborative is open."""


UserPlace: TypeAlias = AtSection | AtDocuments | AtChecks | AtOpenPoints | AtHistory | AtSettings | AtStart


def place_to_text(place: UserPlace) -> str:
    """A short text to keep a place by."""
    match place:
        case AtSection(section, question):
            return f"section {section} {question}".strip()
        case AtDocuments(document, _):
            return f"documents {document}".strip()
        case AtChecks():
            return "checks"
        case AtOpenPoints():
            return "open-points"
        case AtHistory():
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
        case ["history"]:
            return AtHistory()
        case ["settings"]:
            return AtSettings()
        case _:
            return AtStart()
