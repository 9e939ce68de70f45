"""The field for several lines of text: it grows with what is written, and Tab leaves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.values import Value
from app.marks import override
from app.ui.fields.known_value import KnownValue
from app.ui.fields.pause import Pause
from app.ui.parts.growing_text import GrowingText

_FEWEST_LINES = 3


class LongTextField(QWidget):
    """Gives its text when the user pauses or leaves; blank text is no answer."""

    answered = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, pause: int, fewest_lines: int = _FEWEST_LINES) -> None:
        super().__init__()
        self.known = KnownValue()
        self._text = GrowingText(fewest_lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self._pause = Pause(pause, self)
        self._pause.ended.connect(self._give)
        self._text.textChanged.connect(self._pause.begin_again)
        self._text.left.connect(self.finish)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._text.setFocus(reason)

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says for this field."""
        self._text.setAccessibleName(name)
        self._text.setAccessibleDescription(description)

    def show_value(self, value: Value | None) -> None:
        """Show a text that came from elsewhere; what is being typed stays if the text is still the same."""
        if not self.known.show(value):
            return
        text = value if isinstance(value, str) else ""
        if text != self._text.toPlainText():
            self._text.setPlainText(text)
        self.known.stand_for(self._text.toPlainText())
        self._pause.cancel()

    def clear(self) -> None:
        """Empty the field and give no answer."""
        self._text.clear()
        self.finish()

    def finish(self) -> None:
        """The user leaves: give the text now."""
        self._pause.cancel()
        self._give()

    def _give(self) -> None:
        typed = self._text.toPlainText()
        if self.known.is_untouched(typed):
            return
        self.known.stand_for(typed)
        value = typed.strip() or None
        if self.known.give(value):
            self.answered.emit(value)
