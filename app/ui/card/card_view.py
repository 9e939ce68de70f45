"""What a card of a question is told to show, at one moment."""

from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.answers import Answer, Row
from app.domain.checks import Finding
from app.domain.pasting import RowOptions
from app.domain.todos import Todo
from app.ui.parts.chips import Link


@dataclass(frozen=True, slots=True)
class CardView:
    """All that a card shows besides the question itself, at one moment."""

    answer: Answer | None = None
    """The answer with its note and state; for a table only these two."""
    rows: tuple[Row, ...] = ()
    """The rows of a table question, in order."""
    findings: tuple[Finding, ...] = ()
    changes: tuple[Link, ...] = ()
    """The places in documents that use this answer."""
    meaning: str = ""
    """What a number means here, such as "5 of 6 members"."""
    row_options: RowOptions = field(default_factory=lambda: MappingProxyType({}))
    """The rows that row and rows kinds point to: by table id, options with a row's id and title."""
    hidden_columns: frozenset[str] = frozenset()
    """Columns of the table that do not apply at present."""
    is_required: bool = False
    """Whether a document that applies needs the answer."""
    save_problem: str = ""
    """Why the last answer could not be kept, as a sentence; empty when all is well."""
    todos: tuple[Todo, ...] = ()
    """The to-dos about the question."""
    people: tuple[str, ...] = ()
    """Names to offer for a to-do."""
    agreed_words: str = ""
    """When it was agreed, such as "Agreed 12 March 2026"."""
