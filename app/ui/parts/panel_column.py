"""A column that scrolls, and whose contents are made anew when what they show has changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from app.ui.parts.flowing_column import FlowingColumn
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.scroll_area import ScrollArea
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE


class PanelColumn(ScrollArea):
    """Holds what was drawn last."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._inside = Redrawn(HALF_SPACE)
        holder = FlowingColumn()
        column = holder.body
        column.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
        column.addWidget(self._inside)
        column.addStretch(1)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)

    def redraw(self, build: Callable[[QVBoxLayout], None], *, from_top: bool) -> None:
        """Replace the contents; from the top, or where the user was."""
        self._inside.redraw(build)
        if from_top:
            self.verticalScrollBar().setValue(0)


def add_part(column: QVBoxLayout, heading: str, *texts: str) -> None:
    """Put texts below a heading; without texts nothing."""
    said = [text for text in texts if text]
    if said:
        add_heading(column, heading)
        for text in said:
            column.addWidget(text_label(text))


def add_heading(column: QVBoxLayout, heading: str) -> None:
    """Put a heading into a column, larger than what stands under it."""
    column.addSpacing(SPACE)
    column.addWidget(text_label(heading, TextLook.PART))
