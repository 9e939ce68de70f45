"""The part of a slide in which a question, or one column of a row, is answered."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.answers import Answers
from app.domain.questions import Column, Option, Question
from app.domain.values import Kind, Organisation, Value
from app.services.room_choices import Choice, choices, toggled
from app.ui.fields.choice_field import NOTHING_YET
from app.ui.projector.big_text import BigText
from app.ui.projector.card_grid import CardGrid
from app.ui.projector.choice_card import ChoiceCard
from app.ui.projector.paged_column import Part
from app.ui.projector.registered import Search
from app.ui.projector.strips import BigStrip, problem_strip
from app.ui.projector.written_answer import WrittenLine, can_be_written

_MOST_FOUND = 6
_FEWEST_LETTERS = 2
_SEVERAL = {Kind.SOME_OF, Kind.ROWS}
_POINTERS = {Kind.ROW, Kind.ROWS}


class AnswerArea(QObject):
    """``answered`` carries a value or None, ``writing_wished`` asks for room to write a long text.

    ``parts_changed`` says that there are other parts than before.
    """

    answered = Signal(object)
    writing_wished = Signal()
    parts_changed = Signal()

    def __init__(self, asked: Question | Column, search: Search) -> None:
        super().__init__()
        self._asked = asked
        self._search = search
        self._value: Value | None = None
        self._options: Sequence[Option] = ()
        self._offered: tuple[Choice, ...] = ()
        self._problem: BigStrip | None = None
        self._text = BigText()
        self._nothing = BigText(NOTHING_YET)
        self._grid = CardGrid(asked.label, is_one_of=asked.kind not in _SEVERAL)
        self._grid.chosen.connect(self._on_chosen)
        has_choices = isinstance(asked, Question) and asked.suggestion is not None
        self._line = WrittenLine(asked, has_choices=has_choices) if can_be_written(asked.kind) else None
        if self._line is not None:
            self._line.answered.connect(self._on_written)
            self._line.problem_changed.connect(self._on_problem)
            if asked.kind is Kind.ORGANISATION:
                self._line.typed.connect(self._on_name_typed)

    @property
    def cards(self) -> Sequence[ChoiceCard]:
        """The answers on offer."""
        return self._grid.cards

    @property
    def is_written_to(self) -> bool:
        """Whether somebody is typing."""
        return self._line is not None and self._line.has_focus

    @property
    def has_problem(self) -> bool:
        """Whether what was typed cannot be read."""
        return self._problem is not None

    def parts(self) -> list[Part]:
        """What stands on the slide, from the top down."""
        found: list[Part] = []
        if self._asked.kind is Kind.LONG_TEXT and self._text.text():
            found.append(self._text)
        if self._asked.kind in _POINTERS and not self._offered:
            found.append(self._nothing)
        if self._asked.kind is Kind.ORGANISATION and self._line is not None:
            found.append(self._line)
        if self._offered:
            found.append(self._grid)
        if self._line is not None and self._line not in found:
            found.append(self._line)
        if self._problem is not None:
            found.append(self._problem)
        return found

    def stops(self) -> list[QWidget]:
        """What can have the focus, in order."""
        lines: list[QWidget] = [*self._line.lines] if self._line is not None else []
        cards: list[QWidget] = [*self._grid.cards] if self._offered else []
        return lines + cards if self._asked.kind is Kind.ORGANISATION else cards + lines

    def show(self, value: Value | None, options: Sequence[Option], answers: Answers) -> None:
        """Show an answer, and what can be chosen instead."""
        self._value, self._options = value, options
        if self._asked.kind is Kind.LONG_TEXT:
            self._text.show_text(value if isinstance(value, str) else "")
            words = "Change the text" if value else "Write the text"
            self._offer((Choice(words, words),))
        elif self._asked.kind is not Kind.ORGANISATION:
            self._offer(choices(self._asked, value, options, answers))
        elif not self.is_written_to:
            self._offer(())
        if self._line is not None:
            # An answer that was chosen from the cards would stand here as if it were another one.
            is_on_a_card = self._asked.kind is not Kind.ORGANISATION and any(each.is_chosen for each in self._offered)
            self._line.field.show_value(None if is_on_a_card and not self.is_written_to else value)

    def refuse(self) -> None:
        """What was given last could not be saved: what was typed stays, and is given again."""
        if self._line is not None and isValid(self._line):
            self._line.field.known.refuse()

    def finish(self) -> bool:
        """Give what is still being typed; whether all that was typed could be saved."""
        if self._line is None or not isValid(self._line):
            return True
        self._line.field.finish()
        return not self._line.field.known.is_refused

    def _offer(self, offered: tuple[Choice, ...]) -> None:
        self._offered = offered
        self._grid.show_choices(offered)

    def _on_chosen(self, place: int) -> None:
        value = self._offered[place].value
        if self._asked.kind is Kind.LONG_TEXT:
            self.writing_wished.emit()
        elif self._asked.kind in _SEVERAL:
            self.answered.emit(toggled(self._value, value, self._options))
        else:
            self.answered.emit(value)

    def _on_written(self, value: Value | None) -> None:
        self.answered.emit(value)

    def _on_problem(self, sentence: str) -> None:
        self._problem = problem_strip(sentence) if sentence else None
        self.parts_changed.emit()

    def _on_name_typed(self, typed: str) -> None:
        wanted = typed.strip()
        found = self._search(wanted)[:_MOST_FOUND] if len(wanted) >= _FEWEST_LETTERS else ()
        self._offer(tuple(Choice(Organisation(each.name, each.code or None), each.name) for each in found))
        self.parts_changed.emit()
