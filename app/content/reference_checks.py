"""Checks that no cross-reference can dangle, whatever the answers: its target is there whenever it is."""

from collections.abc import Iterator

from app.documents.markup import Piece, Slot, placeholders_in
from app.documents.placeholders import Reference, Target
from app.documents.templates import Clause, Outline, Part, Templates, Variant
from app.domain.conditions import All, Condition, implies


def check_references(outline: Outline, templates: Templates) -> Iterator[tuple[str, str]]:
    """Pairs of a clause id and the reason why one of its references may dangle in this document."""
    for part in outline.parts:
        for clause_id in part.clauses:
            clause = templates.clauses[clause_id]
            for variant in clause.variants:
                known = _both(part.when, _both(clause.when, variant.when))
                for placeholder in placeholders_in(variant.text):
                    if isinstance(placeholder, Reference):
                        reason = _fault(placeholder, known, outline, templates)
                        if reason:
                            yield clause_id, reason


def check_documents(pieces: tuple[Piece, ...], templates: Templates) -> Iterator[str]:
    """Reasons why a single line's references to documents have no target."""
    for piece in pieces:
        target = piece.placeholder if isinstance(piece, Slot) else None
        if isinstance(target, Reference) and target.id not in templates.outlines:
            yield f"It refers to the document “{target.id}”, which does not exist."


def _fault(reference: Reference, known: Condition | None, outline: Outline, templates: Templates) -> str:
    match reference.target:
        case Target.DOCUMENT:
            if reference.id not in templates.outlines:
                return f"It refers to the document “{reference.id}”, which does not exist."
        case Target.CLAUSE:
            part = next((each for each in outline.parts if reference.id in each.clauses), None)
            if part is None:
                return f"It refers to the clause “{reference.id}”, which is not in this document."
            clause = templates.clauses[reference.id]
            if not _is_there(part, clause, known):
                return f"It refers to the clause “{reference.id}”, which does not always apply when it does."
        case Target.SECTION | Target.SCHEDULE:
            is_schedule = reference.target is Target.SCHEDULE
            parts = [p for p in outline.parts if p.id == reference.id and p.is_schedule is is_schedule]
            if not parts:
                return f"It refers to the {reference.target.value} “{reference.id}”, which is not in this document."
            clauses = [templates.clauses[each] for each in parts[0].clauses]
            if not any(_is_there(parts[0], clause, known) for clause in clauses):
                return (
                    f"It refers to the {reference.target.value} “{reference.id}”, which may be empty when it applies."
                )
    return ""


def _is_there(part: Part, clause: Clause, known: Condition | None) -> bool:
    if not implies(known, part.when) or not implies(known, clause.when):
        return False
    return clause.is_certain or any(_covers(variant, known) for variant in clause.variants)


def _covers(variant: Variant, known: Condition | None) -> bool:
    return implies(known, variant.when)


def _both(one: Condition | None, other: Condition | None) -> Condition | None:
    if one is None:
        return other
    if other is None:
        return one
    parts = (
        *(one.parts if isinstance(one, All) else (one,)),
        *(other.parts if isinstance(other, All) else (other,)),
    )
    return All(parts)
