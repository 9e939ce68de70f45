"""A field of a form with its label above, and its problem or hint below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Column
from app.domain.values import Kind, Value
from app.ui.fields.field import Field, field_for
from app.ui.fields.problem_line import ProblemLine
from app.ui.fields.settings import FieldSettings
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE

#: From this width on a column of text holds more than half a form has room for, such as a body's full name.
_WIDE_TEXT = 3
_WIDE = {Kind.LONG_TEXT, Kind.ORGANISATION, Kind.SOME_OF, Kind.ROWS, Kind.PERSON}


class LabelledField(QWidget):
    """One column of a row being edited."""

    answered = Signal(object)

    def __init__(self, column: Column, settings: FieldSettings) -> None:
        super().__init__()
        self.column = column
        self.field: Field = field_for(column, settings, is_compact=True)
        self.field.set_names(column.label, column.hint)
        self.setProperty("spans", column.kind in _WIDE or _is_wide_text(column))
        self._needed = text_label("Needed", TextLook.NEEDED, wraps=False)
        self._problem = ProblemLine()
        heading = QWidget()
        words = ArrangedLayout(Flow(), heading)
        words.addWidget(text_label(column.label, TextLook.LABEL))
        words.addWidget(self._needed)
        self._needed.setVisible(column.is_required)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(HALF_SPACE)
        body.addWidget(heading)
        body.addWidget(self.field)
        body.addWidget(self._problem)
        if column.hint:
            body.addWidget(text_label(column.hint, TextLook.SMALL))
        body.addStretch(1)
        self.field.answered.connect(self._on_answered)
        self.field.problem_changed.connect(self._on_problem_changed)

    def show_value(self, value: Value | None) -> None:
        """Show the cell as it is elsewhere."""
        self.field.show_value(value)
        self._needed.setVisible(self.column.is_required and value is None)

    def _on_answered(self, value: Value | None) -> None:
        self._needed.setVisible(self.column.is_required and value is None)
        self.answered.emit(value)

    def _on_problem_changed(self, problem: str) -> None:
        self._problem.show_problem(problem)
        self.field.set_names(self.column.label, f"{problem} {self.column.hint}".strip())


def _is_wide_text(column: Column) -> bool:
    return column.kind is Kind.TEXT and column.width >= _WIDE_TEXT
