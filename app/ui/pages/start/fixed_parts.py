"""Parts of the start page that always say the same: its head, and the card that files are dropped on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.ui.pages.start.shelf import beside_each_other
from app.ui.parts.brand import brand
from app.ui.parts.buttons import Button
from app.ui.parts.card import Card
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, SPACE

_WELCOME = (
    "Design the governance of a provider collaborative in five steps, and take the pack to your boards. "
    "Everything stays on this computer."
)
_DROP = "Bring in a colleague’s file by dropping it here"


def head(buttons: Sequence[Button]) -> QVBoxLayout:
    """The name of the app with buttons at its right, and what it is for."""
    line = QHBoxLayout()
    line.addWidget(brand(), 1, Qt.AlignmentFlag.AlignTop)
    line.addWidget(beside_each_other(buttons))
    column = QVBoxLayout()
    column.setContentsMargins(0, DOUBLE_SPACE, 0, 0)
    column.setSpacing(SPACE)
    column.addLayout(line)
    column.addWidget(text_label(_WELCOME, TextLook.SECONDARY))
    return column


def drop_card() -> Card:
    """The card that says where to drop a file."""
    card = Card(is_dashed=True)
    card.setMinimumHeight(10 * SPACE)
    words = text_label(_DROP, TextLook.SECONDARY)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    card.body.addStretch(1)
    card.body.addWidget(words)
    card.body.addStretch(1)
    return card
