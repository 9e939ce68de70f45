"""The entries of the bar on the left: steps with a mark, sections with a line, pages with counts."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from app.domain.progress import Stage
from app.ui.icons import Icon, icon_pixmap
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import CONTROL_RADIUS, HALF_SPACE, SPACE, TypeSize
from app.ui.theme.theme import current_theme

_MARK = 26


class Level(Enum):
    """How deep an entry lies, which decides its size and indent."""

    STEP = "step"
    SECTION = "section"
    PAGE = "page"


class NavigationItem(QAbstractButton):
    """One entry: an optional mark, words that wrap, and a count or tick on the right."""

    def __init__(self, words: str, level: Level, number: int = 0) -> None:
        super().__init__()
        self._level = level
        self._words = words
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.mark = StepMark(number) if level is Level.STEP else None
        look = TextLook.STRONG if level is Level.STEP else TextLook.BODY
        if level is Level.SECTION:
            look = TextLook.SMALL
        self._label = text_label(words, look)
        self._count = text_label("", TextLook.SMALL, wraps=False)
        row = QHBoxLayout(self)
        indent = 6 * SPACE + 2 if level is Level.SECTION else SPACE + HALF_SPACE
        across = SPACE if level is Level.STEP else HALF_SPACE + 2
        row.setContentsMargins(indent, across, SPACE + HALF_SPACE, across)
        row.setSpacing(SPACE + HALF_SPACE)
        if self.mark is not None:
            row.addWidget(self.mark)
        row.addWidget(self._label, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop if level is Level.SECTION else Qt.AlignmentFlag(0))
        for part in (self._label, self._count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._on_toggled)
        self.show_count("", "")

    @property
    def words(self) -> str:
        """The words of the entry, without its count."""
        return self._words

    def show_count(self, shown: str, spoken: str) -> None:
        """Show a count or a tick; ``spoken`` says it in words, such as "7 left"."""
        self._count.setText(shown)
        self._count.setVisible(bool(shown))
        self.setAccessibleName(f"{self._words}, {spoken}" if spoken else self._words)

    def show_stage(self, stage: Stage) -> None:
        """Show in the mark of a step how far it is."""
        if self.mark is not None:
            self.mark.show_stage(stage)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._level is Level.SECTION:
            if self.isChecked():
                painter.fillRect(QRectF(3 * SPACE, 2, 3, self.height() - 4), QColor(roles.accent))
            elif self.underMouse():
                self._fill(painter, roles.page)
            return
        if self.isChecked() or self.underMouse():
            self._fill(painter, roles.accent_tint if self.isChecked() else roles.page)

    def _fill(self, painter: QPainter, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)

    def _on_toggled(self, is_chosen: bool) -> None:
        look = TextLook.STRONG if self._level is Level.STEP else TextLook.BODY
        if self._level is Level.SECTION:
            look = TextLook.LABEL if is_chosen else TextLook.SMALL
        _dress(self._label, look)
        self.update()


class StepMark(QWidget):
    """A circle with the step's number; filled with a tick when nothing of the step is left."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._stage = Stage.NOT_STARTED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_stage(self, stage: Stage) -> None:
        """Show how far the step is."""
        self._stage = stage
        self.update()

    @override
    def sizeHint(self) -> QSize:
        size = current_theme().icon_size(_MARK)
        return QSize(size, size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        roles = theme.roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self._stage is Stage.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.success))
            painter.drawEllipse(circle)
            size = round(circle.width() * 0.68)
            tick = icon_pixmap(theme, Icon.CHECK, roles.card, size)
            painter.drawPixmap(round((self.width() - size) / 2), round((self.height() - size) / 2), tick)
            return
        colour = QColor(roles.accent if self._stage is Stage.UNDER_WAY else roles.control)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QColor(roles.card))
        painter.drawEllipse(circle)
        painter.setFont(theme.font(TypeSize.SMALL, is_bold=True))
        painter.setPen(QColor(roles.accent if self._stage is Stage.UNDER_WAY else roles.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


def _dress(label: QLabel, look: TextLook) -> None:
    label.setProperty("look", look.value)
    label.style().unpolish(label)
    label.style().polish(label)
