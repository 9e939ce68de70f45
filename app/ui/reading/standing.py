"""How a document stands, in words for lists."""

from app.domain.wording import counted
from app.services.drafting import DocumentState


def gaps_in_words(state: DocumentState | None) -> str:
    """How many gaps a document has, such as "3 gaps"; empty until it has been drafted."""
    if state is None:
        return ""
    return counted(state.gaps, "gap", "gaps") if state.gaps else "no gaps"
