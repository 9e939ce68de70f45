"""The field for one of many options, or one row of a table: a line to search in, with the list below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.parsing_names import parse_choice
from app.domain.questions import Option
from app.domain.values import Value
from app.errors import AnswerError
from app.marks import override
from app.ui.fields.frame import FieldFrame
from app.ui.fields.known_value import KnownValue
from app.ui.fields.suggestions import Suggested, Suggestions
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook


class PickField(QWidget):
    """Gives the id of the option picked from the list, or named in full or in part when the user leaves."""

    answered = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._options = tuple(options)
        self._offered: tuple[Option, ...] = ()
        self.known = KnownValue()
        self._problem = ""
        self._line = QLineEdit()
        self._frame = FieldFrame(self._line)
        opener = Button("", ButtonLook.ICON, Icon.CHEVRON_DOWN, name="Show the choices", tip="Show the choices (Down)")
        opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._frame.add_button(opener)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._frame)
        self._suggestions = Suggestions(self._line, self._found)
        self._suggestions.chosen.connect(self._on_chosen)
        self._suggestions.put_away.connect(self._on_put_away)
        opener.clicked.connect(self._on_opened)
        self._line.editingFinished.connect(self._on_left)
        self._show_example()

    @property
    def choices(self) -> tuple[Option, ...]:
        """What can be picked at present."""
        return self._options

    @property
    def problem(self) -> str:
        """Why what was typed is no choice; empty when all is well."""
        return self._problem

    def set_choices(self, options: Sequence[Option]) -> None:
        """Offer other options; the one picked is shown under its new label."""
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        self._show_example()
        if not self._problem and not self._line.hasFocus():
            self._rewrite()

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._line.setFocus(reason)

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says for this field."""
        self._line.setAccessibleName(name)
        self._line.setAccessibleDescription(f"{description} Press Down to open the list, or type to search.".strip())

    def show_value(self, value: Value | None) -> None:
        """Show the option that is chosen elsewhere; what is being typed stays if it is still the same."""
        if self.known.show(value):
            self._rewrite()
            self._say_problem("")

    def clear(self) -> None:
        """Empty the field and give no answer."""
        self._line.clear()
        self._give(None)

    def finish(self) -> None:
        """The user leaves: give what was typed if it names an option."""
        typed = self._line.text()
        if typed == self._label(self.known.value) and not self.known.is_refused:
            # Untouched, also where the row it points to has no name to show.
            self._say_problem("")
            return
        try:
            value = parse_choice(typed, self._options) if typed.strip() else None
        except AnswerError as error:
            self._say_problem(str(error))
            return
        self._give(value)

    def _on_left(self) -> None:
        if not self._suggestions.is_open:
            self.finish()

    def _on_put_away(self) -> None:
        # Whoever closes the list and stays is still choosing.
        if not self._line.hasFocus():
            self.finish()

    def _on_opened(self) -> None:
        self._line.setFocus()
        self._suggestions.open_all()

    def _on_chosen(self, position: int) -> None:
        if position < len(self._offered):
            self._give(self._offered[position].id)

    def _found(self, typed: str) -> list[Suggested]:
        words = typed.casefold().split()
        self._offered = tuple(
            option for option in self._options if all(word in option.label.casefold() for word in words)
        )
        return [Suggested(option.label, option.hint) for option in self._offered]

    def _give(self, value: Value | None) -> None:
        is_new = self.known.give(value)
        self._rewrite()
        self._say_problem("")
        if is_new:
            self.answered.emit(value)

    def _rewrite(self) -> None:
        label = self._label(self.known.value)
        if label != self._line.text():
            self._line.setText(label)
            self._line.setCursorPosition(0)

    def _label(self, value: Value | None) -> str:
        return next((option.label for option in self._options if option.id == value), "")

    def _show_example(self) -> None:
        self._line.setPlaceholderText("Choose" if self._options else "Nothing to choose from yet")

    def _say_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self._frame.set_problem(bool(problem))
            self.problem_changed.emit(problem)
