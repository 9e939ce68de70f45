"""A column of a page that scrolls up and down, and grows no wider than reads well."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.marks import override
from app.ui.parts.flowing_column import FlowingColumn
from app.ui.parts.focus_in_sight import FocusInSight
from app.ui.parts.scroll_area import ScrollArea
from app.ui.theme.measures import DOUBLE_SPACE, SPACE, TRIPLE_SPACE
from app.ui.theme.theme import current_theme

#: Below this width the edges of a page give way to what stands between them.
_NARROW = 600
#: Pixels at 100 % text beyond which lines are hard to read.
WIDEST = 960


class ScrollColumn(ScrollArea):
    """Put the parts of a page into `body`. `widest` is in pixels at 100 % text, without the edges.

    Where there is more room, it stands in the middle.
    """

    def __init__(self, name: str, *, widest: int = WIDEST) -> None:
        super().__init__()
        self._widest = widest
        self.setAccessibleName(name)
        self._inside = FlowingColumn()
        self.body = self._inside.body
        self.body.setSpacing(DOUBLE_SPACE)
        self.setWidget(self._inside)
        self.focus_in_sight = FocusInSight(self)
        self._set_edges(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # First, for what is inside is laid out with what comes next.
        self._set_edges(event.size().width())
        super().resizeEvent(event)

    def scroll_to(self, part: QWidget) -> None:
        """Bring a part of the column to the top."""
        top = part.mapTo(self._inside, part.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(top - DOUBLE_SPACE, 0))

    def _set_edges(self, width: int) -> None:
        # The bar has its room also while there is nothing to scroll, else everything would move when it comes.
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        before, after = column_edges(room, self._widest)
        kept = max(width - room, 0)
        self.body.setContentsMargins(before, TRIPLE_SPACE, after + kept, TRIPLE_SPACE)


def column_edges(width: int, widest: int) -> tuple[int, int]:
    """Pixels left and right of a column in a room this wide; ``widest`` is in pixels at 100 % text."""
    least = DOUBLE_SPACE if width < _NARROW else 4 * SPACE
    spare = max(width - 2 * least - round(widest * current_theme().text_scale), 0)
    return least + spare // 2, least + spare - spare // 2
