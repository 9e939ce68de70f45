"""The line below a slide: how the answer stands, and what can be pressed."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.marks import override
from app.ui.projector.bars import BarButton, Weight
from app.ui.projector.big_text import BigText, quiet_tint, set_text
from app.ui.projector.big_type import BigType
from app.ui.projector.strips import BigStrip

_ENDLESS = 100_000
#: All that the way on is ever called. On every slide it takes the room of the longest, so that nothing beside it moves.
_WAYS_ON = ("Next question", "Next section", "Next detail", "Next page", "All rows")
#: What is said in fewer words on a narrow display, and the longest that is said there.
_SHORT = {"Next question": "Next", "Next section": "Next", "Next detail": "Next"}
_LONGEST_SHORT = "Next page"
#: What stands at the left of most slides: with room for it beside all ways, the display is no narrow one.
_USUAL_MARKS = ("Agree", "Park", "Not yet agreed")


@dataclass(frozen=True, slots=True)
class FootWords:
    """What the line says. Empty words leave a button out; ``next`` leads from the last page of the slide.

    ``short_state`` says it where there is no room for ``state``. ``back`` leads to what the slide lies over; a slide
    that has it leads on to no other. ``can_agree`` says that there is an answer which the room could agree now.
    ``warned`` counts what the checks find about the answer: nobody should agree before the last page has told it.
    """

    state: str = ""
    agree: str = ""
    park: str = ""
    next: str = ""
    short_state: str = ""
    back: str = ""
    can_agree: bool = False
    warned: str = ""


class FootLine(QWidget):
    """The marks of the answer stand at the left, or the way back; the ways on, the keys and the way out at the right.

    Each button has its place on every slide. A narrow display has fewer words and no button for the keys, and which
    display is narrow does not depend on the slide.
    """

    agree_wished = Signal()
    park_wished = Signal()
    back_wished = Signal()
    previous_wished = Signal()
    next_wished = Signal()
    keys_wished = Signal()
    close_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._type = BigType()
        self._words = FootWords()
        self._place_of_page = (0, 1)
        self.state = BigText(size="quiet", tint=quiet_tint)
        self.state.setParent(self)
        self._warning = BigText(size="quiet", is_bold=True)
        self.warned = BigStrip((self._warning,), lambda roles: roles.warning_tint, lambda roles: roles.warning)
        self.warned.setParent(self)
        self.back = BarButton("", "", self)
        self.agree = BarButton("Agree", "Agree", self)
        self.park = BarButton("Park", "Park", self)
        self.previous = BarButton("‹ Previous", "Previous", self)
        self.next = BarButton("Next ›", "Next", self, Weight.CLEAR)
        self.keys = BarButton("Keys", "Show the keys", self, Weight.QUIET)
        self.close_button = BarButton("Close", "Back to the window", self, Weight.QUIET)
        self.back.clicked.connect(self.back_wished)
        self.agree.clicked.connect(self.agree_wished)
        self.park.clicked.connect(self.park_wished)
        self.previous.clicked.connect(self.previous_wished)
        self.next.clicked.connect(self.next_wished)
        self.keys.clicked.connect(self.keys_wished)
        self.close_button.clicked.connect(self.close_wished)

    @property
    def buttons(self) -> tuple[BarButton, ...]:
        """What can be pressed, from left to right."""
        return tuple(each for each in (*self._marks, *self._ways) if each.isVisibleTo(self))

    @property
    def way_on(self) -> BarButton:
        """What leads on from here: to the next page or slide, else back to what this lies over, else the way out."""
        return next(each for each in (self.next, self.back, self.close_button) if each in self.buttons)

    def show_words(self, words: FootWords) -> None:
        """Say how the answer stands, and what the buttons do now."""
        if words != self._words:
            self._words = words
            self._place()

    def show_page(self, page: int, pages: int) -> None:
        """The slide shows this page, counted from 0, of so many."""
        if (page, pages) != self._place_of_page:
            self._place_of_page = (page, pages)
            self._place()

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        if big == self._type:
            return
        self._type = big
        self.state.set_type(big)
        self.warned.set_type(big)
        for button in (*self._marks, *self._ways):
            button.set_type(big)
        self._place()

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width: one line, which leaves out what there is no room for."""
        return self.next.sizeHint().height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @property
    def _marks(self) -> tuple[BarButton, ...]:
        return (self.back, self.agree, self.park)

    @property
    def _ways(self) -> tuple[BarButton, ...]:
        return (self.previous, self.next, self.keys, self.close_button)

    @property
    def _is_narrow(self) -> bool:
        agree, park, state = _USUAL_MARKS
        marks = [self.agree.width_of(agree), self.park.width_of(park), self._state_width(state)]
        ways = [self.previous.width_of("‹ Previous"), self._width_of_next(is_narrow=False)]
        ways += [each.sizeHint().width() for each in (self.keys, self.close_button)]
        every = [*marks, *ways]
        return sum(every) + len(every) * self._gap > self.width()

    def _width_of_next(self, *, is_narrow: bool) -> int:
        return max(self.next.width_of(f"{each} ›") for each in ((_LONGEST_SHORT,) if is_narrow else _WAYS_ON))

    def _previous(self, *, is_narrow: bool) -> str:
        # Beside the way back to the slide, the word would be taken for the same.
        return "‹" if is_narrow or self._words.back else "‹ Previous"

    def _word(self, *, is_narrow: bool) -> None:
        """Say on each button what it does now."""
        words, (page, pages) = self._words, self._place_of_page
        self.back.show_words(words.back, words.back)
        self.agree.set_weight(Weight.STRONG if words.can_agree and not self._is_still_to_warn else Weight.PLAIN)
        self.agree.show_words(words.agree, words.agree)
        self.park.show_words(words.park, words.park)
        # What lies over a slide has pages, but no slide before it.
        has_previous = not words.back or page > 0
        self.previous.show_words(self._previous(is_narrow=is_narrow) if has_previous else "", "Previous")
        on = "Next page" if page + 1 < pages else words.next
        shown = _SHORT.get(on, on) if is_narrow else on
        self.next.show_words(f"{shown} ›" if shown else "", on)
        self.back.set_weight(Weight.PLAIN if on else Weight.CLEAR)

    def _place(self) -> None:
        """Give each button its place: every key can be pressed without its button, so some may have none."""
        is_narrow, gap = self._is_narrow, self._gap
        self._word(is_narrow=is_narrow)
        for button in (*self._marks, *self._ways):
            button.setVisible(bool(button.text()) and not (is_narrow and button is self.keys))
        left = self.width()
        for button, width in self._kept_for_ways(is_narrow=is_narrow):
            button.resize(width or button.sizeHint().width(), button.sizeHint().height())
            if width:
                left -= width
                button.move(left, 0)
                left -= gap
        right = 0
        for button in (each for each in self._marks if each.isVisibleTo(self)):
            hint = button.sizeHint()
            button.setGeometry(right, 0, hint.width(), hint.height())
            right += hint.width() + gap
        self._place_state(right, left)

    def _kept_for_ways(self, *, is_narrow: bool) -> tuple[tuple[BarButton, int], ...]:
        """The ways from right to left, each with the width of its place; 0 where it has none on this slide."""
        leads_on = not self._words.back or self._place_of_page[1] > 1
        return (
            (self.close_button, self.close_button.sizeHint().width()),
            (self.keys, 0 if is_narrow else self.keys.sizeHint().width()),
            (self.next, self._width_of_next(is_narrow=is_narrow) if leads_on else 0),
            (self.previous, self.previous.width_of(self._previous(is_narrow=is_narrow)) if leads_on else 0),
        )

    def _place_state(self, left: int, right: int) -> None:
        """Say how the answer stands between these; without the day, or not at all, where there is no room for it."""
        self.warned.setVisible(self._is_still_to_warn)
        if self._is_still_to_warn:
            self._place_warning(left, right)
        known = () if self._is_still_to_warn else (self._words.state, self._words.short_state)
        shown = next((each for each in known if self._state_width(each) <= right - left), "")
        self.state.show_text(shown)
        self.state.setVisible(bool(shown))
        width, height = self.state.natural_width(), self.state.height_in(_ENDLESS)
        self.state.setGeometry(left + self._gap if left else 0, (self.height() - height) // 2, width, height)

    def _place_warning(self, left: int, right: int) -> None:
        """Say that the next page warns, as long as there is room; that there is a warning in any case."""
        for words in (f"{self._words.warned}: next page", self._words.warned):
            self._warning.show_text(words)
            width = self._warning.natural_width() + self.warned.sides
            if width <= right - left:
                break
        height = self.warned.height_in(width)
        self.warned.setGeometry(left, (self.height() - height) // 2, width, height)

    @property
    def _is_still_to_warn(self) -> bool:
        """Whether a later page tells what the checks find about the answer."""
        page, pages = self._place_of_page
        return bool(self._words.warned) and page + 1 < pages

    def _state_width(self, words: str) -> int:
        return set_text(words, self._type.quiet, _ENDLESS).width + self._gap

    @property
    def _gap(self) -> int:
        return round(self._type.quiet * 0.25)
