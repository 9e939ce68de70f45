"""The field for a person: a name, a post, or both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.parsing import plain_spaces
from app.domain.values import Person, Value
from app.marks import override
from app.ui.fields.frame import FieldFrame
from app.ui.fields.known_value import KnownValue
from app.ui.fields.pause import Pause
from app.ui.parts.layouts import ArrangedLayout, Columns
from app.ui.theme.measures import SPACE


class PersonField(QWidget):
    """Gives a person when the user pauses or leaves; None when both lines are blank."""

    answered = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, pause: int) -> None:
        super().__init__()
        self.known = KnownValue()
        self._name = QLineEdit()
        self._role = QLineEdit()
        layout = ArrangedLayout(Columns(26, 2, gap=SPACE), self)
        layout.addWidget(FieldFrame(self._name, prefix="Name"))
        layout.addWidget(FieldFrame(self._role, prefix="Post"))
        self._pause = Pause(pause, self)
        self._pause.ended.connect(self._give)
        for line in (self._name, self._role):
            line.textEdited.connect(self._pause.begin_again)
            line.editingFinished.connect(self.finish)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._name.setFocus(reason)

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says for the name and the post."""
        self._name.setAccessibleName(f"{name}: name")
        self._role.setAccessibleName(f"{name}: post")
        self._name.setAccessibleDescription(description)
        self._role.setAccessibleDescription(description)

    def show_value(self, value: Value | None) -> None:
        """Show a person that came from elsewhere; what is being typed stays if it is still the same."""
        if not self.known.show(value):
            return
        self._pause.cancel()
        self._rewrite()

    def clear(self) -> None:
        """Empty both lines and give no answer."""
        self._name.clear()
        self._role.clear()
        self.finish()

    def finish(self) -> None:
        """The user leaves: give the person now."""
        self._pause.cancel()
        self._give()
        self._rewrite()

    def _give(self) -> None:
        words = (self._name.text(), self._role.text())
        if self.known.is_untouched(*words):
            return
        self.known.stand_for(*words)
        typed = Person(plain_spaces(self._name.text()), plain_spaces(self._role.text()))
        value = typed if typed.name or typed.role else None
        if self.known.give(value):
            self.answered.emit(value)

    def _rewrite(self) -> None:
        shown = self.known.value if isinstance(self.known.value, Person) else Person()
        for line, text in ((self._name, shown.name), (self._role, shown.role)):
            if line.text() != text:
                line.setText(text)
            if not line.hasFocus():
                line.setCursorPosition(0)  # a long post is read from its beginning
        self.known.stand_for(self._name.text(), self._role.text())
