"""The cards of one section in a column that scrolls: made as they are needed, and kept in their place."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from app.domain.questions import Question, Section
from app.ui.fields.table.table_field import TableField
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.question_card import CardView, QuestionCard
from app.ui.theme.measures import HALF_SPACE, SPACE
from app.ui.work.turns import take_turn

#: So many cards fill the window; those below them come a moment later, so that the first are there at once.
_AT_ONCE = 4
_NOTHING = "There is nothing to answer here. These questions come up only if earlier answers call for them."
#: Seconds for which the window may be kept from the user while cards are made.
_MOMENT = 0.012

MakeCard = Callable[[Question], QuestionCard]
MakeView = Callable[[QuestionCard], CardView]


class SectionCards(ScrollColumn):
    """A question that is hidden has no card until it is first visible; then it keeps it."""

    next_wished = Signal()
    back_wished = Signal()

    def __init__(self, section: Section, make_card: MakeCard, make_view: MakeView) -> None:
        super().__init__(section.title)
        self.section = section
        self._make_card = make_card
        self._make_view = make_view
        self._made: dict[str, QuestionCard] = {}
        self._visible: frozenset[str] = frozenset()
        #: The card that was gone to, and what of it stays at the top while others come.
        self._gone_to: tuple[QuestionCard, QWidget] | None = None
        self.body.addWidget(SectionHeader(section.title, section.introduction))
        self._nothing = text_label(_NOTHING, TextLook.BODY)
        self.body.addWidget(self._nothing)
        self.back_button = Button("Back", icon=Icon.BACK, tip="Previous section (Alt+Left)")
        self.next_button = Button("", ButtonLook.PRIMARY)
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the mark points away from the words
        self.next_button.set_icon(Icon.NEXT)
        self.show_way_on(has_open=True, is_last=False)
        self.back_button.clicked.connect(self.back_wished)
        self.next_button.clicked.connect(self.next_wished)
        self._ways = QWidget()
        ways = ArrangedLayout(Flow(SPACE + HALF_SPACE), self._ways)
        ways.addWidget(self.back_button)
        ways.addWidget(self.next_button)
        self.body.addWidget(self._ways)
        self.body.addStretch(1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._on_later)

    @property
    def cards(self) -> dict[str, QuestionCard]:
        """The cards of all visible questions, in order, and of hidden ones that were visible before."""
        self.complete()
        return self._made

    @property
    def made(self) -> dict[str, QuestionCard]:
        """The cards that there are so far."""
        return self._made

    def show_visible(self, visible: frozenset[str]) -> None:
        """Show the cards of these questions and hide the others; what the user looks at stays where it is."""
        self._visible = visible
        self._nothing.setHidden(any(each.id in visible for each in self.section.questions))
        anchor = self._anchor()
        before = anchor.y() if anchor is not None else 0
        is_changed = False
        for question, card in self._made.items():
            is_visible = question in visible
            is_changed |= card.isHidden() == is_visible
            if not is_visible and card.isAncestorOf(QApplication.focusWidget() or self):
                self._give_focus_on(card)
            card.setVisible(is_visible)
            if is_visible:
                card.show_view(self._make_view(card))
        missing = self._missing()
        if missing and (not self._made or not self._later.isActive()):
            is_changed |= bool(self._made)
            self._make_for_a_moment(missing[:_AT_ONCE])
        if self._missing():
            self._later.start()
        if is_changed:
            follow_layout(self)
        if anchor is not None:
            self._hold(anchor, before)

    def show_way_on(self, *, has_open: bool, is_last: bool, ends_step: bool = False) -> None:
        """Say where the way on leads: to what is left, or, with nothing left, to the section after this one.

        Where this section `ends_step` and nothing of it is left, the answers of the step come next.
        """
        words = "Check your answers" if ends_step else "Next open question" if has_open else "Next section"
        self.next_button.set_text(words, words)
        self.next_button.setToolTip(words if ends_step else f"{words} (Alt+Right)")
        self.next_button.setEnabled(ends_step or has_open or not is_last)

    def complete(self) -> None:
        """Make every card that is still to come, with every row."""
        missing = self._missing()
        if missing or self._growing():
            self._later.stop()
            self._make(missing)
            for table in self._growing():
                table.complete()
            follow_layout(self)
            self._stay()
            self._gone_to = None

    def go_to(self, question: str, row: str = "") -> None:
        """Bring a question to the top and put the focus in its field; with a row, into that row of its table."""
        self._make([each for each in self._missing() if each.id == question])
        card = self._made.get(question)
        if card is None or card.isHidden():
            return
        self._settle()
        card.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle()
        self.scroll_to(card)
        panel = card.field.open_row(row) if row and isinstance(card.field, TableField) else None
        if panel is not None:
            self._settle()
            self.scroll_to(panel)
        self._gone_to = (card, panel or card) if self._missing() or self._growing() else None

    def scroll_down_to(self, pixels: int) -> None:
        """Scroll down by so many pixels from the top; so far down there is only once every card is there."""
        self.complete()
        self._gone_to = None
        self._settle()
        self.verticalScrollBar().setValue(pixels)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()

    def _missing(self) -> list[Question]:
        return [each for each in self.section.questions if each.id in self._visible and each.id not in self._made]

    def _growing(self) -> list[TableField]:
        """The tables that still lack rows."""
        fields = [card.field for card in self._made.values() if not card.isHidden()]
        return [field for field in fields if isinstance(field, TableField) and not field.is_complete]

    def _make(self, questions: list[Question]) -> None:
        order = [each.id for each in self.section.questions]
        for question in questions:
            card = self._make_card(question)
            before = sum(order.index(each) < order.index(question.id) for each in self._made)
            self.body.insertWidget(1 + before, card)
            self._made[question.id] = card
            if isinstance(card.field, TableField):
                card.field.grown.connect(self._on_grown)
            card.show_view(self._make_view(card))
            card.show()
        self._made = {each: self._made[each] for each in order if each in self._made}

    def _make_for_a_moment(self, questions: list[Question]) -> None:
        """Make the first card and as many more as a moment allows, then let the user have the window again."""
        take_turn()
        begun = perf_counter()
        for question in questions:
            self._make([question])
            if perf_counter() - begun > _MOMENT:
                return

    def _on_later(self) -> None:
        self._make_for_a_moment(self._missing())
        self._stay()
        if self._missing():
            self._later.start()
        else:
            self._rest()

    def _on_grown(self) -> None:
        self._stay()
        if not self._missing():
            self._rest()

    def _rest(self) -> None:
        """Every card is there, and perhaps every row: then nothing moves any more by itself."""
        if not self._growing():
            self._gone_to = None
            follow_layout(self)

    def _stay(self) -> None:
        """Stay at the card that was gone to, whatever came above or below it."""
        if self._gone_to is not None and self._gone_to[0].is_active:
            self._settle()
            self.scroll_to(self._gone_to[1])

    def _give_focus_on(self, card: QuestionCard) -> None:
        """The card is about to hide: the focus goes to the next one that stays, else to the way on."""
        order = list(self._made)
        for question in order[order.index(card.question.id) + 1 :]:
            if question in self._visible:
                self._made[question].field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _anchor(self) -> QuestionCard | None:
        """The card that is to stay where it is: the one in use, else the first that is in sight."""
        top = self.verticalScrollBar().value()
        in_sight = [
            card
            for card in self._made.values()
            if not card.isHidden() and card.y() + card.height() > top and card.y() < top + self.viewport().height()
        ]
        staying = [card for card in in_sight if card.question.id in self._visible]
        return next((card for card in staying if card.is_active), next(iter(staying), None))

    def _hold(self, anchor: QuestionCard, before: int) -> None:
        self._settle()
        moved = anchor.y() - before
        if moved and self.verticalScrollBar().value():
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _settle(self) -> None:
        """Lay the column out now: where things are is otherwise known only a moment later."""
        # A change inside a card reaches the column one layout at a time, each by an event of its own.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
