"""What a new collaborative can start from: nothing, an example, another collaborative, or an answers file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, assert_never

from app.domain.answers import Origin
from app.services.start_facts import StartFacts
from app.ui.parts.chooser import Choice

if TYPE_CHECKING:
    # The form can be filled in before the services are loaded.
    from app.services.services import Services


@dataclass(frozen=True, slots=True)
class FromNothing:
    """No answers but the name."""


@dataclass(frozen=True, slots=True)
class FromExample:
    """A copy of an example."""

    example: str


@dataclass(frozen=True, slots=True)
class FromAnother:
    """A copy of another collaborative."""

    collaborative: str


@dataclass(frozen=True, slots=True)
class FromFile:
    """What an answers file holds."""

    path: Path


Beginning: TypeAlias = FromNothing | FromExample | FromAnother | FromFile

NOTHING, FILE = "nothing", "file"
_EXAMPLE, _ANOTHER = "example", "collaborative"


def choices(facts: StartFacts, file: Path | None) -> list[Choice]:
    """What to offer, with the file that was chosen, if one was."""
    return [
        Choice(NOTHING, "Nothing: an empty design"),
        *(Choice(f"{_EXAMPLE} {each.id}", each.name, "Example") for each in facts.examples),
        *(Choice(f"{_ANOTHER} {each.id}", each.name, "Yours") for each in facts.in_use),
        Choice(FILE, f"The answers file {file.name}" if file is not None else "An answers file …", "File"),
    ]


def beginning_of(key: str, file: Path | None) -> Beginning:
    """What a choice stands for."""
    kind, _, name = key.partition(" ")
    if kind == _EXAMPLE:
        return FromExample(name)
    if kind == _ANOTHER:
        return FromAnother(name)
    return FromFile(file) if kind == FILE and file is not None else FromNothing()


def name_of(facts: StartFacts, beginning: Beginning, name_in_file: str = "") -> str:
    """The name that what is begun from has; empty for nothing."""
    match beginning:
        case FromNothing():
            return ""
        case FromExample(example):
            return next((each.name for each in facts.examples if each.id == example), "")
        case FromAnother(collaborative):
            return next((each.name for each in facts.in_use if each.id == collaborative), "")
        case FromFile():
            return name_in_file
        case _:
            assert_never(beginning)


def begin(services: Services, name: str, beginning: Beginning) -> str:
    """Make a collaborative and give back its id. Raises AnswerError, AnswersFileError, NotFoundError, StorageError."""
    made = services.collaboratives
    match beginning:
        case FromNothing():
            return made.create(name).id
        case FromExample(example):
            return made.create_like(services.files.example(example), name, Origin.EXAMPLE).id
        case FromAnother(collaborative):
            return made.duplicate_as(collaborative, name).id
        case FromFile(path):
            return made.create_like(services.files.read(path), name, Origin.IMPORT).id
        case _:
            assert_never(beginning)
