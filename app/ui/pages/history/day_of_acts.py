"""The acts of one day, the latest first, each with a way to its question and to everything as it was then."""

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.questions import Questionnaire
from app.domain.wording import date_in_words, moment_in_words
from app.services.history import PastAct
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.kept_column import KeptColumn
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtPast, AtSection, UserPlace
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE


class DayOfActs(QWidget):
    """``place_wished`` carries a question, or a moment to look at; ``completed`` says that every act is there."""

    place_wished = Signal(object)
    completed = Signal()

    def __init__(self, questionnaire: Questionnaire, visible: Collection[str]) -> None:
        super().__init__()
        self._questionnaire = questionnaire
        self._visible = visible
        self._heading = text_label("", TextLook.HEADING)
        self._rows: KeptColumn[PastAct] = KeptColumn(0, self._row)
        self._rows.completed.connect(self.completed)
        card = Card()
        card.body.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        card.body.addWidget(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._heading)
        column.addWidget(card)

    def show_acts(self, heading: str, acts: Sequence[PastAct]) -> None:
        """Show these below a heading; those that are shown already stay."""
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self._rows.show_all(acts)

    def _row(self, act: PastAct) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(HALF_SPACE)
        column.addWidget(text_label(act.summary))
        beside = QWidget()
        flow = ArrangedLayout(Flow(DOUBLE_SPACE), beside)
        who = ", ".join(part for part in (act.author, f"{act.at.astimezone():%H:%M}") if part)
        flow.addWidget(text_label(who, TextLook.SMALL, wraps=False))
        place = self._place_of(act)
        if place is not None:
            flow.addWidget(self._way("Go to the question", f"Go to the question: {act.summary}", place))
        name = f"As it was then, {moment_in_words(act.at)}, after: {act.summary}"
        flow.addWidget(self._way("As it was then", name, AtPast(act.at)))
        column.addWidget(beside)
        return row

    def _way(self, words: str, name: str, place: UserPlace) -> Button:
        way = Button(words, ButtonLook.LINK, name=name)
        way.clicked.connect(lambda _=False: self.place_wished.emit(place))
        return way

    def _place_of(self, act: PastAct) -> AtSection | None:
        """Where the question is that an act was about; None where it was about several, or one that is not asked."""
        question = next((each for each in act.questions if each in self._visible), None)
        if question is None or len(act.questions) > 1:
            return None
        return AtSection(self._questionnaire.question(question).section, question)


def day_in_words(day: date, today: date) -> str:
    """A day as a heading: Today, 6 August 2026."""
    word = {0: "Today, ", 1: "Yesterday, "}.get((today - day).days, "")
    return f"{word}{date_in_words(day)}"
