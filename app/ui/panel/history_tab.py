"""What became of the answer to the question in focus: by whom, when, from what to what; the latest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.values import Kind
from app.domain.wording import moment_in_words
from app.errors import FivewaysError
from app.marks import override
from app.services.history import PastAnswer
from app.services.snapshots import Snapshot
from app.ui.announcing import say
from app.ui.pages.history.past_lines import add_past_lines
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Hairline
from app.ui.parts.panel_column import PanelColumn
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.tab_order import tab_stops
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtPast
from app.ui.session import ProjectSession
from app.ui.theme.measures import SPACE
from app.ui.work.next_turn import NextTurn

_AT_A_TIME = 15
_NO_QUESTION = "Choose a question to see how its answer has changed."
_NO_ACTS = "This question has no history yet."
_IN_USE = "This is now the answer again. Undo takes it back."


class HistoryTab(QWidget):
    """Reads the history only while it is seen. ``place_wished`` carries a moment to look at."""

    place_wished = Signal(object)

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._snapshot: Snapshot | None = None
        self._question = ""
        self._wanted = _AT_A_TIME
        self._drawn: tuple[str, str, tuple[PastAnswer, ...], str] | None = None
        self._said = ""
        self._column = PanelColumn("History")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        self._next_look = NextTurn(self, self._look)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Follow new answers, or another collaborative."""
        self._snapshot = snapshot
        self._said = ""
        self._next_look.ask()

    def show_question(self, question_id: str) -> None:
        """Follow the focus to a question; empty for none."""
        if question_id != self._question:
            self._question = question_id
            self._wanted = _AT_A_TIME
            self._said = ""
            self._next_look.ask()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        self._next_look.call_off()
        snapshot = self._snapshot
        if snapshot is None or not self.isVisible():
            return
        try:
            found = self._session.services.history.of_question(snapshot, self._question, self._wanted + 1)
        except FivewaysError as error:
            sentence = str(error)
            self._drawn = None
            self._column.redraw(lambda column: column.addWidget(MessageStrip(Tone.ERROR, sentence)), from_top=True)
            return
        drawn = (snapshot.collaborative, self._question, found, self._said)
        if drawn != self._drawn:
            from_top = self._drawn is None or self._drawn[1] != self._question or bool(self._said)
            self._drawn = drawn
            self._column.redraw(lambda column: self._fill(column, found), from_top=from_top)

    def _fill(self, column: QVBoxLayout, found: Sequence[PastAnswer]) -> None:
        questionnaire = self._session.services.content.questionnaire
        if not questionnaire.has(self._question):
            column.addWidget(text_label(_NO_QUESTION, TextLook.SECONDARY))
            return
        column.addWidget(text_label(questionnaire.question(self._question).label, TextLook.QUESTION))
        if self._said:
            column.addWidget(MessageStrip(Tone.SUCCESS, self._said))
        if not found:
            column.addWidget(text_label(_NO_ACTS, TextLook.SECONDARY))
        for place, entry in enumerate(found[: self._wanted]):
            column.addSpacing(SPACE)
            if place:
                column.addWidget(Hairline())
                column.addSpacing(SPACE)
            self._add_entry(column, entry)
        if len(found) > self._wanted:
            column.addSpacing(SPACE)
            more = Button("Show more", ButtonLook.SECONDARY, name="Show more of the history of this question")
            more.clicked.connect(self._on_more_wished)
            column.addWidget(more)

    def _add_entry(self, column: QVBoxLayout, entry: PastAnswer) -> None:
        moment = moment_in_words(entry.at)
        add_past_lines(column, entry)
        who = ", ".join(part for part in (entry.author, entry.way, moment) if part)
        column.addWidget(text_label(who, TextLook.SMALL))
        if entry.can_return:
            is_table = self._session.services.content.questionnaire.question(self._question).kind is Kind.TABLE
            words = "Use these rows again" if is_table else "Use this answer again"
            again = Button(words, ButtonLook.LINK, name=f"{words}, of {moment}")
            again.clicked.connect(lambda _=False: self._on_again_wished(entry))
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        then = Button("As it was then", ButtonLook.LINK, name=f"As it was then, {moment}")
        then.clicked.connect(lambda _=False: self.place_wished.emit(AtPast(entry.at)))
        column.addWidget(then, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_again_wished(self, entry: PastAnswer) -> None:
        if not self._session.use_again(self._question, entry.at):
            return
        self._said = _IN_USE
        self._look()
        say(self, _IN_USE)
        first = next(iter(tab_stops(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more_wished(self) -> None:
        self._wanted += _AT_A_TIME
        self._look()
