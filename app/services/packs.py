"""Exports a pack: drafts every wanted document, writes it in every wanted format, and says what was written."""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import assert_never

from app.documents.blocks import Document, Status
from app.errors import DiskFullError, ExportCancelled, ExportError
from app.exporters.html import write_html
from app.services.drafting import Drafting
from app.services.snapshots import Snapshot

_NO_SPACE = 28


class Format(Enum):
    """A format a document can be written in; the value is the file ending."""

    PDF = "pdf"
    WORD = "docx"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class PackRequest:
    """What to export. No document ids means every document that applies."""

    documents: tuple[str, ...] = ()
    formats: tuple[Format, ...] = (Format.PDF,)
    is_combined: bool = False
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class PackProgress:
    """How far an export is: files done of all, and what is being written now."""

    done: int
    total: int
    now: str


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

    def documents(self, snapshot: Snapshot, request: PackRequest) -> tuple[Document, ...]:
        """The drafts that a request asks for, in order.

        Raises NotFoundError for an unknown document, ExportError where one does not apply or, for a final
        pack, where errors or gaps are left.
        """
        wanted = request.documents or snapshot.documents
        status = Status.FINAL if request.is_final else Status.DRAFT
        found: list[Document] = []
        for document_id in dict.fromkeys(wanted):
            state = self._drafting.state(snapshot, document_id)
            if not state.applies:
                raise ExportError(f"The {state.title.lower()} does not apply here. {state.why_not}".strip())
            found += self._drafting.draft(snapshot, document_id, status)
        if not found:
            raise ExportError("There is no document to export yet; answer the first questions of step 1.")
        if request.is_final:
            _refuse_unfinished(snapshot, found)
        return tuple(found)

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
        documents = self.documents(snapshot, request)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(f"The folder {folder} cannot be made: {error.strerror}. Choose another one.") from error
        prefix = file_stem(snapshot.design.answers.text("collaborative.short-name") or snapshot.name)
        jobs = list(_jobs(documents, request, prefix))
        written = []
        for place, (name, write) in enumerate(jobs):
            on_progress(PackProgress(place, len(jobs), name))
            if is_cancelled():
                raise ExportCancelled("The export was stopped. The files that were finished are in the folder.")
            written.append(write_beside(folder / name, write(is_cancelled)))
        on_progress(PackProgress(len(jobs), len(jobs), ""))
        return tuple(written)


def file_stem(name: str) -> str:
    """A name that is safe as the start of a file name on every system: what is typed never becomes a path."""
    plain = "".join(each.lower() if each.isascii() and each.isalnum() else " " for each in name)
    return "-".join(plain.split())[:40].strip("-") or "collaborative"


def write_beside(path: Path, content: bytes) -> Path:
    """Write a file under another name in the same folder, then give it its own."""
    beside = None
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except OSError as error:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)
        if error.errno == _NO_SPACE:
            raise DiskFullError(
                f"There is no room left to write {path.name}. Free some space and export again."
            ) from error
        raise ExportError(
            f"{path.name} could not be written: {error.strerror}. Close it if it is open, or choose another folder."
        ) from error
    return path


def _refuse_unfinished(snapshot: Snapshot, documents: list[Document]) -> None:
    reasons = [f"{finding.title}: {finding.remedy}" for finding in snapshot.errors]
    open_points = {point.question: point.label for document in documents for point in document.open_points}
    reasons += [f"Not answered: {label}" for label in open_points.values()]
    if reasons:
        raise ExportError("\n".join(["A final pack has no errors and no gaps. Still to do:", *reasons]))


_Write = Callable[[IsCancelled], bytes]


def _jobs(documents: tuple[Document, ...], request: PackRequest, prefix: str) -> Iterator[tuple[str, _Write]]:
    for form in dict.fromkeys(request.formats):
        if request.is_combined and form is Format.PDF and len(documents) > 1:
            yield f"{prefix}-pack.pdf", _combined_writer(documents)
            continue
        for document in documents:
            yield f"{prefix}-{document.file_name}.{form.value}", _writer(document, form)


def _writer(document: Document, form: Format) -> _Write:
    match form:
        case Format.PDF:
            return lambda is_cancelled: _pdf(document, is_cancelled)
        case Format.WORD:
            return lambda _: _word(document)
        case Format.HTML:
            return lambda _: write_html(document).encode()
        case _:
            assert_never(form)


def _combined_writer(documents: tuple[Document, ...]) -> _Write:
    def write(is_cancelled: IsCancelled) -> bytes:
        # reportlab takes a fifth of a second to load, and most runs of the app never export.
        from app.exporters.pdf.writer import combine_pdf

        return combine_pdf(documents, is_cancelled=is_cancelled)

    return write


def _pdf(document: Document, is_cancelled: IsCancelled) -> bytes:
    # reportlab takes a fifth of a second to load, and most runs of the app never export.
    from app.exporters.pdf.writer import write_pdf

    return write_pdf(document, is_cancelled=is_cancelled)


def _word(document: Document) -> bytes:
    # python-docx takes a while to load, and most runs of the app never export.
    from app.exporters.word.writer import write_word

    return write_word(document)
