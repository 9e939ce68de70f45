"""The card of an example on the start page: a design to look into, based on a real arrangement."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.tag import Tag, TagLook
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, TRIPLE_SPACE

#: What stands above the cards: nobody must take the figures of an example for those of the trusts that it names.
EXAMPLES = "Start from an example"
BASED_ON = "Each is based on a real arrangement. What is not published, such as hours and sums, is illustrative."


class ExampleCard(Card):
    """Its name, a line on what it is, and a link that opens a copy of it."""

    wished = Signal()

    def __init__(self, name: str, summary: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.setContentsMargins(TRIPLE_SPACE, DOUBLE_SPACE + HALF_SPACE, TRIPLE_SPACE, DOUBLE_SPACE + HALF_SPACE)
        self.link = Button("Look inside", ButtonLook.LINK, name=f"Look inside: {name}")
        self.link.clicked.connect(self.wished)
        self.body.addWidget(Tag("Example", TagLook.PLAIN), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(HALF_SPACE)
        self.body.addWidget(text_label(name, TextLook.QUESTION))
        self.body.addSpacing(HALF_SPACE)
        self.body.addWidget(text_label(summary, TextLook.SMALL))
        self.body.addSpacing(DOUBLE_SPACE)
        # Cards beside each other are equally high, and their links stand in one line.
        self.body.addStretch(1)
        self.body.addWidget(self.link)
        self.setAccessibleName(f"Example: {name}")
        self.setAccessibleDescription(summary)
