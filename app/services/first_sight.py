"""What the first window shows and how it looks, told in a moment and before anything else is loaded."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from app.content.example_files import example_names
from app.services.start_facts import StartFacts
from app.storage.glimpse import glimpse


class FirstSight(NamedTuple):
    """What the start page shows, and what the user prefers; ``start`` is None where that is not known yet."""

    start: StartFacts | None = None
    preferences: Mapping[str, str] = MappingProxyType({})

    def get(self, key: str, default: str = "") -> str:
        """A preference, or the default where none was chosen."""
        return self.preferences.get(key, default)


def first_sight(workspace: Path | None, examples: Path) -> FirstSight:
    """What can be told of a workspace file, and of the folder of examples. None stands for another database."""
    seen = glimpse(workspace) if workspace is not None else None
    if seen is None:
        return FirstSight()
    names = example_names(examples)
    return FirstSight(None if names is None else StartFacts(seen.collaboratives, names), seen.settings)
