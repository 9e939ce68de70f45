"""Drafts documents of a collaborative: which apply, how each stands, and what in it an answer has to do with."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from app.analysis.readings import READINGS
from app.content.catalogue import Content
from app.documents.blocks import Block, Document, Status
from app.documents.drafting import Edition, draft
from app.documents.templates import Outline
from app.documents.uses import questions_of_clause, questions_of_outline, with_what_shows_them
from app.domain.members import full_members
from app.domain.readings import Askable, Design
from app.errors import NotFoundError
from app.services.clause_places import anchors_about
from app.services.pace import Pace
from app.services.snapshots import Snapshot

#: Drafts are kept for this many snapshots: the one on screen, the one before it, and the one that is being exported.
_KEPT_SNAPSHOTS = 3


@dataclass(frozen=True, slots=True)
class DocumentState:
    """How one document of the catalogue stands. ``why_not`` is empty where it applies.

    ``members`` names the member that each copy is for; empty where one copy serves all.
    """

    id: str
    title: str
    summary: str
    applies: bool
    why_not: str
    copies: tuple[Document, ...] = ()
    members: tuple[str, ...] = ()
    is_per_member: bool = False

    @property
    def gaps(self) -> int:
        """The most open points of any copy; copies share nearly all their answers."""
        return max((len(copy.open_points) for copy in self.copies), default=0)

    @property
    def law_to_confirm(self) -> tuple[str, ...]:
        """The law records that any copy rests on and that are not settled, as the document lists them in front."""
        return tuple(dict.fromkeys(notice.law for copy in self.copies for notice in copy.notices))


_Drafts = dict[tuple[str, Status], tuple[Document, ...]]


class Drafting:
    """Drafts from snapshots, in any thread. Drafts are kept, because panels ask for the same ones repeatedly.

    A document that reads as it did before is given back as the very same object, so that a panel can tell
    by identity that it has nothing to redraw.
    """

    def __init__(self, content: Content, today: Callable[[], date]) -> None:
        self._content = content
        self._today = today
        self._askable = Askable(content.questionnaire, READINGS)
        #: How fast drafting goes where it is not the screen that drafts.
        self.pace = Pace()
        self._kept: OrderedDict[int, tuple[Snapshot, _Drafts]] = OrderedDict()
        self._latest: _Drafts = {}
        self._deciding: dict[str, tuple[str, ...]] = {}

    def states(self, snapshot: Snapshot) -> tuple[DocumentState, ...]:
        """Every document of the catalogue, drafted where it applies."""
        return tuple(self._state(outline, snapshot) for outline in self._outlines())

    def state(self, snapshot: Snapshot, document_id: str) -> DocumentState:
        """How one document stands. Raises NotFoundError for an unknown id."""
        return self._state(self._outline(document_id), snapshot)

    def listing(self, snapshot: Snapshot) -> tuple[DocumentState, ...]:
        """Every document of the catalogue and whether it applies, at once: nothing is drafted, no copy is given."""
        return tuple(_undrafted(outline, snapshot) for outline in self._outlines())

    def catalogue(self) -> tuple[tuple[str, str], ...]:
        """The id and title of every document, in order."""
        return tuple((outline.id, outline.title) for outline in self._outlines())

    def entry_of(self, document_id: str) -> str:
        """The id in the catalogue of a document or of one copy of it. Raises NotFoundError."""
        outlines = self._content.templates.outlines
        named = [each for each in outlines if document_id == each or document_id.startswith(f"{each}-")]
        return self._outline(max(named, key=len, default=document_id)).id

    def draft(self, snapshot: Snapshot, document_id: str, status: Status = Status.DRAFT) -> tuple[Document, ...]:
        """The copies of one document: one, or one per trust. Raises NotFoundError for an unknown id."""
        outline = self._outline(document_id)
        with self.pace.one_at_a_time():
            kept = self._kept_for(snapshot)
            key = (document_id, status)
            if key not in kept:
                copies = self._copies(outline, snapshot.design, status)
                copies = _with_same_blocks(copies, self._latest.get(key, ()))
                for drafts in (self._latest, *(known for _, known in self._kept.values())):
                    copies = _same_where_equal(copies, drafts.get(key, ()))
                self._latest[key] = kept[key] = copies
            return kept[key]

    def documents_using(self, question_id: str) -> tuple[str, ...]:
        """The ids of the documents that rest on a question at all."""
        return tuple(each.id for each in self._outlines() if question_id in self._questions_of_outlines[each.id])

    def anchors_about(self, document: Document, question_id: str) -> tuple[str, ...]:
        """The anchors of what shows an answer in a draft; where nothing shows it, of what it decides about."""
        return anchors_about(document, question_id, self.deciding)

    def deciding(self, clause_id: str) -> tuple[str, ...]:
        """Every question that decides whether, how and with what words a clause is drafted."""
        if clause_id not in self._deciding:
            clause = self._content.templates.clauses.get(clause_id)
            own = questions_of_clause(clause, self._askable) if clause is not None else ()
            self._deciding[clause_id] = with_what_shows_them(own, self._askable)
        return self._deciding[clause_id]

    @cached_property
    def _questions_of_outlines(self) -> dict[str, frozenset[str]]:
        return {
            outline.id: frozenset(
                with_what_shows_them(
                    questions_of_outline(outline, self._content.templates, self._askable), self._askable
                )
            )
            for outline in self._outlines()
        }

    def _outline(self, document_id: str) -> Outline:
        outline = self._content.templates.outlines.get(document_id)
        if outline is None:
            known = ", ".join(each.id for each in self._outlines())
            raise NotFoundError(f"There is no document “{document_id}”. The documents are {known}.")
        return outline

    def _outlines(self) -> tuple[Outline, ...]:
        return tuple(self._content.templates.outlines.values())

    def _state(self, outline: Outline, snapshot: Snapshot) -> DocumentState:
        state = _undrafted(outline, snapshot)
        if not state.applies:
            return state
        members: tuple[str, ...] = ()
        if outline.is_per_member:
            members = tuple(member.name for member in full_members(snapshot.design.answers))
        copies = self.draft(snapshot, outline.id)
        return DocumentState(
            state.id, state.title, state.summary, True, "", copies, members, is_per_member=outline.is_per_member
        )

    def _kept_for(self, snapshot: Snapshot) -> _Drafts:
        key = id(snapshot)
        if key not in self._kept:
            self._kept[key] = (snapshot, {})
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT_SNAPSHOTS:
            self._kept.popitem(last=False)
        return self._kept[key][1]

    def _copies(self, outline: Outline, design: Design, status: Status) -> tuple[Document, ...]:
        edition = Edition(status, self._today())
        templates, law = self._content.templates, self._content.law
        if not outline.is_per_member:
            return (draft(outline, templates, law, design, edition, rest=self.pace.rest),)
        members = full_members(design.answers)
        return _told_apart(
            tuple(
                draft(outline, templates, law, design.for_member(member.row), edition, rest=self.pace.rest)
                for member in members
            )
        )


def _undrafted(outline: Outline, snapshot: Snapshot) -> DocumentState:
    applies = outline.id in snapshot.documents
    why_not = "" if applies else outline.why_not
    return DocumentState(
        outline.id, outline.title, outline.summary, applies, why_not, is_per_member=outline.is_per_member
    )


def _told_apart(copies: tuple[Document, ...]) -> tuple[Document, ...]:
    """The copies with an id each, although two members have the same name or code: no file may replace another."""
    found: list[Document] = []
    taken: set[str] = set()
    for copy in copies:
        place = 1
        while (own := copy.id if place == 1 else f"{copy.id}-{place}") in taken:
            place += 1
        taken.add(own)
        found.append(copy if own == copy.id else replace(copy, id=own, file_name=own))
    return tuple(found)


def _same_where_equal(copies: tuple[Document, ...], before: tuple[Document, ...]) -> tuple[Document, ...]:
    """The copies, each replaced by the one from before that equals it."""
    known = {copy.id: copy for copy in before}
    return tuple(known[copy.id] if known.get(copy.id) == copy else copy for copy in copies)


def _with_same_blocks(copies: tuple[Document, ...], before: tuple[Document, ...]) -> tuple[Document, ...]:
    """The copies with each block replaced by the one from before that equals it.

    Whoever compares the two drafts, as the screen does several times, then sees at once what is the same.
    """
    known = {copy.id: {block.anchor: block for block in copy.body} for copy in before}
    return tuple(_with_blocks(copy, known[copy.id]) if copy.id in known else copy for copy in copies)


def _with_blocks(copy: Document, known: Mapping[str, Block]) -> Document:
    found = ((block, known.get(block.anchor)) for block in copy.body)
    return replace(copy, body=tuple(block if before is None or before != block else before for block, before in found))
