"""The line that offers a suggested answer, takes it over at a press, and leads to the reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.questions import Question
from app.domain.values import Value
from app.ui.fields.value_words import value_in_short
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import SPACE


class SuggestionLine(QWidget):
    """For a question that has a suggestion."""

    accepted = Signal()
    reason_wished = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._suggestion = question.suggestion
        self._words = value_in_short(question.suggestion.value, question) if question.suggestion else ""
        row = ArrangedLayout(Flow(SPACE), self)
        self._text = text_label("", TextLook.SECONDARY)
        self.use_button = Button("Use it", ButtonLook.LINK, name=f"Use the suggestion: {self._words}")
        self.why_button = Button("Why?", ButtonLook.LINK, name=f"Why {self._words} is suggested")
        self.use_button.clicked.connect(self.accepted)
        self.why_button.clicked.connect(self.reason_wished)
        for part in (self._text, self.use_button, self.why_button):
            row.addWidget(part)
        if self._suggestion is None:
            self.hide()

    def show_value(self, value: Value | None) -> None:
        """Offer the suggestion, or say that this value is the suggested one."""
        if self._suggestion is not None:
            is_taken = value == self._suggestion.value
            self._text.setText("As suggested." if is_taken else f"Suggested: {self._words}.")
            self.use_button.setVisible(not is_taken)
