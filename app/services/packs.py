"""Exports a pack: drafts every wanted document, writes it in every wanted format, and says what was written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import chain, count
from pathlib import Path
from typing import assert_never

from app.documents.blocks import Document, Status
from app.domain.identities import id_of_name
from app.errors import ExportCancelled, ExportError, NotFoundError
from app.exporters.html import write_html
from app.services.drafting import Drafting
from app.services.files_beside import write_beside
from app.services.pdf_files import combined_pdf_of, pdf_of
from app.services.snapshots import Snapshot


class Format(Enum):
    """A format a document can be written in; the value is the file ending."""

    PDF = "pdf"
    WORD = "docx"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class PackRequest:
    """What to export. No document ids means every document that applies; an id may be that of one copy."""

    documents: tuple[str, ...] = ()
    formats: tuple[Format, ...] = (Format.PDF,)
    is_combined: bool = False
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class PackProgress:
    """How far an export is: files done of all, what is being written now, and the share of that one from 0 to 1.

    While the texts are still being drafted ``total`` is 0.
    """

    done: int
    total: int
    now: str
    share: float = 0.0

    @property
    def whole(self) -> float:
        """How far the whole is, from 0 to 1."""
        return min((self.done + self.share) / self.total, 1.0) if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that holds back a final pack: words for the user, and the question that puts it right."""

    words: str
    question: str


OnProgress = Callable[[PackProgress], None]
IsCancelled = Callable[[], bool]


def _nobody(_: PackProgress) -> None:
    return None


def _never() -> bool:
    return False


class Packs:
    """Writes packs to a folder. Files are written beside and renamed, so none is ever half there."""

    def __init__(self, drafting: Drafting) -> None:
        self._drafting = drafting

    def documents(
        self, snapshot: Snapshot, request: PackRequest, is_cancelled: IsCancelled = _never
    ) -> tuple[Document, ...]:
        """The drafts that a request asks for, in order.

        Raises NotFoundError for an unknown document, ExportError where one does not apply or, for a final
        pack, where errors or open points are left, and ExportCancelled.
        """
        found = self._drafts(snapshot, request, is_cancelled)
        left = _obstacles(snapshot, found) if request.is_final else ()
        if left:
            lines = [f"- {each.words}" for each in left]
            raise ExportError("\n".join(["A final pack has no errors and no open points. Still to do:", *lines]))
        return found

    def obstacles(
        self, snapshot: Snapshot, request: PackRequest, is_cancelled: IsCancelled = _never
    ) -> tuple[Obstacle, ...]:
        """What holds back the word final for the documents of a request. Raises as ``documents`` does."""
        return _obstacles(snapshot, self._drafts(snapshot, request, is_cancelled))

    def export(
        self,
        snapshot: Snapshot,
        folder: Path,
        request: PackRequest,
        on_progress: OnProgress = _nobody,
        is_cancelled: IsCancelled = _never,
    ) -> tuple[Path, ...]:
        """Write a pack and give back its files in order.

        Raises ExportCancelled when the user stopped it (finished files stay), ExportError and DiskFullError
        where the folder cannot be written to.
        """
        on_progress(PackProgress(0, 0, ""))
        documents = self.documents(snapshot, request, is_cancelled)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(f"The folder {folder} cannot be made: {error.strerror}. Choose another one.") from error
        jobs = list(_jobs(documents, request, _prefix(snapshot)))
        written: list[Path] = []
        for place, (name, write) in enumerate(jobs):
            watch = _Watch(PackProgress(place, len(jobs), name), on_progress, is_cancelled)
            watch.reach(0.0)
            if is_cancelled():
                raise ExportCancelled(_stopped(written))
            try:
                written.append(write_beside(folder / name, write(watch)))
            except ExportCancelled as error:
                raise ExportCancelled(_stopped(written)) from error
        on_progress(PackProgress(len(jobs), len(jobs), ""))
        return tuple(written)

    def folder_of_its_own(self, snapshot: Snapshot, folder: Path, day: date) -> Path:
        """A folder below this one that no export has written to: named after the collaborative and the day.

        What was exported before may have been worked on since, so nothing is ever written over it.
        """
        name = f"{_prefix(snapshot)}-{day.isoformat()}"
        names = chain((name,), (f"{name}-{number}" for number in count(2)))
        return next(folder / each for each in names if not _holds_something(folder / each))

    def _drafts(self, snapshot: Snapshot, request: PackRequest, is_cancelled: IsCancelled) -> tuple[Document, ...]:
        status = Status.FINAL if request.is_final else Status.DRAFT
        found: dict[str, Document] = {}
        for document_id in request.documents or snapshot.documents:
            if is_cancelled():
                raise ExportCancelled(_stopped([]))
            entry = self._drafting.entry_of(document_id)
            state = next(each for each in self._drafting.listing(snapshot) if each.id == entry)
            if not state.applies:
                raise ExportError(f"“{state.title}” does not apply here. {state.why_not}".strip())
            copies = self._drafting.draft(snapshot, entry, status)
            wanted = copies if document_id == entry else [copy for copy in copies if copy.id == document_id]
            if copies and not wanted:
                known = ", ".join(copy.id for copy in copies)
                raise NotFoundError(
                    f"There is no copy “{document_id}” of the {state.title.lower()}: there are {known}."
                )
            found |= {copy.id: copy for copy in wanted}
        if not found:
            raise ExportError("There is no document to export yet; answer the first questions of step 1.")
        return tuple(found.values())


def file_stem(name: str) -> str:
    """A name that is safe as the start of a file name on every system: what is typed never becomes a path."""
    return id_of_name(name) or "collaborative"


def _prefix(snapshot: Snapshot) -> str:
    return file_stem(snapshot.design.answers.text("collaborative.short-name") or snapshot.name)


def _holds_something(folder: Path) -> bool:
    try:
        return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError:
        return False  # it cannot be looked into; writing will say why


def _stopped(written: list[Path]) -> str:
    if not written:
        return "The export was stopped. Nothing was written."
    done = "The one file that was finished is" if len(written) == 1 else f"The {len(written)} finished files are"
    return f"The export was stopped. {done} in the folder."


def _obstacles(snapshot: Snapshot, documents: tuple[Document, ...]) -> tuple[Obstacle, ...]:
    errors = tuple(Obstacle(f"{finding.title}: {finding.remedy}", finding.question) for finding in snapshot.errors)
    open_points = {point.question: point.label for document in documents for point in document.open_points}
    return errors + tuple(Obstacle(f"Not answered: {label}", question) for question, label in open_points.items())


@dataclass(frozen=True, slots=True)
class _Watch:
    """What writing one file tells and asks while it goes on."""

    at: PackProgress
    on_progress: OnProgress
    is_cancelled: IsCancelled

    def reach(self, share: float) -> None:
        self.on_progress(replace(self.at, share=share))


_Write = Callable[[_Watch], bytes]


def _jobs(documents: tuple[Document, ...], request: PackRequest, prefix: str) -> Iterator[tuple[str, _Write]]:
    for form in dict.fromkeys(request.formats):
        if request.is_combined and form is Format.PDF and len(documents) > 1:
            yield f"{prefix}-pack.pdf", lambda watch: combined_pdf_of(documents, watch.reach, watch.is_cancelled)
            continue
        for document in documents:
            yield f"{prefix}-{document.file_name}.{form.value}", _writer(document, form)


def _writer(document: Document, form: Format) -> _Write:
    match form:
        case Format.PDF:
            return lambda watch: pdf_of(document, watch.reach, watch.is_cancelled)
        case Format.WORD:
            return lambda _: _word(document)
        case Format.HTML:
            return lambda _: write_html(document).encode()
        case _:
            assert_never(form)


def _word(document: Document) -> bytes:
    # python-docx takes a while to load, and most runs of the app never export.
    from app.exporters.word.writer import write_word

    return write_word(document)
