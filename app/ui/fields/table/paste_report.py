"""What became of a paste: how many rows came in, and every cell that could not be read, word for word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.pasting import PastedRows
from app.domain.wording import counted
from app.ui.parts.growing_text import GrowingText
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.theme.measures import SPACE


class PasteReport(QWidget):
    """A strip that stays until it is put away; the cells left out can be read, selected and copied."""

    closed = Signal()

    def __init__(self, tone: Tone, message: str, left_out: str = "") -> None:
        super().__init__()
        self._strip = MessageStrip(tone, message)
        self._strip.add_link("Close", name="Close this message").clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._strip)
        self.message = message
        self.setAccessibleName(self._strip.accessibleName())
        self.left_out = left_out
        if left_out:
            text = GrowingText()
            text.setReadOnly(True)
            text.setPlainText(left_out)
            text.setAccessibleName("Cells that were left out")
            column.addWidget(text)


def report_on(pasted: PastedRows) -> PasteReport:
    """The report on rows that came in and cells that did not."""
    rows = counted(len(pasted.rows), "row was pasted.", "rows were pasted.")
    if not pasted.unread:
        return PasteReport(Tone.SUCCESS, rows)
    cells = counted(
        len(pasted.unread), "cell could not be read and was left out:", "cells could not be read and were left out:"
    )
    left_out = "\n".join(f"Row {cell.row}, {cell.column}: “{cell.text}”. {cell.reason}" for cell in pasted.unread)
    return PasteReport(Tone.WARNING, f"{rows} {cells}", left_out)
