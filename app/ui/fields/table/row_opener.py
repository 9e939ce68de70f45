"""The line of one row: its name, its key cells, what it lacks, what was found; pressing it opens the row."""

from enum import Enum
from typing import TypeAlias

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.marks import override
from app.ui.fields.table.row_mark import RowMark
from app.ui.icons import Icon, icon_pixmap
from app.ui.parts.strip import mark_tint, tone_icon
from app.ui.theme.measures import CONTROL_RADIUS, HALF_SPACE, SPACE, TypeSize
from app.ui.theme.theme import Theme, current_theme

_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_ENDLESS = 100_000
#: The size of the mark of a warning, at plain text.
_MARK = 16
#: A window that is drawn wider passes through hundreds of widths; more than these are not worth keeping.
_MOST_WIDTHS = 24

Places: TypeAlias = list[tuple[str, QFont, QRect]]


class RowAct(Enum):
    """What can be done with a row or from it."""

    OPEN = "open"
    CLOSE = "close"
    UP = "up"
    DOWN = "down"
    DUPLICATE = "duplicate"
    REMOVE = "remove"
    ADD = "add"
    PASTE = "paste"
    PREVIOUS = "previous"
    NEXT = "next"


_KEYS: dict[tuple[int, Qt.KeyboardModifier], RowAct] = {
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): RowAct.UP,
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): RowAct.DOWN,
    (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier): RowAct.DUPLICATE,
    (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier): RowAct.PASTE,
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): RowAct.REMOVE,
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): RowAct.ADD,
    (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier): RowAct.PREVIOUS,
    (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier): RowAct.NEXT,
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): RowAct.OPEN,
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): RowAct.OPEN,
}


class RowOpener(QPushButton):
    """The part of a row that has the focus; its keys say what to do with the row."""

    act_wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._details = ""
        self._missing = ""
        self._mark: RowMark | None = None
        self._is_open = False
        self._covered = 0
        #: How high each text is at a width and a size of text: a layout asks many times, for several widths in turn.
        self._measured: dict[tuple[int, float], tuple[int, ...]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip("Enter to edit. Alt+Up and Alt+Down move, Ctrl+D duplicates, Delete removes.")
        self.setAccessibleDescription(self.toolTip())
        self.clicked.connect(lambda: self.act_wished.emit(RowAct.CLOSE if self._is_open else RowAct.OPEN))

    def show_words(self, title: str, details: str, missing: str, place: str, mark: RowMark | None = None) -> None:
        """Show these words; `place` tells a screen reader where the row stands, such as "row 2 of 6"."""
        found = mark.words if mark is not None else ""
        spoken = ", ".join(part for part in (title, details, missing, found, place) if part)
        self.setAccessibleName(spoken.replace("\N{NO-BREAK SPACE}", " "))
        if (title, details, missing, mark) == (self._title, self._details, self._missing, self._mark):
            return
        self._title, self._details, self._missing, self._mark = title, details, missing, mark
        self._measured.clear()
        self.updateGeometry()
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Turn the chevron."""
        self._is_open = is_open
        self.update()

    def give_way(self, pixels: int) -> None:
        """Leave so many pixels at the end of the first line to what lies over it: a longer name is cut there."""
        if pixels != self._covered:
            self._covered = pixels
            self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = _KEYS.get((event.key(), modifiers))
        if act is RowAct.OPEN and self._is_open:
            act = RowAct.CLOSE
        if act is None:
            super().keyPressEvent(event)
        else:
            self.act_wished.emit(act)

    @override
    def sizeHint(self) -> QSize:
        # The height follows from the width alone, and to break lines at one that it has not takes long.
        return QSize(self.fontMetrics().averageCharWidth() * 40, self.minimumSizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.fontMetrics().height() + 2 * SPACE)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        heights = self._heights(width, current_theme())
        gaps = sum(HALF_SPACE // 2 for text in (self._title, self._details, self._missing and self._mark) if text)
        return SPACE + sum(heights) + gaps + SPACE

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.roles.accent_tint))
            painter.drawRoundedRect(self.rect(), CONTROL_RADIUS, CONTROL_RADIUS)
        pixels = theme.icon_size(18)
        chevron = Icon.CHEVRON_UP if self._is_open else Icon.CHEVRON_DOWN
        top = SPACE + (QFontMetrics(theme.font(TypeSize.BODY, is_bold=True)).height() - pixels) // 2
        painter.drawPixmap(SPACE, top, icon_pixmap(theme, chevron, theme.roles.secondary, pixels))
        colours = (theme.roles.text, theme.roles.secondary, theme.roles.danger, theme.roles.text)
        places = self._places(self.width(), theme)
        for colour, (text, font, place) in zip(colours, places, strict=True):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(place, _WRAPPED, text)
        if self._mark is not None:
            _, font, place = places[-1]
            pixels = theme.icon_size(_MARK)
            top = place.top() + (QFontMetrics(font).height() - pixels) // 2
            tint = mark_tint(self._mark.tone)(theme.roles)
            painter.drawPixmap(_left(theme), top, icon_pixmap(theme, tone_icon(self._mark.tone), tint, pixels))

    def _cut(self, width: int, theme: Theme, height: int) -> str:
        """The name within what its lines have left while buttons lie over their end; the row keeps its height."""
        font = _fonts(theme)[0]
        metrics = QFontMetrics(font)
        room = max(_room(width, theme) - self._covered, 1)
        if _height(metrics, self._title, room) <= height:
            return self._title
        layout = QTextLayout(self._title, font)
        starts = []
        layout.beginLayout()
        for _ in range(max(round(height / metrics.lineSpacing()), 1)):
            line = layout.createLine()
            line.setLineWidth(room)
            starts.append(line.textStart())
        layout.endLayout()
        last = metrics.elidedText(self._title[starts[-1] :], Qt.TextElideMode.ElideRight, room)
        return self._title[: starts[-1]] + last

    def _places(self, width: int, theme: Theme) -> Places:
        """Each text with its font and its place below the one before; an empty text takes no height."""
        left = _left(theme)
        top = SPACE
        places = []
        fonts = _fonts(theme)
        texts = zip(self._texts(), fonts, _insets(theme), self._heights(width, theme), strict=True)
        for text, font, inset, height in texts:
            is_covered = self._covered > 0 and font is fonts[0]
            shown = self._cut(width, theme, height) if is_covered else text
            room = _room(width, theme) - inset - (self._covered if is_covered else 0)
            places.append((shown, font, QRect(left + inset, top, max(room, 1), height)))
            top += height + (HALF_SPACE // 2 if text else 0)
        return places

    def _texts(self) -> tuple[str, str, str, str]:
        return self._title, self._details, self._missing, self._mark.words if self._mark is not None else ""

    def _heights(self, width: int, theme: Theme) -> tuple[int, ...]:
        measured_for = (width, theme.text_scale)
        if measured_for not in self._measured:
            if len(self._measured) >= _MOST_WIDTHS:
                self._measured.clear()
            room = _room(width, theme)
            self._measured[measured_for] = tuple(
                _height(QFontMetrics(font), text, max(room - inset, 1))
                for text, font, inset in zip(self._texts(), _fonts(theme), _insets(theme), strict=True)
            )
        return self._measured[measured_for]


def _left(theme: Theme) -> int:
    return 2 * SPACE + theme.icon_size(18)


def _room(width: int, theme: Theme) -> int:
    return max(width - _left(theme) - SPACE, 1)


def _fonts(theme: Theme) -> tuple[QFont, QFont, QFont, QFont]:
    small = theme.font(TypeSize.SMALL)
    return theme.font(TypeSize.BODY, is_bold=True), small, small, small


def _insets(theme: Theme) -> tuple[int, int, int, int]:
    """Pixels that stand before each text: the last one has its mark there."""
    return 0, 0, 0, theme.icon_size(_MARK) + HALF_SPACE


def _height(metrics: QFontMetrics, text: str, room: int) -> int:
    """Pixels that a text takes in a room this wide. Most fit on a line, and breaking lines takes long."""
    if not text:
        return 0
    if "\n" not in text and metrics.horizontalAdvance(text) < room:
        return metrics.height()
    return metrics.boundingRect(QRect(0, 0, room, _ENDLESS), _WRAPPED, text).height()
