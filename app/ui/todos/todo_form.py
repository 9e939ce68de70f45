"""The form for one to-do: what is to be done, by whom and by when, with names that are known to choose from."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.content.todos import todo_person, todo_text
from app.domain.questions import Column
from app.domain.todos import Todo
from app.domain.values import Kind
from app.errors import AnswerError
from app.marks import override
from app.ui.fields.calendar import date_field
from app.ui.fields.frame import FieldFrame
from app.ui.fields.problem_line import ProblemLine
from app.ui.fields.settings import FieldSettings
from app.ui.fields.suggestions import Suggested, Suggestions
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.layouts import ArrangedLayout, Columns, Flow
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.todos.wishes import TodoWords

_DUE = Column("due", Kind.DATE, "By when")


class TodoForm(QWidget):
    """`given` carries `TodoWords` that can be kept; what cannot is told beside the fields and stays as typed.

    Enter gives what was typed, Escape leaves. The form does not hide by itself.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self, settings: FieldSettings) -> None:
        super().__init__()
        self._people: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._begun = ("", "", "")
        self.text = QLineEdit()
        self.person = QLineEdit()
        self.due = date_field(_DUE, settings)
        self._problem = ProblemLine()
        self.give_button = Button("Add to-do", ButtonLook.PRIMARY)
        self.leave_button = Button("Cancel", name="Cancel the to-do")
        self._suggestions = Suggestions(self.person, self._found)
        self._lay_out()
        self._suggestions.chosen.connect(self._on_person_chosen)
        self.give_button.clicked.connect(self._on_given)
        self.leave_button.clicked.connect(self.left)

    @property
    def problem(self) -> str:
        """Why what was typed cannot be kept; empty when all is well."""
        return self._problem.problem

    @property
    def is_touched(self) -> bool:
        """Whether something else stands in the form than when it began, which would be lost."""
        return self._typed != self._begun

    def show_people(self, people: Sequence[str]) -> None:
        """Offer these names."""
        self._people = tuple(people)

    def begin(self, todo: Todo | None = None) -> None:
        """Start with an empty form, or with a to-do that is to be said anew, and put the cursor into it."""
        self.text.setText(todo.text if todo else "")
        self.person.setText(todo.person if todo else "")
        self.due.show_value(None)
        self.due.clear()
        self.due.show_value(todo.due if todo else None)
        self.give_button.set_text("Save to-do" if todo else "Add to-do")
        self._begun = self._typed
        self._problem.show_problem("")
        self.text.setCursorPosition(0)
        self.show()
        self.go_on()

    def go_on(self, problem: str = "") -> None:
        """Put the cursor into the form as it stands; a problem says why nothing else can be begun yet."""
        if problem:
            self._problem.show_problem(problem)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        # What opens below has its place only once the column around it is laid out.
        QTimer.singleShot(0, self, self._come_into_sight)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_given()
        else:
            super().keyPressEvent(event)

    @property
    def _typed(self) -> tuple[str, str, str]:
        return self.text.text(), self.person.text(), self.due.line.text()

    def _come_into_sight(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and self.isVisible():
            around.ensureWidgetVisible(self, 0, DOUBLE_SPACE)

    def _on_given(self) -> None:
        self.due.finish()
        try:
            words = TodoWords(todo_text(self.text.text()), todo_person(self.person.text()), self._due_day())
        except AnswerError as error:
            self._problem.show_problem(str(error))
            (self.due if self.due.problem else self.text).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._problem.show_problem("")
        self.given.emit(words)

    def _due_day(self) -> date | None:
        if self.due.problem:
            raise AnswerError(self.due.problem)
        return self.due.value if isinstance(self.due.value, date) else None

    def _found(self, typed: str) -> list[Suggested]:
        words = typed.casefold().split()
        self._offered = tuple(each for each in self._people if all(word in each.casefold() for word in words))
        return [Suggested(each) for each in self._offered]

    def _on_person_chosen(self, position: int) -> None:
        if position < len(self._offered):
            self.person.setText(self._offered[position])

    def _lay_out(self) -> None:
        self.text.setAccessibleName("What is to be done")
        self.person.setAccessibleName("Who is to do it")
        self.person.setAccessibleDescription("A name, or one that is known: press Down to choose.")
        self.due.set_names("By when", "A date such as 6 August 2026. It may stay empty.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HALF_SPACE, 0, HALF_SPACE)
        column.setSpacing(SPACE)
        column.addWidget(_labelled("What is to be done", FieldFrame(self.text)))
        beside = QWidget()
        columns = ArrangedLayout(Columns(24, 2, gap=DOUBLE_SPACE), beside)
        columns.addWidget(_labelled("Who (optional)", FieldFrame(self.person)))
        columns.addWidget(_labelled("By when (optional)", self.due))
        column.addWidget(beside)
        column.addWidget(self._problem)
        buttons = QWidget()
        flow = ArrangedLayout(Flow(SPACE), buttons)
        flow.addWidget(self.give_button)
        flow.addWidget(self.leave_button)
        column.addWidget(buttons)
        follow_layout(self)


def _labelled(words: str, part: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HALF_SPACE)
    column.addWidget(text_label(words, TextLook.LABEL))
    column.addWidget(part)
    column.addStretch(1)
    return holder
