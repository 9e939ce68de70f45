"""The user's collaboratives on the start page: the first few as cards, with a line that finds others by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plain_words import counted
from app.marks import override
from app.services.card_facts import CardFacts, card_facts_from
from app.storage.collaborative import Collaborative
from app.ui.announcing import say
from app.ui.pages.start.collaborative_card import CollaborativeCard
from app.ui.pages.start.facts_to_come import FactsToCome
from app.ui.pages.start.shelf import Shelf
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE

if TYPE_CHECKING:
    # Most have so few that they are found at a glance.
    from app.ui.pages.start.find_by_name import FindByName

#: Of many, so many cards are made at first, two rows of three, and so many more at a time: the page is there at once,
#: however many there are, and the examples below stay in sight.
AT_ONCE = 6
#: Up to so many can be taken in at a glance: all are shown, and none needs a line that finds it.
_AT_A_GLANCE = 8


class OwnShelf(QWidget):
    """`cards` has those that there are, by id, in their order.

    ``opened`` carries the id of a collaborative; ``act_wished`` an act, an id and its card.
    """

    opened = Signal(str)
    act_wished = Signal(object, str, object)

    def __init__(self, session: ProjectSession, buttons: Sequence[Button]) -> None:
        super().__init__()
        self._session = session
        self._to_come = FactsToCome(session)
        self._to_come.found.connect(self._on_facts_found)
        self._all: tuple[Collaborative, ...] = ()
        self._found: list[Collaborative] = []
        self._before: tuple[QWidget, ...] = ()
        self._after: tuple[QWidget, ...] = ()
        self._wanted = AT_ONCE
        self.cards: dict[str, CollaborativeCard] = {}
        self.shelf = Shelf("Your collaboratives", buttons)
        self.more = Button("", ButtonLook.SECONDARY)
        self._nothing = text_label("No collaborative has these words in its name.", TextLook.SECONDARY)
        self._finding: FindByName | None = None
        self._lay_out()
        self.more.clicked.connect(self._on_more_wished)
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._on_later)

    @property
    def finding(self) -> FindByName:
        """What finds one of many, made when it is first asked for."""
        if self._finding is None:
            # Loaded with the first of those that cannot be taken in at a glance.
            from app.ui.pages.start.find_by_name import FindByName

            self._finding = FindByName()
            self._finding.hide()
            self._finding.typed.connect(self._on_typed)
            self._finding.ordered.connect(self._find)
            self.shelf.show_above(self._finding)
        return self._finding

    def show_all(self, collaboratives: Sequence[Collaborative]) -> None:
        """Draw every card anew, for these, the latest first."""
        self._all = tuple(collaboratives)
        is_many = len(self._all) > _AT_A_GLANCE
        if self._finding is not None and not is_many:
            self._finding.filter.clear()
        if self._finding is not None or is_many:
            self.finding.setVisible(is_many)
        self.cards = {}
        self._find()

    def show_beside(self, before: Sequence[QWidget], after: Sequence[QWidget]) -> None:
        """Put other cards before and after those of the collaboratives."""
        self._before, self._after = tuple(before), tuple(after)
        self._show()

    def bring(self, collaborative: str) -> CollaborativeCard | None:
        """The card of a collaborative, made if it is still to come; None if it is not found by what was typed."""
        place = next((place for place, each in enumerate(self._found) if each.id == collaborative), None)
        if place is None:
            return None
        self._wanted = max(self._wanted, place + 1)
        self._show()
        return self.cards[collaborative]

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.work_out_facts()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._to_come.stop()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._finding.filter if self._finding is not None else None
        if event.key() == Qt.Key.Key_Escape and line is not None and line.text():
            line.clear()
            self._find()
        elif (
            event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and line is not None
            and line.hasFocus()
        ):
            if self._found:
                self.cards[self._found[0].id].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_typed(self) -> None:
        self._find()
        say(self.finding.filter, counted(len(self._found), "collaborative", "collaboratives") + " found")

    def _find(self) -> None:
        self._later.stop()
        words = self._finding.words if self._finding is not None else []
        self._found = [each for each in self._all if all(word in each.name.casefold() for word in words)]
        if self._finding is not None and self._finding.is_by_name:
            self._found.sort(key=lambda each: each.name.casefold())
        self._wanted = AT_ONCE if len(self._found) > _AT_A_GLANCE else _AT_A_GLANCE
        self._nothing.setVisible(bool(self._all) and not self._found)
        self._show()

    def _show(self) -> None:
        made = self.cards
        self.cards = {each.id: made.get(each.id) or self._make_card(each) for each in self._found[: self._wanted]}
        self.shelf.show_cards([*self._before, *self.cards.values(), *self._after])
        left = len(self._found) - len(self.cards)
        self.more.set_text(f"Show all {len(self._found):,}", f"Show all {len(self._found):,} collaboratives")
        self.more.setVisible(left > 0 and not self._later.isActive())
        follow_layout(self)
        self.work_out_facts()

    def _make_card(self, collaborative: Collaborative) -> CollaborativeCard:
        facts = None if collaborative.progress is None else card_facts_from(collaborative.progress)
        made = collaborative.id
        card = CollaborativeCard(
            collaborative.name, facts, collaborative.changed_at, self._session.now(), self.shelf.holder
        )
        card.clicked.connect(lambda: self.opened.emit(made))
        card.act_wished.connect(lambda act: self.act_wished.emit(act, made, card))
        return card

    def work_out_facts(self) -> None:
        """Find out in the background what cards cannot say yet, once the services are there."""
        if self.isVisible():
            self._to_come.work_out(
                [each for each, card in self.cards.items() if card.facts is None or not card.facts.is_whole]
            )

    def _on_facts_found(self, collaborative: str, facts: CardFacts) -> None:
        if collaborative in self.cards:
            self.cards[collaborative].show_facts(facts)

    def _on_more_wished(self) -> None:
        """Make the rest a few at a time, and go on with the first of them."""
        first = self._found[len(self.cards)].id
        self._later.start()
        self._on_later()
        self.cards[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_later(self) -> None:
        self._wanted += AT_ONCE
        if self._wanted >= len(self._found):
            self._later.stop()
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(DOUBLE_SPACE)
        column.addWidget(self.shelf)
        column.addWidget(self._nothing)
        column.addLayout(row)
        self._nothing.hide()
        self.more.hide()
