"""Where the user can be in the app: a closed union of places, each of which can be kept as a short text.

Places are named tuples, which Python makes several times as fast as frozen classes: the window needs all of them before
it is seen. The name of its ``page``, which is always the same, keeps each apart from others with the same details.
"""

from datetime import datetime
from typing import NamedTuple, TypeAlias, assert_never


class AtSection(NamedTuple):
    """A section of a step, perhaps at one question, and there perhaps at one row of its table."""

    section: str
    question: str = ""
    row: str = ""
    page: str = "section"


class AtDocuments(NamedTuple):
    """The documents page, perhaps at one document and one anchor in it."""

    document: str = ""
    anchor: str = ""
    is_export: bool = False
    """Whether the user is to begin at what to export, where the list of documents leaves no room for it."""
    page: str = "documents"


class AtChecks(NamedTuple):
    """The checks page."""

    page: str = "checks"


class AtOpenPoints(NamedTuple):
    """What is left to answer and to do."""

    page: str = "open-points"


class AtAnswers(NamedTuple):
    """Every answer of one step in words, to check; of all five where no step is named."""

    step: str = ""
    page: str = "answers"


class AtHistory(NamedTuple):
    """What was done, by whom and when."""

    page: str = "history"


class AtPast(NamedTuple):
    """Everything as it was at a moment with a time zone; nothing can be changed there."""

    moment: datetime
    page: str = "past"


class AtSettings(NamedTuple):
    """Settings, the register and the law records; perhaps at one law record."""

    law: str = ""
    page: str = "settings"


class AtStart(NamedTuple):
    """The start page: no collaborative is open."""

    page: str = "start"


UserPlace: TypeAlias = (
    AtSection | AtDocuments | AtChecks | AtOpenPoints | AtAnswers | AtHistory | AtPast | AtSettings | AtStart
)


def place_to_text(place: UserPlace) -> str:
    """A short text to keep a place by."""
    match place:
        case AtSection(section, question):
            return f"{place.page} {section} {question}".strip()
        case AtDocuments(document):
            return f"{place.page} {document}".strip()
        case AtAnswers(step):
            return f"{place.page} {step}".strip()
        case AtPast():
            # Nobody should find themselves in the past when they come back another day.
            return AtHistory().page
        case AtChecks() | AtOpenPoints() | AtHistory() | AtSettings():
            return place.page
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
