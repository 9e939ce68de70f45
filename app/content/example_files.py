"""The examples that ship, by id: where each is, and what the start page says of it."""

import json
from pathlib import Path
from typing import NamedTuple


class ExampleName(NamedTuple):
    """An example as the start page shows it. ``summary`` says what it is."""

    id: str
    name: str
    summary: str


def example_files(folder: Path) -> dict[str, Path]:
    """The file of each example by its id, in their order."""
    return {path.stem.lstrip("0123456789-"): path for path in sorted(folder.glob("*.json"))}


def example_names(folder: Path) -> tuple[ExampleName, ...] | None:
    """Every example; None where one cannot be read, which reading the whole content tells properly."""
    try:
        files = {key: json.loads(path.read_bytes()) for key, path in example_files(folder).items()}
        return tuple(ExampleName(key, str(raw["name"]), str(raw["summary"])) for key, raw in files.items())
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
