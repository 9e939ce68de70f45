"""Writes a document, or several as one, as the bytes of a tagged PDF."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.documents.blocks import NOTICES_TITLE, Document
from app.errors import ExportCancelled, ExportError
from app.exporters import wording
from app.exporters.characters import one_line
from app.exporters.page_styles import PageStyle
from app.exporters.pdf.body import set_body
from app.exporters.pdf.bookmarks import add_bookmarks, add_places
from app.exporters.pdf.canvas import TaggedCanvas
from app.exporters.pdf.contents import CONTENTS, Entry, entries_of, set_contents
from app.exporters.pdf.drawing import Sheet
from app.exporters.pdf.flow import Block, Placed, lay_out
from app.exporters.pdf.front_pages import (
    COVER,
    LAW,
    OPEN_POINTS,
    has_suggestions,
    set_cover,
    set_notices,
    set_open_points,
    set_suggestion_key,
    set_title,
)
from app.exporters.pdf.metadata import Metadata, add_metadata
from app.exporters.pdf.running_lines import RunningWords, draw_running_lines, running_words
from app.exporters.pdf.setting import Setting
from app.exporters.pdf.structure import Element, add_structure, whole_document

_DEFAULT_STYLE = PageStyle()
_SHARE_OF_SETTING = 0.6
_SHARE_OF_DRAWING = 0.35


def write_pdf(
    document: Document,
    style: PageStyle = _DEFAULT_STYLE,
    on_progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The document as a PDF that keeps PDF/A-2a and PDF/UA-1. Equal documents give equal bytes.

    `on_progress` is told shares from 0 to 1. Raises ExportCancelled soon after `is_cancelled` says so.
    """
    work = _Work(on_progress, is_cancelled, len(document.body))
    with whole_document() as root:
        setting = Setting(style, root, _anchors(document))
        book = _Book(style)
        book.add_document(document, setting, work, has_contents=True)
        return book.write(root, _metadata(document), work)


def combine_pdf(
    documents: Sequence[Document],
    title: str = wording.GOVERNANCE_PACK,
    style: PageStyle = _DEFAULT_STYLE,
    on_progress: Callable[[float], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Several documents as one PDF, with one cover, one contents, and bookmarks for each document.

    Pages are numbered through. Raises ExportError without documents; otherwise as `write_pdf`.
    """
    if not documents:
        raise ExportError("There is no document to put into the combined PDF. Choose at least one and try again.")
    first = documents[0]
    work = _Work(on_progress, is_cancelled, sum(len(document.body) for document in documents))
    with whole_document() as root:
        own = Setting(style, root, ())
        book = _Book(style)
        status, subtitle = wording.pack_status(documents), wording.pack_subtitle(documents)
        words = RunningWords(
            one_line(first.collaborative), one_line(f": {title}"), wording.pack_standing(documents), subtitle
        )
        cover = set_title(
            (title, first.collaborative, subtitle), status, own, has_illustrations=wording.has_illustrations(documents)
        )
        book.add_chapter(cover, words, has_header=False)
        titles = _title_entries(documents)
        listed = [
            entry
            for document, heading in zip(documents, titles, strict=True)
            for entry in (heading, *entries_of(document, heading.anchor.removesuffix(COVER)))
            if entry.rank < 2
        ]
        book.entries.append(Entry(0, "", wording.CONTENTS, CONTENTS))
        book.add_chapter(set_contents(listed, book.pages, own), words)
        for document, heading in zip(documents, titles, strict=True):
            book.entries.append(heading)
            setting = Setting(style, root.add("Part"), _anchors(document), heading.anchor.removesuffix(COVER))
            book.add_document(document, setting, work, has_contents=False)
        dated = max(document.dated for document in documents)
        metadata = Metadata(one_line(title), one_line(first.collaborative), subtitle, first.language, dated)
        return book.write(root, metadata, work)


def _title_entries(documents: Sequence[Document]) -> list[Entry]:
    """An entry for each document's cover; documents with one title, as for each trust, tell their subtitles too."""
    counts = Counter(document.title for document in documents)
    return [
        Entry(
            0,
            "",
            one_line(f"{document.title}: {document.subtitle}" if counts[document.title] > 1 else document.title),
            f"{place}/{COVER}",
        )
        for place, document in enumerate(documents, start=1)
    ]


def _anchors(document: Document) -> frozenset[str]:
    return frozenset(block.anchor for block in document.body if block.anchor)


def _metadata(document: Document) -> Metadata:
    return Metadata(
        title=one_line(document.title),
        author=one_line(document.author),
        subject=one_line(document.subtitle),
        language=document.language,
        dated=document.dated,
    )


class _Work:
    """How far the work has come, and whether anyone still wants it."""

    def __init__(
        self, on_progress: Callable[[float], None] | None, is_cancelled: Callable[[], bool] | None, block_count: int
    ) -> None:
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled
        self._blocks_done = 0
        self._block_count = block_count

    def follow(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks of a body as they are set."""
        for block in blocks:
            yield block
            self._blocks_done += 1
            self.reach(_SHARE_OF_SETTING * min(1.0, self._blocks_done / self._block_count))

    def reach(self, share: float) -> None:
        """Tells how far the work is; raises ExportCancelled where nobody wants it any more."""
        if self._is_cancelled is not None and self._is_cancelled():
            raise ExportCancelled("The export was stopped. Nothing was written.")
        if self._on_progress is not None:
            self._on_progress(share)


@dataclass(frozen=True, slots=True)
class _Page:
    placed: list[Placed]
    words: RunningWords
    has_header: bool


@dataclass(slots=True)
class _Book:
    """Pages as they are laid out, chapter after chapter; each chapter begins a page."""

    style: PageStyle
    entries: list[Entry] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)
    """The number of the page on which each anchor stands, known when all pages are laid out."""
    _pages: list[_Page] = field(default_factory=list)

    def add_chapter(self, blocks: Iterable[Block], words: RunningWords, has_header: bool = True) -> None:
        style = self.style
        laid = lay_out(list(blocks), style.margins.top, style.height - style.margins.bottom)
        self._pages += (_Page(placed, words, has_header) for placed in laid if placed)

    def add_document(self, document: Document, setting: Setting, work: _Work, has_contents: bool) -> None:
        """Cover, open points, contents, law to be confirmed and body."""
        words = running_words(document)
        self.add_chapter(set_cover(document, setting), words, has_header=False)
        suggests = has_suggestions(document)
        if document.open_points:
            self._note(wording.OPEN_POINTS, OPEN_POINTS, setting)
            self.add_chapter(set_open_points(document.open_points, suggests, setting), words)
        entries = entries_of(document, setting.prefix)
        front: list[Block] = []
        if has_contents and entries:
            self._note(wording.CONTENTS, CONTENTS, setting)
            front += set_contents(entries, self.pages, setting)
        if document.notices:
            self._note(NOTICES_TITLE, LAW, setting)
            front += set_notices(document.notices, setting)
        if suggests and not document.open_points:
            front.append(set_suggestion_key(setting))
        self.add_chapter(front, words)
        self.entries += entries
        self.add_chapter(work.follow(set_body(document.body, setting)), words)

    def _note(self, title: str, anchor: str, setting: Setting) -> None:
        self.entries.append(Entry(1, "", title, f"{setting.prefix}{anchor}"))

    def write(self, root: Element, metadata: Metadata, work: _Work) -> bytes:
        """Draws every page and brings the file together."""
        for index, page in enumerate(self._pages, start=1):
            for placed in page.placed:
                if placed.first == 0:
                    self.pages.update(dict.fromkeys(placed.block.anchors, index))
        canvas = TaggedCanvas((self.style.width, self.style.height), metadata.language, len(self._pages))
        sheets: list[Sheet] = []
        for index, page in enumerate(self._pages):
            sheets.append(self._draw(Sheet(index, self.style, canvas), page))
            canvas.showPage()
            work.reach(_SHARE_OF_SETTING + _SHARE_OF_DRAWING * (index + 1) / len(self._pages))
        links = [link for sheet in sheets for link in sheet.links]
        add_structure(canvas.file, root, [sheet.marked for sheet in sheets], links)
        add_bookmarks(canvas, self.entries)
        add_places(canvas)
        add_metadata(canvas, metadata)
        content = canvas.to_bytes()
        work.reach(1.0)
        return content

    def _draw(self, sheet: Sheet, page: _Page) -> Sheet:
        for placed in page.placed:
            if placed.first == 0:
                for anchor in placed.block.anchors:
                    sheet.bookmark(anchor, placed.top - 6)
            placed.block.draw(sheet, self.style.margins.left, placed.top, placed.first, placed.last)
        draw_running_lines(sheet, page.words, sheet.index + 1, len(self._pages), has_header=page.has_header)
        return sheet
