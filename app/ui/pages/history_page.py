"""The history page: what was done, by whom and when, the latest first, each with a way to its question."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.wording import moment_in_words
from app.errors import FivewaysError
from app.services.history import PastAct
from app.services.snapshots import Snapshot
from app.ui.pages.page import Page
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.link_row import LinkRow
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE

_INTRODUCTION = "Every change is kept with its author and time. Undo and redo are acts of their own."
_AT_A_TIME = 40


class HistoryPage(Page):
    """Shows so many acts at first, and as many more each time they are asked for."""

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._drawn: tuple[str, int, int] | None = None
        self._wanted = _AT_A_TIME
        self._list = Redrawn(DOUBLE_SPACE)
        self.more_button = Button("Show more", ButtonLook.SECONDARY, name="Show more of the history")
        self.more_button.clicked.connect(self._on_more_wished)
        self._column = ScrollColumn("History")
        self._column.body.addWidget(SectionHeader("History", _INTRODUCTION))
        self._column.body.addWidget(self._list)
        self._column.body.addWidget(self.more_button)
        self._column.body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self._drawn is None or self._drawn[0] != snapshot.collaborative:
            self._wanted = _AT_A_TIME
            self._column.verticalScrollBar().setValue(0)
        try:
            acts = self._session.services.history.acts(snapshot.collaborative, limit=self._wanted + 1)
        except FivewaysError as error:
            sentence = str(error)
            self._list.redraw(lambda column: column.addWidget(MessageStrip(Tone.ERROR, sentence)))
            self._drawn = None
            return
        latest = acts[0].id if acts else 0
        self.more_button.setVisible(len(acts) > self._wanted)
        if self._drawn != (snapshot.collaborative, latest, self._wanted):
            self._drawn = (snapshot.collaborative, latest, self._wanted)
            self._list.redraw(lambda column: self._build(column, acts[: self._wanted], snapshot))

    def _build(self, column: QVBoxLayout, acts: tuple[PastAct, ...], snapshot: Snapshot) -> None:
        card = Card()
        card.body.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        for act in acts:
            card.body.addWidget(self._row(act, snapshot))
        column.addWidget(card)

    def _row(self, act: PastAct, snapshot: Snapshot) -> QWidget:
        below = ", ".join(part for part in (act.author, moment_in_words(act.at)) if part)
        questionnaire = self._session.services.content.questionnaire
        question = next((each for each in act.questions if each in snapshot.visible), None)
        if question is None or len(act.questions) > 1:
            return _plain_row(act.summary, below)
        link = LinkRow(act.summary, below)
        place = AtSection(questionnaire.question(question).section, question)
        link.clicked.connect(lambda: self.place_wished.emit(place))
        return link

    def _on_more_wished(self) -> None:
        self._wanted += _AT_A_TIME
        self.show_snapshot(self._session.snapshot)


def _plain_row(words: str, below: str) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(SPACE, HALF_SPACE + 2, SPACE, HALF_SPACE + 2)
    column.setSpacing(0)
    column.addWidget(text_label(words))
    column.addWidget(text_label(below, TextLook.SMALL))
    return row
