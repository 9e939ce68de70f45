"""A part of a page whose contents are made anew whenever what they show has changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.parts.tab_order import follow_layout


class Redrawn(QWidget):
    """Holds what `build` has put into the column it was given last."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._spacing = spacing
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def redraw(self, build: Callable[[QVBoxLayout], None]) -> None:
        """Replace everything; the focus stays in the window where it was inside."""
        before = self._inside
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._spacing)
        build(column)
        self._column.addWidget(self._inside)
        # A layout shows what is added later only when it next gets round to it; the focus cannot wait.
        self._inside.show()
        if before is not None:
            self._column.removeWidget(before)
            before.hide()
            before.deleteLater()
        follow_layout(self)
