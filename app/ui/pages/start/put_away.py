"""What was put away: the archive and the bin, folded until asked for, each entry with a way back."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.plain_words import counted, date_in_words
from app.marks import override
from app.services.start_facts import StartFacts
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card, Hairline
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE, TypeSize
from app.ui.theme.theme import current_theme

_DAYS_IN_BIN = 30


@dataclass(frozen=True, slots=True)
class PutAwayEntry:
    """One collaborative that was put away: its id, its name, and where and how long."""

    id: str
    name: str
    where: str
    is_in_bin: bool = False


def put_away_entries(facts: StartFacts, today: date) -> list[PutAwayEntry]:
    """What is in the archive and in the bin, with the days that the bin still keeps it."""
    entries = []
    for each in facts.archived:
        since = date_in_words(each.archived_at.astimezone().date()) if each.archived_at else ""
        entries.append(PutAwayEntry(each.id, each.name, f"In the archive since {since}"))
    for each in facts.binned:
        last = each.deleted_at.astimezone().date() + timedelta(days=_DAYS_IN_BIN) if each.deleted_at else today
        entries.append(PutAwayEntry(each.id, each.name, _kept_until(last, today), is_in_bin=True))
    return entries


def _kept_until(last: date, today: date) -> str:
    left = max((last - today).days, 0)
    if not left:
        return "In the bin: today is its last day"
    return f"In the bin: {counted(left, 'day', 'days')} left, until {date_in_words(last)}"


class PutAwayLine(QWidget):
    """One entry. To remove it for good takes a second press, of a button that says what is lost."""

    wished_back = Signal()
    wished_gone = Signal()

    def __init__(self, entry: PutAwayEntry) -> None:
        super().__init__()
        self.entry = entry
        name = entry.name
        self.back = Button("Put back", name=f"Put back: {name}")
        self.remove = Button("Remove for good now", ButtonLook.QUIET, Icon.TRASH, name=f"Remove for good now: {name}")
        self.sure = Button("Remove for good", name=f"Remove for good: {name}")
        self.keep = Button("Keep it", ButtonLook.PRIMARY, name=f"Keep it: {name}", tip="Keep it (Esc)")
        self._asked = text_label(
            f"Remove “{name}” for good, with every answer and its history? Nothing can bring it back.", TextLook.STRONG
        )
        self._first, self._second = _buttons(self.back, self.remove), _buttons(self.keep, self.sure)
        self.remove.setVisible(entry.is_in_bin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE)
        column.addWidget(text_label(name, TextLook.STRONG))
        column.addWidget(text_label(entry.where, TextLook.SMALL))
        for part in (self._first, self._asked, self._second):
            column.addWidget(part)
        self._asked.hide()
        self._second.hide()
        self.back.clicked.connect(self.wished_back)
        self.remove.clicked.connect(lambda: self._ask(True))
        self.keep.clicked.connect(lambda: self._ask(False))
        self.sure.clicked.connect(self.wished_gone)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._second.isVisible():
            self._ask(False)
        else:
            super().keyPressEvent(event)

    def _ask(self, is_asked: bool) -> None:
        shown = self._second if is_asked else self._first
        hidden = self._first if is_asked else self._second
        shown.show()
        self._asked.setVisible(is_asked)
        # The focus goes on before its place goes, to what does no harm.
        (self.keep if is_asked else self.remove).setFocus(Qt.FocusReason.OtherFocusReason)
        hidden.hide()


class PutAway(QWidget):
    """Without entries it takes no room; lines are made when they are first seen."""

    wished_back = Signal(str)
    wished_gone = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fold = Button("", ButtonLook.QUIET, Icon.CHEVRON_DOWN)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._on_folded)
        self._card = Card()
        self._card.body.setSpacing(SPACE)
        self._card.body.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
        self._card.hide()
        self._entries: tuple[PutAwayEntry, ...] = ()
        self._drawn: tuple[PutAwayEntry, ...] = ()
        self._parts: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.fold)
        column.addWidget(self._card)
        self.hide()

    @property
    def lines(self) -> list[PutAwayLine]:
        """The lines that are shown."""
        return [part for part in self._parts if isinstance(part, PutAwayLine)]

    def show_facts(self, facts: StartFacts, today: date) -> None:
        """Show what is in the archive and in the bin."""
        entries = put_away_entries(facts, today)
        self._entries = tuple(entries)
        self.fold.set_text(f"Archive and bin ({len(entries)})")
        self.fold.setAccessibleName(f"Archive and bin, {len(entries)} inside")
        self._keep_room_for_bold()
        self.setVisible(bool(entries))
        if self.fold.isChecked():
            self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_card"):
            self._keep_room_for_bold()

    def _keep_room_for_bold(self) -> None:
        """Unfolded, the words are bold and wider, which the size of a button does not reckon with."""
        plain, bold = (
            QFontMetrics(current_theme().font(TypeSize.SMALL, is_bold=is_bold)).horizontalAdvance(self.fold.text())
            for is_bold in (False, True)
        )
        self.fold.setMinimumWidth(self.fold.sizeHint().width() + max(bold - plain, 0))

    def _draw(self) -> None:
        if self._entries == self._drawn:
            return
        self._drawn = self._entries
        for part in self._parts:
            self._card.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for entry in self._entries:
            if self._parts:
                self._add(Hairline())
            line = PutAwayLine(entry)
            line.wished_back.connect(lambda gone=entry.id: self.wished_back.emit(gone))
            line.wished_gone.connect(lambda gone=entry.id: self.wished_gone.emit(gone))
            self._add(line)
        follow_layout(self)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._card.body.addWidget(part)

    def _on_folded(self, is_open: bool) -> None:
        self.fold.set_icon(Icon.CHEVRON_UP if is_open else Icon.CHEVRON_DOWN)
        if is_open:
            self._draw()
        self._card.setVisible(is_open)


def _buttons(*buttons: Button) -> QWidget:
    holder = QWidget()
    flow = ArrangedLayout(Flow(SPACE), holder)
    for button in buttons:
        flow.addWidget(button)
    return holder
