"""What an answer does to the documents: every place that reads differently than before it, document by document."""

from collections.abc import Callable
from dataclasses import dataclass

from app.documents.blocks import Document, Paragraph, Table
from app.documents.comparison import Piece, compare_documents
from app.domain.answers import Answers
from app.services.clause_places import place_words
from app.services.drafting import Drafting
from app.services.retracing import Retrace
from app.services.snapshots import Snapshot
from app.services.uses import UsedPlace

_CAME = "These answers now call for this document."
_WENT = "These answers no longer call for this document."
_FRONT = "the front page"
#: How the anchor of what a term means begins.
_TERM = "term."


@dataclass(frozen=True, slots=True)
class PlaceEffect:
    """One place that reads differently.

    ``document`` is an id in the catalogue, ``where`` such as "clause 9.2", ``anchor`` where to go in the later draft.
    ``says`` is a sentence that stands instead of pieces, where a whole document comes or goes. ``clause`` is the id of
    the clause that it stands in; empty where it is the meaning of a term, in no clause, or gone.
    """

    document: str
    title: str
    where: str
    anchor: str
    pieces: tuple[Piece, ...] = ()
    says: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class DocumentEffect:
    """What becomes of one document. Of one with a copy for each member, the first copy that changes is told.

    ``copy`` is the id of the draft whose places these are, ``other_copies`` how many more change in this way.
    """

    document: str
    title: str
    places: tuple[PlaceEffect, ...]
    copy: str = ""
    other_copies: int = 0


@dataclass(frozen=True, slots=True)
class AnswerEffect:
    """What became of every document between two snapshots, and the questions whose answers differ.

    ``retrace`` is set where no answer was given but one was undone, or done again.
    """

    questions: tuple[str, ...]
    documents: tuple[DocumentEffect, ...]
    retrace: Retrace | None = None

    @property
    def places(self) -> tuple[tuple[DocumentEffect, PlaceEffect], ...]:
        """Every place, in the order of the catalogue and of the documents."""
        return tuple((document, place) for document in self.documents for place in document.places)


def changed_questions(before: Answers, after: Answers) -> tuple[str, ...]:
    """The questions whose value or rows differ; notes and marks are no answer."""
    values = {each for each in {*before.answers, *after.answers} if before.value(each) != after.value(each)}
    tables = {
        each
        for each in {*before.tables, *after.tables}
        if before.rows(each) != after.rows(each) and _cells(before, each) != _cells(after, each)
    }
    return tuple(sorted(values | tables))


def changes_only_used_places(effect: AnswerEffect, used: tuple[UsedPlace, ...]) -> bool:
    """Whether each passage that changed stands in one of the places that use the answer, no two in the same."""
    places = {(each.document, each.clause) for each in used if each.clause}
    changed = [(place.document, place.clause) for _, place in effect.places]
    return bool(changed) and len(set(changed)) == len(changed) and places.issuperset(changed)


def documents_touched(before: Snapshot, after: Snapshot, questions: tuple[str, ...], drafting: Drafting) -> list[str]:
    """The documents that may read differently after these questions were answered, in the order of the catalogue."""
    resting = {document for question in questions for document in drafting.documents_using(question)}
    touched = (resting & {*before.documents, *after.documents}) | (set(before.documents) ^ set(after.documents))
    return [document for document, _ in drafting.catalogue() if document in touched]


def document_effect(before: Snapshot, after: Snapshot, document_id: str, drafting: Drafting) -> DocumentEffect | None:
    """What becomes of one document; None where it reads the same. Drafts it twice, so not in the screen's thread."""
    title = dict(drafting.catalogue())[document_id]
    # The later draft first: it is the one on screen, and kept already.
    later = drafting.draft(after, document_id) if document_id in after.documents else ()
    earlier = drafting.draft(before, document_id) if document_id in before.documents else ()
    if not earlier or not later:
        if not earlier and not later:
            return None
        place = PlaceEffect(document_id, title, "", "", says=_CAME if later else _WENT)
        return DocumentEffect(document_id, title, (place,), later[0].id if later else "")
    known = {copy.id: copy for copy in earlier}
    told: tuple[PlaceEffect, ...] = ()
    shown, others = "", 0
    for copy in later:
        places = _places(document_id, title, known.get(copy.id, earlier[0]), copy, drafting.pace.rest)
        if places and told:
            others += 1
        elif places:
            told, shown = places, copy.id
    return DocumentEffect(document_id, title, told, shown, others) if told else None


def _places(
    document_id: str, title: str, before: Document, after: Document, rest: Callable[[], object]
) -> tuple[PlaceEffect, ...]:
    if before is after:
        return ()
    found = []
    clauses = {
        block.anchor: block.origin.clause
        for block in after.body
        if isinstance(block, Paragraph | Table) and not block.anchor.startswith(_TERM)
    }
    for place in compare_documents(before, after, rest=rest):
        standing, anchor = (before, place.earlier_anchor) if place.is_gone else (after, place.anchor)
        where = place_words(standing, anchor)
        clause = "" if place.is_gone else clauses.get(place.anchor, "")
        found.append(PlaceEffect(document_id, title, where or _FRONT, place.anchor, place.pieces, clause=clause))
    return tuple(found)


def _cells(answers: Answers, table: str) -> list[tuple[str, object]]:
    return [(row.id, dict(row.cells)) for row in answers.rows(table)]
