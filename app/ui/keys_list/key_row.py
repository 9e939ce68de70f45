"""One line of the list of keys: the keys at the left, what they do at the right, read out as one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.keys_list.groups import KeyLine
from app.ui.parts.text import TextLook, text_label
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE


class KeyRow(QWidget):
    """Can take the focus so that it is read out; Tab reaches only the row that `is_stop`."""

    def __init__(self, line: KeyLine) -> None:
        super().__init__()
        speak_as(self, Spoken.TEXT)
        self.line = line
        self.setAccessibleName(f"{line.words}: {line.keys}")
        self.be_stop(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, HALF_SPACE, SPACE, HALF_SPACE)
        row.setSpacing(DOUBLE_SPACE)
        row.addWidget(text_label(line.words), 3)
        row.addWidget(text_label(line.keys, TextLook.STRONG), 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def be_stop(self, is_stop: bool) -> None:
        """Be the row that Tab comes to, or one that the arrow keys reach from there."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
