"""The way to where the user is, on one line: the last part in bold, and what does not fit shortened."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.marks import override
from app.ui.parts.text import tooltip_text
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import TypeSize
from app.ui.theme.theme import current_theme

_BETWEEN = " › "


class WayLabel(QWidget):
    """Where there is no room for all, the parts before the last one become their numbers; then the last one is cut."""

    def __init__(self) -> None:
        super().__init__()
        speak_as(self, Spoken.TEXT)
        self._parts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_way(self, parts: tuple[str, ...]) -> None:
        """Show these parts, from the outside in."""
        self._parts = parts
        self.setAccessibleName(_BETWEEN.join(parts))
        self.setToolTip(tooltip_text(_BETWEEN.join(parts)))
        self.updateGeometry()
        self.update()

    def words_in(self, width: int) -> tuple[str, str]:
        """What stands in so many pixels: what leads to the last part, and the last part."""
        plain, bold = _letters()
        last = self._parts[-1] if self._parts else ""
        before = self._before
        if plain.horizontalAdvance(before) + bold.horizontalAdvance(last) > width:
            before = "".join(f"{_number_of(part)}{_BETWEEN}" for part in self._parts[:-1] if _number_of(part))
        room = max(width - plain.horizontalAdvance(before), 0)
        # Qt shortens a text that fits exactly: it rounds up what was rounded to the nearest pixel.
        fits = bold.horizontalAdvance(last) <= room
        return before, last if fits else bold.elidedText(last, Qt.TextElideMode.ElideRight, room)

    @override
    def sizeHint(self) -> QSize:
        plain, bold = _letters()
        last = self._parts[-1] if self._parts else ""
        return QSize(plain.horizontalAdvance(self._before) + bold.horizontalAdvance(last), bold.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        before, last = self.words_in(self.width())
        left = 0
        for text, is_last in ((before, False), (last, True)):
            font = theme.font(TypeSize.BODY, is_bold=is_last)
            painter.setFont(font)
            painter.setPen(QColor(theme.roles.text if is_last else theme.roles.secondary))
            room = QRect(left, 0, self.width() - left, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            left += QFontMetrics(font).horizontalAdvance(text)

    @property
    def _before(self) -> str:
        return "".join(f"{part}{_BETWEEN}" for part in self._parts[:-1])


def _letters() -> tuple[QFontMetrics, QFontMetrics]:
    theme = current_theme()
    return QFontMetrics(theme.font(TypeSize.BODY)), QFontMetrics(theme.font(TypeSize.BODY, is_bold=True))


def _number_of(part: str) -> str:
    """The number that a part begins with; empty where it has none."""
    first = part.split(" ", 1)[0]
    return first if first.isdecimal() else ""
