"""What the start page shows: every collaborative by where it is kept, and the examples."""

from collections.abc import Iterable
from typing import NamedTuple

from app.content.example_files import ExampleName
from app.storage.collaborative import Collaborative


class StartFacts(NamedTuple):
    """Every collaborative, also those put away, and every example in its order."""

    collaboratives: tuple[Collaborative, ...] = ()
    examples: tuple[ExampleName, ...] = ()

    @property
    def in_use(self) -> tuple[Collaborative, ...]:
        """What is shown as a card, the latest change first."""
        return in_use(self.collaboratives)

    @property
    def archived(self) -> tuple[Collaborative, ...]:
        """What is in the archive."""
        return archived(self.collaboratives)

    @property
    def binned(self) -> tuple[Collaborative, ...]:
        """What is in the bin."""
        return binned(self.collaboratives)


def in_use(found: Iterable[Collaborative]) -> tuple[Collaborative, ...]:
    """Those that are neither archived nor in the bin, the latest change first."""
    live = (each for each in found if each.archived_at is None and each.deleted_at is None)
    return tuple(sorted(live, key=lambda each: each.changed_at, reverse=True))


def archived(found: Iterable[Collaborative]) -> tuple[Collaborative, ...]:
    """Those in the archive."""
    return tuple(each for each in found if each.archived_at is not None and each.deleted_at is None)


def binned(found: Iterable[Collaborative]) -> tuple[Collaborative, ...]:
    """Those in the bin."""
    return tuple(each for each in found if each.deleted_at is not None)
