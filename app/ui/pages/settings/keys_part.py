"""The keys that do what buttons do."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.parts.text import TextLook, text_label
from app.ui.shortcuts import OTHER_KEYS, SHORTCUTS
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE


class KeysPart(QWidget):
    """Keys at the left, what they do at the right."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(DOUBLE_SPACE)
        grid.setVerticalSpacing(HALF_SPACE + 2)
        grid.setColumnStretch(1, 1)
        lines = [*((shortcut.keys, shortcut.words) for shortcut in SHORTCUTS), *OTHER_KEYS]
        for number, (keys, words) in enumerate(lines):
            grid.addWidget(text_label(_in_words(keys), TextLook.STRONG), number, 0)
            grid.addWidget(text_label(words), number, 1)


def _in_words(keys: tuple[str, ...]) -> str:
    return " or ".join(QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) or each for each in keys)
