"""What every slide stands in: the line above, the pages, what documents will say, the line below, and black."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.marks import override
from app.services.snapshots import Snapshot
from app.ui.projector.bars import HeadLine
from app.ui.projector.big_type import BigType
from app.ui.projector.card_grid import CardGrid
from app.ui.projector.choice_card import Fullness
from app.ui.projector.filling import MOST_GROWTH, MOST_GROWTH_BELOW_TITLE, filled
from app.ui.projector.foot_line import FootLine
from app.ui.projector.paged_column import PagedColumn, Part, SlideParts
from app.ui.projector.strips import BigStrip, EffectStrip
from app.ui.theme.theme import current_theme

#: At the foot of the slide, what a document will say takes at most this share of it.
_MOST_EFFECT = 0.7
_MARGIN = 0.044
#: Edges above the first line and below the buttons, in heights of the least letters: displays in rooms lose their rim,
#: and buttons that stand higher on one slide than on the next move away under the pointer.
_ABOVE, _BELOW = 0.42, 0.62
#: The most air between the answers and what a document will say because of them, in the same heights.
_MOST_AIR = 1.2
#: What may be said: how full the cards are, and whether the question has its hint. The first that fits is taken.
_LESS_AND_LESS = (
    (Fullness.ALL, True),
    (Fullness.SHORT, True),
    (Fullness.SHORT, False),
    (Fullness.BARE, True),
    (Fullness.BARE, False),
    (Fullness.LEAST, False),
)
#: What an earlier page calls what stands on a later one.
_ANSWERS, _ROWS, _ADDS, _ABOUT = "more answers", "more rows", "adding a row", "more about the question"


class View(Protocol):
    """What a slide shows, and what can be done on it."""

    @property
    def left(self) -> str:
        """Where this is."""

    @property
    def right(self) -> str:
        """How far this is."""

    @property
    def spoken(self) -> str:
        """What a screen reader says when the slide comes."""

    def parts(self) -> SlideParts:
        """What stands on the slide, from the top down."""

    def stops(self) -> list[QWidget]:
        """What can have the focus, in order."""

    def start(self) -> QWidget | None:
        """What has the focus at first; None for the slide itself."""

    def choose(self, number: int) -> bool:
        """Choose by a number key; whether there was anything to choose."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is now."""

    def show_problem(self, sentence: str) -> None:
        """Say why the last act could not be kept."""

    def finish(self) -> bool:
        """Give what is still being typed; whether all that was given could be saved."""


class Frame(QWidget):
    """Shows views. All sizes follow from its own height and from the chosen size of text."""

    def __init__(self) -> None:
        super().__init__()
        self._percent = 100
        self._parts = SlideParts()
        self._effect_words = ("", "", "")
        self.head = HeadLine()
        self.column = PagedColumn()
        self.effect = EffectStrip()
        self._flowing: EffectStrip | None = None
        self._fullness = Fullness.ALL
        self.foot = FootLine()
        self._lit: QWidget | None = None
        self._black = QWidget()
        self._black.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._black.setAccessibleName("The screen is black. Press any key to go on.")
        for part in (self.head, self.column, self.effect, self.foot, self._black):
            part.setParent(self)
        self._black.setAutoFillBackground(True)
        self._black.setStyleSheet("background: #000000;")
        self._black.hide()
        self.effect.hide()
        self.column.pages_changed.connect(self._show_page)

    @property
    def big(self) -> BigType:
        """The sizes in force. A display that stands upright has the sizes of one as wide."""
        return BigType(min(self.height(), self.width() * 3 // 4), self._percent)

    @property
    def is_black(self) -> bool:
        """Whether nothing is to be seen."""
        return self._black.isVisibleTo(self)

    def set_percent(self, percent: int) -> None:
        """Set the size of text, 100 to 200 per cent."""
        self._percent = percent
        self._set_type()

    def set_black(self, is_wanted: bool) -> None:
        """Make the screen black, or show the slide again with the focus where it was.

        A black screen has the focus itself: a key that brings the picture back must do nothing that nobody sees.
        """
        if is_wanted == self.is_black:
            return
        if is_wanted:
            self._lit = self.window().focusWidget()
            self._black.show()
            self._black.raise_()
            self._black.setFocus()
            return
        if self._lit is not None and isValid(self._lit):
            self._lit.setFocus()
        self._lit = None
        self._black.hide()

    def show_view(self, view: View, *, is_new: bool) -> None:
        """Show a view: a new one from its first page, or the one that is shown as it has become."""
        self.head.show_words(view.left, view.right)
        self._parts = view.parts()
        if is_new:
            self._flowing = None
            self._fullness = Fullness.ALL
        self._arrange(is_new=is_new)

    def show_effect(self, lead: str, now: str, before: str) -> None:
        """Show what a document will say; nothing for empty words."""
        if (lead, now, before) != self._effect_words:
            self._effect_words = (lead, now, before)
            self._arrange(is_new=False)

    def room_below(self, used: int) -> int:
        """Pixels left on a page below a part so high."""
        return self.column.height() - used - self.big.gap

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_type()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(current_theme().roles.card))

    def _set_type(self) -> None:
        big = self.big
        for part in (self.head, self.column, self.effect, self.foot):
            part.set_type(big)
        self._fullness = Fullness.ALL
        self._arrange(is_new=False)

    def _arrange(self, *, is_new: bool) -> None:
        width = max(self.width() - 2 * round(self.width() * _MARGIN), 1)
        self.head.show_page(0, 1)
        head = self.head.height_in(width)
        self._arrange_below(head, is_new=is_new)
        if (higher := self.head.height_in(width)) > head:
            # Only now is it known that there are pages: saying so takes the line above another line.
            self._arrange_below(higher, is_new=False)

    def _show_page(self) -> None:
        self.head.show_page(self.column.page, self.column.pages)
        self.foot.show_page(self.column.page, self.column.pages)

    def _arrange_below(self, head: int, *, is_new: bool) -> None:
        """Lay everything out under a line above that is so high."""
        big = self.big
        side, edge = round(self.width() * _MARGIN), round(big.quiet * _ABOVE)
        width = max(self.width() - 2 * side, 1)
        foot = self.foot.height_in(width)
        top = edge + head + big.gap // 2
        reach = CardGrid.most_reach(big)
        self.column.begin_with(big, reach)
        room = max(self.height() - foot - big.gap - top - round(big.quiet * _BELOW), 1)
        parts, effect = self._on_one_page(width, room) or self._in_pages(width, room)
        self._black.setGeometry(self.rect())
        self.head.setGeometry(side, edge, width, head)
        self.foot.setGeometry(side, top + room + big.gap, width, foot)
        self.effect.setVisible(effect > 0)
        if effect:
            used = self.column.height_of(parts, width) - big.gap
            air = (room + big.gap - used - effect) // 2
            above = min(air, round(big.quiet * _MOST_AIR)) if air > big.gap else big.gap
            # Where more pages follow, they have all the room above it.
            room = used + above if air > big.gap else max(room - effect, 1)
            self.effect.setGeometry(side, top + room, width, effect)
            room = max(room - big.gap, 1)
        larger, used = self._filled(parts, width, room)
        self.column.setGeometry(side - reach, top + (room - used) // 2, width + 2 * reach, used)
        self.column.show_parts(parts, larger, is_new=is_new, kept=self._parts.head, kept_type=big)
        self.column.call([*self._names()])

    def _filled(self, parts: Sequence[Part], width: int, room: int) -> tuple[BigType, int]:
        """The type of a slide, and how much of the room it takes. A title keeps its size and its place."""
        if not self._parts.fills:
            return self.big, room
        title = self._parts.head
        below = [part for part in parts if part not in title]
        if not title:
            return filled(below, self.big, width, room, MOST_GROWTH)
        left = room - self.column.height_of(title, width)
        return filled(below, self.big, width, left, MOST_GROWTH_BELOW_TITLE)[0], room

    def _in_pages(self, width: int, room: int) -> tuple[list[Part], int]:
        """The parts in their order, and the height of the strip at the foot; 0 where it stands among the parts."""
        parts, begun = self._parts, self._fullness
        bare = [*parts.head, *parts.answers]
        for fullness in (each for each in (Fullness.SHORT, Fullness.BARE) if each >= begun):
            self._set_fullness(fullness)
            strip = self._strip_height(width, room - self.column.height_of(bare, width), room)
            if strip:
                return [*bare, *parts.hint, *parts.after], strip
        hinted = [*parts.head, *parts.hint, *parts.answers]
        full, short = self.column.height_of(hinted, width), self.column.height_of(bare, width)
        flowing = self._flowing_effect() if self._effect_words[0] else []
        is_list = any(isinstance(part, CardGrid) and part.is_list for part in parts.answers)
        if is_list or self._is_hint_in_the_way(width, room, full, short):
            return [*bare, *flowing, *parts.hint, *parts.after], 0
        return [*hinted, *flowing, *parts.after], 0

    def _on_one_page(self, width: int, room: int) -> tuple[list[Part], int] | None:
        """The parts in their order and the height of the strip at the foot, where there is room for all of them.

        All of it is best seen at once. Where the room is too small, the cards go without their hints, then the
        question without its own: both stand in the guidance. None where even so there must be pages.
        """
        begun = self._fullness
        # Left out once, they stay so on this slide: cards that grow and shrink with each answer are hard to follow.
        for fullness, is_whole in (each for each in _LESS_AND_LESS if each[0] >= begun):
            self._set_fullness(fullness)
            if (found := self._as_one_page(width, room, is_whole=is_whole)) is not None:
                return found
        self._set_fullness(begun)
        return None

    def _as_one_page(self, width: int, room: int, *, is_whole: bool) -> tuple[list[Part], int] | None:
        parts = self._parts
        hint, spare = (parts.hint, parts.spare) if is_whole else ((), ())
        shown = [*parts.head, *hint, *parts.answers, *parts.after, *spare]
        left = room - self.column.height_of(shown, width)
        if not self._effect_words[0] and left + self.big.gap >= 0:
            return shown, 0
        strip = self._strip_height(width, left, room)
        return (shown, strip) if strip else None

    def _strip_height(self, width: int, left: int, room: int) -> int:
        """Pixels of the strip at the foot, where what is left has room for it; else 0."""
        lead, now, before = self._effect_words
        for shown in dict.fromkeys((before, "")) if lead else ():
            self.effect.show_words(lead, now, shown)
            height = self.effect.height_in(width)
            if height <= min(left, room * _MOST_EFFECT):
                return height
        return 0

    def _set_fullness(self, fullness: Fullness) -> None:
        self._fullness = fullness
        for part in self._parts.answers:
            if isinstance(part, CardGrid):
                part.set_fullness(fullness)

    def _is_hint_in_the_way(self, width: int, room: int, full: int, short: int) -> bool:
        """Whether all answers, or at least the first, would stand beside the question but for the hint."""
        parts = self._parts
        if not parts.hint or full <= room or short <= room:
            return bool(parts.hint) and short <= room < full
        if not parts.answers:
            return False
        begun = partial(self.column.height_to_first_of, part=parts.answers[0], width=width, most=room)
        return begun(parts.head) <= room < begun([*parts.head, *parts.hint])

    def _names(self) -> Iterator[tuple[QWidget, str]]:
        """What may stand on a later page, with the words in which an earlier one tells of it."""
        for part in self._parts.answers:
            if isinstance(part, CardGrid):
                yield from (
                    (card, _ADDS if card.is_act else _ROWS if part.is_list else _ANSWERS) for card in part.cards
                )
        if self._flowing is not None:
            yield self._flowing, self._flowing.called
        yield from ((part, _ABOUT) for part in self._parts.hint if isinstance(part, QWidget))
        yield from ((part, part.called) for part in self._parts.after if isinstance(part, BigStrip) and part.called)

    def _flowing_effect(self) -> list[Part]:
        if self._flowing is None:
            self._flowing = EffectStrip()
        self._flowing.show_words(*self._effect_words)
        return [self._flowing]
