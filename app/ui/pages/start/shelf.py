"""A shelf of the start page: a heading with buttons at its right, a sentence, and cards in equal columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.parts.buttons import Button
from app.ui.parts.layouts import ArrangedLayout, Columns, Flow
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE

_GAP = DOUBLE_SPACE + HALF_SPACE


class Shelf(QWidget):
    """Holds whatever cards it is given last, which are best made in its `holder`."""

    def __init__(self, heading: str, buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self._heading = text_label(heading, TextLook.HEADING)
        self._sentence = text_label("", TextLook.SECONDARY)
        self._sentence.hide()
        self._cards: tuple[QWidget, ...] = ()
        self.holder = QWidget()
        columns = Columns(narrowest=38, most=3, gap=_GAP, line_gap=_GAP, keeps_width=True)
        self._grid = ArrangedLayout(columns, self.holder)
        head = QHBoxLayout()
        head.setSpacing(DOUBLE_SPACE)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._heading, 1, Qt.AlignmentFlag.AlignVCenter)
        if buttons:
            head.addWidget(beside_each_other(buttons))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(DOUBLE_SPACE)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addWidget(self.holder)
        self._column = column
        self.setAccessibleName(heading)

    def show_above(self, part: QWidget) -> None:
        """Put a part between the heading and the cards."""
        self._column.insertWidget(self._column.count() - 1, part)

    def show_texts(self, heading: str, sentence: str = "") -> None:
        """Show another heading, and a sentence below it."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(heading)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Put these cards here, in order; those that are no longer among them go."""
        for card in self._cards:
            self._grid.removeWidget(card)
            if card not in cards:
                card.hide()
                card.deleteLater()
        self._cards = tuple(cards)
        for card in cards:
            self._grid.addWidget(card)
            card.show()


def beside_each_other(buttons: Sequence[Button]) -> QWidget:
    """Buttons at the right end of a line; they flow into more lines where there is no room."""
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    flow = ArrangedLayout(Flow(SPACE + 2), holder)
    for button in buttons:
        flow.addWidget(button)
    return holder
