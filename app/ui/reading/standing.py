"""How a document stands, in words for lists."""

from app.domain.wording import counted
from app.services.drafting import DocumentState


def open_points_in_words(state: DocumentState | None) -> str:
    """How many open points a document has, such as "3 open points"; empty until it has been drafted."""
    if state is None:
        return ""
    return counted(state.gaps, "open point", "open points") if state.gaps else "no open points"


def law_to_confirm_in_words(count: int) -> str:
    """How much of the law that a document rests on is not settled, such as "2 rules to confirm"."""
    return counted(count, "rule to confirm", "rules to confirm") if count else ""
