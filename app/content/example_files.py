"""The examples that ship, by id: where each is, and what the start page says of it."""

import json
from pathlib import Path
from typing import NamedTuple


class ExampleName(NamedTuple):
    """An example as the start page shows it. ``summary`` says what it is."""

    id: str
    name: str
    summary: str


_WANTED = {"name", "summary"}
#: What parts the entries of an object, and their names from their values.
_BETWEEN = ", :\n\r\t"


def example_files(folder: Path) -> dict[str, Path]:
    """The file of each example by its id, in their order."""
    return {path.stem.lstrip("0123456789-"): path for path in sorted(folder.glob("*.json"))}


def example_names(folder: Path) -> tuple[ExampleName, ...] | None:
    """Every example; None where one cannot be read, which reading the whole content tells properly."""
    try:
        return tuple(_name_of(key, path) for key, path in example_files(folder).items())
    except (OSError, ValueError, IndexError, RecursionError):
        return None


def _name_of(key: str, path: Path) -> ExampleName:
    """What an example says of itself, read up to there: its answers are many. Raises ValueError and OSError."""
    text = path.read_text(encoding="utf-8")
    read, place = json.JSONDecoder().raw_decode, text.index("{") + 1
    said: dict[str, object] = {}
    while not said.keys() >= _WANTED:
        entry, place = read(text, _next(text, place))
        said[str(entry)], place = read(text, _next(text, place))
    return ExampleName(key, str(said["name"]), str(said["summary"]))


def _next(text: str, place: int) -> int:
    """Where the next name of an entry, or its value, begins."""
    while text[place] in _BETWEEN:
        place += 1
    return place
