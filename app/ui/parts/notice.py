"""A small window of its own that says one thing: a heading, a sentence, and buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.parts.buttons import Button
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, SPACE, TRIPLE_SPACE
from app.ui.theme.theme import current_theme

_WIDTH = 62 * SPACE


class Notice(QWidget):
    """As high as its words need at the size of text in force."""

    def __init__(self, heading: str, sentence: str, buttons: Sequence[Button]) -> None:
        super().__init__()
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.said = text_label("", TextLook.SMALL, wraps=False)
        row = QWidget()
        flow = ArrangedLayout(Flow(SPACE), row)
        for part in (*buttons, self.said):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE, TRIPLE_SPACE)
        column.setSpacing(DOUBLE_SPACE)
        column.addWidget(text_label(heading, TextLook.HEADING))
        column.addWidget(text_label(sentence))
        column.addWidget(row)
        column.addStretch(1)
        width = round(_WIDTH * current_theme().text_scale)
        self.setMinimumWidth(_WIDTH)
        self.ensurePolished()
        self.resize(width, column.totalHeightForWidth(width))
        buttons[0].setFocus()
