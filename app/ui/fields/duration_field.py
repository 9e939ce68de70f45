"""The field for a length of time: an amount and, beside it, the unit it is counted in."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from app.domain.parsing import parse_duration
from app.domain.values import Duration, Unit, Value
from app.domain.wording import unit_in_words
from app.errors import AnswerError
from app.marks import override
from app.ui.fields.frame import FieldFrame
from app.ui.fields.known_value import KnownValue
from app.ui.fields.pause import Pause
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.focus_ring import WEARS_RING


class DurationField(QWidget):
    """Gives a length of time. A unit may also be typed after the amount, such as "2 weeks"."""

    answered = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, units: Sequence[Unit], pause: int) -> None:
        super().__init__()
        self._units = tuple(units) or tuple(Unit)
        self._unit = self._units[0]
        self.known = KnownValue()
        self._problem = ""
        self._name = ""
        self._amount = QLineEdit()
        has_choice = len(self._units) > 1
        suffix = "" if has_choice else unit_in_words(self._unit, 2)
        self._frame = FieldFrame(self._amount, suffix=suffix, letters=8)
        self._unit_button = Button("", ButtonLook.UNIT, Icon.CHEVRON_DOWN)
        self._unit_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._unit_button.setProperty(WEARS_RING, True)
        self._unit_button.clicked.connect(self._on_unit_wished)
        if has_choice:
            self._frame.add_button(self._unit_button, is_tinted=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._frame)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._pause = Pause(pause, self)
        self._pause.ended.connect(self._on_paused)
        self._amount.textEdited.connect(self._pause.begin_again)
        self._amount.editingFinished.connect(self.finish)
        self._show_unit(self._unit)

    @property
    def problem(self) -> str:
        """Why what was typed cannot be read; empty when all is well."""
        return self._problem

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._amount.setFocus(reason)

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says for the amount and the unit."""
        self._name = name
        self._amount.setAccessibleName(name)
        self._amount.setAccessibleDescription(description)
        self._show_unit(self._unit)

    def show_value(self, value: Value | None) -> None:
        """Show a length of time from elsewhere; what is being typed stays if it is still the same."""
        if not self.known.show(value):
            return
        self._pause.cancel()
        self._rewrite()
        self._say_problem("")

    def clear(self) -> None:
        """Empty the field and give no answer."""
        self._amount.clear()
        self.finish()

    def finish(self) -> None:
        """The user leaves: give the length of time now, and show its unit in its place."""
        self._pause.cancel()
        problem = self._give()
        self._say_problem(problem)
        if not problem:
            self._rewrite()

    def choose_unit(self, unit: Unit) -> None:
        """Count in another unit; an amount that is there stays the same."""
        self._show_unit(unit)
        self.finish()

    def _on_paused(self) -> None:
        problem = self._give()
        if not problem or self._problem:
            self._say_problem(problem)

    def _on_unit_wished(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName("Units")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for unit in self._units:
            action = QAction(unit_in_words(unit, 2), menu)
            action.setCheckable(True)
            action.setChecked(unit is self._unit)
            action.triggered.connect(lambda _=False, chosen=unit: self.choose_unit(chosen))
            menu.addAction(action)
            if unit is self._unit:
                menu.setActiveAction(action)
        menu.popup(self._unit_button.mapToGlobal(QPoint(0, self._unit_button.height())))

    def _give(self) -> str:
        """Give the length of time if it is new. The problem with what was typed, or an empty text."""
        typed = self._amount.text()
        if self.known.is_untouched(typed, self._unit.value):
            return ""
        value: Duration | None = None
        try:
            if typed.strip():
                value = parse_duration(typed, (self._unit, *self._units))
        except AnswerError as error:
            return str(error)
        self.known.stand_for(typed, self._unit.value)
        if self.known.give(value):
            self.answered.emit(value)
        return ""

    def _rewrite(self) -> None:
        if isinstance(self.known.value, Duration):
            self._show_unit(self.known.value.unit)
            written = f"{self.known.value.amount:,}"
        else:
            written = ""
        if written != self._amount.text():
            self._amount.setText(written)
        self.known.stand_for(self._amount.text(), self._unit.value)

    def _show_unit(self, unit: Unit) -> None:
        self._unit = unit
        words = unit_in_words(unit, 2)
        self._unit_button.set_text(words, name=f"{self._name}: unit, {words}")
        self._unit_button.setToolTip("Choose the unit")

    def _say_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self._frame.set_problem(bool(problem))
            self.problem_changed.emit(problem)
