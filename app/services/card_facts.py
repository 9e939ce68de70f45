"""What the start page says of a collaborative: a few facts kept as a short text, so that none need be opened."""

import json
from typing import NamedTuple


class CardFacts(NamedTuple):
    """How far each step is (0.0 to 1.0), the questions left, the errors, and a line on what it is.

    ``todos`` are open, and ``parked`` are questions to come back to that are not among those left. ``has_example``
    says that answers of the example it was begun from still stand in it. Each of these is None where it is not known.
    """

    steps: tuple[float, ...]
    left: int
    errors: int
    what: str
    todos: int | None = 0
    parked: int | None = 0
    warnings: int | None = 0
    has_example: bool | None = False

    @property
    def is_whole(self) -> bool:
        """Whether all of it is known: an earlier version of the app kept less."""
        return None not in (self.todos, self.parked, self.warnings, self.has_example)


def card_text(facts: CardFacts) -> str:
    """The facts as a text to keep."""
    return json.dumps(facts._asdict())


def card_facts_from(text: str) -> CardFacts | None:
    """The facts that were kept; None for a text that another version wrote."""
    try:
        raw = json.loads(text)
        return CardFacts(
            tuple(float(step) for step in raw["steps"]),
            int(raw["left"]),
            int(raw["errors"]),
            str(raw["what"]),
            int(raw["todos"]) if "todos" in raw else None,
            int(raw["parked"]) if "parked" in raw else None,
            int(raw["warnings"]) if "warnings" in raw else None,
            bool(raw["has_example"]) if "has_example" in raw else None,
        )
    except (ValueError, KeyError, TypeError):
        return None
