"""The cards of one section in a column that scrolls: made as they are needed, and kept in their place."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.domain.questions import Question, Section
from app.marks import override
from app.ui.card.card_view import CardView
from app.ui.fields.table.table_field import TableField
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.chips import Link
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.question_card import QuestionCard
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.work.next_turn import NextTurn
from app.ui.work.turns import take_turn

_NOTHING = "There is nothing to answer here. These questions come up only if earlier answers call for them."
#: Seconds for which the window may be kept from the user while cards are made.
_MOMENT = 0.008

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
        #: The card that was gone to, and what of it stays at the top until the user scrolls or goes on.
        self._gone_to: tuple[QuestionCard, QWidget] | None = None
        #: What is to stay, and so many pixels below the top of what is seen.
        self._stood: tuple[QWidget, int] | None = None
        self._goes_back = False
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
        self._later = NextTurn(self, self._on_later)
        # Nobody presses Tab before the column is drawn.
        self._order = NextTurn(self, self._put_in_order)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        # Said whenever the column has another height, before anything is drawn: a change deep inside a card reaches
        # the column one layout at a time, and nobody could say when the last of them has come.
        self.verticalScrollBar().rangeChanged.connect(self._go_back)

    @property
    def made(self) -> dict[str, QuestionCard]:
        """The cards that there are so far, in order: of visible questions, and of hidden ones visible before."""
        return self._made

    def show_visible(self, visible: frozenset[str], first: str = "") -> None:
        """Show the cards of these questions and hide the others; what the user looks at stays where it is.

        Where there are none yet, that of the question `first`, or else the first one, is there at once.
        """
        self._visible = visible
        self._nothing.setHidden(any(each.id in visible for each in self.section.questions))
        self._note_place()
        is_changed = False
        for question, card in list(self._made.items()):
            is_visible = question in visible
            is_changed |= card.isHidden() == is_visible
            if not is_visible and card.isAncestorOf(QApplication.focusWidget() or self):
                self._give_focus_on(card)
            card.setVisible(is_visible)
            if is_visible:
                self._show_anew(card)
        missing = self._missing()
        if missing and not self._made:
            take_turn()
            # The way on comes below the last card: until that is there, it would move away under the pointer.
            self._ways.hide()
            self._make([next((each for each in missing if each.id == first), missing[0])])
        elif missing and self.isVisible() and not self._later.is_asked:
            is_changed = True
            self._make_for_a_moment(missing)
        if self._missing():
            self._later.ask()
        elif not self._is_growing:
            self._ways.show()
        if is_changed:
            self._order.ask()

    def show_uses(self, uses: Mapping[str, tuple[Link, ...]]) -> None:
        """Say where answers are used, by question; what the user looks at stays where it is."""
        self._note_place()
        for question, card in self._made.items():
            links = uses.get(question, card.view.changes)
            if links != card.view.changes and not card.isHidden():
                card.show_view(replace(card.view, changes=links))

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
        if self._is_growing:
            self._later.call_off()
            self._make(self._missing())
            for card in self._shown():
                card.complete()
                if isinstance(card.field, TableField):
                    card.field.complete()
            self._ways.show()
            follow_layout(self)
            self._settle()
            self._go_back()

    def take_down_next(self) -> bool:
        """Take down one of the cards, as nobody comes back to any of them; whether there was one."""
        self._later.call_off()
        self._order.call_off()
        if not self._made:
            return False
        _, card = self._made.popitem()
        card.hide()
        card.deleteLater()
        return True

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
        self._gone_to = (card, panel or card)
        self._note_place()

    def go_to_top(self) -> None:
        """Show the section from its top."""
        self._gone_to = None
        self.verticalScrollBar().setValue(0)
        self._note_place()

    def scroll_down_to(self, pixels: int) -> None:
        """Scroll down by so many pixels from the top; so far down there is only once every card is there."""
        self.complete()
        self._settle()
        # Parts that break lines have their height only once they know their width: then all is shared out once more.
        for _ in range(2):
            self.body.invalidate()
            self.body.activate()
            self._settle()
        self._gone_to = None
        self.verticalScrollBar().setValue(pixels)
        self._note_place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._note_place()
        super().resizeEvent(event)
        self._go_back()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.call_off()

    def _missing(self) -> list[Question]:
        return [each for each in self.section.questions if each.id in self._visible and each.id not in self._made]

    def _shown(self) -> list[QuestionCard]:
        return [card for card in self._made.values() if not card.isHidden()]

    @property
    def _is_growing(self) -> bool:
        """Whether cards, or parts of them, are still to come."""
        return bool(self._missing()) or any(
            not card.is_complete or (isinstance(card.field, TableField) and not card.field.is_complete)
            for card in self._shown()
        )

    def _show_anew(self, card: QuestionCard) -> None:
        was_complete = card.is_complete
        card.show_view(self._make_view(card))
        if was_complete:
            # What the user looks at stays where it is only if nothing above it grows later.
            card.complete()

    def _make(self, questions: list[Question]) -> None:
        order = [each.id for each in self.section.questions]
        for question in questions:
            card = self._make_card(question)
            before = sum(order.index(each) < order.index(question.id) for each in self._made)
            self.body.insertWidget(1 + before, card)
            self._made[question.id] = card
            card.grown.connect(self._on_grown)
            if isinstance(card.field, TableField):
                card.field.grown.connect(self._on_grown)
            card.show_view(self._make_view(card))
            card.show()
        self._made = {each: self._made[each] for each in order if each in self._made}

    def _make_for_a_moment(self, questions: list[Question]) -> None:
        """Make as many cards as a moment allows, one at least, then let the user have the window again."""
        take_turn()
        until = perf_counter() + _MOMENT
        # Before a card below them comes: nothing that is there moves down.
        for card in self._shown():
            if not _completed(card, until):
                return
        for question in questions:
            self._make([question])
            if perf_counter() > until or not _completed(self._made[question.id], until):
                return

    def _put_in_order(self) -> None:
        follow_layout(self)

    def _on_later(self) -> None:
        self._make_for_a_moment(self._missing())
        self._on_grown()

    def _on_grown(self) -> None:
        if self._missing():
            self._later.ask()
        elif not self._is_growing:
            self._ways.show()
            follow_layout(self)

    def _give_focus_on(self, card: QuestionCard) -> None:
        """The card is about to hide: the focus goes to the next one that stays, else to the way on."""
        order = list(self.section.questions)
        for question in order[order.index(card.question) + 1 :]:
            if question.id in self._visible:
                if question.id not in self._made:
                    self._make([question])
                self._made[question.id].field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._ways.show()
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

    def _note_place(self) -> None:
        """Note what is to stay where it is, whatever comes above it, and how far below the top of what is seen."""
        if self._gone_to is not None:
            card, part = self._gone_to
            if isValid(part) and part.isVisible() and card.is_active and card.question.id in self._visible:
                self._stood = (part, DOUBLE_SPACE)
                return
            # The user has gone on: what is looked at now is what counts.
            self._gone_to = None
        value = self.verticalScrollBar().value()
        anchor = self._anchor() if value and self.isVisible() else None
        self._stood = (anchor, anchor.y() - value) if anchor is not None else None

    def _on_scrolled(self) -> None:
        if not self._goes_back:
            self._gone_to = None
            self._note_place()

    def _go_back(self) -> None:
        """Let what was noted stand where it stood: the column has grown or shrunk, perhaps above it."""
        if self._stood is None or not isValid(self._stood[0]):
            return
        part, below_top = self._stood
        moved = part.mapTo(self.viewport(), part.rect().topLeft()).y() - below_top
        self._goes_back = True
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)
        self._goes_back = False

    def _settle(self) -> None:
        """Lay the column out now: where things are is otherwise known only a moment later."""
        # A change inside a card reaches the column one layout at a time, each by an event of its own.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _completed(card: QuestionCard, until: float) -> bool:
    """Make what of a card is still to come, part by part; whether there is time for more."""
    while not card.is_complete:
        card.make_next()
        if perf_counter() > until:
            return False
    return True
