"""Drafts documents of a collaborative: which apply, how each stands, and where an answer shows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.analysis.readings import READINGS
from app.content.catalogue import Content
from app.documents.blocks import Document, Heading, Paragraph, Status, Table
from app.documents.drafting import Edition, draft
from app.documents.templates import Outline
from app.documents.uses import questions_of_outline
from app.domain.readings import Design
from app.errors import NotFoundError
from app.services.snapshots import Snapshot


@dataclass(frozen=True, slots=True)
class DocumentState:
    """How one document of the catalogue stands. ``why_not`` is empty where it applies."""

    id: str
    title: str
    summary: str
    applies: bool
    why_not: str
    copies: tuple[Document, ...] = ()

    @property
    def gaps(self) -> int:
        """The number of open points of the first copy; copies per trust share their answers."""
        return max((len(copy.open_points) for copy in self.copies), default=0)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer shows: a document, a clause number such as "9.2", and the anchor to go to."""

    document: str
    title: str
    number: str
    anchor: str


class Drafting:
    """Drafts from snapshots. Drafts are kept for the snapshot they belong to, because panels ask repeatedly."""

    def __init__(self, content: Content, today: Callable[[], date]) -> None:
        self._content = content
        self._today = today
        self._uses = {
            outline.id: questions_of_outline(outline, content.templates, READINGS)
            for outline in content.templates.outlines.values()
        }
        self._kept: tuple[Snapshot, dict[tuple[str, Status], tuple[Document, ...]]] | None = None

    def states(self, snapshot: Snapshot) -> tuple[DocumentState, ...]:
        """Every document of the catalogue, drafted where it applies."""
        return tuple(self._state(outline, snapshot) for outline in self._outlines())

    def state(self, snapshot: Snapshot, document_id: str) -> DocumentState:
        """How one document stands. Raises NotFoundError for an unknown id."""
        return self._state(self._outline(document_id), snapshot)

    def catalogue(self) -> tuple[tuple[str, str], ...]:
        """The id and title of every document, in order."""
        return tuple((outline.id, outline.title) for outline in self._outlines())

    def draft(self, snapshot: Snapshot, document_id: str, status: Status = Status.DRAFT) -> tuple[Document, ...]:
        """The copies of one document: one, or one per trust. Raises NotFoundError for an unknown id."""
        outline = self._outline(document_id)
        kept = self._kept_for(snapshot)
        if (document_id, status) not in kept:
            kept[document_id, status] = self._copies(outline, snapshot.design, status)
        return kept[document_id, status]

    def places(self, snapshot: Snapshot, question_id: str) -> tuple[Place, ...]:
        """Every place in the applicable documents where the answer to a question shows, first copy only."""
        found: list[Place] = []
        for outline in self._outlines():
            if outline.id in snapshot.documents and question_id in self._uses[outline.id]:
                copies = self.draft(snapshot, outline.id)
                found += _places(copies[0], question_id, outline) if copies else []
        return tuple(found)

    def documents_using(self, question_id: str) -> tuple[str, ...]:
        """The ids of the documents that rest on a question at all."""
        return tuple(each.id for each in self._outlines() if question_id in self._uses[each.id])

    def _outline(self, document_id: str) -> Outline:
        outline = self._content.templates.outlines.get(document_id)
        if outline is None:
            known = ", ".join(each.id for each in self._outlines())
            raise NotFoundError(f"There is no document “{document_id}”. The documents are {known}.")
        return outline

    def _outlines(self) -> tuple[Outline, ...]:
        return tuple(self._content.templates.outlines.values())

    def _state(self, outline: Outline, snapshot: Snapshot) -> DocumentState:
        applies = outline.id in snapshot.documents
        copies = self.draft(snapshot, outline.id) if applies else ()
        why_not = "" if applies else outline.why_not
        return DocumentState(outline.id, outline.title, outline.summary, applies, why_not, copies)

    def _kept_for(self, snapshot: Snapshot) -> dict[tuple[str, Status], tuple[Document, ...]]:
        if self._kept is None or self._kept[0] is not snapshot:
            self._kept = (snapshot, {})
        return self._kept[1]

    def _copies(self, outline: Outline, design: Design, status: Status) -> tuple[Document, ...]:
        edition = Edition(status, self._today())
        templates, law = self._content.templates, self._content.law
        if not outline.is_per_member:
            return (draft(outline, templates, law, design, edition),)
        rows = [row for row in design.answers.rows("members.members") if row.text("membership") in {None, "full"}]
        return tuple(draft(outline, templates, law, design.for_member(row.id), edition) for row in rows)


def _places(document: Document, question_id: str, outline: Outline) -> list[Place]:
    found = []
    part = last = ""
    for block in document.body:
        match block:
            case Heading():
                part, last = block.number, ""
            case Paragraph() | Table():
                number = block.number if isinstance(block, Paragraph) else block.label
                if isinstance(block, Paragraph) and block.depth == 0 and number:
                    last = f"{part}, {number}" if part.startswith("Schedule") else number
                if question_id in block.origin.questions:
                    found.append(Place(document.id, outline.title, last or number or part, block.anchor))
            case _:
                continue
    return list({(place.document, place.number): place for place in reversed(found)}.values())[::-1]
