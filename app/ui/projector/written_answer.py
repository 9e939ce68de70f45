"""Where the room's answer is typed: one line in big type, or a text of several lines."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.domain.parsing import parse_duration
from app.domain.parsing_names import parse_organisation
from app.domain.questions import Column, Question
from app.domain.values import Duration, Kind, Organisation, Value
from app.domain.wording import duration_in_words
from app.marks import override
from app.ui.fields.frame import FieldFrame
from app.ui.fields.known_value import KnownValue
from app.ui.fields.line_field import LineField
from app.ui.fields.line_forms import LineForm, line_form
from app.ui.fields.pause import Pause
from app.ui.fields.person_field import PersonField
from app.ui.projector.big_text import BigText, Whole, quiet_tint
from app.ui.projector.big_type import BigType
from app.ui.theme.measures import CONTROL_RADIUS
from app.ui.theme.theme import current_theme

_PAUSE = 400
#: How near the end of the slide a field is moved to it, in heights of the least letters.
_NEAR = 2
_CAPTIONS = {
    Kind.PERCENTAGE: "Or write another percentage:",
    Kind.WHOLE_NUMBER: "Or write another number:",
    Kind.MONEY: "Or write another sum:",
    Kind.DURATION: "Or write another length of time:",
    Kind.DATE: "Or write another date:",
    Kind.ORGANISATION: "Name, part of it, or code:",
}


class WrittenLine(QWidget):
    """A line to type in. ``answered`` carries a value or None; ``typed`` what stands in the line so far."""

    answered = Signal(object)
    problem_changed = Signal(str)
    typed = Signal(str)
    focus_came = Signal()

    def __init__(self, asked: Question | Column, *, has_choices: bool) -> None:
        super().__init__()
        self._type = BigType()
        self.field = _field_for(asked)
        self.field.setParent(self)
        self.field.set_names(asked.label, asked.hint)
        caption = _CAPTIONS.get(asked.kind, "Write the answer:")
        self._caption = BigText(
            caption if has_choices else caption.removeprefix("Or ").capitalize(), "body", quiet_tint
        )
        self._caption.setParent(self)
        self.lines = self.field.findChildren(QLineEdit)
        for line in self.lines:
            line.installEventFilter(self)
            line.textEdited.connect(self.typed)
        self.field.answered.connect(self.answered)
        self.field.problem_changed.connect(self.problem_changed)

    @property
    def reach(self) -> int:
        """Pixels by which it begins before texts: the ring of the focus has its room there."""
        return self._edge

    @property
    def has_focus(self) -> bool:
        """Whether somebody is typing here."""
        return any(line.hasFocus() for line in self.lines)

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        if big != self._type or not self.styleSheet():
            self._type = big
            self.setStyleSheet(f"* {{ font-size: {big.body}px; }}")
        self._caption.set_type(big)
        self._place()

    def height_in(self, width: int) -> int:
        """Pixels it takes in a width."""
        field = self._field_height(width) + 2 * self._edge
        caption = self._caption.height_in(max(width - 2 * self._edge, 1))
        return max(field, caption) if self._is_in_line(width) else caption + field

    def wholes_in(self, width: int, most: int) -> tuple[Whole, ...]:
        """It stays whole."""
        return ((0, self.height_in(width)),)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
            if event.type() is QEvent.Type.FocusIn:
                self.focus_came.emit()
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        around = QRectF(self.field.geometry())
        if self.has_focus:
            _paint_ring(self, around, self._type)
            return
        # The edge of the field itself is made for a screen that one sits at: this one joins it, for one that is wider.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._type.line / 2
        painter.setPen(QPen(QColor(current_theme().roles.control), ink + 1))
        for frame in self.field.findChildren(FieldFrame):
            beside = (ink - 1) / 2
            edge = QRectF(QRect(frame.mapTo(self, QPoint(0, 0)), frame.size())).adjusted(
                -beside, -beside, beside, beside
            )
            painter.drawRoundedRect(edge, CONTROL_RADIUS - 2 + beside, CONTROL_RADIUS - 2 + beside)

    def _place(self) -> None:
        height = self._field_height(self.width())
        room = self.width() - 2 * self._edge
        caption = self._caption.height_in(room)
        wide = min(self.field.sizeHint().width(), room) if self._is_narrow else room
        if not self._is_in_line(self.width()):
            self._caption.setGeometry(self._edge, 0, room, caption)
            self.field.setGeometry(self._edge, caption + self._edge, wide, height)
            return
        before = self._caption.natural_width()
        self._caption.setGeometry(self._edge, self._edge + (height - caption) // 2, before, caption)
        left, end = self._edge + before + self._type.gap, self._edge + room - wide
        # Almost at the end of the line above, it would look as if it had missed it.
        self.field.setGeometry(end if end - left <= _NEAR * self._type.quiet else left, self._edge, wide, height)

    def _is_in_line(self, width: int) -> bool:
        """Whether the caption and the line have room beside each other."""
        needed = self._caption.natural_width() + self._type.gap + self.field.sizeHint().width() + 2 * self._edge
        return self._is_narrow and needed <= width

    @property
    def _is_narrow(self) -> bool:
        return self.field.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Maximum

    def _field_height(self, width: int) -> int:
        for line in self.lines:
            line.ensurePolished()
        room = width - 2 * self._edge
        field = self.field
        return field.heightForWidth(room) if field.hasHeightForWidth() else max(field.sizeHint().height(), 1)

    @property
    def _edge(self) -> int:
        return 3 * self._type.line


class WrittenText(QPlainTextEdit):
    """Several lines of text, given when typing pauses or the text is left. It fills what room there is."""

    answered = Signal(object)
    focus_came = Signal()

    def __init__(self, asked: Question | Column, room: Callable[[], int]) -> None:
        super().__init__()
        self._type = BigType()
        self._room = room
        self.known = KnownValue()
        self.known.stand_for("")
        self._pause = Pause(_PAUSE, self)
        self._pause.ended.connect(self.finish)
        self.setTabChangesFocus(True)
        self.setAccessibleName(asked.label)
        self.setAccessibleDescription(asked.hint)
        self.textChanged.connect(self._pause.begin_again)

    def show_value(self, value: Value | None) -> None:
        """Show a text from elsewhere; what is being typed stays if the text is still the same."""
        if self.known.show(value):
            text = value if isinstance(value, str) else ""
            if text != self.toPlainText():
                self.setPlainText(text)
            self.known.stand_for(self.toPlainText())
            self._pause.cancel()

    def finish(self) -> None:
        """Give the text now."""
        self._pause.cancel()
        written = self.toPlainText()
        if not self.known.is_untouched(written):
            self.known.stand_for(written)
            value = written.strip() or None
            if self.known.give(value):
                self.answered.emit(value)

    def set_type(self, big: BigType) -> None:
        """Be as large as this says."""
        if big != self._type or not self.styleSheet():
            self._type = big
            self.setStyleSheet(
                f"QPlainTextEdit {{ font-size: {big.body}px; }}"
                f"QPlainTextEdit:focus {{ border: {big.line}px solid palette(window-text); }}"
            )

    def height_in(self, width: int) -> int:
        """As much as there is, but at least three lines."""
        return max(self._room(), 4 * self._type.body)

    def wholes_in(self, width: int, most: int) -> tuple[Whole, ...]:
        """It stays whole and scrolls inside."""
        return ((0, self.height_in(width)),)

    @override
    def sizeHint(self) -> QSize:
        return QSize(10 * self._type.body, 4 * self._type.body)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_came.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()


def can_be_written(kind: Kind) -> bool:
    """Whether an answer of this kind can be typed in one line."""
    return kind in {
        Kind.TEXT,
        Kind.WHOLE_NUMBER,
        Kind.PERCENTAGE,
        Kind.MONEY,
        Kind.DATE,
        Kind.DURATION,
        Kind.ORGANISATION,
        Kind.PERSON,
    }


def _field_for(asked: Question | Column) -> LineField | PersonField:
    match asked.kind:
        case Kind.PERSON:
            return PersonField(_PAUSE)
        case Kind.DURATION:
            return LineField(
                LineForm(partial(parse_duration, units=asked.units), _duration_written, letters=18), _PAUSE
            )
        case Kind.ORGANISATION:
            return LineField(LineForm(parse_organisation, _organisation_written), _PAUSE)
        case _:
            return LineField(line_form(asked), _PAUSE)


def _duration_written(value: Value) -> str:
    return duration_in_words(value) if isinstance(value, Duration) else str(value)


def _organisation_written(value: Value) -> str:
    if not isinstance(value, Organisation):
        return str(value)
    return f"{value.name} ({value.code})" if value.code else value.name


def _paint_ring(widget: QWidget, around: QRectF, big: BigType) -> None:
    """The ring of the focus around a part of a widget that is being painted."""
    roles = current_theme().roles
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = big.line
    for distance, ink, colour in ((line / 4, line / 2, roles.focus_outline), (1.5 * line, 2 * line, roles.focus)):
        painter.setPen(QPen(QColor(colour), ink))
        painter.drawRoundedRect(around.adjusted(-distance, -distance, distance, distance), big.radius, big.radius)
