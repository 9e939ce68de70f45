"""How a document stands, in words for lists."""

from app.domain.wording import counted
from app.services.drafting import DocumentState


def open_points_in_words(state: DocumentState | None) -> str:
    """How many open points a document has, such as "3 open points"; empty until it has been drafted."""
    if state is None:
        return ""
    return counted(state.gaps, "open point", "open points") if state.gaps else "no open points"
