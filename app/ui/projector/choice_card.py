"""A large card for one answer on offer, and the grid that such cards stand in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.services.room_choices import Choice
from app.ui.projector.big_text import Setting, Whole, longest_word, set_text
from app.ui.projector.big_type import BigType
from app.ui.theme.theme import current_theme

_SUGGESTED = "Suggested"
_MOST_COLUMNS = 4
#: Keys that reach an answer at once.
_MOST_NUMBERED = 9


class ChoiceCard(QAbstractButton):
    """Shows one answer; ``clicked`` says that the room wants it. Whether it is chosen is only shown, never kept."""

    focus_came = Signal()

    def __init__(self, place: int, *, is_one_of: bool) -> None:
        super().__init__()
        self._place = place
        self._choice = Choice("", "")
        self._type = BigType()
        self._is_one_of = is_one_of
        self._is_lean = False
        self.setCheckable(True)
        self.setAutoExclusive(is_one_of)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def choice(self) -> Choice:
        """The answer on offer."""
        return self._choice

    @property
    def pixels(self) -> int:
        """How high its smallest letters are set."""
        return self._type.body

    def show_choice(self, choice: Choice) -> None:
        """Show an answer and whether it is chosen."""
        self._choice = choice
        words = choice.label.replace("&", "&&")
        if self.text() != words:
            self.setText(words)
        self.setAccessibleName(choice.label)
        suggested = (_SUGGESTED,) if choice.is_suggested else ()
        said = (choice.hint.rstrip("."), *choice.lines, *suggested, *self._key_words())
        self.setAccessibleDescription(". ".join(each for each in said if each))
        if choice.is_chosen != self.isChecked():
            # A group that insists on one choice cannot be emptied.
            self.setAutoExclusive(False)
            self.setChecked(choice.is_chosen)
            self.setAutoExclusive(self._is_one_of)
        self.updateGeometry()
        self.update()

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        self._type = big
        self.update()

    def set_lean(self, is_wanted: bool) -> None:
        """Leave out the hint, and all that it means but the first line; or show them again."""
        self._is_lean = is_wanted
        self.update()

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        return sum(each.height for _, each in self._texts(width)) + 2 * self._edge

    def wholes_in(self, width: int) -> tuple[Whole, ...]:
        """Its lines: between them a page may end where the card is higher than a page."""
        found: list[Whole] = []
        top = self._edge
        for _, each in self._texts(width):
            found += [(top + start, top + end) for start, end in each.lines]
            top += each.height
        # The edges go with the first line and the last one.
        return ((0, found[0][1]), *found[1:-1], (found[-1][0], top + self._edge)) if len(found) > 1 else ((0, top),)

    def least_width(self) -> int:
        """Pixels in which no word is broken."""
        label = longest_word(self._choice.label, self._type.choice, is_bold=True)
        lines = [longest_word(line, self._type.body) for line in self._lines]
        if self._choice.is_suggested:
            lines.append(longest_word(_SUGGESTED, self._type.body, is_bold=True))
        tick = round(self._type.choice * 0.9)
        return max(label + tick, *lines, 0) + self._before + 2 * self._edge

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.least_width(), self.height_in(self.least_width()))

    @override
    def nextCheckState(self) -> None:
        """The answers say what is chosen, not the press."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not event.modifiers():
            self.click()
        else:
            # Not for the button: the arrows move between slides and answers.
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_came.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = self._choice.is_chosen
        line = self._type.line
        width = line if is_chosen else max(line / 2, 1.0)
        ring = 2 * line
        around = QRectF(self.rect())
        if self.hasFocus():
            for inset, ink, colour in ((ring / 2, ring, roles.focus), (ring + line / 4, line / 2, roles.focus_outline)):
                painter.setPen(QPen(QColor(colour), ink))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inside = around.adjusted(inset, inset, -inset, -inset)
                painter.drawRoundedRect(inside, self._type.radius + ring, self._type.radius + ring)
        inset = ring + width / 2 + (line / 2 if self.hasFocus() else 0)
        painter.setPen(QPen(QColor(roles.accent if is_chosen else roles.control), width))
        painter.setBrush(QColor(roles.accent_tint if is_chosen else roles.card))
        painter.drawRoundedRect(around.adjusted(inset, inset, -inset, -inset), self._type.radius, self._type.radius)
        self._paint_texts(painter)

    @property
    def _edge(self) -> int:
        """From the outside to the words: the ring of the focus, the edge, and air."""
        return 3 * self._type.line + round(self._type.quiet * 0.28)

    @property
    def _before(self) -> int:
        """Room for the number at the left."""
        return round(self._type.body * 1.05) if self._has_number else 0

    @property
    def _has_number(self) -> bool:
        return self._place < _MOST_NUMBERED

    @property
    def _lines(self) -> tuple[str, ...]:
        """What is below the label; beside a hint, what it means is one line, so that the card stays low."""
        hint, means = self._choice.hint, self._choice.lines
        if self._is_lean:
            return means[:1]
        return (hint, f"{'. '.join(means)}.") if hint and means else (hint,) if hint else means

    def _key_words(self) -> tuple[str, ...]:
        return (f"Key {self._place + 1}",) if self._has_number else ()

    def _texts(self, width: int) -> list[tuple[str, Setting]]:
        room = width - 2 * self._edge - self._before
        tick = round(self._type.choice * 0.9)
        label = set_text(self._choice.label, self._type.choice, room - tick, is_bold=True)
        below = [("line", set_text(line, self._type.body, room)) for line in self._lines]
        if self._choice.is_suggested:
            below.append(("tag", set_text(_SUGGESTED, self._type.body, room, is_bold=True)))
        return [("label", label), *below]

    def _paint_texts(self, painter: QPainter) -> None:
        roles = current_theme().roles
        left, top = self._edge + self._before, self._edge
        if self._has_number:
            painter.setPen(QColor(roles.secondary))
            number = set_text(str(self._place + 1), self._type.body, self._before)
            number.layout.draw(painter, QPointF(self._edge, top + self._type.choice * 0.06))
        for kind, each in self._texts(self.width()):
            is_label = kind == "label"
            is_marked = kind == "tag" or (is_label and self._choice.is_chosen)
            painter.setPen(QColor(roles.accent_dark if is_marked else roles.text))
            each.layout.draw(painter, QPointF(left, top))
            if is_label and self._choice.is_chosen:
                self._paint_tick(painter, left + self._end_of(each), top + each.lines[-1][0], each.lines[0][1])
            top += each.height

    def _end_of(self, label: Setting) -> float:
        last = label.layout.lineAt(label.layout.lineCount() - 1)
        return last.naturalTextWidth()

    def _paint_tick(self, painter: QPainter, left: float, top: float, height: int) -> None:
        """A tick behind the words, so that colour is never alone."""
        size = height * 0.5
        corner = QPointF(left + height * 0.2, top + height * 0.26)
        tick = QPolygonF(
            [corner + QPointF(0, size * 0.6), corner + QPointF(size * 0.35, size), corner + QPointF(size, 0)]
        )
        pen = QPen(QColor(current_theme().roles.accent_dark), self._type.line * 1.4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(tick)


class CardGrid(QWidget):
    """Cards in as many columns as take the least height and break no word. ``chosen`` carries a place from 0."""

    chosen = Signal(int)

    def __init__(self, name: str, *, is_one_of: bool = True, most_columns: int = _MOST_COLUMNS) -> None:
        super().__init__()
        self._is_one_of = is_one_of
        self._most_columns = most_columns
        self._type = BigType()
        self._is_lean = False
        self._cards: list[ChoiceCard] = []
        self._known: dict[int, list[QRect]] = {}
        self.setAccessibleName(name)

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
            card = ChoiceCard(place, is_one_of=self._is_one_of)
            card.setParent(self)
            card.set_type(self._type)
            card.set_lean(self._is_lean)
            card.clicked.connect(lambda _=False, at=place: self.chosen.emit(at))
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

    def set_lean(self, is_wanted: bool) -> None:
        """Leave out all that the cards can do without, or show it again."""
        if is_wanted == self._is_lean:
            return
        self._is_lean = is_wanted
        self._known.clear()
        for card in self._cards:
            card.set_lean(is_wanted)
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
        most = min(self._most_columns, len(self._cards))
        needed = max((card.least_width() for card in self._cards), default=0)
        possible = [n for n in range(1, most + 1) if n == 1 or self._column(width, n) >= needed]
        arranged = [self._arranged(width, n) for n in possible]
        return min(arranged, key=lambda rects: max(rect.bottom() for rect in rects)) if arranged else []

    def _column(self, width: int, count: int) -> int:
        return (width - self._gap * (count - 1)) // count

    def _arranged(self, width: int, count: int) -> list[QRect]:
        column = self._column(width, count)
        heights = [card.height_in(column) for card in self._cards]
        rects: list[QRect] = []
        top = 0
        for start in range(0, len(heights), count):
            line = heights[start : start + count]
            rects += [QRect(at * (column + self._gap), top, column, max(line)) for at in range(len(line))]
            top += max(line) + self._gap
        return rects

    @property
    def _gap(self) -> int:
        # The ring of the focus has its own room inside each card.
        return max(self._type.gap - 4 * self._type.line, 0)
