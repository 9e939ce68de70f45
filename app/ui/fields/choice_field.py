"""The fields for one of a few options and for several options, as large radio buttons and tick boxes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from app.domain.questions import Option
from app.domain.values import Value
from app.marks import override
from app.ui.fields.known_value import KnownValue
from app.ui.fields.marks import RadioMark, TickMark
from app.ui.parts.layouts import ArrangedLayout, Columns, Flow
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE, TRIPLE_SPACE

YES_OR_NO = (Option("yes", "Yes"), Option("no", "No"))

NOTHING_YET = "There is nothing to choose from yet: it comes from another question."


class ChoiceField(QWidget):
    """Gives the id of the option chosen, at once. With `is_yes_no` it gives True or False instead."""

    answered = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, options: Sequence[Option], *, is_yes_no: bool = False) -> None:
        super().__init__()
        self.known = KnownValue()
        self._group = QButtonGroup(self)
        self._marks: dict[Value, RadioMark] = {}
        is_in_line = is_yes_no and not any(option.hint for option in options)
        column = Columns(0, 1, line_gap=SPACE)
        layout = ArrangedLayout(Flow(TRIPLE_SPACE) if is_in_line else column, self)
        for option in options:
            mark = RadioMark(option)
            self._marks[option.id == "yes" if is_yes_no else option.id] = mark
            self._group.addButton(mark)
            layout.addWidget(mark)
        self._group.buttonClicked.connect(self._on_clicked)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        chosen = self._group.checkedButton() or next(iter(self._marks.values()), None)
        if chosen is not None:
            chosen.setFocus(reason)

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says for the group."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def show_value(self, value: Value | None) -> None:
        """Show the option that is chosen elsewhere; none for None or an option that is gone."""
        if self.known.show(value):
            self._mark(value)

    def clear(self) -> None:
        """Choose nothing and give no answer."""
        self._mark(None)
        self._give(None)

    def finish(self) -> None:
        """A choice is given at once; one that could not be saved is given again."""
        if self.known.is_refused:
            self._give(self.known.value)

    def _mark(self, value: Value | None) -> None:
        chosen = self._marks.get(value) if value is not None else None
        if chosen is not None:
            chosen.setChecked(True)
            return
        # A group that insists on one choice cannot be emptied.
        self._group.setExclusive(False)
        for mark in self._marks.values():
            mark.setChecked(False)
        self._group.setExclusive(True)

    def _on_clicked(self) -> None:
        self._give(next(value for value, mark in self._marks.items() if mark.isChecked()))

    def _give(self, value: Value | None) -> None:
        if self.known.give(value):
            self.answered.emit(value)


class SeveralField(QWidget):
    """Gives the ids of the ticked options in their order, at once; None when nothing is ticked."""

    answered = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, options: Sequence[Option], *, narrowest: int = 22, most: int = 3) -> None:
        super().__init__()
        self.known = KnownValue()
        self._options: tuple[Option, ...] = ()
        self._marks: dict[str, TickMark] = {}
        has_hints = any(option.hint for option in options)
        columns = Columns(0 if has_hints else narrowest, 1 if has_hints else most, line_gap=HALF_SPACE)
        self._layout = ArrangedLayout(columns, self)
        self._nothing: QLabel = text_label(NOTHING_YET, TextLook.SMALL)
        self._nothing.setProperty("spans", True)
        self._layout.addWidget(self._nothing)
        self._show_options(tuple(options))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        first = next(iter(self._marks.values()), None)
        if first is not None:
            first.setFocus(reason)

    @property
    def choices(self) -> tuple[Option, ...]:
        """What can be ticked at present."""
        return self._options

    def set_choices(self, options: Sequence[Option]) -> None:
        """Offer other options; those ticked stay ticked where they are still there."""
        if tuple(options) != self._options:
            self._show_options(tuple(options))

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says for the group."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def show_value(self, value: Value | None) -> None:
        """Tick what is ticked elsewhere."""
        if self.known.show(value or None):
            self._mark()

    def clear(self) -> None:
        """Untick everything and give no answer."""
        is_new = self.known.give(None)
        self._mark()
        if is_new:
            self.answered.emit(None)

    def finish(self) -> None:
        """A tick is given at once; one that could not be saved is given again."""
        if self.known.is_refused:
            self._give(self.known.value)

    def _show_options(self, options: tuple[Option, ...]) -> None:
        for mark in self._marks.values():
            self._layout.removeWidget(mark)
            mark.hide()
            mark.deleteLater()
        self._options = options
        self._marks = {option.id: TickMark(option) for option in options}
        for mark in self._marks.values():
            mark.clicked.connect(self._on_clicked)
            self._layout.addWidget(mark)
            mark.show()
        self._mark()
        self._nothing.setVisible(not options)
        follow_layout(self)

    def _mark(self) -> None:
        ticked = self.known.value
        for option_id, mark in self._marks.items():
            mark.setChecked(isinstance(ticked, tuple) and option_id in ticked)

    def _on_clicked(self) -> None:
        ticked = tuple(option_id for option_id, mark in self._marks.items() if mark.isChecked())
        self._give(ticked or None)

    def _give(self, value: Value | None) -> None:
        if self.known.give(value):
            self.answered.emit(value)
