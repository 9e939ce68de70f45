"""What the start page says of a collaborative: a few facts kept as a short text, so that none need be opened."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class CardFacts:
    """How far each step is (0.0 to 1.0), the questions left, the errors, and a line on what it is.

    ``todos`` are open, and ``parked`` are questions to come back to, answered or not.
    """

    steps: tuple[float, ...]
    left: int
    errors: int
    what: str
    todos: int = 0
    parked: int = 0


def card_text(facts: CardFacts) -> str:
    """The facts as a text to keep."""
    return json.dumps(asdict(facts))


def card_facts_from(text: str) -> CardFacts | None:
    """The facts that were kept; None for a text that another version wrote."""
    try:
        raw = json.loads(text)
        return CardFacts(
            tuple(float(step) for step in raw["steps"]),
            int(raw["left"]),
            int(raw["errors"]),
            str(raw["what"]),
            # Earlier versions kept neither.
            int(raw.get("todos", 0)),
            int(raw.get("parked", 0)),
        )
    except (ValueError, KeyError, TypeError):
        return None
