"""A list of which the first few are shown, and the rest at a press."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.parts.buttons import Button, ButtonLook

MOST_SHOWN = 3


def add_shortened(column: QVBoxLayout, parts: Sequence[QWidget], heading: str, most: int = MOST_SHOWN) -> None:
    """Put parts into a column. Where more than one goes beyond ``most``, they wait behind a button."""
    for part in parts:
        column.addWidget(part)
    hidden = list(parts[most:])
    if len(hidden) < 2:
        return
    for part in hidden:
        part.hide()
    more = Button(f"Show {len(hidden)} more", ButtonLook.QUIET, name=f"{heading}: show {len(hidden)} more")
    more.clicked.connect(lambda: _unfold(more, hidden))
    row = QHBoxLayout()
    row.addWidget(more)
    row.addStretch(1)
    column.addLayout(row)


def _unfold(more: Button, hidden: list[QWidget]) -> None:
    for part in hidden:
        part.show()
    hidden[0].setFocus()
    more.hide()
