"""A list of to-dos, perhaps in groups, in which each can be ticked off, changed where it stands, and removed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.todos import Todo
from app.domain.wording import counted
from app.ui.fields.settings import FieldSettings
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE
from app.ui.todos.todo_form import TodoForm
from app.ui.todos.todo_row import TodoRow
from app.ui.todos.wishes import ChangeWish, RemoveWish, TickWish, TodoWish, TodoWords

_ONE_AT_A_TIME = "Save this to-do, or cancel it, before you change another."


@dataclass(frozen=True, slots=True)
class TodoGroup:
    """To-dos under a heading, in a card of their own; without a heading they stand as they are."""

    todos: tuple[Todo, ...]
    heading: str = ""
    shows_person: bool = True


@dataclass(frozen=True, slots=True)
class _Focus:
    place: int
    todo: str
    stop: int


class TodoList(QWidget):
    """`wished` carries a wish about a to-do, `question_wished` the id of a question to go to.

    Whoever has carried a wish out says so by `end`; until then what was typed stays.

    `emptied` says that the row with the focus was the last one, and that the focus needs another place.

    Those that are done stay hidden until they are asked for. What is typed into the form outlives new snapshots.
    """

    wished = Signal(object)
    question_wished = Signal(str)
    emptied = Signal()

    def __init__(self, settings: FieldSettings, question_words: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self._today = settings.today
        self._question_words = question_words
        self._groups: tuple[TodoGroup, ...] = ()
        self._done: tuple[Todo, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self._changing: Todo | None = None
        self.rows: list[TodoRow] = []
        self._settings = settings
        self._people: tuple[str, ...] = ()
        self.form: TodoForm | None = None
        self.done_button = Button("", ButtonLook.QUIET)
        self.done_button.setCheckable(True)
        self._inside = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF_SPACE)
        self._column.addWidget(self._inside)
        self._column.addWidget(self.done_button)
        self.done_button.hide()
        self.done_button.clicked.connect(self._draw)

    @property
    def count(self) -> int:
        """How many to-dos there are, open or done."""
        return sum(len(group.todos) for group in self._groups) + len(self._done)

    @property
    def is_changing(self) -> bool:
        """Whether a to-do is being changed."""
        return self._changing is not None

    def show_todos(self, groups: Sequence[TodoGroup], done: Sequence[Todo], people: Sequence[str]) -> None:
        """Show open to-dos in their groups, and those that are done on demand. The focus stays where it can."""
        self._people = tuple(people)
        if self.form is not None:
            self.form.show_people(people)
        drawn = (tuple(groups), tuple(done), self._today())
        if drawn != self._drawn:
            self._drawn = drawn
            self._groups, self._done = tuple(groups), tuple(done)
            self._draw()

    def end(self, wish: TodoWish) -> None:
        """A wish was carried out: the form it came from is done. Where one could not be, what was typed stays."""
        if isinstance(wish, ChangeWish) and self._changing is not None and wish.before.id == self._changing.id:
            self._end_change()

    def _draw(self) -> None:
        focus = self._focus()
        if self.form is not None:
            self.form.setParent(self)
        before, self._inside = self._inside, QWidget()
        self.rows = []
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for group in self._groups:
            self._add_group(column, group)
        if self.done_button.isChecked() and self._done:
            self._add_group(column, TodoGroup(self._done, "Done" if any(each.heading for each in self._groups) else ""))
        self._column.replaceWidget(before, self._inside)
        self._inside.show()
        before.hide()
        before.deleteLater()
        count = counted(len(self._done), "to-do that is done", "to-dos that are done")
        self.done_button.setVisible(bool(self._done))
        self.done_button.set_text(f"{'Hide' if self.done_button.isChecked() else 'Show'} {count}")
        self._put_form_back()
        follow_layout(self)
        self._restore(focus)

    def _add_group(self, column: QVBoxLayout, group: TodoGroup) -> None:
        into = column
        if group.heading:
            column.addSpacing(SPACE)
            column.addWidget(text_label(group.heading, TextLook.HEADING))
            card = Card()
            card.body.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
            card.body.setSpacing(HALF_SPACE)
            column.addWidget(card)
            into = card.body
        for todo in group.todos:
            into.addWidget(self._row(todo, shows_person=group.shows_person))

    def _row(self, todo: Todo, *, shows_person: bool) -> TodoRow:
        words = self._question_words(todo.question_id) if self._question_words and todo.question_id else ""
        row = TodoRow(todo, self._today(), words, shows_person=shows_person)
        row.tick_wished.connect(lambda is_done: self.wished.emit(TickWish(todo, is_done)))
        row.remove_wished.connect(lambda: self.wished.emit(RemoveWish(todo)))
        row.change_wished.connect(lambda: self._begin_change(todo))
        row.question_wished.connect(lambda: self.question_wished.emit(todo.question_id or ""))
        self.rows.append(row)
        return row

    def _begin_change(self, todo: Todo) -> None:
        if self.form is not None and self._changing is not None and self.form.is_touched:
            self.form.go_on(_ONE_AT_A_TIME)
            return
        self._end_change()
        self._changing = todo
        form = self._made_form()
        self._put_form_back()
        follow_layout(self)
        form.begin(todo)

    def _made_form(self) -> TodoForm:
        """The form, made when it is first needed."""
        if self.form is None:
            self.form = TodoForm(self._settings)
            self.form.show_people(self._people)
            self.form.given.connect(self._on_form_given)
            self.form.left.connect(self._end_change)
        return self.form

    def _put_form_back(self) -> None:
        """Put the form in the place of the to-do that is being changed; at the end, if somebody took that away."""
        if self.form is None:
            return
        row = next((row for row in self.rows if self._changing and row.todo.id == self._changing.id), None)
        parent = row.parentWidget() if row is not None else None
        layout = parent.layout() if parent is not None else None
        if row is None or not isinstance(layout, QVBoxLayout):
            self._column.addWidget(self.form)
            self.form.setVisible(self.is_changing)
            return
        # It may stand further up in the very same layout, which counts without it once it is put in anew.
        layout.removeWidget(self.form)
        layout.insertWidget(layout.indexOf(row) + 1, self.form)
        row.hide()
        self.form.show()

    def _on_form_given(self, words: TodoWords) -> None:
        if self._changing is not None:
            self.wished.emit(ChangeWish(self._changing, words))

    def _end_change(self) -> None:
        changing, self._changing = self._changing, None
        if self.form is None:
            return
        had_focus = self.form.isAncestorOf(QApplication.focusWidget() or self)
        self.form.hide()
        for row in self.rows:
            row.show()
            if changing is not None and row.todo.id == changing.id and had_focus:
                row.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self) -> _Focus | QWidget | None:
        """Where the focus is: a part of a row, or a field of the form; None outside this list."""
        # Of this window, which keeps the place of the focus also while another window has it.
        # The stubs leave out that there may be none.
        focused: QWidget | None = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return None
        if self.form is not None and self.form.isAncestorOf(focused):
            return focused
        found = (
            _Focus(place, row.todo.id, row.stops.index(stop))
            for place, row in enumerate(self.rows)
            for stop in row.stops
            if stop is focused
        )
        return next(found, None)

    def _restore(self, focus: _Focus | QWidget | None) -> None:
        if isinstance(focus, QWidget):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focus is not None:
            same = next((row for row in self.rows if row.todo.id == focus.todo), None)
            if same is None and self.rows:
                same = self.rows[min(focus.place, len(self.rows) - 1)]
            if same is not None:
                same.stops[focus.stop].setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.emptied.emit()
