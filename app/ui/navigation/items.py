"""The entries of the bar on the left: steps with a mark, sections with a line, pages with counts."""

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel

from app.domain.progress import Stage
from app.marks import override
from app.ui.navigation.step_mark import StepMark
from app.ui.parts.badge import Badge
from app.ui.parts.link_row import WrappingButton
from app.ui.parts.strip import Tone
from app.ui.parts.text import TextLook, text_label
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import CONTROL_RADIUS, HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme


class Level(Enum):
    """How deep an entry lies, which decides its size and indent."""

    STEP = "step"
    SECTION = "section"
    PAGE = "page"


class NavigationItem(WrappingButton):
    """One entry: an optional mark, words that wrap, and at the right a count, a tick, or badges."""

    def __init__(self, words: str, level: Level, number: int = 0) -> None:
        super().__init__()
        speak_as(self, Spoken.ENTRY)
        self._level = level
        self.words = words
        self.setCheckable(True)
        self.mark = StepMark(number) if level is Level.STEP else None
        self._label = text_label(words, _look(level, is_chosen=False))
        self._count = text_label("", TextLook.SMALL, wraps=False)
        self.badges = {tone: Badge(tone) for tone in (Tone.ERROR, Tone.WARNING)} if level is Level.PAGE else {}
        self.badge = Badge()
        row = QHBoxLayout(self)
        indent = 6 * SPACE + 2 if level is Level.SECTION else SPACE + HALF_SPACE
        across = {Level.STEP: SPACE + 2, Level.SECTION: HALF_SPACE, Level.PAGE: HALF_SPACE + 2}[level]
        row.setContentsMargins(indent, across, SPACE + HALF_SPACE, across)
        row.setSpacing(SPACE if level is Level.PAGE else SPACE + HALF_SPACE)
        if self.mark is not None:
            row.addWidget(self.mark)
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._label, 1)
        top = Qt.AlignmentFlag.AlignTop if level is Level.SECTION else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._count, 0, top)
        for badge in (*self.badges.values(), self.badge):
            row.addWidget(badge)
        for part in (self._label, self._count):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._on_toggled)
        self.show_count("", "")

    def show_count(self, shown: str, spoken: str) -> None:
        """Show a count or a tick; ``spoken`` says it in words, such as "7 left"."""
        if self._level is Level.PAGE:
            self.badge.show_text(shown)
        else:
            self._count.setText(shown)
            self._count.setVisible(bool(shown))
        self.setAccessibleName(f"{self.words}, {spoken}" if spoken else self.words)

    def show_findings(self, errors: int, warnings: int) -> None:
        """Show a badge for each sort of finding that there is."""
        for tone, count in ((Tone.ERROR, errors), (Tone.WARNING, warnings)):
            self.badges[tone].show_text(str(count) if count else "")
        self.setAccessibleName(f"{self.words}, {errors} errors, {warnings} warnings")

    def show_stage(self, stage: Stage) -> None:
        """Show in the mark of a step how far it is."""
        if self.mark is not None:
            self.mark.show_stage(stage)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = self.isChecked()
        if self.underMouse() or (is_chosen and self._level is not Level.SECTION):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(roles.accent_tint if is_chosen else roles.page))
            painter.drawRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)
        if is_chosen:
            # A ground alone tells little in high contrast.
            left = 3 * SPACE if self._level is Level.SECTION else 0
            inset = 2 if self._level is Level.SECTION else CONTROL_RADIUS
            painter.fillRect(QRectF(left, inset, 3, self.height() - 2 * inset), QColor(roles.accent))

    def _on_toggled(self, is_chosen: bool) -> None:
        _dress(self._label, _look(self._level, is_chosen=is_chosen))
        self.update()


def _look(level: Level, *, is_chosen: bool) -> TextLook:
    match level:
        case Level.STEP:
            return TextLook.CHOSEN if is_chosen else TextLook.STRONG
        case Level.SECTION:
            return TextLook.CHOSEN_SMALL if is_chosen else TextLook.SMALL
        case Level.PAGE:
            return TextLook.CHOSEN if is_chosen else TextLook.BODY


def _dress(label: QLabel, look: TextLook) -> None:
    label.setProperty("look", look.value)
    label.style().unpolish(label)
    label.style().polish(label)
