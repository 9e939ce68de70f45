"""The history page: what was done, by whom and when, by day; and ways to see everything as it was."""

from datetime import date
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import counted
from app.errors import FivewaysError
from app.marks import override
from app.services.history import PastAct
from app.services.snapshots import Snapshot
from app.ui.announcing import say
from app.ui.pages.history.acts_filter import ActsFilter
from app.ui.pages.history.day_of_acts import DayOfActs, day_in_words
from app.ui.pages.history.look_back import LookBack
from app.ui.pages.page import Page
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtPast
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.work.next_turn import NextTurn

_INTRODUCTION = "Every change is kept with its author and time. Undo and redo are listed too."
_NOTHING = "Nothing in the history matches. Choose another person or section, or other words."
_AT_A_TIME = 40


class HistoryPage(Page):
    """Reads so many acts at first, and as many more each time they are asked for; never all of them at once."""

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._collaborative = ""
        self._visible: frozenset[str] = frozenset()
        self._acts: tuple[PastAct, ...] = ()
        self._has_more = False
        self._days: dict[date, DayOfActs] = {}
        self._ordering = NextTurn(self, lambda: follow_layout(self))
        self._below: QWidget | None = None
        self.filter = ActsFilter(session.services.content.questionnaire)
        self.look_back = LookBack(session.today)
        self.more_button = Button("Show more", ButtonLook.SECONDARY, name="Show more of the history")
        self._column = ScrollColumn("History")
        self._list = QVBoxLayout()
        self._list.setSpacing(DOUBLE_SPACE)
        self._lay_out()
        self.filter.changed.connect(self._on_filter_changed)
        self.look_back.moment_wished.connect(lambda moment: self.place_wished.emit(AtPast(moment)))
        self.more_button.clicked.connect(self._on_more_wished)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.collaborative != self._collaborative:
            self._collaborative = snapshot.collaborative
            self._acts = ()
            self.filter.clear()
            self.look_back.field.clear()
            self._column.verticalScrollBar().setValue(0)
        if snapshot.visible != self._visible:
            self._visible = snapshot.visible
            self._drop_days()
        try:
            self._take_in_new()
            history = self._session.services.history
            self.filter.show_authors(history.authors(self._collaborative))
            first = history.begun_at(self._collaborative).astimezone().date()
        except FivewaysError as error:
            self._show_failure(str(error))
            return
        self.look_back.show_first(first)
        self._draw()

    def _take_in_new(self) -> None:
        """Put what was done since at the front; start anew if that is more than is read at a time."""
        # Only what is new: an act that made a whole collaborative takes long to read.
        new = self._read(after=self._acts[0].id if self._acts else 0)
        if not self._acts or len(new) > _AT_A_TIME:
            self._acts, self._has_more = new[:_AT_A_TIME], len(new) > _AT_A_TIME
        else:
            # As many stay as were asked for: else each act of a long day would leave a line here for good.
            acts, most = (*new, *self._acts), max(len(self._acts), _AT_A_TIME)
            self._acts, self._has_more = acts[:most], self._has_more or len(acts) > most

    def _read(self, before: int | None = None, after: int = 0) -> tuple[PastAct, ...]:
        history = self._session.services.history
        return history.acts(self._collaborative, self.filter.wanted, _AT_A_TIME + 1, before, after)

    def _on_filter_changed(self) -> None:
        self._acts = ()
        if self._session.is_open:
            self.show_snapshot(self._session.snapshot)
            found = counted(len(self._acts), "act", "acts")
            say(self, f"{found}, and more" if self._has_more else found)

    def _on_more_wished(self) -> None:
        try:
            found = self._read(self._acts[-1].id if self._acts else None)
        except FivewaysError as error:
            self._show_failure(str(error))
            return
        self._acts = (*self._acts, *found[:_AT_A_TIME])
        self._has_more = len(found) > _AT_A_TIME
        self._draw()

    # --- drawing ------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Make the days that are new or have changed, and leave the others as they are."""
        today = self._session.today()
        grouped = {
            day: (day_in_words(day, today), tuple(acts))
            for day, acts in groupby(self._acts, key=lambda act: act.at.astimezone().date())
        }
        for gone in [day for day in self._days if day not in grouped]:
            self._drop(self._days.pop(gone))
        self._say_below("" if grouped else _NOTHING)
        for place, (day, wanted) in enumerate(grouped.items()):
            if day not in self._days:
                self._days[day] = self._make_day()
                self._list.insertWidget(place, self._days[day])
                # A layout shows what is added later only when it next gets round to it; the focus cannot wait.
                self._days[day].show()
            self._days[day].show_acts(*wanted)
        self.more_button.setVisible(self._has_more)
        follow_layout(self)

    def _make_day(self) -> DayOfActs:
        made = DayOfActs(self._session.services.content.questionnaire, self._visible)
        made.completed.connect(self._ordering.ask)
        made.place_wished.connect(self.place_wished)
        return made

    def _show_failure(self, sentence: str) -> None:
        self._drop_days()
        self._acts = ()
        self.more_button.hide()
        self._say_below("")
        self._below = MessageStrip(Tone.ERROR, sentence)
        self._list.addWidget(self._below)

    def _say_below(self, sentence: str) -> None:
        if self._below is not None:
            self._drop(self._below)
            self._below = None
        if sentence:
            self._below = text_label(sentence, TextLook.SECONDARY)
            self._list.addWidget(self._below)

    def _drop_days(self) -> None:
        for made in self._days.values():
            self._drop(made)
        self._days.clear()

    def _drop(self, part: QWidget) -> None:
        self._list.removeWidget(part)
        part.hide()
        part.deleteLater()

    def _lay_out(self) -> None:
        body = self._column.body
        body.addWidget(SectionHeader("History", _INTRODUCTION))
        choosing = QVBoxLayout()
        choosing.setSpacing(SPACE + HALF_SPACE)
        choosing.addWidget(self.filter)
        choosing.addWidget(self.look_back)
        body.addLayout(choosing)
        body.addLayout(self._list)
        body.addWidget(self.more_button)
        body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)
