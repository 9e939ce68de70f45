"""The card of one collaborative on the start page: how far it is, what is wrong, when it changed, and its menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from app.domain.plain_words import counted
from app.marks import override
from app.services.card_facts import CardFacts
from app.ui.icons import Icon
from app.ui.moments import since_in_words
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import paint_card
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.link_row import WrappingButton
from app.ui.parts.progress_bar import ProgressBar
from app.ui.parts.redrawn import Redrawn
from app.ui.parts.tag import Tag, TagLook
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE, TRIPLE_SPACE
from app.ui.work.soon import Soon

if TYPE_CHECKING:
    # A card is there before anybody renames it.
    from app.ui.pages.start.name_form import NameForm

#: Pixels from the edge of the button of the menu to its dots.
_BESIDE_MENU = SPACE
#: On a card in which answers of an example still stand: nobody must take its figures for those of the trusts.
EXAMPLE_MARK = "From an example"


class CardAct(Enum):
    """What can be done with a collaborative besides opening it, in the order of the menu."""

    RENAME = "Rename"
    DUPLICATE = "Duplicate"
    SAVE = "Save as an answers file"
    ARCHIVE = "Put in the archive"
    BIN = "Put in the bin"


class CollaborativeCard(WrappingButton):
    """Pressing it anywhere opens the collaborative; F2, Delete and the menu key do what they do elsewhere."""

    act_wished = Signal(object)

    def __init__(
        self, name: str, facts: CardFacts | None, changed_at: datetime, now: datetime, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._form: NameForm | None = None
        self._title = text_label(name, TextLook.QUESTION)
        self._title.setContentsMargins(0, HALF_SPACE - 1, 0, 0)
        self.menu_button = Button("", ButtonLook.ICON, Icon.MORE, name=f"More for {name}")
        self.menu_button.clicked.connect(self._on_menu_wished)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(
            TRIPLE_SPACE, DOUBLE_SPACE + HALF_SPACE, DOUBLE_SPACE, DOUBLE_SPACE + HALF_SPACE
        )
        self._column.setSpacing(HALF_SPACE)
        self._column.addWidget(self._head)
        self._changed = since_in_words(changed_at, now)
        self.facts: CardFacts | None = None
        self._said = Redrawn(HALF_SPACE)
        # The button of the menu has room inside it, so the dots in it end where this does.
        self._said.setContentsMargins(0, 0, _BESIDE_MENU, 0)
        # What is only said lets the mouse through to the card.
        self._said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        _let_through(self._title)
        self._column.addWidget(self._said, 1)
        self.show_facts(facts)
        self.setAccessibleDescription("Enter opens it, F2 renames it, Delete puts it in the bin.")

    def show_facts(self, facts: CardFacts | None) -> None:
        """Show how far it is, or, where that is not known yet, only when it changed."""
        self.facts = facts
        self._said.redraw(lambda column: self._fill(column, facts))
        known: tuple[str, ...] = ()
        if facts is not None:
            example = EXAMPLE_MARK if facts.has_example else ""
            known = (facts.what, example, _left_in_words(facts), _findings_in_words(facts))
        self.setAccessibleName(", ".join(part for part in (self.name, *known, f"changed {self._changed}") if part))
        self.updateGeometry()

    @property
    def is_renaming(self) -> bool:
        """Whether a new name is being typed."""
        return self._form is not None

    def begin_rename(self, keep: Callable[[str], None], soon: Soon) -> None:
        """Put a form in the place of the name; `keep` is given the new name."""
        if self._form is None:
            # Needed for a new name only.
            from app.ui.pages.start.name_form import NameForm

            self._form = NameForm("New name", "Rename", keep, soon, self.name)
            self._form.setContentsMargins(0, 0, _BESIDE_MENU, 0)
            self._form.left.connect(self._on_rename_left)
            self._column.insertWidget(0, self._form)
            self._head.hide()
        self._form.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_F2:
                self.act_wished.emit(CardAct.RENAME)
            case Qt.Key.Key_Delete:
                self.act_wished.emit(CardAct.BIN)
            case Qt.Key.Key_Menu:
                self._on_menu_wished()
            case _:
                super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._on_menu_wished()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(self, is_active=self.underMouse() or self.isDown())

    def menu(self) -> QMenu:
        """The menu of the card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(f"More for {self.name}")
        menu.addAction("Open").triggered.connect(self.click)
        for act in CardAct:
            menu.addAction(act.value).triggered.connect(lambda _=False, wished=act: self.act_wished.emit(wished))
        return menu

    def _fill(self, column: QVBoxLayout, facts: CardFacts | None) -> None:
        line = [text_label(f"Changed {self._changed}", TextLook.SMALL, wraps=False)]
        if facts is not None:
            look = TextLook.NEEDED if facts.errors else TextLook.SMALL
            line.insert(0, text_label(_findings_in_words(facts), look, wraps=False))
            left = _left_in_words(facts)
            if left:
                line.insert(0, text_label(left, TextLook.SMALL, wraps=False))
            if facts.what:
                column.addWidget(text_label(facts.what, TextLook.SMALL))
            if facts.has_example:
                column.addWidget(Tag(EXAMPLE_MARK, TagLook.PLAIN), 0, Qt.AlignmentFlag.AlignLeft)
        # Cards beside each other are equally high, and how far each is stands in one line.
        column.addStretch(1)
        if facts is not None:
            done = sum(step >= 1 for step in facts.steps)
            column.addSpacing(SPACE)
            column.addWidget(ProgressBar(facts.steps, f"{done} of {len(facts.steps)} steps complete"))
        holder = QWidget()
        flow = ArrangedLayout(Flow(DOUBLE_SPACE, HALF_SPACE), holder)
        for label in line:
            flow.addWidget(label)
        column.addSpacing(SPACE)
        column.addWidget(holder)

    def _on_menu_wished(self) -> None:
        self.menu().popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def _on_rename_left(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
            self._head.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)


def _left_in_words(facts: CardFacts) -> str:
    parts = [f"{counted(facts.left, 'question', 'questions')} left"] if facts.left else []
    parts += [counted(facts.todos, "to-do", "to-dos")] if facts.todos else []
    parts += [f"{facts.parked:,} parked"] if facts.parked else []
    # What an earlier version kept may hide to-dos: then nothing is said rather than an untruth.
    return ", ".join(parts) or ("Nothing left to answer" if facts.is_whole else "")


def _findings_in_words(facts: CardFacts) -> str:
    """The errors and, where they are known, the warnings, so that "nothing left" is not taken for "nothing wrong"."""
    errors = counted(facts.errors, "error", "errors") if facts.errors else "No errors"
    if facts.warnings:
        return f"{errors}, {counted(facts.warnings, 'warning', 'warnings')}"
    return "No errors or warnings" if facts.warnings == 0 and not facts.errors else errors


def _let_through(label: QLabel) -> QLabel:
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
