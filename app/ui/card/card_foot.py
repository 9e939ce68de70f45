"""The foot of a question card: where the answer stands, its note, its to-dos and its guidance."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.answers import Answer, State
from app.domain.questions import Question
from app.domain.todos import Todo
from app.ui.card.guidance_panel import GuidancePanel
from app.ui.card.state_line import StateLine
from app.ui.card.todos_part import TodosPart
from app.ui.fields.long_text_field import LongTextField
from app.ui.fields.settings import FieldSettings
from app.ui.parts.card import Hairline
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE


class CardFoot(QWidget):
    """Made with the first visit to its card: of the cards that are shown, most are never visited.

    `built` says that Tab has yet to find new parts. The other signals carry what the user wishes; `todo_wished` a
    wish of `app.ui.todos.wishes`.
    """

    note_given = Signal(str)
    todo_wished = Signal(object)
    guidance_wished = Signal(bool)
    park_toggled = Signal(bool)
    agree_toggled = Signal(bool)
    clear_wished = Signal()
    built = Signal()

    def __init__(self, question: Question, settings: FieldSettings) -> None:
        super().__init__()
        self._question = question
        self._settings = settings
        self._state = StateLine(question.label)
        self.todos = TodosPart(question.id, settings)
        # Most answers never get a note, and of most nobody unfolds the guidance: both are made when they are wanted.
        self._note: LongTextField | None = None
        self._guidance: GuidancePanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE + HALF_SPACE, 0, 0)
        self._column.setSpacing(SPACE + HALF_SPACE)
        for part in (Hairline(), self._state, self.todos):
            self._column.addWidget(part)
        self._connect()

    @property
    def shows_guidance(self) -> bool:
        """Whether the guidance is unfolded."""
        return self._guidance is not None and not self._guidance.isHidden()

    def show_answer(self, answer: Answer | None, agreed_words: str, *, has_answer: bool) -> None:
        """Show where the answer stands, and its note. `agreed_words` are such as "Agreed 12 March 2026"."""
        self._state.show_state(answer.state if answer else State.OPEN, agreed_words, has_answer=has_answer)
        note = answer.note if answer else ""
        if note and self._note is None:
            self._make_note()
        if self._note is not None:
            self._note.show_value(note or None)

    def show_todos(self, todos: tuple[Todo, ...], people: tuple[str, ...]) -> None:
        """Show the to-dos about the question, and offer names for others."""
        self.todos.show_todos(todos, people)

    def show_guidance(self, is_wanted: bool) -> None:
        """Unfold what is known about the question, or fold it again."""
        if is_wanted and self._guidance is None:
            self._guidance = GuidancePanel(self._question, self._settings.source_title)
            self._column.addWidget(self._guidance)
        if self._guidance is not None:
            self._guidance.setVisible(is_wanted)
        self._state.guidance_button.setChecked(is_wanted)

    @property
    def is_refused(self) -> bool:
        """Whether the note could not be saved."""
        return self._note is not None and self._note.known.is_refused

    def refuse(self) -> None:
        """The note could not be saved: it stays, and is given again."""
        if self._note is not None:
            self._note.known.refuse()

    def finish(self) -> None:
        """Give what is still being typed."""
        if self._note is not None:
            self._note.finish()

    def _connect(self) -> None:
        self._state.note_wished.connect(self._on_note_wished)
        self._state.todo_wished.connect(self.todos.begin)
        self._state.guidance_wished.connect(self.guidance_wished)
        self._state.park_toggled.connect(self.park_toggled)
        self._state.agree_toggled.connect(self.agree_toggled)
        self._state.clear_wished.connect(self.clear_wished)
        self.todos.wished.connect(self.todo_wished)
        self.todos.left.connect(self._state.todo_button.setFocus)
        self.todos.built.connect(self.built)

    def _on_note_wished(self) -> None:
        (self._note or self._make_note()).setFocus()

    def _make_note(self) -> LongTextField:
        self._note = LongTextField(self._settings.pause, fewest_lines=2)
        self._note.set_names(f"Note on: {self._question.label}", "Kept with the answer; not part of any document.")
        self._note.answered.connect(lambda text: self.note_given.emit(text or ""))
        part = _labelled("Note", self._note)
        self._column.insertWidget(self._column.indexOf(self.todos), part)
        # A layout shows what is added later only when it next gets round to it; the focus cannot wait.
        part.show()
        self.built.emit()
        return self._note


def _labelled(text: str, part: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, HALF_SPACE, 0, 0)
    column.setSpacing(HALF_SPACE)
    label: QLabel = text_label(text, TextLook.LABEL)
    label.setBuddy(part)
    column.addWidget(label)
    column.addWidget(part)
    return holder
