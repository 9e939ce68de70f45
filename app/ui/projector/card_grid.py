"""The grid in which answers on offer stand, and the list in which rows of a table do."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.marks import override
from app.services.room_choices import Choice
from app.ui.projector.big_text import Whole
from app.ui.projector.big_type import BigType
from app.ui.projector.choice_card import LISTED_LINES, RING_LINES, ChoiceCard, Fullness

_MOST_COLUMNS = 4
_MOST_LISTED_COLUMNS = 2


class CardGrid(QWidget):
    """Cards in as many columns as take the least height and break no word. ``chosen`` carries a place from 0."""

    chosen = Signal(int)

    def __init__(self, name: str, *, is_one_of: bool = True, is_list: bool = False) -> None:
        super().__init__()
        self._is_list = is_list
        self._is_one_of = is_one_of
        self._most_columns = _MOST_LISTED_COLUMNS if is_list else _MOST_COLUMNS
        self._type = BigType()
        self._fullness = Fullness.ALL
        self._cards: list[ChoiceCard] = []
        self._numbered = QButtonGroup(self)
        self._numbered.setExclusive(False)
        self._numbered.idClicked.connect(self.chosen)
        self._known: dict[int, list[QRect]] = {}
        self.setAccessibleName(name)

    @staticmethod
    def most_reach(big: BigType) -> int:
        """Pixels by which any of them begins before texts."""
        return max(RING_LINES, LISTED_LINES) * big.line

    @property
    def reach(self) -> int:
        """Pixels by which it begins before texts, so that what is seen of its cards begins where those do.

        The ring of the focus has its room there.
        """
        return (LISTED_LINES if self._is_list else RING_LINES) * self._type.line

    @property
    def is_list(self) -> bool:
        """Whether these are lines to read and open, not answers to choose from."""
        return self._is_list

    @property
    def cards(self) -> Sequence[ChoiceCard]:
        """The cards, in the order of the answers."""
        return self._cards

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these; cards stay the same things, so that the focus stays where it is."""
        while len(self._cards) > len(choices):
            gone = self._cards.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._cards) < len(choices):
            place = len(self._cards)
            card = ChoiceCard(place, is_one_of=self._is_one_of, is_listed=self._is_list)
            card.setParent(self)
            card.set_type(self._type)
            card.set_fullness(self._fullness)
            self._numbered.addButton(card, place)
            card.show()
            self._cards.append(card)
        for card, choice in zip(self._cards, choices, strict=True):
            card.show_choice(choice)
        self._known.clear()
        self._place()

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        if big == self._type:
            return
        self._type = big
        self._known.clear()
        for card in self._cards:
            card.set_type(big)
        self._place()

    def set_fullness(self, fullness: Fullness) -> None:
        """Let every card say so much."""
        if fullness is self._fullness:
            return
        self._fullness = fullness
        self._known.clear()
        for card in self._cards:
            card.set_fullness(fullness)
        self._place()

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        return max((rect.bottom() + 1 for rect in self._rects(width)), default=0)

    def wholes_in(self, width: int, most: int) -> tuple[Whole, ...]:
        """Each line of cards, or the lines of words of cards that are higher than a page."""
        found: list[Whole] = []
        rects = self._rects(width)
        for top in sorted({rect.top() for rect in rects}):
            line = [(card, rect) for card, rect in zip(self._cards, rects, strict=True) if rect.top() == top]
            height = line[0][1].height()
            if height <= most:
                found.append((top, top + height))
            else:
                found += [(top + a, top + b) for card, rect in line for a, b in card.wholes_in(rect.width())]
        return tuple(found)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        for card, rect in zip(self._cards, self._rects(self.width()), strict=True):
            card.setGeometry(rect)

    def _rects(self, width: int) -> list[QRect]:
        if width not in self._known:
            self._known[width] = self._best(width)
        return self._known[width]

    def _best(self, width: int) -> list[QRect]:
        most = max(min(self._most_columns, sum(not card.is_act for card in self._cards)), 1)
        needed = max((card.least_width() for card in self._cards if not card.is_act), default=0)
        possible = [n for n in range(1, most + 1) if n == 1 or self._column(width, n) >= needed]
        arranged = [self._arranged(width, n) for n in possible]
        return min(arranged, key=lambda rects: max((rect.bottom() for rect in rects), default=0))

    def _column(self, width: int, count: int) -> int:
        return (width - self._gap * (count - 1)) // count

    def _arranged(self, width: int, count: int) -> list[QRect]:
        column = self._column(width, count)
        acts = [card for card in self._cards if card.is_act]
        heights = [card.height_in(column) for card in self._cards if not card.is_act]
        rects: list[QRect] = []
        top = 0
        for start in range(0, len(heights), count):
            line = heights[start : start + count]
            rects += [QRect(at * (column + self._gap), top, column, max(line)) for at in range(len(line))]
            top += max(line) + self._gap
        for card in acts:
            # Apart from the list, so that it is not taken for one more line of it.
            top += self._type.gap if rects else 0
            wide = min(max(card.natural_width(), card.least_width()), width)
            rects.append(QRect(0, top, wide, card.height_in(wide)))
            top = rects[-1].bottom() + 1 + self._gap
        return rects

    @property
    def _gap(self) -> int:
        # The ring of the focus has its own room inside each card.
        return max(self._type.gap - 4 * self._type.line, 0)
