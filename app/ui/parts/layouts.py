"""Layouts that follow the width: a line that flows into more lines, and equal columns as many as fit."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from app.marks import override
from app.ui.theme.measures import DOUBLE_SPACE, SPACE

#: Items with their places, for a given width, from a corner at nought.
Places: TypeAlias = list[tuple[QLayoutItem, QRect]]


class Flow(NamedTuple):
    """Items beside each other at their own width, in as many lines as they need, each line centred in height.

    Lines stand `gap` apart as well, unless `line_gap` says otherwise.
    """

    gap: int = SPACE
    line_gap: int | None = None

    def natural_width(self, items: Sequence[QLayoutItem]) -> int:
        """Pixels in which all items stand in one line."""
        return sum(item.sizeHint().width() for item in items) + self.gap * max(len(items) - 1, 0)

    def places(self, items: Sequence[QLayoutItem], width: int, letter: int) -> Places:
        """Where each item stands in a space this wide."""
        places: Places = []
        line: list[tuple[QLayoutItem, QSize]] = []
        top = left = 0
        for item in items:
            size = _fitted(item, width)
            if line and left + size.width() > width:
                top = self._close_line(line, top, places)
                line, left = [], 0
            line.append((item, size))
            left += size.width() + self.gap
        if line:
            self._close_line(line, top, places)
        return places

    def _close_line(self, line: list[tuple[QLayoutItem, QSize]], top: int, places: Places) -> int:
        """Adds the items of a line to the places and gives back where the next line begins."""
        height = max(size.height() for _, size in line)
        left = 0
        for item, size in line:
            places.append((item, QRect(left, top + (height - size.height()) // 2, size.width(), size.height())))
            left += size.width() + self.gap
        return top + height + (self.gap if self.line_gap is None else self.line_gap)


class Columns(NamedTuple):
    """Items in equal columns, as many as fit at `narrowest` average letters each, and `most` at most.

    A widget whose property `spans` is true takes a line of its own. Those of a line are equally high, save one whose
    property `keepsHeight` is true. With `keeps_width` few items stay as wide as many would be. Of two columns the
    first takes the share `first` of the width.
    """

    narrowest: int
    most: int
    gap: int = DOUBLE_SPACE
    line_gap: int = SPACE
    keeps_width: bool = False
    first: float = 0.5

    def natural_width(self, items: Sequence[QLayoutItem]) -> int:
        """Pixels of the widest item."""
        return max((item.sizeHint().width() for item in items), default=0)

    def places(self, items: Sequence[QLayoutItem], width: int, letter: int) -> Places:
        """Where each item stands in a space this wide."""
        places: Places = []
        count = self._count(items, width, letter)
        # The pixels that do not come out even go to some of the columns, so that the last ends where the room ends.
        lefts = [place * (width + self.gap) // count for place in range(count + 1)]
        if count == 2:
            lefts[1] = round((width + self.gap) * self.first)
        top = 0
        for line in _lines(items, count):
            widths = [
                width if _spans(item) else lefts[position + 1] - self.gap - lefts[position]
                for position, item in enumerate(line)
            ]
            heights = [_height(item, wide) for item, wide in zip(line, widths, strict=True)]
            equal = max((high for item, high in zip(line, heights, strict=True) if not _keeps_height(item)), default=0)
            for left, item, wide, high in zip(lefts, line, widths, heights, strict=False):
                places.append((item, QRect(left, top, wide, high if _keeps_height(item) else equal)))
            top += max(heights) + self.line_gap
        return places

    def _count(self, items: Sequence[QLayoutItem], width: int, letter: int) -> int:
        narrow = [item for item in items if not _spans(item)]
        needed = max([self.narrowest * letter, *(item.minimumSize().width() for item in narrow)])
        most = self.most if self.keeps_width else min(self.most, len(narrow) or 1)
        return max(1, min(most, (width + self.gap) // (needed + self.gap)))


class ArrangedLayout(QLayout):
    """A layout whose items stand as a `Flow` or as `Columns` say; hidden ones take no room.

    Qt asks for the same widths again and again; places are worked out once and kept until something inside changes.
    """

    def __init__(self, arrangement: Flow | Columns, parent: QWidget | None = None) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._arrangement = arrangement
        self._kept: dict[tuple[int, ...], list[QRect]] = {}
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._kept.clear()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        self._kept.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def invalidate(self) -> None:
        self._kept.clear()
        super().invalidate()

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(self._shown(), width)), default=0)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        shown = self._shown()
        for index, place in zip(shown, self._places(shown, rect.width()), strict=True):
            self._items[index].setGeometry(place.translated(rect.topLeft()))

    @override
    def sizeHint(self) -> QSize:
        width = self._arrangement.natural_width([self._items[index] for index in self._shown()])
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSize(self) -> QSize:
        sizes = [self._items[index].minimumSize() for index in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _shown(self) -> list[int]:
        return [index for index, item in enumerate(self._items) if not item.isEmpty()]

    def _places(self, shown: list[int], width: int) -> list[QRect]:
        """A place for each item that is shown, in their order."""
        parent = self.parentWidget()
        letter = parent.fontMetrics().averageCharWidth() if parent else SPACE
        # A layout in another hears late of what its parts became, so what can be seen at once is part of the key.
        key = (width, letter, *shown)
        if key not in self._kept:
            places = self._arrangement.places([self._items[index] for index in shown], width, letter)
            self._kept[key] = [place for _, place in places]
        return self._kept[key]


def _lines(items: Sequence[QLayoutItem], count: int) -> list[list[QLayoutItem]]:
    """The items of each line of columns; one that spans stands alone."""
    lines: list[list[QLayoutItem]] = []
    for item in items:
        if not lines or len(lines[-1]) == count or _spans(lines[-1][0]) or _spans(item):
            lines.append([])
        lines[-1].append(item)
    return lines


def _fitted(item: QLayoutItem, width: int) -> QSize:
    """The size an item wants, no wider than there is room."""
    hint = item.sizeHint()
    if hint.width() <= width:
        return hint
    narrow = max(width, item.minimumSize().width())
    return QSize(narrow, _height(item, narrow))


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _spans(item: QLayoutItem) -> bool:
    return _has(item, "spans")


def _keeps_height(item: QLayoutItem) -> bool:
    return _has(item, "keepsHeight")


def _has(item: QLayoutItem, name: str) -> bool:
    widget = item.widget()
    return widget is not None and bool(widget.property(name))
