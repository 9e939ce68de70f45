"""The keys that do what buttons do, by purpose."""

from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.keys_list.groups import key_groups
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE


class KeysPart(QWidget):
    """Keys at the left, what they do at the right."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(DOUBLE_SPACE)
        grid.setVerticalSpacing(HALF_SPACE + 2)
        grid.setColumnStretch(1, 1)
        for group in key_groups():
            title = text_label(group.title, TextLook.LABEL)
            title.setContentsMargins(0, SPACE, 0, 0)
            grid.addWidget(title, grid.rowCount(), 0, 1, 2)
            for line in group.lines:
                number = grid.rowCount()
                grid.addWidget(text_label(line.keys, TextLook.STRONG), number, 0)
                grid.addWidget(text_label(line.words), number, 1)
