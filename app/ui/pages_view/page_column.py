"""Where pages stand when they are laid out below each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from app.ui.theme.measures import DOUBLE_SPACE, SPACE


@dataclass(frozen=True)
class PageColumn:
    """Pages by their size in pixels and the distance of their top from the top of the column."""

    sizes: tuple[QSize, ...] = ()
    tops: tuple[int, ...] = ()

    @property
    def height(self) -> int:
        """Pixels from the top of the column to its end, edges included."""
        return self.tops[-1] + self.sizes[-1].height() + DOUBLE_SPACE if self.tops else 0

    @property
    def width(self) -> int:
        """Pixels of the widest page, edges included."""
        return max((size.width() for size in self.sizes), default=0) + 2 * DOUBLE_SPACE

    def page_at(self, height: float) -> int:
        """The page that stands at a height, or the last one that begins above it."""
        return max(sum(top <= height for top in self.tops) - 1, 0)

    def page_below(self, height: int) -> int:
        """The first page that begins below a height; the last page where none does."""
        return next((page for page, top in enumerate(self.tops) if top - SPACE > height), len(self.tops) - 1)

    def page_above(self, height: int) -> int:
        """The last page that begins above a height; the first page where none does."""
        return max((page for page, top in enumerate(self.tops) if top - SPACE < height), default=0)

    def between(self, top: int, bottom: int) -> list[int]:
        """The pages of which something stands between two heights."""
        return [
            page
            for page, (start, size) in enumerate(zip(self.tops, self.sizes, strict=True))
            if start + size.height() >= top and start <= bottom
        ]

    def place(self, page: int, view: QSize, left: int, top: int) -> QRect:
        """Where a page stands in a view that is scrolled by so much; pages narrower than it are centred."""
        size = self.sizes[page]
        spare = view.width() - size.width()
        start = spare // 2 if self.width <= view.width() else DOUBLE_SPACE - left
        return QRect(start, self.tops[page] - top, size.width(), size.height())


def column_of(sizes: Sequence[tuple[float, float]], scale: float) -> PageColumn:
    """Pages of these sizes in points, at so many pixels a point."""
    pixels = tuple(QSize(round(width * scale), round(height * scale)) for width, height in sizes)
    tops = []
    top = DOUBLE_SPACE
    for size in pixels:
        tops.append(top)
        top += size.height() + DOUBLE_SPACE
    return PageColumn(pixels, tuple(tops))
