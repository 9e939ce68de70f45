"""A line to press that leads somewhere: its words wrap, and a quieter text stands below or at the right."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.marks import override
from app.ui.icons import Icon
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.text import TextLook, text_label
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import CONTROL_RADIUS, HALF_SPACE, SPACE
from app.ui.theme.roles import Tint
from app.ui.theme.theme import current_theme


class WrappingButton(QAbstractButton):
    """A button that holds a layout, is as high as its words need, and answers to Enter as well as to Space."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Fixed would hold it at the height of its words on one line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    @override
    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing; the parts inside draw themselves."""


class LinkRow(WrappingButton):
    """Words in the colour of links. `below` says more about them, `beside` counts or dates.

    One that `is_flush` begins where the texts around it begin.
    """

    def __init__(
        self,
        words: str,
        below: str = "",
        beside: str = "",
        icon: Icon | None = None,
        tint: Tint | None = None,
        *,
        name: str = "",
        is_flush: bool = False,
    ) -> None:
        super().__init__()
        speak_as(self, Spoken.LINK)
        self.words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0 if is_flush else SPACE, HALF_SPACE + 2, SPACE, HALF_SPACE + 2)
        row.setSpacing(SPACE + HALF_SPACE)
        parts: list[QWidget] = []
        if icon is not None:
            mark = IconLabel(icon, tint or (lambda roles: roles.secondary), 18)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            parts.append(mark)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(_kept(text_label(words, TextLook.LINK), parts))
        if below:
            texts.addWidget(_kept(text_label(below, TextLook.SMALL), parts))
        row.addLayout(texts, 1)
        if beside:
            row.addWidget(_kept(text_label(beside, TextLook.SMALL, wraps=False), parts), 0, Qt.AlignmentFlag.AlignTop)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(name or ", ".join(text for text in (words, below, beside) if text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() or self.isDown():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current_theme().roles.accent_tint))
            painter.drawRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)


def _kept(label: QLabel, parts: list[QWidget]) -> QLabel:
    parts.append(label)
    return label
