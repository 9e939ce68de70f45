"""A large card for one answer on offer, or a line of a list for one row of a table."""

from enum import IntEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton

from app.marks import override
from app.services.room_choices import Choice
from app.ui.projector.big_text import Setting, Whole, longest_word, set_text
from app.ui.projector.big_type import BigType, big_font
from app.ui.theme.theme import current_theme

_SUGGESTED = "Suggested"
#: Keys that reach an answer at once.
_MOST_NUMBERED = 9
_ENDLESS = 100_000
#: How thick the ring of the focus is, in widths of an edge.
RING_LINES = 2
#: The same for a line of a list, with the air between the ring and the words: those begin where all others do.
LISTED_LINES = 3


class Fullness(IntEnum):
    """How much the cards of a slide say, the most first; each step leaves out what the guidance says as well."""

    ALL = 0
    SHORT = 1
    """One line that tells what the answer means, or its hint where nothing else tells that."""
    BARE = 2
    """What the answer means, and no hint."""
    LEAST = 3
    """Nor which answer is suggested."""


class ChoiceCard(QAbstractButton):
    """Shows one answer; ``clicked`` says that the room wants it. Whether it is chosen is only shown, never kept.

    A listed one is a line of a list, to be opened: it has no edge, and nothing about it can be chosen. What adds to
    the list looks like a button with a plus, and has no number: it is not one more line.
    """

    focus_came = Signal()

    def __init__(self, place: int, *, is_one_of: bool, is_listed: bool = False) -> None:
        super().__init__()
        self._is_listed = is_listed
        self._place = place
        self._choice = Choice("", "")
        self._type = BigType()
        self._is_one_of = is_one_of
        self._fullness = Fullness.ALL
        self.setCheckable(not is_listed)
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

    @property
    def is_act(self) -> bool:
        """Whether this adds to the list instead of opening something in it."""
        return self._is_listed and not self._choice.value

    def natural_width(self) -> int:
        """Pixels it takes where nothing of it is broken into lines."""
        texts = [each.width for _, each in self.texts_in(_ENDLESS)]
        return max(texts) + self._before + 2 * self._edge

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        self._type = big
        self.update()

    def set_fullness(self, fullness: Fullness) -> None:
        """Say so much."""
        self._fullness = fullness
        self.update()

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        return sum(each.height for _, each in self.texts_in(width)) + 2 * self._rise

    def wholes_in(self, width: int) -> tuple[Whole, ...]:
        """Its lines: between them a page may end where the card is higher than a page."""
        found: list[Whole] = []
        top = self._rise
        for _, each in self.texts_in(width):
            found += [(top + start, top + end) for start, end in each.lines]
            top += each.height
        # The edges go with the first line and the last one.
        return ((0, found[0][1]), *found[1:-1], (found[-1][0], top + self._rise)) if len(found) > 1 else ((0, top),)

    def least_width(self) -> int:
        """Pixels in which no word is broken."""
        label = longest_word(self._choice.label, self._label_pixels, is_bold=self._is_bold)
        lines = [longest_word(line, self._type.body) for line in self._lines]
        if self._has_tag:
            lines.append(longest_word(_SUGGESTED, self._type.body))
        return max(label, *lines, 0) + self._before + 2 * self._edge

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
        ring = RING_LINES * line
        around = QRectF(self.rect())
        if self.hasFocus():
            for inset, ink, colour in ((ring / 2, ring, roles.focus), (ring + line / 4, line / 2, roles.focus_outline)):
                painter.setPen(QPen(QColor(colour), ink))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inside = around.adjusted(inset, inset, -inset, -inset)
                painter.drawRoundedRect(inside, self._type.radius + ring, self._type.radius + ring)
        if self._is_framed:
            inset = self._inset + width / 2 + (line / 2 if self.hasFocus() else 0)
            inside = around.adjusted(inset, inset, -inset, -inset)
            painter.setPen(QPen(QColor(roles.accent if is_chosen else roles.control), width))
            painter.setBrush(QColor(roles.accent_tint if is_chosen else roles.card))
            painter.drawRoundedRect(inside, self._type.radius, self._type.radius)
            if is_chosen:
                self._paint_tick(painter, inside)
        self._paint_texts(painter)

    @property
    def _edge(self) -> int:
        """From the outside to the words: the ring of the focus, the edge, and air."""
        air = round(self._type.quiet * 0.28) if self._is_framed else 0
        return max(self._inset + (self._type.line if self._is_framed else 0), LISTED_LINES * self._type.line) + air

    @property
    def _rise(self) -> int:
        """The same from above: lines of a list stand close, but for the ring."""
        return self._edge if self._is_framed else RING_LINES * self._type.line + 1

    @property
    def _inset(self) -> int:
        """From the outside to the edge that is seen; it stands where texts begin."""
        return (LISTED_LINES if self._is_listed else RING_LINES) * self._type.line

    @property
    def _is_framed(self) -> bool:
        return not self._is_listed or self.is_act

    @property
    def _label_pixels(self) -> int:
        return self._type.body if self._is_listed else self._type.choice

    @property
    def _is_bold(self) -> bool:
        return self._is_framed

    @property
    def _before(self) -> int:
        """Room for the key or the number at the left, and air behind it."""
        return round(self._type.body * 1.22) if self._has_number or self._is_listed else 0

    @property
    def _has_number(self) -> bool:
        return self._place < _MOST_NUMBERED

    @property
    def _lines(self) -> tuple[str, ...]:
        """What is below the label; beside a hint, what it means is one line, so that the card stays low."""
        hint, means = self._choice.hint, self._choice.lines
        if self._fullness is not Fullness.ALL:
            return means[:1] or ((hint,) if hint and self._fullness is Fullness.SHORT else ())
        return (hint, f"{'. '.join(means)}.") if hint and means else (hint,) if hint else means

    @property
    def _has_tag(self) -> bool:
        return self._choice.is_suggested and self._fullness is not Fullness.LEAST

    def _key_words(self) -> tuple[str, ...]:
        return (f"Key {self._place + 1}",) if self._has_number else ()

    def texts_in(self, width: int) -> list[tuple[str, Setting]]:
        """What it says in a width, from the top down, each with what it is: "label", "line" or "tag"."""
        room = width - 2 * self._edge - self._before
        label = set_text(self._choice.label, self._label_pixels, room, is_bold=self._is_bold)
        below = [("line", set_text(line, self._type.body, room)) for line in self._lines]
        if self._has_tag:
            below.append(("tag", set_text(_SUGGESTED, self._type.body, room)))
        return [("label", label), *below]

    def _paint_texts(self, painter: QPainter) -> None:
        roles = current_theme().roles
        left, top = self._edge + self._before, self._rise
        texts = self.texts_in(self.width())
        middle = top + self._above_capitals(texts[0][1]) + self._capitals / 2
        if self.is_act:
            self._paint_plus(painter, middle)
        elif self._is_listed:
            painter.setPen(QColor(roles.secondary))
            set_text(str(self._place + 1), self._label_pixels, _ENDLESS).layout.draw(painter, QPointF(self._edge, top))
        elif self._has_number:
            self._paint_key(painter, middle)
        for kind, each in texts:
            is_marked = kind == "label" and (self._choice.is_chosen or self.is_act)
            painter.setPen(QColor(roles.accent_dark if is_marked else roles.secondary if kind == "tag" else roles.text))
            each.layout.draw(painter, QPointF(left, top))
            top += each.height

    @property
    def _capitals(self) -> float:
        """How high the capitals of the label are."""
        return QFontMetricsF(big_font(self._label_pixels, is_bold=self._is_bold)).capHeight()

    def _above_capitals(self, label: Setting) -> float:
        """Pixels between the top of the label and that of its capitals."""
        return label.layout.lineAt(0).ascent() - self._capitals

    def _paint_key(self, painter: QPainter, middle: float) -> None:
        """The key that reaches this, as it looks on a keyboard: bare, it would read as part of a figure behind it."""
        roles, body, ink = current_theme().roles, self._type.body, max(self._type.line * 0.6, 1.5)
        cap = QRectF(self._edge + body * 0.08, middle - body * 0.5, body * 0.82, body)
        painter.setPen(QPen(QColor(roles.control), ink))
        painter.setBrush(QColor(roles.card))
        painter.drawRoundedRect(cap, body / 6, body / 6)
        painter.setPen(QColor(roles.secondary))
        number = set_text(str(self._place + 1), body, _ENDLESS)
        line = number.layout.lineAt(0)
        top = middle + QFontMetricsF(big_font(body)).capHeight() / 2 - line.ascent()
        number.layout.draw(painter, QPointF(cap.center().x() - line.naturalTextWidth() / 2, top))

    def _paint_plus(self, painter: QPainter, middle: float) -> None:
        reach = self._type.body * 0.28
        centre = QPointF(self._edge + self._type.body * 0.5, middle)
        pen = QPen(QColor(current_theme().roles.accent_dark), self._type.line * 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(centre - QPointF(reach, 0), centre + QPointF(reach, 0))
        painter.drawLine(centre - QPointF(0, reach), centre + QPointF(0, reach))

    def tick_corner(self) -> QRectF:
        """Where the tick of a chosen one stands: in the corner, above all words."""
        line, inset = self._type.line, self._inset
        height = self._edge + self._above_capitals(self.texts_in(self.width())[0][1]) - inset - line
        return QRectF(self.width() - inset - 1.6 * height, inset, 1.6 * height, height)

    def _paint_tick(self, painter: QPainter, frame: QRectF) -> None:
        """A tick, so that colour is never alone."""
        corner = self.tick_corner()
        height = corner.height()
        ground, card = QPainterPath(), QPainterPath()
        ground.addRoundedRect(corner.adjusted(0, -height, height, 0), height / 3, height / 3)
        card.addRoundedRect(frame, self._type.radius, self._type.radius)
        roles = current_theme().roles
        painter.fillPath(ground.intersected(card), QColor(roles.accent))
        size = height * 0.56
        left, top = corner.center().x() - size * 0.7, corner.center().y() - size / 2
        tick = [QPointF(left, top + size * 0.55), QPointF(left + size * 0.48, top + size)]
        pen = QPen(QColor(roles.on_accent), self._type.line * 1.2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([*tick, QPointF(left + size * 1.4, top)]))
