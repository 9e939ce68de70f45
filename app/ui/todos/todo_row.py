"""One to-do on a line: a box to tick, what is to be done, by whom and by when, and what can be done with it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.questions import Option
from app.domain.todos import Todo
from app.domain.wording import date_in_words
from app.ui.fields.marks import TickMark
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.link_row import LinkRow
from app.ui.parts.tag import Tag, TagLook
from app.ui.theme.measures import HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme

#: Pixels from the edge of the box to the words beside it, at 100 % text.
_BESIDE_BOX = 34


class TodoRow(QWidget):
    """Shows a to-do and says what the user wishes; `question` is the words of a link to what it is about."""

    tick_wished = Signal(bool)
    change_wished = Signal()
    remove_wished = Signal()
    question_wished = Signal()

    def __init__(self, todo: Todo, today: date, question: str = "", *, shows_person: bool = True) -> None:
        super().__init__()
        self.todo = todo
        self.link: LinkRow | None = None
        self.tick = TickMark(Option(todo.id, todo.text, details_of(todo, shows_person=shows_person)))
        self.tick.setChecked(todo.is_done)
        is_late = todo.is_overdue(today)
        spoken = ", ".join(part for part in (todo.text, details_of(todo), "overdue" if is_late else "") if part)
        self.tick.setAccessibleName(f"Done: {spoken}")
        self.change = Button("", ButtonLook.ICON, Icon.EDIT, name=f"Change the to-do: {todo.text}", tip="Change it")
        self.remove = Button("", ButtonLook.ICON, Icon.TRASH, name=f"Remove the to-do: {todo.text}", tip="Remove it")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, HALF_SPACE, SPACE, HALF_SPACE)
        row.setSpacing(SPACE)
        texts = QVBoxLayout()
        texts.setSpacing(HALF_SPACE)
        texts.addWidget(self.tick)
        row.addLayout(texts, 1)
        if is_late:
            row.addWidget(Tag("Overdue", TagLook.WARNING), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        if question:
            self.link = LinkRow(question, name=f"Go to the question: {question}", is_flush=True)
            self.link.clicked.connect(self.question_wished)
            below = QHBoxLayout()
            below.setContentsMargins(current_theme().icon_size(_BESIDE_BOX), 0, 0, 0)
            below.addWidget(self.link, 1)
            texts.addLayout(below)
        self.stops: tuple[QAbstractButton, ...] = (self.tick, self.change, self.remove)
        # Clicked, not toggled: showing a to-do must not be taken for a wish of the user.
        self.tick.clicked.connect(self.tick_wished)
        self.change.clicked.connect(self.change_wished)
        self.remove.clicked.connect(self.remove_wished)


def details_of(todo: Todo, *, shows_person: bool = True) -> str:
    """By whom and by when, and once it is done by whom and when it was ticked off."""
    parts = [todo.person] if shows_person and todo.person else []
    if todo.due is not None:
        parts.append(f"by {date_in_words(todo.due)}")
    if todo.done_at is not None:
        day = date_in_words(todo.done_at.astimezone().date())
        parts.append(f"ticked off {day}" + (f" by {todo.author}" if todo.author else ""))
    return ", ".join(parts)
