"""The pages of a document below each other, drawn as they come into view."""

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.documents.blocks import Document
from app.marks import override
from app.services.previews import PageSpot, Previews
from app.ui.pages_view.page_column import PageColumn, column_of
from app.ui.pages_view.page_mark import frame_of, paint_mark
from app.ui.pages_view.page_pictures import PagePictures
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE, TypeSize
from app.ui.theme.roles import LIGHT
from app.ui.theme.theme import current_theme

#: Pixels of a screen for one point of paper where a page is shown in its true size.
_TRUE_SIZE = 96 / 72
_LINE_STEP = 48
#: A place that is gone to stands this far down the view, so that what leads up to it is seen as well.
_SHARE_ABOVE = 0.2


class Zoom(Enum):
    """How large pages are shown; the value is what the user reads."""

    FIT_WIDTH = "Fit width"
    FULL = "100%"
    LARGE = "150%"


class PagesView(QAbstractScrollArea):
    """Shows pages. ``page_shown`` carries the page in view, counted from 1, and how many there are.

    ``block_pointed`` carries the anchor of the block that was clicked; empty above the first.
    """

    page_shown = Signal(int, int)
    block_pointed = Signal(str)
    zoom_changed = Signal(object)

    def __init__(self, previews: Previews) -> None:
        super().__init__()
        self._zoom = Zoom.FIT_WIDTH
        self._title = ""
        self._column = PageColumn()
        self._anchor = ""
        self._spot: PageSpot | None = None
        self._told = (0, 0)
        self._problem = ""
        self._pictures = PagePictures(previews, self)
        self._pictures.opened.connect(self._on_opened)
        self._pictures.drawn.connect(self._on_drawn)
        self._pictures.measured.connect(self._on_measured)
        self._pictures.failed.connect(self._on_failed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self.horizontalScrollBar().setSingleStep(_LINE_STEP)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.setAccessibleName("Pages")
        self.setAccessibleDescription("Pictures of the pages. The reading view has the same words as text.")

    @property
    def zoom(self) -> Zoom:
        """How large pages are shown."""
        return self._zoom

    @property
    def page(self) -> int:
        """The page in view, counted from 0."""
        return self._column.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 until they are made."""
        return len(self._column.tops)

    @property
    def anchor(self) -> str:
        """The anchor of the block that is marked, or will be once the pages are made; empty without one."""
        return self._anchor

    @property
    def spot(self) -> PageSpot | None:
        """The place that is marked."""
        return self._spot

    def mark_top(self) -> int | None:
        """Where the mark begins, in pixels from the top of the view; None where nothing is marked."""
        if self._spot is None or self._spot.page >= self.page_count:
            return None
        place = self._rect_of(self._spot.page)
        return round(place.top() + self._spot.share_down * place.height())

    @property
    def frames(self) -> list[QRectF]:
        """What frames the marked block, a part for each of its pages, in pixels of the view; empty until measured."""
        bands, scale = self._pictures.bands, self._scale()
        return [frame_of(band, self._rect_of(band.page), scale) for band in bands if band.page < self.page_count]

    def is_drawn(self, page: int) -> bool:
        """Whether the picture of a page is there."""
        return self._pictures.picture(page) is not None

    def show_document(self, document: Document | None) -> None:
        """Show the pages of a document as soon as they are made; until then those before stay."""
        self._title = document.title if document is not None else ""
        self._problem = ""
        if self._pictures.show(document):
            # The same document shown again stays where it is, or where it is on its way to.
            self._anchor = ""
            self._put_mark(None)
        self._lay_out()
        self._tell()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages in another size; the page in view stays."""
        if zoom is not self._zoom:
            place = self._place()
            self._zoom = zoom
            self._lay_out()
            self._scroll_to(*place)
            self.zoom_changed.emit(zoom)

    def go_to_page(self, page: int) -> None:
        """Bring a page to the top, counted from 0; beyond the last, the last one."""
        self._scroll_to(page, 0.0)

    def mark(self, anchor: str) -> None:
        """Mark the block with an anchor where it is, without moving."""
        self._anchor = anchor
        self._put_mark(None if self._pictures.is_setting else self._pictures.spot(anchor))

    def go_to(self, anchor: str) -> None:
        """Bring the block with an anchor into view and mark it; where pages are still being made, then."""
        self.mark(anchor)
        if self._spot is not None and self._spot.page < self.page_count:
            above = self.viewport().height() * _SHARE_ABOVE / self._column.sizes[self._spot.page].height()
            self._scroll_to(self._spot.page, self._spot.share_down - above)

    def stop(self) -> None:
        """Stop drawing for good."""
        self._pictures.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._place()
        super().resizeEvent(event)
        self._lay_out()
        self._scroll_to(*place)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to_page(self._column.page_below(bar.value()))
            case Qt.Key.Key_PageUp:
                self.go_to_page(self._column.page_above(bar.value()))
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom_by(1)
            case Qt.Key.Key_Minus:
                self._zoom_by(-1)
            case _:
                super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        file = self._pictures.file
        place = event.position().toPoint()
        page = next((each for each in self._visible_pages() if self._rect_of(each).contains(place)), -1)
        if event.button() is Qt.MouseButton.LeftButton and page >= 0 and file is not None:
            where = self._rect_of(page)
            # Letters reach a little above the line at which their block begins.
            share = (place.y() - where.top() + HALF_SPACE) / max(where.height(), 1)
            anchor = file.anchor_at(page, share)
            self.mark(anchor)
            self.block_pointed.emit(anchor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(current_theme().roles.page))
        if not self.page_count:
            self._paint_words(painter)
            return
        for page in self._visible_pages():
            self._paint_page(painter, page)
        for frame in self.frames:
            paint_mark(painter, frame)

    def _on_opened(self) -> None:
        place = self._place()
        self._lay_out()
        if self._anchor:
            self.go_to(self._anchor)
        else:
            self._scroll_to(*place)
        self._tell()

    def _on_drawn(self, page: int) -> None:
        if page < self.page_count:
            self.viewport().update(self._rect_of(page))

    def _on_measured(self) -> None:
        self.viewport().update()

    def _on_failed(self, sentence: str) -> None:
        self._problem = sentence
        self._pictures.show(None)
        self._lay_out()

    def _on_scrolled(self) -> None:
        self._want_pictures()
        self._tell()

    # --- where pages stand --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        file = self._pictures.file
        self._column = column_of(file.sizes, self._scale()) if file is not None else PageColumn()
        view = self.viewport().size()
        for bar, whole, part in (
            (self.verticalScrollBar(), self._column.height, view.height()),
            (self.horizontalScrollBar(), self._column.width, view.width()),
        ):
            bar.setRange(0, max(whole - part, 0))
            bar.setPageStep(part)
        self._want_pictures()
        self.viewport().update()

    def _scale(self) -> float:
        match self._zoom:
            case Zoom.FIT_WIDTH:
                sizes = self._pictures.file.sizes if self._pictures.file is not None else ()
                widest = max((width for width, _ in sizes), default=1.0)
                return max(self.viewport().width() - 2 * DOUBLE_SPACE, 10 * SPACE) / widest
            case Zoom.FULL:
                return _TRUE_SIZE
            case Zoom.LARGE:
                return 1.5 * _TRUE_SIZE

    def _rect_of(self, page: int) -> QRect:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self._column.place(page, self.viewport().size(), left, top)

    def _put_mark(self, spot: PageSpot | None) -> None:
        self._spot = spot
        self._pictures.measure(spot)
        self.viewport().update()

    def _visible_pages(self) -> list[int]:
        top = self.verticalScrollBar().value()
        return self._column.between(top, top + self.viewport().height())

    def _want_pictures(self) -> None:
        visible = self._visible_pages()
        beyond = [visible[-1] + 1, visible[0] - 1] if visible else []
        wanted = [*visible, *(page for page in beyond if 0 <= page < self.page_count)]
        self._pictures.want(wanted, self._scale() * self.devicePixelRatioF())

    def _place(self) -> tuple[int, float]:
        """What is at the top of the view: a page, and the share of its height above the view."""
        if not self.page_count:
            return 0, 0.0
        page = self._column.page_at(self.verticalScrollBar().value() + DOUBLE_SPACE)
        above = self.verticalScrollBar().value() + SPACE - self._column.tops[page]
        return page, above / max(self._column.sizes[page].height(), 1)

    def _scroll_to(self, page: int, share: float) -> None:
        if self.page_count:
            page = min(max(page, 0), self.page_count - 1)
            down = share * self._column.sizes[page].height()
            self.verticalScrollBar().setValue(round(self._column.tops[page] + down) - SPACE)

    def _zoom_by(self, direction: int) -> None:
        order = list(Zoom)
        place = min(max(order.index(self._zoom) + direction, 0), len(order) - 1)
        self.set_zoom(order[place])

    def _tell(self) -> None:
        told = (self.page + 1 if self.page_count else 0, self.page_count)
        if told != self._told:
            self._told = told
            page, count = told
            self.setAccessibleName(f"{self._title}, page {page} of {count}" if count else self._title)
            self.page_shown.emit(page, count)

    # --- drawing ------------------------------------------------------------------------------------------

    def _paint_page(self, painter: QPainter, page: int) -> None:
        place = self._rect_of(page)
        picture = self._pictures.picture(page)
        # Paper is white and letters are dark in every theme: these are the pages as they are printed.
        painter.fillRect(place, QColor(LIGHT.card))
        if picture is not None:
            painter.drawImage(place, picture)
        else:
            painter.setFont(current_theme().font(TypeSize.BODY))
            painter.setPen(QColor(LIGHT.secondary))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"Page {page + 1}")
        painter.setPen(QPen(QColor(current_theme().roles.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(current_theme().font(TypeSize.BODY))
        painter.setPen(QColor(current_theme().roles.secondary))
        room = self.viewport().rect().adjusted(DOUBLE_SPACE, DOUBLE_SPACE, -DOUBLE_SPACE, -DOUBLE_SPACE)
        wrapped = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        words = "The pages are being set." if self._pictures.is_setting else "There are no pages to show."
        painter.drawText(room, wrapped, self._problem or words)
