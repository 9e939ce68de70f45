"""A part of a page that stays folded until asked for, under a heading with a count, a tag or a quieter line."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.marks import override
from app.ui.icons import Icon
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.link_row import WrappingButton
from app.ui.parts.tag import Tag
from app.ui.parts.text import TextLook, text_label
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import CONTROL_RADIUS, HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme

_MARK = 18
_BESIDE_MARK = SPACE + HALF_SPACE
#: What is inside begins below the words of the heading, as far in as they are at 100 % text.
_INDENT = _MARK + _BESIDE_MARK


class FoldedPart(QWidget):
    """`build` fills the column that unfolds, when it first does."""

    unfolded = Signal(bool)

    def __init__(
        self,
        words: str,
        beside: str,
        build: Callable[[QVBoxLayout], None],
        *,
        is_open: bool = False,
        tag: Tag | None = None,
        below: str = "",
    ) -> None:
        super().__init__()
        self._build = build
        self._inside: QWidget | None = None
        self.header = FoldHeader(words, beside, tag, below)
        self.header.toggled.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF_SPACE)
        self._column.addWidget(self.header)
        if is_open:
            self.header.setChecked(True)

    def _on_toggled(self, is_open: bool) -> None:
        if self._inside is None:
            self._inside = QWidget()
            inside = QVBoxLayout(self._inside)
            inside.setContentsMargins(_INDENT, 0, 0, SPACE)
            inside.setSpacing(0)
            self._build(inside)
            self._column.addWidget(self._inside)
        self._inside.setVisible(is_open)
        self.unfolded.emit(is_open)


class FoldHeader(WrappingButton):
    """A line that is checked while what stands below it is unfolded. Words ``below`` may be long; ``beside``, short."""

    def __init__(self, words: str, beside: str = "", tag: Tag | None = None, below: str = "") -> None:
        super().__init__()
        speak_as(self, Spoken.FOLD)
        self._spoken = ", ".join(part for part in (words, beside, below, tag.words if tag is not None else "") if part)
        self.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, HALF_SPACE + 2, SPACE, HALF_SPACE + 2)
        row.setSpacing(_BESIDE_MARK)
        self._mark = IconLabel(Icon.CHEVRON_DOWN, lambda roles: roles.secondary, _MARK)
        label = self._label = text_label(words, TextLook.STRONG)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        count = text_label(beside, TextLook.SMALL, wraps=False)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label)
        if below:
            more = text_label(below, TextLook.SMALL)
            more.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(more)
        row.addLayout(texts, 1)
        row.addWidget(count, 0, Qt.AlignmentFlag.AlignVCenter)
        if tag is not None:
            row.addWidget(tag, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in (self._mark, label, count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._show_state)
        self._show_state(False)

    def show_words(self, words: str) -> None:
        """Name another thing, of which nothing is counted."""
        self._spoken = words
        self._label.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def _show_state(self, is_open: bool) -> None:
        self._mark.set_icon(Icon.CHEVRON_UP if is_open else Icon.CHEVRON_DOWN, lambda roles: roles.secondary)
        self.setAccessibleName(self._spoken)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() or self.isDown():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current_theme().roles.accent_tint))
            painter.drawRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)
