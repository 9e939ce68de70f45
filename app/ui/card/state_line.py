"""The line at the foot of a card: note, to-do, park, guidance and clear at its left, agreement at its right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.answers import State
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.theme.measures import SPACE


class StateLine(QWidget):
    """Buttons that say where the answer stands, and change it."""

    note_wished = Signal()
    todo_wished = Signal()
    guidance_wished = Signal(bool)
    park_toggled = Signal(bool)
    agree_toggled = Signal(bool)
    clear_wished = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self.note_button = Button("Note", ButtonLook.QUIET, Icon.COMMENT, name=f"Note on: {label}")
        self.todo_button = Button("To-do", ButtonLook.QUIET, Icon.TODO, name=f"Add a to-do to: {label}")
        self.park_button = Button("Park", ButtonLook.QUIET, Icon.PARK, name=f"Park for later: {label}")
        self.guidance_button = Button(
            "Guidance", ButtonLook.QUIET, Icon.GUIDANCE, name=f"Guidance and sources: {label}", folds=True
        )
        self.clear_button = Button("Clear", ButtonLook.QUIET, Icon.CLEAR, name=f"Clear the answer: {label}")
        self.agree_button = Button("Agree", ButtonLook.QUIET, Icon.AGREE)
        for button in (self.park_button, self.agree_button):
            button.setCheckable(True)
        buttons = QWidget()
        flow = ArrangedLayout(Flow(SPACE), buttons)
        for button in (
            self.note_button,
            self.todo_button,
            self.park_button,
            self.guidance_button,
            self.clear_button,
        ):
            flow.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(buttons, 1)
        row.addWidget(self.agree_button, 0, Qt.AlignmentFlag.AlignTop)
        self.note_button.clicked.connect(self.note_wished)
        self.todo_button.clicked.connect(self.todo_wished)
        self.clear_button.clicked.connect(self.clear_wished)
        # Clicked, not toggled: showing a state must not be taken for a wish of the user.
        self.park_button.clicked.connect(self.park_toggled)
        self.guidance_button.clicked.connect(self.guidance_wished)
        self.agree_button.clicked.connect(self.agree_toggled)

    def show_state(self, state: State, agreed_words: str, *, has_answer: bool) -> None:
        """Show where the answer stands. `agreed_words` say when it was agreed, such as "Agreed 12 March 2026"."""
        is_agreed, is_parked = state is State.AGREED, state is State.PARKED
        self.park_button.setChecked(is_parked)
        self.park_button.set_text("Parked" if is_parked else "Park")
        self.agree_button.setChecked(is_agreed)
        words = (agreed_words or "Agreed") if is_agreed else "Agree"
        self.agree_button.set_text(words, name=f"{words}: {self._label}")
        self.agree_button.set_icon(Icon.CHECK if is_agreed else Icon.AGREE)
        self.agree_button.set_look(ButtonLook.DONE if is_agreed else ButtonLook.QUIET)
        self.agree_button.setEnabled(has_answer or is_agreed)
        self.clear_button.setVisible(has_answer)
