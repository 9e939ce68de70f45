"""Pictures of the pages of one document: the PDF is made, and its pages are drawn, in another thread."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.documents.blocks import Document
from app.services.previews import PageBand, PageSpot, Previews
from app.ui.work.background import LatestWork, Report

#: A page at 150 % is a picture of 9 megabytes, so only those near the one in view are kept.
_KEPT_PICTURES = 8


@dataclass(frozen=True)
class OpenFile:
    """A finished PDF: its bytes, the width and height of its pages in points, and where its blocks begin."""

    document: Document
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    spots: Mapping[str, PageSpot]

    def anchor_at(self, page: int, share_down: float) -> str:
        """The block that a place on a page, counted from 0, belongs to: the last that begins at or above it."""
        above = [
            (spot.page, spot.share_down, order, anchor)
            for order, (anchor, spot) in enumerate(self.spots.items())
            if (spot.page, spot.share_down) <= (page, share_down)
        ]
        return max(above)[3] if above else ""

    def spot_after(self, spot: PageSpot) -> PageSpot | None:
        """Where the next block begins; None after the last one."""
        begins = ((each.page, each.share_down) for each in self.spots.values())
        later = min((each for each in begins if each > (spot.page, spot.share_down)), default=None)
        return PageSpot(*later) if later is not None else None


class PagePictures(QObject):
    """Asks for pictures page by page. Until a new document is ready, the one before stays.

    ``opened`` comes when a document is ready, ``drawn`` with the index of each page that was drawn, ``measured``
    when it is known what the block takes that was asked for, and ``failed`` with a sentence where a document cannot
    be set.
    """

    opened = Signal()
    drawn = Signal(int)
    measured = Signal()
    failed = Signal(str)

    def __init__(self, previews: Previews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previews = previews
        self._wished: Document | None = None
        self._file: OpenFile | None = None
        self._pictures: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._wanted: tuple[int, ...] = ()
        self._scale = 1.0
        self._setting = LatestWork(self)
        self._drawing = LatestWork(self)
        self._measuring = LatestWork(self)
        self._bands: tuple[PageBand, ...] = ()
        self._setting.succeeded.connect(self._on_set)
        self._setting.failed.connect(self.failed)
        self._drawing.succeeded.connect(self._on_drawn)
        self._drawing.failed.connect(self.failed)
        self._drawing.rested.connect(self._draw_next)
        self._measuring.succeeded.connect(self._on_measured)
        self._measuring.failed.connect(self.failed)

    @property
    def file(self) -> OpenFile | None:
        """The document that is ready."""
        return self._file

    @property
    def bands(self) -> tuple[PageBand, ...]:
        """What the block takes that was last asked for: a band on each of its pages; empty until it is measured."""
        return self._bands

    @property
    def is_setting(self) -> bool:
        """Whether a newer document is being set."""
        return self._wished is not None and (self._file is None or self._file.document is not self._wished)

    def show(self, document: Document | None) -> bool:
        """Make the pages of a document; False where they are made, or being made, already."""
        if document is self._wished:
            return False
        self._wished = document
        if document is None:
            self._setting.drop()
            self._file = None
            self._pictures.clear()
        elif self._file is None or self._file.document is not document:
            self._setting.begin(_set(self._previews, document))
        return True

    def want(self, pages: Sequence[int], scale: float) -> None:
        """Draw these pages, the first one first, at so many pixels a point. Others are no longer wanted."""
        self._wanted, self._scale = tuple(pages), scale
        self._draw_next()

    def picture(self, page: int) -> QImage | None:
        """The picture of a page, perhaps still at another scale; None until it is drawn."""
        found = self._pictures.get(page)
        return None if found is None else found[1]

    def spot(self, anchor: str) -> PageSpot | None:
        """Where the block with an anchor begins; None where there is none, or the pages are not ready."""
        return self._file.spots.get(anchor) if self._file is not None else None

    def measure(self, spot: PageSpot | None) -> None:
        """Find out what the block takes that begins at a spot; without one, nothing is taken."""
        self._bands = ()
        self._measuring.drop()
        if spot is not None and self._file is not None:
            self._measuring.begin(_measure(self._previews, self._file, spot))

    def stop(self) -> None:
        """Stop for good, because the screen is about to go."""
        self._wanted = ()
        self._setting.stop()
        self._drawing.stop()
        self._measuring.stop()

    def _on_set(self, file: object) -> None:
        if isinstance(file, OpenFile) and file.document is self._wished:
            self._file = file
            self._pictures.clear()
            self.opened.emit()

    def _on_drawn(self, drawn: object) -> None:
        if isinstance(drawn, _Drawn) and self._file is not None and drawn.pdf is self._file.pdf:
            self._pictures[drawn.page] = (drawn.scale, drawn.picture)
            self._pictures.move_to_end(drawn.page)
            while len(self._pictures) > max(_KEPT_PICTURES, len(self._wanted)):
                self._pictures.popitem(last=False)
            self.drawn.emit(drawn.page)

    def _on_measured(self, found: object) -> None:
        if isinstance(found, _Measured) and self._file is found.file:
            self._bands = found.bands
            self.measured.emit()

    def _draw_next(self) -> None:
        if self._file is None or self._drawing.is_busy:
            return
        for page in self._wanted:
            found = self._pictures.get(page)
            if found is not None:
                self._pictures.move_to_end(page)
            if found is None or found[0] != self._scale:
                self._drawing.begin(_draw(self._previews, self._file.pdf, page, self._scale))
                return


@dataclass(frozen=True)
class _Drawn:
    pdf: bytes
    page: int
    scale: float
    picture: QImage


@dataclass(frozen=True)
class _Measured:
    file: OpenFile
    bands: tuple[PageBand, ...]


def _measure(previews: Previews, file: OpenFile, spot: PageSpot) -> Callable[[Report, Callable[[], bool]], _Measured]:
    def work(_: Report, __: Callable[[], bool]) -> _Measured:
        return _Measured(file, previews.bands(file.pdf, spot, file.spot_after(spot)))

    return work


def _set(previews: Previews, document: Document) -> Callable[[Report, Callable[[], bool]], OpenFile]:
    def work(_: Report, is_cancelled: Callable[[], bool]) -> OpenFile:
        pdf = previews.pdf(document, is_cancelled)
        anchors = [block.anchor for block in document.body if block.anchor]
        return OpenFile(document, pdf, previews.page_sizes(pdf, is_cancelled), previews.spots(pdf, anchors))

    return work


def _draw(previews: Previews, pdf: bytes, page: int, scale: float) -> Callable[[Report, Callable[[], bool]], _Drawn]:
    def work(_: Report, __: Callable[[], bool]) -> _Drawn:
        image = previews.page(pdf, page, scale)
        drawn = QImage(image.pixels, image.width, image.height, 4 * image.width, QImage.Format.Format_RGBA8888)
        # A copy of its own: the picture outlives the bytes it was made from. Premultiplied is drawn fastest.
        return _Drawn(pdf, page, scale, drawn.convertToFormat(QImage.Format.Format_RGB32))

    return work
