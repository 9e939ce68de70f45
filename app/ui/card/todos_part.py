"""The to-dos about one question on its card, and the form to add one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.todos import Todo
from app.ui.fields.settings import FieldSettings
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE
from app.ui.todos.todo_form import TodoForm
from app.ui.todos.todo_list import TodoGroup, TodoList
from app.ui.todos.wishes import AddWish, TodoWish, TodoWords


class TodosPart(QWidget):
    """Hidden while there is nothing to do, and built only when there first is: most cards never need it.

    `wished` carries a wish, of which `end` says that it was carried out; `left` says that the focus needs a place,
    `built` that Tab has yet to find new parts.
    """

    wished = Signal(object)
    left = Signal()
    built = Signal()

    def __init__(self, question: str, settings: FieldSettings) -> None:
        super().__init__()
        self._question = question
        self._settings = settings
        self._people: tuple[str, ...] = ()
        self.list: TodoList | None = None
        self.form: TodoForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, HALF_SPACE, 0, 0)
        self._column.setSpacing(HALF_SPACE)
        self.hide()

    def show_todos(self, todos: Sequence[Todo], people: tuple[str, ...]) -> None:
        """Show the to-dos about the question, and offer names."""
        self._people = people
        if self.form is not None:
            self.form.show_people(people)
        if todos and self.list is None:
            self._build_list()
        if self.list is not None:
            groups = [TodoGroup(tuple(each for each in todos if not each.is_done))]
            self.list.show_todos(groups, [each for each in todos if each.is_done], people)
        self.setVisible(self._is_adding or bool(todos))

    def begin(self) -> None:
        """Open the form to add one."""
        if self.list is None:
            self._build_list()
        if self.form is None:
            self.form = TodoForm(self._settings)
            self.form.show_people(self._people)
            self.form.given.connect(self._on_given)
            self.form.left.connect(self._on_left)
            self._column.addWidget(self.form)
            self.built.emit()
        is_begun = self._is_adding and self.form.is_touched
        self.show()
        if is_begun:
            self.form.go_on()
        else:
            self.form.begin()

    def end(self, wish: TodoWish) -> None:
        """A wish was carried out: the form it came from is done. Where one could not be, what was typed stays."""
        if isinstance(wish, AddWish):
            self._on_left()
        elif self.list is not None:
            self.list.end(wish)

    @property
    def _is_adding(self) -> bool:
        return self.form is not None and not self.form.isHidden()

    def _build_list(self) -> None:
        self.list = TodoList(self._settings)
        self.list.wished.connect(self.wished)
        self.list.emptied.connect(self.left)
        self._column.addWidget(text_label("To-dos", TextLook.LABEL))
        self._column.addWidget(self.list)
        follow_layout(self)
        self.built.emit()

    def _on_given(self, words: TodoWords) -> None:
        self.wished.emit(AddWish(words, self._question))

    def _on_left(self) -> None:
        if self.form is None:
            return
        had_focus = self.form.isAncestorOf(QApplication.focusWidget() or self)
        self.form.hide()
        self.setVisible(self.list is not None and bool(self.list.count))
        if had_focus:
            self.left.emit()
