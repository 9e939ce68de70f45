"""The line below a slide: how the answer stands, and what can be pressed."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.ui.projector.bars import BarButton
from app.ui.projector.big_text import BigText, quiet_tint
from app.ui.projector.big_type import BigType

#: What the way on is called where there is little room.
_SHORT = {"Next question": "Next", "Next section": "Next"}


@dataclass(frozen=True, slots=True)
class FootWords:
    """What the line says. Empty words leave a button out; ``next`` leads from the last page of the slide."""

    state: str = ""
    agree: str = ""
    park: str = ""
    next: str = ""


class FootLine(QWidget):
    """The answer and its marks stand at the left; the page, the way on, the keys and the way out at the right."""

    agree_wished = Signal()
    park_wished = Signal()
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
        self.page = BigText(size="quiet", tint=quiet_tint)
        self.agree = BarButton("Agree", "Agree", self)
        self.park = BarButton("Park", "Park", self)
        self.previous = BarButton("‹ Previous", "Previous", self)
        self.next = BarButton("Next ›", "Next", self)
        self.keys = BarButton("Keys", "Show the keys", self)
        self.close_button = BarButton("Close", "Back to the window", self)
        for text in (self.state, self.page):
            text.setParent(self)
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

    def show_words(self, words: FootWords) -> None:
        """Say how the answer stands, and what the buttons do now."""
        self._words = words
        self.state.show_text(words.state)
        self.agree.show_words(words.agree, words.agree)
        self.park.show_words(words.park, words.park)
        self._show_next()

    def show_page(self, page: int, pages: int) -> None:
        """Say which page this is, counted from 0; nothing where there is only one."""
        self._place_of_page = (page, pages)
        self.page.show_text(f"Page {page + 1} of {pages}" if pages > 1 else "")
        self._show_next()

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        self._type = big
        for text in (self.state, self.page):
            text.set_type(big)
        for button in (*self._marks, *self._ways):
            button.set_type(big)

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width: one line, which leaves out what there is no room for."""
        return self.next.sizeHint().height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @property
    def _marks(self) -> tuple[BarButton, ...]:
        return (self.agree, self.park)

    @property
    def _ways(self) -> tuple[BarButton, ...]:
        return (self.previous, self.next, self.keys, self.close_button)

    def _show_next(self) -> None:
        self._word_next()
        self._place()

    def _word_next(self, *, is_short: bool = False) -> None:
        page, pages = self._place_of_page
        words = "Next page" if page + 1 < pages else self._words.next
        shown = _SHORT.get(words, words) if is_short else words
        self.next.show_words(f"{shown} ›" if shown else "", words)

    def _place(self) -> None:
        self._leave_out()
        height, gap = self.height(), self._gap
        state = self.state.natural_width() if self.state.text() else 0
        self.state.setGeometry(0, 0, state, height)
        right = state + 2 * gap if state else 0
        for button in (each for each in self._marks if each.isVisibleTo(self)):
            hint = button.sizeHint()
            button.setGeometry(right, 0, hint.width(), hint.height())
            right += hint.width() + gap
        left = self.width()
        for button in reversed([each for each in self._ways if each.isVisibleTo(self)]):
            hint = button.sizeHint()
            left -= hint.width()
            button.setGeometry(left, 0, hint.width(), hint.height())
            left -= gap
        page = self.page.natural_width()
        self.page.setGeometry(left - gap - page, 0, page, height)

    def _leave_out(self) -> None:
        """Hide what says nothing, and what there is no room for: every key can be pressed without its button.

        Once the keys and the page have gone, the way on is said in fewer words before anything else goes.
        """
        self._word_next()
        has_words = [each for each in (*self._marks, *self._ways) if each.text()]
        shown: list[QWidget] = [*has_words, *(each for each in (self.state, self.page) if each.text())]
        for dispensable in (self.keys, self.page, self.park, self.state, self.close_button, self.previous):
            if self._width_of(shown) <= self.width():
                break
            if dispensable in shown:
                shown.remove(dispensable)
            if dispensable is self.page and self._width_of(shown) > self.width():
                self._word_next(is_short=True)
        for each in (*self._marks, *self._ways, self.state, self.page):
            each.setVisible(each in shown)

    def _width_of(self, shown: list[QWidget]) -> int:
        return sum(each.sizeHint().width() + self._gap for each in shown) + 2 * self._gap

    @property
    def _gap(self) -> int:
        return round(self._type.quiet * 0.25)
