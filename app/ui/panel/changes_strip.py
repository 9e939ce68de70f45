"""The strip that says how many documents the latest answer changed, and steps through every changed place."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.documents.comparison import Change, excerpt
from app.marks import override
from app.services.effects import AnswerEffect, DocumentEffect, PlaceEffect
from app.services.uses import UsedPlace
from app.ui.announcing import say
from app.ui.icons import Icon
from app.ui.panel.changes_words import copies_words, folded_line, headline
from app.ui.parts.band import paint_band
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.fitted_scroll import FittedScroll
from app.ui.parts.marked_text import MarkedText
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme

#: Words that stay beside what differs, at first and where there is little room.
_AROUND = (8, 3)
#: Below so many pixels the place itself would show less than a line: only the counts are shown then.
_LEAST_DETAIL = 48


class ChangesStrip(QWidget):
    """Hidden until an answer has been compared. ``place_wished`` carries a document, or one copy of it, and an anchor,
    for a user who goes there; ``stepped`` the same for one who steps on here while the document follows.

    ``redrawn`` says that the strip may need another height, ``closed`` that it was put away. Folded, it is one line.
    """

    place_wished = Signal(str, str)
    stepped = Signal(str, str)
    redrawn = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._effect: AnswerEffect | None = None
        self._at = 0
        self._is_folded = False
        self._places: tuple[tuple[DocumentEffect, PlaceEffect], ...] = ()
        self.headline = text_label("", TextLook.STRONG)
        self.folded_line = text_label("", TextLook.SMALL)
        self.unfold_button = Button(
            "", ButtonLook.ICON, Icon.CHEVRON_DOWN, name="Show what changed", tip="Show what changed (F8)"
        )
        self.close_button = Button("", ButtonLook.ICON, Icon.CLOSE, name="Close what your answer changes")
        self.previous_button = Button(
            "", ButtonLook.ICON, Icon.BACK, name="Previous change", tip="Previous change (Shift+F8)"
        )
        self.next_button = Button("", ButtonLook.ICON, Icon.NEXT, name="Next change", tip="Next change (F8)")
        self.position = text_label("", TextLook.SMALL, wraps=False)
        self.show_button = Button("Go to it", ButtonLook.LINK)
        self.place = text_label("", TextLook.LABEL)
        self.says = text_label("")
        self.before, self.after = MarkedText(), MarkedText()
        self._fitted: tuple[object, ...] = ()
        self.copies = text_label("", TextLook.SMALL)
        self._steps = QWidget()
        self._detail = FittedScroll()
        self._lay_out()
        self.close_button.clicked.connect(self.put_away)
        self.unfold_button.clicked.connect(lambda: self.step(1))
        self.previous_button.clicked.connect(lambda: self.step(-1))
        self.next_button.clicked.connect(lambda: self.step(1))
        self.show_button.clicked.connect(self._on_show_wished)
        self.hide()

    @property
    def effect(self) -> AnswerEffect | None:
        """What is shown; None while the strip is away."""
        return self._effect

    @property
    def is_open(self) -> bool:
        """Whether more than a line is shown."""
        return self._effect is not None and not self._is_folded

    def show_effect(
        self,
        effect: AnswerEffect,
        shown_document: str,
        about: str = "",
        used: tuple[UsedPlace, ...] = (),
        *,
        is_folded: bool = False,
    ) -> None:
        """Say what an answer changed, seen from the document in the preview.

        ``about`` names the question, and ``used`` is every place that uses its answer.
        """
        self._effect, self._at = effect, 0
        # What the user is reading comes first.
        places = sorted(effect.places, key=lambda each: each[0].document != shown_document)
        self._places = tuple(places)
        self.headline.setText(headline(effect, shown_document, used))
        self.folded_line.setText(folded_line(effect, about))
        self._is_folded = is_folded
        self._show_state()
        if places:
            self._show_place()
        self.redrawn.emit()
        if not self.isHidden():
            say(self, self.folded_line.text() if is_folded else self.headline.text())

    def fold(self, is_wished: bool) -> None:
        """Be one line, because the user is at something else, or say all again."""
        if self._effect is not None and is_wished != self._is_folded:
            self._is_folded = is_wished
            self._show_state()
            self.redrawn.emit()

    def step(self, direction: int) -> bool:
        """Go to the next place, or with -1 to the one before, round the end; whether there is one.

        Folded, it unfolds at the place where it was.
        """
        count = len(self._places) if self._effect is not None else 0
        if count:
            self._at = (self._at + (0 if self._is_folded else direction)) % count
            self._is_folded = False
            self._show_state()
            self._show_place()
            self.redrawn.emit()
            say(self, self._spoken())
            document, place = self._places[self._at]
            if document.copy:
                self.stepped.emit(document.copy, place.anchor)
        return bool(count)

    def put_away(self) -> None:
        """Hide until the next answer."""
        if self._effect is not None:
            self._effect = None
            self.hide()
            self.closed.emit()

    def fit(self, width: int, most: int) -> None:
        """Be as high as what is said at a width, but no higher than so many pixels: the place scrolls."""
        if self._effect is None or self._is_folded or not self._places:
            return
        inside = max(width - 4 * SPACE, 1)
        around = self.headline.heightForWidth(inside - self.close_button.width()) + self._steps.sizeHint().height()
        room = most - around - 4 * SPACE
        self._detail.setVisible(room >= _LEAST_DETAIL)
        self._shorten(inside, room)
        self._detail.fit(inside, room)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        paint_band(painter, QRectF(self.rect()), roles.note_tint, roles.accent)

    @property
    def _shown(self) -> tuple[DocumentEffect, PlaceEffect] | None:
        return self._places[self._at] if self._effect is not None and self._places else None

    def _show_state(self) -> None:
        """Show what belongs to one line, or to the whole; one line about nothing is not worth its room."""
        is_open = not self._is_folded
        had_focus = self.unfold_button.hasFocus()
        self.headline.setVisible(is_open)
        self.folded_line.setVisible(not is_open)
        self.unfold_button.setVisible(not is_open)
        self._steps.setVisible(is_open and bool(self._places))
        self._detail.setVisible(is_open and bool(self._places))
        self.setVisible(is_open or bool(self._places))
        self.setAccessibleName(self.headline.text() if is_open else self.folded_line.text())
        if had_focus and is_open:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self) -> None:
        shown = self._shown
        if shown is None:
            return
        document, place = shown
        count = len(self._places)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(count > 1)
        self.position.setText(f"{self._at + 1} of {count}")
        self.place.setText(", ".join(part for part in (place.title, place.where) if part))
        self.show_button.set_text("Go to it", name=f"Go to it: {self.place.text()}")
        self.show_button.setVisible(bool(document.copy))
        self.says.setText(place.says)
        self.says.setVisible(bool(place.says))
        self._fitted = ()
        self._show_pieces(place, _AROUND[0])
        self.copies.setText(copies_words(document))
        self.copies.setVisible(bool(document.other_copies))
        self._detail.verticalScrollBar().setValue(0)

    def _shorten(self, width: int, room: int) -> None:
        """Where there is too little room for both sides whole, leave fewer words around what differs."""
        shown = self._shown
        if shown is None:
            return
        # Letters have their final size only once they are on screen: then all is measured once more.
        key = (width, room, self._at)
        if self._fitted == (*key, self._detail.body.totalHeightForWidth(width)):
            return
        for around in _AROUND:
            self._show_pieces(shown[1], around)
            height = self._detail.body.totalHeightForWidth(width)
            self._fitted = (*key, height)
            if height + 2 <= room:
                break

    def _show_pieces(self, place: PlaceEffect, around: int) -> None:
        pieces = excerpt(place.pieces, around)
        sides = ((self.before, Change.ADDED, "Before", "Taken out"), (self.after, Change.REMOVED, "Now", "New"))
        is_alone = len({piece.change for piece in pieces}) == 1
        for text, other, usual, alone in sides:
            own = [piece for piece in pieces if piece.change is not other]
            is_shown = any(piece.text.strip() for piece in own)
            text.show_pieces(alone if is_alone else usual, own)
            text.setVisible(is_shown)

    def _spoken(self) -> str:
        """The place in words, for whoever listens."""
        parts = [self.position.text(), self.place.text(), self.says.text()]
        parts += [text.accessibleName() for text in (self.after, self.before) if not text.isHidden()]
        return ". ".join(part for part in parts if part)

    def _on_show_wished(self) -> None:
        if self._shown is not None:
            document, place = self._shown
            self.place_wished.emit(document.copy, place.anchor)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.headline, 1)
        head.addWidget(self.folded_line, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.unfold_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(HALF_SPACE)
        for part in (self.previous_button, self.position, self.next_button):
            steps.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        steps.addStretch(1)
        steps.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = self._detail.body
        inside.setSpacing(HALF_SPACE)
        # What it says now comes first, so that it is seen without scrolling.
        parts = (self.place, self.says, self.after, self.before, self.copies)
        for each in parts:
            inside.addWidget(each)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + HALF_SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(HALF_SPACE)
        column.addLayout(head)
        column.addWidget(self._detail)
        column.addWidget(self._steps)
        follow_layout(self)
