"""Keeps shelves of everything that can be found, fresh for the present answers, and finds what was typed on them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from app.content.catalogue import Content
from app.documents.blocks import Document
from app.errors import FivewaysError
from app.services.collaboratives import Collaboratives
from app.services.drafting import Drafting
from app.services.search.answer_entries import answer_entries
from app.services.search.content_entries import content_entries, help_entries
from app.services.search.document_entries import clause_entries, document_entries, title_entries
from app.services.search.entries import Entry, Group, ToCheck, ToCollaborative, ToExample, ToQuestion
from app.services.search.shelf import Shelf
from app.services.snapshots import Snapshot

Shelves = tuple[Shelf, ...]

#: Entries that are put on a shelf without a rest: they take a millisecond or two.
_AT_A_TIME = 40


class Searching:
    """Makes shelves in any one thread at a time; what it gives out is never changed again."""

    def __init__(self, content: Content, drafting: Drafting, collaboratives: Collaboratives) -> None:
        self._content = content
        self._drafting = drafting
        self._collaboratives = collaboratives
        self._of_every_question: tuple[Entry, ...] | None = None
        self._of_content: tuple[tuple[frozenset[str], frozenset[str]], Shelf] | None = None
        self._of_documents: dict[str, tuple[Document, Shelf]] = {}
        #: Whose documents they are: no clause of another collaborative may be found.
        self._whose = ""
        self._of_help: Shelf | None = None
        self._of_titles: dict[str, Shelf] = {}

    def start_shelf(self, but: str = "") -> Shelf:
        """The collaboratives of the workspace, but for one by its id, and the examples. Raises StorageError."""
        found = [
            Entry(Group.COLLABORATIVE, each.name, ToCollaborative(each.id), "Open this collaborative")
            for each in self._collaboratives.all()
            if each.id != but
        ]
        found += [
            Entry(Group.EXAMPLE, file.name, ToExample(example), "Start a collaborative from this example")
            for example, file in self._content.examples.items()
        ]
        return Shelf(found)

    def help_shelf(self) -> Shelf:
        """What the help explains; the same for ever."""
        if self._of_help is None:
            self._of_help = Shelf(help_entries(self._content))
        return self._of_help

    def shelves(
        self,
        snapshot: Snapshot,
        is_cancelled: Callable[[], bool] = lambda: False,
        rest: Callable[[], None] = lambda: None,
    ) -> Iterator[Shelves]:
        """All shelves for a snapshot, growing: first with the titles of clauses, then with each draft in turn.

        ``rest`` is called every few milliseconds, for whoever has to let others work in between.
        """
        if self._whose != snapshot.collaborative:
            self._whose, self._of_documents = snapshot.collaborative, {}
        first = (self._content_shelf(snapshot, rest), self._answer_shelf(snapshot, rest))
        titles = {document: self._title_shelf(document) for document in snapshot.documents}
        kept = {document: self._of_documents[document][1] for document in titles if document in self._of_documents}
        by_document = {**titles, **kept}
        yield (*first, *by_document.values())
        for document in snapshot.documents:
            if is_cancelled():
                return
            shelf = self._clause_shelf(snapshot, document, rest)
            if shelf is not None and shelf is not by_document[document]:
                by_document[document] = shelf
                yield (*first, *by_document.values())

    def _content_shelf(self, snapshot: Snapshot, rest: Callable[[], None]) -> Shelf:
        """What the content gives, without questions that do not apply and checks that have found something."""
        left_out = frozenset(finding.check_id for finding in snapshot.findings)
        key = (snapshot.visible, left_out)
        if self._of_content is None or self._of_content[0] != key:
            entries = self._of_every_question or tuple(content_entries(self._content))
            self._of_every_question = entries
            left = (each for each in entries if _applies(each, snapshot.visible, left_out))
            self._of_content = (key, Shelf(_resting(left, rest)))
        return self._of_content[1]

    def _answer_shelf(self, snapshot: Snapshot, rest: Callable[[], None]) -> Shelf:
        documents = document_entries(self._drafting.listing(snapshot))
        return Shelf(_resting(chain(documents, answer_entries(snapshot, self._content.questionnaire)), rest))

    def _title_shelf(self, document: str) -> Shelf:
        if document not in self._of_titles:
            templates = self._content.templates
            self._of_titles[document] = Shelf(title_entries(templates.outlines[document], templates))
        return self._of_titles[document]

    def _clause_shelf(self, snapshot: Snapshot, document: str, rest: Callable[[], None]) -> Shelf | None:
        """The clauses of the first copy of a draft; None where it cannot be drafted."""
        try:
            copies = self._drafting.draft(snapshot, document)
        except FivewaysError:
            return None
        if not copies:
            return None
        kept = self._of_documents.get(document)
        # A draft that reads as before is the very same object.
        if kept is None or kept[0] is not copies[0]:
            templates = self._content.templates
            clauses = clause_entries(copies[0], templates.outlines[document], templates)
            kept = (copies[0], Shelf(_resting(clauses, rest)))
            self._of_documents[document] = kept
        return kept[1]


def _resting(entries: Iterable[Entry], rest: Callable[[], None]) -> Iterator[Entry]:
    for number, entry in enumerate(entries, start=1):
        yield entry
        if number % _AT_A_TIME == 0:
            rest()


def _applies(entry: Entry, visible: frozenset[str], found: frozenset[str]) -> bool:
    match entry.target:
        case ToQuestion(question):
            return question in visible
        case ToCheck(question, check):
            return question in visible and check not in found
        case _:
            return True
