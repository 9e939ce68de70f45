"""What an answer was and what it became, on one line where that fits, or on lines of their own."""

from PySide6.QtWidgets import QVBoxLayout

from app.domain.act_words import ARROW
from app.services.history import PastAnswer
from app.ui.parts.text import TextLook, text_label

#: The most letters of two values that stand on one line.
_ONE_LINE = 44
_NONE = "No answer"


def add_past_lines(column: QVBoxLayout, entry: PastAnswer) -> None:
    """Put what an act did to one question into a column."""
    if entry.then or entry.after:
        add_from_to(column, entry.then, entry.after, "Was", "Became")
    for words in entry.words:
        column.addWidget(text_label(words))
    if entry.note:
        column.addWidget(text_label(f"Note: {entry.note}"))


def add_from_to(column: QVBoxLayout, then: str, after: str, was: str, became: str) -> None:
    """Put two states of an answer into a column; an empty text stands for no answer."""
    if len(then) + len(after) <= _ONE_LINE:
        column.addWidget(text_label(f"{then or _NONE} {ARROW} {after or _NONE}"))
        return
    for word, text in ((was, then), (became, after)):
        column.addWidget(text_label(word, TextLook.SMALL))
        column.addWidget(text_label(text or _NONE, TextLook.BODY if text else TextLook.SECONDARY))
