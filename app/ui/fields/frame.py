"""The frame around one or more inputs: units inside it, a bold edge with the focus, a red one with a problem."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.marks import override
from app.ui.parts.focus_ring import WEARS_RING
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import CONTROL_RADIUS, SPACE
from app.ui.theme.theme import current_theme

_SIDE = SPACE + 4


class FieldFrame(QWidget):
    """One line of input with what stands before and after it."""

    def __init__(self, line: QLineEdit, prefix: str = "", suffix: str = "", letters: int = 0) -> None:
        super().__init__()
        self._line = line
        self._letters = letters
        self._has_problem = False
        self._affixes: list[QWidget] = []
        self.setProperty(WEARS_RING, True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._add_affix(prefix)
        line.setProperty("look", "bare")
        line.installEventFilter(self)
        self._row.addWidget(line, 1)
        self._add_affix(suffix)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if letters:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit()

    def add_button(self, button: QWidget, *, is_tinted: bool = False) -> None:
        """Put a button inside the frame, at its end; a tinted one stands on the ground of units."""
        self._row.addWidget(button)
        if is_tinted:
            self._affixes.append(button)

    def set_problem(self, has_problem: bool) -> None:
        """Mark the frame as holding something that cannot be read."""
        self._has_problem = has_problem
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        is_active = self._line.hasFocus()
        width = 2.0 if self._has_problem else 1.0
        colour = roles.text if is_active else roles.danger if self._has_problem else roles.control
        edge = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        shape = QPainterPath()
        shape.addRoundedRect(edge, CONTROL_RADIUS - 2, CONTROL_RADIUS - 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, QColor(roles.card))
        painter.setClipPath(shape)
        for affix in self._affixes:
            painter.fillRect(affix.geometry().adjusted(0, -SPACE, 0, SPACE), QColor(roles.page))
            painter.fillRect(self._divider(affix), QColor(roles.line))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPath(shape)

    def _divider(self, affix: QWidget) -> QRect:
        """The thin line between the input and what stands before or after it."""
        is_before = affix.x() < self._line.x()
        return QRect(affix.geometry().right() if is_before else affix.x(), 0, 1, self.height())

    def _add_affix(self, text: str) -> None:
        if not text:
            return
        affix = text_label(text, TextLook.UNIT, wraps=False)
        affix.setContentsMargins(_SIDE, SPACE, _SIDE, SPACE)
        affix.setAlignment(Qt.AlignmentFlag.AlignCenter)
        affix.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._affixes.append(affix)
        self._row.addWidget(affix)

    def _fit(self) -> None:
        """Make room for the letters that are usual here, at the present size of text."""
        self._line.setTextMargins(_SIDE, SPACE, _SIDE, SPACE)
        self._line.ensurePolished()
        letter = self._line.fontMetrics().horizontalAdvance("0")
        if self._letters:
            self._line.setFixedWidth(self._letters * letter + 2 * _SIDE)
        else:
            self._line.setMinimumWidth(6 * letter + 2 * _SIDE)
        self.updateGeometry()
