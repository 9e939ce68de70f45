"""A row of chips, each a link to a place: the first few, and the rest on demand."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.marks import override
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.laid_out import laid_out
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.text import TextLook, text_label


@dataclass(frozen=True, slots=True)
class Link:
    """Words to press and the key of the place they lead to."""

    text: str
    key: str


class Chip(Button):
    """Words on one line. Where they are too long for it the middle goes, so that the number at their end stays."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words, ButtonLook.CHIP, name=name)
        self._words = words

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        shown = self.text().replace("&&", "&")
        left_out = self._width_of(self._words) - self._width_of(shown)
        return QSize(hint.width() + left_out, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._width_of("M") * 8, self.sizeHint().width()), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hint = self.sizeHint().width()
        room = self._width_of(self._words) - max(hint - self.width(), 0)
        fits = self.width() >= hint
        words = self._words if fits else self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        self.setText(words.replace("&", "&&"))
        self.setToolTip("" if fits else self._words)

    def _width_of(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)


class ChipsRow(QWidget):
    """A word and chips after it. Beyond `most` they hide behind one chip that says how many more there are.

    `redrawn` says that chips were made anew, and that Tab has yet to find them.
    """

    link_followed = Signal(str)
    redrawn = Signal()

    def __init__(self, word: str, most: int = 3) -> None:
        super().__init__()
        self._word = word
        self._most = most
        self._links: tuple[Link, ...] = ()
        self._shows_all = False
        self._row = ArrangedLayout(Flow(), self)
        self._row.addWidget(text_label(word, TextLook.SMALL, wraps=False))
        self.hide()

    @property
    def links(self) -> tuple[Link, ...]:
        """What is shown, or hidden behind the last chip."""
        return self._links

    def show_links(self, links: Sequence[Link]) -> None:
        """Show these; with none, the whole row hides."""
        if tuple(links) != self._links:
            self._links = tuple(links)
            self._shows_all = False
            self._redraw()
        self.setVisible(bool(self._links))

    def _redraw(self) -> None:
        while self._row.count() > 1:
            item = self._row.takeAt(1)
            chip = item.widget() if item else None
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        hidden = 0 if self._shows_all else max(len(self._links) - self._most, 0)
        for link in self._links[: len(self._links) - hidden]:
            chip = Chip(link.text, f"{self._word} {link.text}")
            chip.clicked.connect(lambda _=False, key=link.key: self.link_followed.emit(key))
            self._row.addWidget(chip)
            chip.setVisible(True)
        if hidden:
            more = Button(f"+ {hidden}", ButtonLook.CHIP, name=f"Show {hidden} more")
            more.clicked.connect(self._on_more_wished)
            self._row.addWidget(more)
            more.setVisible(True)
        self.redrawn.emit()

    def _on_more_wished(self) -> None:
        self._shows_all = True
        self._redraw()
        first_new = laid_out(self._row)[self._most + 1]
        if isinstance(first_new, QWidget):
            first_new.setFocus()
