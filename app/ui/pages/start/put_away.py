"""What was put away: the archive and the bin, folded until asked for, each entry with a way back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card, Hairline
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, SPACE


@dataclass(frozen=True, slots=True)
class PutAwayEntry:
    """One collaborative that was put away: its id, its name, and where and since when."""

    id: str
    name: str
    where: str


class PutAway(QWidget):
    """Without entries it takes no room."""

    wished_back = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fold = Button("", ButtonLook.QUIET, Icon.CHEVRON_DOWN, folds=True)
        self.fold.toggled.connect(self._on_folded)
        self._card = Card()
        self._card.body.setSpacing(SPACE)
        self._card.body.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
        self._card.hide()
        self._lines: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.fold)
        column.addWidget(self._card)
        self.hide()

    def show_entries(self, entries: Sequence[PutAwayEntry]) -> None:
        """Show these."""
        for line in self._lines:
            self._card.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for entry in entries:
            if self._lines:
                self._add(Hairline())
            self._add(self._line(entry))
        self.fold.set_text(f"Archive and bin ({len(entries)})")
        self.fold.setAccessibleName(f"Archive and bin, {len(entries)} inside")
        self.setVisible(bool(entries))

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self._card.body.addWidget(line)

    def _line(self, entry: PutAwayEntry) -> QWidget:
        line = QWidget()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(text_label(entry.name, TextLook.STRONG))
        texts.addWidget(text_label(entry.where, TextLook.SMALL))
        back = Button("Put it back", ButtonLook.SECONDARY, name=f"Put {entry.name} back")
        back.clicked.connect(lambda: self.wished_back.emit(entry.id))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(DOUBLE_SPACE)
        row.addLayout(texts, 1)
        row.addWidget(back)
        return line

    def _on_folded(self, is_open: bool) -> None:
        self.fold.set_icon(Icon.CHEVRON_UP if is_open else Icon.CHEVRON_DOWN)
        self._card.setVisible(is_open)
