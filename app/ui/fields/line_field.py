"""The field for one line: a text, a whole number, a percentage or a sum of money."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.values import Value
from app.errors import AnswerError
from app.marks import override
from app.ui.fields.frame import FieldFrame
from app.ui.fields.known_value import KnownValue
from app.ui.fields.line_forms import LineForm
from app.ui.fields.pause import Pause


class LineField(QWidget):
    """Gives a value when the user pauses or leaves. What cannot be read stays on screen with a problem said."""

    answered = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, form: LineForm, pause: int, trailing: QWidget | None = None) -> None:
        super().__init__()
        self._form = form
        self.known = KnownValue()
        self.known.stand_for("")
        self._problem = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(form.example)
        self._frame = FieldFrame(self.line, form.prefix, form.suffix, form.letters)
        if trailing is not None:
            self._frame.add_button(trailing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._frame)
        self.setSizePolicy(self._frame.sizePolicy())
        self._pause = Pause(pause, self)
        self._pause.ended.connect(self._on_paused)
        self.line.textEdited.connect(self._pause.begin_again)
        self.line.editingFinished.connect(self.finish)

    @property
    def value(self) -> Value | None:
        """The value last given or shown."""
        return self.known.value

    @property
    def problem(self) -> str:
        """Why what was typed cannot be read; empty when all is well."""
        return self._problem

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.line.setFocus(reason)

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says for this field."""
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(description)

    def show_value(self, value: Value | None) -> None:
        """Show a value that came from elsewhere; what is being typed stays if the value is still the same."""
        if not self.known.show(value):
            return
        self._pause.cancel()
        self._rewrite()
        self._say_problem("")

    def clear(self) -> None:
        """Empty the field and give no answer."""
        self.line.clear()
        self.finish()

    def finish(self) -> None:
        """The user leaves: give the value now, and write it in its usual form."""
        self._pause.cancel()
        problem = self._give()
        self._say_problem(problem)
        if not problem:
            self._rewrite()

    def give(self, value: Value) -> None:
        """Take a value picked elsewhere, such as in a calendar, as if it had been typed."""
        self.line.setText(self._form.write(value))
        self.finish()

    def _on_paused(self) -> None:
        """Give a value if there is one; whoever is still typing is not told about mistakes yet."""
        problem = self._give()
        if not problem or self._problem:
            self._say_problem(problem)

    def _give(self) -> str:
        """Give the value if it is new. The problem with what was typed, or an empty text."""
        typed = self.line.text()
        if self.known.is_untouched(typed):
            return ""
        try:
            value = self._form.read(typed) if typed.strip() else None
        except AnswerError as error:
            return str(error)
        self.known.stand_for(typed)
        if self.known.give(value):
            self.answered.emit(value)
        return ""

    def _rewrite(self) -> None:
        written = "" if self.known.value is None else self._form.write(self.known.value)
        if written != self.line.text():
            self.line.setText(written)
        self.known.stand_for(self.line.text())
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)

    def _say_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self._frame.set_problem(bool(problem))
            self.problem_changed.emit(problem)
