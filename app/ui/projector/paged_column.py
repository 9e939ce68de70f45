"""A column of parts that is shown page by page: a page ends between lines and cards, never inside one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.marks import override
from app.ui.projector.big_text import BigText, Whole, quiet_tint, set_text
from app.ui.projector.big_type import BigType
from app.ui.projector.card_grid import CardGrid
from app.ui.projector.written_answer import WrittenLine

_CONTINUES = "Continues on the next page"
_NEXT = "Next page: "
_ENDLESS = 100_000


class Part(Protocol):
    """What stands in the column: a widget that knows its height, and where a page may not end."""

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""

    def wholes_in(self, width: int, most: int) -> Sequence[Whole]:
        """What must not be parted, from the top down; ``most`` is the height of a page."""


@dataclass(frozen=True, slots=True)
class SlideParts:
    """What stands on a slide. ``head`` and ``answers`` belong together on the first page if they fit there;
    ``hint`` stands between them, or behind them where there is no room. ``after`` comes last, and behind it ``spare``,
    which is left out rather than shown on another page.

    One that ``fills`` is only read: where it takes less than a page, it grows and stands in the middle.
    """

    head: tuple[Part, ...] = ()
    hint: tuple[Part, ...] = ()
    answers: tuple[Part, ...] = ()
    after: tuple[Part, ...] = ()
    spare: tuple[Part, ...] = ()
    fills: bool = False


class PagedColumn(QWidget):
    """Shows one page of its parts. ``pages_changed`` says that the number of pages or the page is another one."""

    pages_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._type = BigType()
        self._edge = 0
        self._parts: list[Part] = []
        self._tops: list[int] = [0]
        self._end = 0
        self._page = 0
        self._window = QWidget(self)
        self._sheet = QWidget(self._window)
        self._ranges: list[Whole] = []
        self._wholes: Sequence[Whole] = ()
        self._called: Sequence[tuple[QWidget, str]] = ()
        #: Says that what stands last on the page goes on, or what the next page has.
        self.continues = BigText(_CONTINUES, "quiet", quiet_tint)
        self.continues.setParent(self)
        self.continues.hide()

    @property
    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._tops)

    @property
    def parts(self) -> Sequence[Part]:
        """What stands in it."""
        return self._parts

    def show_parts(
        self,
        parts: Sequence[Part],
        big: BigType,
        *,
        is_new: bool,
        kept: Sequence[Part] = (),
        kept_type: BigType | None = None,
    ) -> None:
        """Show these parts so large: new ones from their first page, others at the page that is shown now.

        Those that are ``kept`` have a type of their own. With new ones all others go for good; else those left
        out are only hidden, as they may come back.
        """
        widgets = [_widget(part) for part in parts]
        for child in self._sheet.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child not in widgets:
                child.hide()
                if is_new:
                    child.deleteLater()
        self._parts, self._type = list(parts), big
        for part, widget in zip(parts, widgets, strict=True):
            if widget.parentWidget() is not self._sheet:
                widget.setParent(self._sheet)
            part.set_type(kept_type if kept_type is not None and part in kept else big)
            widget.show()
        if is_new:
            self._page = 0
        self.arrange()

    def call(self, names: Sequence[tuple[QWidget, str]]) -> None:
        """Use these words for what stands on a later page."""
        self._called = names
        self._show_page()

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        self._type = big
        for part in self._parts:
            part.set_type(big)
        self.arrange()

    def begin_with(self, big: BigType, edge: int) -> None:
        """Measure parts as large as this says, and keep so many pixels at either side for cards and their ring."""
        self._type, self._edge = big, edge

    def height_of(self, parts: Sequence[Part], width: int) -> int:
        """Pixels that parts would take below one another."""
        for part in parts:
            part.set_type(self._type)
        return sum(part.height_in(self._width_of(part, width)) + self._type.gap for part in parts)

    def height_to_first_of(self, parts: Sequence[Part], part: Part, width: int, most: int) -> int:
        """Pixels that parts take, and after them the first piece of another part."""
        part.set_type(self._type)
        wholes = part.wholes_in(self._width_of(part, width), most)
        return self.height_of(parts, width) + (wholes[0][1] if wholes else 0)

    def go_to(self, page: int) -> None:
        """Show a page."""
        wanted = min(max(page, 0), self.pages - 1)
        if wanted != self._page:
            self._page = wanted
            self._show_page()
            self.pages_changed.emit()

    def go_to_part(self, widget: QWidget) -> None:
        """Show the page on which something begins."""
        if not self._sheet.isAncestorOf(widget):
            return
        top = widget.mapTo(self._sheet, QPoint(0, 0)).y()
        self.go_to(max((number for number, start in enumerate(self._tops) if start <= top), default=0))

    def is_on_page(self, widget: QWidget) -> bool:
        """Whether something begins on the page that is shown."""
        if not self._sheet.isAncestorOf(widget):
            return False
        top = widget.mapTo(self._window, QPoint(0, 0)).y()
        return 0 <= top < self._window.height()

    def is_out_of_sight(self, widget: QWidget | None) -> bool:
        """Whether something stands here, but on another page."""
        return widget is not None and self._sheet.isAncestorOf(widget) and not self.is_on_page(widget)

    def first_on_page(self, widgets: Sequence[QWidget]) -> QWidget | None:
        """The first of these that begins on the page that is shown."""
        return next((each for each in widgets if self.is_on_page(each)), None)

    def arrange(self) -> None:
        """Lay the parts out anew and find where pages end."""
        width, height = self.width() - 2 * self._edge, max(self.height(), 1)
        self.continues.set_type(self._type)
        wholes: list[Whole] = []
        self._ranges = []
        top = 0
        for part in self._parts:
            # Where a part is to be parted, it takes more lines: so this is asked first.
            wide = self._width_of(part, width)
            wholes += [(top + start, top + end) for start, end in part.wholes_in(wide, height)]
            needed = part.height_in(wide)
            _widget(part).setGeometry(self._edge - (wide - width) // 2, top, wide, needed)
            if isinstance(part, BigText):
                self._ranges.append((top, top + needed))
            top += needed + self._type.gap
        self._end = max(top - self._type.gap, 0)
        self._sheet.resize(self.width(), max(self._end, 1))
        self._wholes = wholes
        self._tops = page_tops(wholes, height, self._ranges, self.continues.height_in(width))
        self._page = min(self._page, self.pages - 1)
        self._show_page()
        self.pages_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _width_of(self, part: Part, width: int) -> int:
        """What a part may take where texts have this width."""
        return width + 2 * part.reach if isinstance(part, CardGrid | WrittenLine) else width

    def _show_page(self) -> None:
        start = self._tops[self._page]
        ends = [*self._tops[1:], max(self._end, start + 1)]
        # What begins on the next page must not look out at the foot of this one.
        on_page = [end for begin, end in self._wholes if start <= begin < ends[self._page]]
        shown = min(max(on_page, default=ends[self._page]), ends[self._page], start + self.height()) - start
        self._window.setGeometry(0, 0, self.width(), shown)
        self._sheet.move(0, -start)
        width = self.width() - 2 * self._edge
        self.continues.show_text(self._what_follows(width))
        line = self.continues.height_in(width)
        self.continues.setGeometry(self._edge, self.height() - line, width, line)
        self.continues.setVisible(bool(self.continues.text()) and shown + line <= self.height())

    def _what_follows(self, width: int) -> str:
        """What a page says of the next one, in one line; empty on the last page."""
        if self._page + 1 >= self.pages:
            return ""
        begin, end = (*self._tops, max(self._end, self._tops[-1] + 1))[self._page + 1 : self._page + 3]
        if _is_within(begin, self._ranges):
            return _CONTINUES
        called = [(widget, words) for widget, words in self._called if self._has(widget)]
        tops = [(widget.mapTo(self._sheet, QPoint(0, 0)).y(), words) for widget, words in called]
        found = [*dict.fromkeys(words for top, words in tops if begin <= top < end)]
        while found:
            said = f"{_NEXT}{', '.join(found)}"
            if set_text(said, self._type.quiet, _ENDLESS).width <= width:
                return said
            found.pop()
        return ""

    def _has(self, widget: QWidget) -> bool:
        return self._sheet.isAncestorOf(widget) and widget.isVisibleTo(self._sheet)


def page_tops(wholes: Sequence[Whole], height: int, parts: Sequence[Whole] = (), line: int = 0) -> list[int]:
    """Where each page begins, so that none of these is parted; one that is higher than a page stands alone.

    A page that ends within one of the parts ends early enough for a line that says so, if anything stays on it then.
    """
    tops = [0]
    joined = _joined(wholes)
    for place, (start, end) in enumerate(joined):
        while end - tops[-1] > height:
            begins = [each for each, _ in joined[:place] if each > tops[-1]]
            last = start
            while begins and _is_within(last, parts) and last - tops[-1] + line > height:
                last = begins.pop()
            tops.append(last if last > tops[-1] else tops[-1] + height)
    return tops


def _is_within(place: int, ranges: Sequence[Whole]) -> bool:
    return any(start < place < end for start, end in ranges)


def _joined(wholes: Sequence[Whole]) -> list[Whole]:
    """Those that overlap as one: what stands side by side is parted together."""
    found: list[Whole] = []
    for start, end in sorted(wholes):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _widget(part: Part) -> QWidget:
    assert isinstance(part, QWidget)
    return part
