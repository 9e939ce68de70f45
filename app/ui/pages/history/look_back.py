"""A day to look back to: everything as it was at the end of it."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Column
from app.domain.values import Kind, Value
from app.domain.wording import date_in_words
from app.ui.fields.calendar import date_field
from app.ui.fields.problem_line import ProblemLine
from app.ui.fields.settings import FieldSettings
from app.ui.pages.history.past_band import END_OF_DAY
from app.ui.parts.buttons import Button
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE

_NAME = "Day to look back to"
_CAPTION = "Everything as it was at the end of a day, for example 6 August 2026"


class LookBack(QWidget):
    """``moment_wished`` carries the last moment of a day that has been, since the collaborative was made."""

    moment_wished = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._first = today()
        self.field = date_field(Column("day", Kind.DATE, _NAME), FieldSettings(today))
        self.field.set_names(_NAME, _CAPTION)
        self.look = Button("Show that day", name="Show that day: everything as it was at its end")
        self.problem = ProblemLine()
        line = QWidget()
        row = ArrangedLayout(Flow(SPACE + HALF_SPACE), line)
        for part in (self.field, self.look):
            row.addWidget(part)
        caption = text_label(_CAPTION, TextLook.LABEL)
        caption.setBuddy(self.field.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE)
        column.addWidget(caption)
        column.addWidget(line)
        column.addWidget(self.problem)
        self.look.clicked.connect(self._on_look)
        self.field.line.returnPressed.connect(self._on_look)
        self.field.problem_changed.connect(self.problem.show_problem)
        follow_layout(self)

    def show_first(self, first: date) -> None:
        """Take the days from the one on which the collaborative was made until today."""
        self._first = first

    def _on_look(self) -> None:
        self.field.finish()
        if self.field.problem:
            return
        day: Value | None = self.field.value
        problem = self._problem_with(day)
        self.problem.show_problem(problem)
        if not problem and isinstance(day, date):
            self.moment_wished.emit(datetime.combine(day, END_OF_DAY).astimezone())

    def _problem_with(self, day: Value | None) -> str:
        if not isinstance(day, date):
            return "Give a day to look back to, such as 6 August 2026."
        if day > self._today():
            return "Give a day that has been; what comes is not known yet."
        if day < self._first:
            return f"The collaborative was made on {date_in_words(self._first)}. Give that day or a later one."
        return ""
