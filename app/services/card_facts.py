"""What the start page says of a collaborative: a few facts kept as a short text, so that none need be opened."""

import json
from typing import NamedTuple


class CardFacts(NamedTuple):
    """How far each step is (0.0 to 1.0), the questions left, the errors, and a line on what it is.

    ``todos`` are open, and ``parked`` are questions to come back to that are not among those left; None where that is
    not known.
    """

    steps: tuple[float, ...]
    left: int
    errors: int
    what: str
    todos: int | None = 0
    parked: int | None = 0

    @property
    def is_whole(self) -> bool:
        """Whether all of it is known: an earlier version of the app kept less."""
        return self.todos is not None and self.parked is not None


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
        )
    except (ValueError, KeyError, TypeError):
        return None
