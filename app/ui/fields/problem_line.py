"""The sentence beside a field that says what is wrong and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.announcing import say
from app.ui.icons import Icon
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE


class ProblemLine(QWidget):
    """A mark and a sentence; hidden when there is no problem."""

    def __init__(self) -> None:
        super().__init__()
        self._text = text_label("", TextLook.PROBLEM)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, HALF_SPACE, 0, 0)
        row.setSpacing(SPACE)
        mark = IconLabel(Icon.ERROR, lambda roles: roles.danger, 18, "Problem")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def problem(self) -> str:
        """The sentence shown; empty when there is none."""
        return self._text.text()

    def show_problem(self, problem: str) -> None:
        """Show this sentence, or hide with an empty one."""
        is_new = problem != self.problem
        self._text.setText(problem)
        self.setAccessibleName(problem)
        self.setVisible(bool(problem))
        if is_new and self.isVisible():
            say(self, problem, assertive=True)
