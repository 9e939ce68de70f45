"""What documents are made from: clauses with their variants, defined terms, and the outline of each document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from app.documents.markup import ClauseText, Piece
from app.domain.conditions import Condition
from app.domain.questions import Citation


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a clause and when it is the right one."""

    when: Condition | None
    text: ClauseText
    law: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the first variant whose condition holds is the one that is drafted."""

    id: str
    title: str
    when: Condition | None
    variants: tuple[Variant, ...]
    law: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether some variant is drafted whenever the clause's own condition holds."""
        return any(variant.when is None for variant in self.variants)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a defined term and when it is the right one."""

    when: Condition | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term, found in texts as a whole word with its capital, in the singular or plural."""

    id: str
    term: str
    plural: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A section or schedule of an outline: a heading over clauses, in order."""

    id: str
    title: str
    clauses: tuple[str, ...]
    when: Condition | None = None
    holds_definitions: bool = False
    is_schedule: bool = False


class Execution(Enum):
    """How a document is brought into effect: the parties sign it, or the boards approve it."""

    SIGNATURE = "signature"
    APPROVAL = "approval"


class Binding(Enum):
    """What a document is in law."""

    NON_BINDING = "non-binding"
    BINDING = "binding"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Outline:
    """The plan of one document: when it applies, its parts in order, and how it is brought into effect."""

    id: str
    title: str
    subtitle: tuple[Piece, ...]
    summary: str
    order: int
    parts: tuple[Part, ...]
    execution: Execution
    binding: Binding
    applies: Condition | None = None
    why_not: str = ""
    is_per_member: bool = False
    is_plural: bool = False

    @property
    def clause_ids(self) -> tuple[str, ...]:
        """Every clause of the outline, in order."""
        return tuple(clause for part in self.parts for clause in part.clauses)


@dataclass(frozen=True, slots=True)
class Templates:
    """Everything in the templates folder, found by id."""

    clauses: Mapping[str, Clause]
    terms: tuple[Term, ...]
    outlines: Mapping[str, Outline]

    def clauses_of(self, outline: Outline) -> Iterator[Clause]:
        """The clauses of an outline, in order; an id that no clause has, which the content check tells, is left out."""
        return (self.clauses[clause_id] for clause_id in outline.clause_ids if clause_id in self.clauses)
