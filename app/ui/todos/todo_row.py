"""One to-do on a line: a box to tick, what is to be done, by whom and by when, and what can be done with it."""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.questions import Option
from app.domain.todos import Todo
from app.domain.wording import date_in_words
from app.marks import override
from app.ui.fields.marks import TickMark, words_left, words_middle
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.link_row import LinkRow
from app.ui.parts.tag import Tag, TagLook
from app.ui.theme.measures import HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme


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
        self._below: QHBoxLayout | None = None
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
        self._texts = QVBoxLayout()
        self._texts.setSpacing(HALF_SPACE)
        self._texts.addWidget(self.tick)
        row.addLayout(self._texts, 1)
        self._beside = QWidget()
        beside = QHBoxLayout(self._beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SPACE)
        if is_late:
            beside.addWidget(Tag("Overdue", TagLook.WARNING))
        beside.addWidget(self.change)
        beside.addWidget(self.remove)
        row.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignTop)
        if question:
            self.link = LinkRow(question, name=f"Go to the question: {question}", is_flush=True)
            self.link.clicked.connect(self.question_wished)
            self._below = QHBoxLayout()
            self._below.addWidget(self.link, 1)
            self._texts.addLayout(self._below)
        self.stops: tuple[QAbstractButton, ...] = (self.tick, self.change, self.remove)
        # Clicked, not toggled: showing a to-do must not be taken for a wish of the user.
        self.tick.clicked.connect(self.tick_wished)
        self.change.clicked.connect(self.change_wished)
        self.remove.clicked.connect(self.remove_wished)
        self._align()

    @override
    def event(self, event: QEvent) -> bool:
        # What is inside has its size only now, after it was dressed.
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._align()
        return super().event(event)

    def _align(self) -> None:
        """Let what stands at the right be in line with the first words of the to-do, and the link below begin there."""
        theme = current_theme()
        lower = self._beside.sizeHint().height() // 2 - words_middle(theme)
        self._texts.setContentsMargins(0, max(lower, 0), 0, 0)
        beside = self._beside.layout()
        if beside is not None:
            beside.setContentsMargins(0, max(-lower, 0), 0, 0)
        if self._below is not None:
            self._below.setContentsMargins(words_left(theme), 0, 0, 0)


def details_of(todo: Todo, *, shows_person: bool = True) -> str:
    """By whom and by when, and once it is done by whom and when it was ticked off."""
    parts = [todo.person] if shows_person and todo.person else []
    if todo.due is not None:
        parts.append(f"by {date_in_words(todo.due)}")
    if todo.done_at is not None:
        day = date_in_words(todo.done_at.astimezone().date())
        parts.append(f"ticked off {day}" + (f" by {todo.author}" if todo.author else ""))
    return ", ".join(parts)
