"""The acts of one day, the latest first, each with a way to its question and to everything as it was then."""

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.questions import Questionnaire
from app.domain.wording import date_in_words, moment_in_words
from app.services.history import PastAct
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.kept_column import KeptColumn
from app.ui.parts.link_row import LinkRow
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtPast, AtSection
from app.ui.theme.measures import HALF_SPACE, SPACE


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
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._words(act), 1)
        name = f"Look at everything as it was on {moment_in_words(act.at)}, after: {act.summary}"
        then = Button("", ButtonLook.ICON, Icon.HISTORY, name=name, tip="Look at everything as it was then")
        then.clicked.connect(lambda _=False: self.place_wished.emit(AtPast(act.at)))
        row.addWidget(then, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _words(self, act: PastAct) -> QWidget:
        below = ", ".join(part for part in (act.author, f"{act.at.astimezone():%H:%M}") if part)
        question = next((each for each in act.questions if each in self._visible), None)
        if question is None or len(act.questions) > 1:
            return _plain_row(act.summary, below)
        link = LinkRow(act.summary, below)
        place = AtSection(self._questionnaire.question(question).section, question)
        link.clicked.connect(lambda: self.place_wished.emit(place))
        return link


def day_in_words(day: date, today: date) -> str:
    """A day as a heading: Today, 6 August 2026."""
    word = {0: "Today, ", 1: "Yesterday, "}.get((today - day).days, "")
    return f"{word}{date_in_words(day)}"


def _plain_row(words: str, below: str) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(SPACE, HALF_SPACE + 2, SPACE, HALF_SPACE + 2)
    column.setSpacing(0)
    column.addWidget(text_label(words))
    column.addWidget(text_label(below, TextLook.SMALL))
    return row
