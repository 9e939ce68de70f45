"""The field for an organisation: searched in the register by name or code, or typed by hand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.parsing import plain_spaces
from app.domain.parsing_names import parse_code, parse_organisation
from app.domain.values import Organisation, Value
from app.errors import AnswerError
from app.marks import override
from app.ui.announcing import say
from app.ui.fields.frame import FieldFrame
from app.ui.fields.known_value import KnownValue
from app.ui.fields.settings import FieldSettings, OrganisationChoice
from app.ui.fields.suggestions import Suggested, Suggestions
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE

#: Letters after which the register is searched: one letter would offer half of it.
_FEWEST_LETTERS = 2


class OrganisationField(QWidget):
    """Gives an organisation; `registered` also says which entry of the register was picked.

    Unlike other text it is not given while typing rests: half a name would stand in documents and in the history.
    """

    answered = Signal(object)
    problem_changed = Signal(str)
    registered = Signal(object)

    def __init__(self, settings: FieldSettings, offers: str = "") -> None:
        """A field that offers the whole register, or only organisations of one legal form."""
        super().__init__()
        self._settings = settings
        self._offers = offers
        self._offered: Sequence[OrganisationChoice] = ()
        self.known = KnownValue()
        self._picked: OrganisationChoice | None = None
        self._problem = ""
        self._name = QLineEdit()
        self._name.setPlaceholderText("Search by name or code, or type any organisation")
        self._code = QLineEdit()
        self._name_frame = FieldFrame(self._name)
        self._code_frame = FieldFrame(self._code, prefix="Code", letters=6)
        self._unknown = text_label("Not in the register: it is kept as typed.", TextLook.SMALL)
        self._unknown.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        column.addLayout(row)
        column.addWidget(self._unknown)
        row.addWidget(self._name_frame, 1)
        row.addWidget(self._code_frame)
        self._suggestions = Suggestions(self._name, self._found)
        self._suggestions.chosen.connect(self._on_chosen)
        self._suggestions.put_away.connect(self.finish)
        self._name.textEdited.connect(self._on_name_edited)
        self._name.editingFinished.connect(self._on_left)
        self._code.editingFinished.connect(self._on_left)

    @property
    def problem(self) -> str:
        """Why what was typed is no organisation; empty when all is well."""
        return self._problem

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._name.setFocus(reason)

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says for the name and the code."""
        self._name.setAccessibleName(name)
        self._name.setAccessibleDescription(f"{description} Type to search the register of organisations.".strip())
        self._code.setAccessibleName(f"{name}: code")
        self._code.setAccessibleDescription("Optional: the code of the organisation in the public register.")

    def show_value(self, value: Value | None) -> None:
        """Show an organisation that came from elsewhere; what is being typed stays if it is still the same."""
        if not self.known.show(value):
            return
        self._picked = None
        self._rewrite()
        self._say_problem("")
        self._unknown.setVisible(self._is_unknown)

    def clear(self) -> None:
        """Empty the field and give no answer."""
        self._name.clear()
        self._code.clear()
        self.finish()

    def finish(self) -> None:
        """The user leaves: give the organisation, with its code if its name is in the register."""
        if not self.known.is_untouched(self._name.text(), self._code.text()):
            self._recognise()
        problem = self._give()
        self._say_problem(problem)
        if not problem:
            self._rewrite()
        self._show_unknown(self._is_unknown)

    def _on_left(self) -> None:
        if not self._suggestions.is_open:
            self.finish()

    def _on_name_edited(self, typed: str) -> None:
        # A code belongs to the name it came with: under another name it would point to the wrong body.
        if self._picked is not None and plain_spaces(typed) != self._picked.name:
            self._picked = None
            self._code.clear()
        # Said as soon as nothing is offered, and not only on leaving, when it would move what is being pressed.
        self._show_unknown(len(typed.strip()) >= _FEWEST_LETTERS and not self._search(typed.strip()))

    def _search(self, text: str) -> Sequence[OrganisationChoice]:
        return self._settings.search(text, self._offers)

    def _found(self, typed: str) -> list[Suggested]:
        self._offered = self._search(typed.strip()) if len(typed.strip()) >= _FEWEST_LETTERS else ()
        return [Suggested(choice.name, _described(choice)) for choice in self._offered]

    def _on_chosen(self, position: int) -> None:
        if position < len(self._offered):
            self._pick(self._offered[position])
            self.finish()

    def _recognise(self) -> None:
        """Take the entry of the register that has exactly the name typed, or the code in its place."""
        if self._picked is None and not self._code.text().strip():
            found = registered_as(self._name.text(), self._search)
            if found is not None:
                self._pick(found)

    def _pick(self, choice: OrganisationChoice) -> None:
        self._picked = choice
        self._name.setText(choice.name)
        self._code.setText(choice.code)
        self.registered.emit(choice)

    def _give(self) -> str:
        """Give the organisation if it is new. The problem with what was typed, or an empty text."""
        words = (self._name.text(), self._code.text())
        if self.known.is_untouched(*words):
            return ""
        name, code = plain_spaces(words[0]), words[1].strip()
        value: Organisation | None = None
        try:
            if name or code:
                typed = parse_organisation(name)
                value = Organisation(typed.name, parse_code(code) if code else typed.code)
        except AnswerError as error:
            return str(error)
        self.known.stand_for(*words)
        if self.known.give(value):
            self.answered.emit(value)
        return ""

    def _rewrite(self) -> None:
        shown = self.known.value if isinstance(self.known.value, Organisation) else Organisation("")
        for line, text in ((self._name, shown.name), (self._code, shown.code or "")):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        self.known.stand_for(self._name.text(), self._code.text())

    @property
    def _is_unknown(self) -> bool:
        name = self._name.text()
        return bool(name.strip()) and registered_as(name, self._search) is None

    def _show_unknown(self, is_unknown: bool) -> None:
        """Tell a name that is a slip, or too short, from one of the register; said aloud once."""
        is_new = is_unknown and self._unknown.isHidden()
        self._unknown.setVisible(is_unknown)
        if is_new:
            say(self._unknown, self._unknown.text())

    def _say_problem(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            has_name = bool(self._name.text().strip())
            self._name_frame.set_problem(bool(problem) and not has_name)
            self._code_frame.set_problem(bool(problem) and has_name)
            self.problem_changed.emit(problem)


def registered_as(typed: str, search: Callable[[str], Sequence[OrganisationChoice]]) -> OrganisationChoice | None:
    """The entry of the register with exactly this name or code, whatever its case; None if there is none."""
    wanted = plain_spaces(typed).casefold()
    if not wanted:
        return None
    exact = [choice for choice in search(wanted) if wanted in {choice.name.casefold(), choice.code.casefold()}]
    return exact[0] if len(exact) == 1 else None


def _described(choice: OrganisationChoice) -> str:
    # A board serves its own area: its name need not stand there twice.
    area = "" if choice.icb == choice.name else choice.icb
    return " · ".join(part for part in (choice.code, area, choice.region) if part)
