"""The form that asks for the name of a collaborative, in the place where its card stands or will stand."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import FivewaysError
from app.marks import override
from app.ui.fields.problem_line import ProblemLine
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.work.soon import Soon


class NameForm(QWidget):
    """Enter gives the name to `keep`, whose error is shown below; Esc leaves everything as it was.

    `more` is what else is asked, below the name. What is kept before everything is loaded is kept as soon as it is.
    """

    left = Signal()

    def __init__(
        self,
        label: str,
        act: str,
        keep: Callable[[str], None],
        soon: Soon,
        name: str = "",
        *,
        more: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._soon = soon
        self._waits = self._is_left = False
        self._keep = keep
        self._problem = ProblemLine()
        self.line = QLineEdit(name)
        self.line.setAccessibleName(label)
        self.line.selectAll()
        self.line.returnPressed.connect(self._on_kept)
        self.line.textEdited.connect(lambda: self._problem.show_problem(""))
        caption = text_label(label, TextLook.LABEL)
        caption.setBuddy(self.line)
        self.keep_button = Button(act, ButtonLook.PRIMARY, tip=f"{act} (Enter)")
        self.keep_button.clicked.connect(self._on_kept)
        leave = Button("Cancel", ButtonLook.SECONDARY, tip="Cancel (Esc)")
        leave.clicked.connect(self.left)
        buttons = QWidget()
        flow = ArrangedLayout(Flow(SPACE), buttons)
        flow.addWidget(self.keep_button)
        flow.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE)
        column.addWidget(caption)
        column.addWidget(self.line)
        column.addWidget(self._problem)
        if more is not None:
            column.addSpacing(HALF_SPACE)
            column.addWidget(more)
        column.addSpacing(DOUBLE_SPACE - HALF_SPACE)
        column.addWidget(buttons)
        self.setFocusProxy(self.line)
        self.left.connect(self._on_left)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # Enter stops here: the line has heard it, and a card around the form must not take it for its own.
            super().keyPressEvent(event)

    def _on_left(self) -> None:
        self._is_left = True

    def _on_kept(self) -> None:
        if not self._waits:
            self._waits = not self._soon.do(self._keep_now, f"Keeping “{self.line.text()}”…")

    def _keep_now(self) -> None:
        if self._is_left or not isValid(self):
            return
        self._waits = False
        try:
            self._keep(self.line.text())
        except FivewaysError as error:
            self._problem.show_problem(str(error))
            self.line.setFocus()
