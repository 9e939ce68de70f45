"""What can be found: its name, its text, where it is, and where choosing it leads."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Group(Enum):
    """The headings that results stand under; of two that fit as well the earlier comes first."""

    ACT = "Do something"
    PLACE = "Sections and pages"
    QUESTION = "Questions"
    MEMBER = "Members"
    ANSWER = "Answers and notes"
    TODO = "To-dos"
    DOCUMENT = "Documents"
    LAW = "Law records"
    CLAUSE = "Clauses"
    CHECK = "Checks"
    GUIDANCE = "Guidance"
    HELP = "Help"
    COLLABORATIVE = "Collaboratives"
    EXAMPLE = "Examples"


@dataclass(frozen=True, slots=True)
class ToQuestion:
    """The card of a question, perhaps at one row of its table, perhaps with its guidance open."""

    question: str
    row: str = ""
    with_guidance: bool = False


@dataclass(frozen=True, slots=True)
class ToCheck:
    """The question that a check is about, perhaps at the row in which something was found."""

    question: str
    check: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class ToSection:
    """A section of a step."""

    section: str


@dataclass(frozen=True, slots=True)
class ToDocument:
    """A document, perhaps at an anchor in it."""

    document: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ToLaw:
    """A law record."""

    law: str


@dataclass(frozen=True, slots=True)
class ToWhatIsLeft:
    """What is left to answer and to do."""


@dataclass(frozen=True, slots=True)
class ToHelp:
    """A topic of help."""

    topic: str


@dataclass(frozen=True, slots=True)
class ToCollaborative:
    """Another collaborative of the workspace, by its id."""

    collaborative: str


@dataclass(frozen=True, slots=True)
class ToExample:
    """An example to look into, by its id."""

    example: str


@dataclass(frozen=True, slots=True)
class ToScreen:
    """A page or an act of the screen, by a number that the screen gave it."""

    number: int


Target: TypeAlias = (
    ToQuestion
    | ToCheck
    | ToSection
    | ToDocument
    | ToLaw
    | ToWhatIsLeft
    | ToHelp
    | ToCollaborative
    | ToExample
    | ToScreen
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find.

    ``does`` says what choosing it does. ``also`` holds further names that are not shown, such as initials. Words of
    ``where``, and of a title that ``is_shared`` with other entries, only help to tell entries apart: by themselves
    they find nothing.
    """

    group: Group
    title: str
    target: Target
    does: str
    text: str = ""
    where: str = ""
    also: str = ""
    is_shared: bool = False
