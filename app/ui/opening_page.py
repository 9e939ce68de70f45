"""What stands in the window while the place that the user wishes to see is still being loaded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.announcing import say
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import TRIPLE_SPACE


class OpeningPage(QWidget):
    """One calm line in the middle, such as “Opening Northern Alliance…”."""

    def __init__(self) -> None:
        super().__init__()
        self._line = text_label("", TextLook.HEADING)
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE)
        column.addWidget(self._line)

    def show_line(self, line: str) -> None:
        """Say what is being opened."""
        self._line.setText(line)
        say(self, line)
