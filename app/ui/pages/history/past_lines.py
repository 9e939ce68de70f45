"""What an answer was and what it became: by an act, and between an earlier moment and now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from app.domain.act_words import ARROW
from app.services.history import PastAnswer
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE

#: The most letters of two values that stand on one line.
_ONE_LINE = 44
_NONE = "No answer"


def add_past_lines(column: QVBoxLayout, entry: PastAnswer) -> None:
    """Put what an act did to one question into a column."""
    if entry.then or entry.after:
        _add_from_to(column, entry.then, entry.after)
    for words in entry.words:
        column.addWidget(text_label(words))
    if entry.note:
        column.addWidget(text_label(f"Note: {entry.note}"))


def add_then_and_now(column: QVBoxLayout, then: str, now: str) -> None:
    """Put two sides below each other, each behind its word; an empty text stands for no answer."""
    sides = QGridLayout()
    sides.setHorizontalSpacing(SPACE + HALF_SPACE)
    sides.setVerticalSpacing(HALF_SPACE)
    sides.setColumnStretch(1, 1)
    for place, (word, text) in enumerate((("Then", then), ("Now", now))):
        name = text_label(word, TextLook.SECONDARY, wraps=False)
        sides.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        sides.addWidget(text_label(text or _NONE), place, 1)
    column.addLayout(sides)


def _add_from_to(column: QVBoxLayout, then: str, after: str) -> None:
    if len(then) + len(after) <= _ONE_LINE:
        column.addWidget(text_label(f"{then or _NONE} {ARROW} {after or _NONE}"))
        return
    for word, text in (("Was", then), ("Became", after)):
        column.addWidget(text_label(word, TextLook.SMALL))
        column.addWidget(text_label(text or _NONE, TextLook.BODY if text else TextLook.SECONDARY))
