"""Message strips: an error, a warning, a note or good news, with its mark, its words and what can be done."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.marks import override
from app.ui.icons import Icon
from app.ui.parts.band import paint_band
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.theme.roles import Roles, Tint
from app.ui.theme.theme import current_theme

if TYPE_CHECKING:
    # The first window says something before anything is checked.
    from app.domain.checks import Severity


class Tone(Enum):
    """How grave a message is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    SUCCESS = "success"


def tone_of(severity: Severity) -> Tone:
    """The tone in which a finding is shown."""
    return Tone(severity.value)


def tone_icon(tone: Tone) -> Icon:
    """The mark of a tone, different in shape for each, so that colour is never alone."""
    return _ICONS[tone]


def tone_colour(tone: Tone, roles: Roles) -> str:
    """The colour of the mark and of the bar."""
    colours = {
        Tone.ERROR: roles.danger,
        Tone.WARNING: roles.warning,
        Tone.NOTE: roles.accent,
        Tone.SUCCESS: roles.success,
    }
    return colours[tone]


def mark_tint(tone: Tone) -> Tint:
    """The colour of a tone's mark."""
    # Amber on a pale ground is hard to see: the shape says warning, the bar carries the colour.
    return lambda roles: roles.text if tone is Tone.WARNING else tone_colour(tone, roles)


def tone_name(tone: Tone) -> str:
    """The word that says how grave it is."""
    return _NAMES[tone]


class MessageStrip(QWidget):
    """A tinted strip with a bar at its left. Details come below the message; links stand at their end."""

    def __init__(self, tone: Tone, message: str, details: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.tone = tone
        self.message = text_label(message)
        self.links: list[Button] = []
        self._texts = QVBoxLayout()
        self._texts.setSpacing(HALF_SPACE)
        self._texts.addWidget(self.message)
        for detail in details:
            self.add_detail(detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(DOUBLE_SPACE, SPACE + 2, DOUBLE_SPACE, SPACE + 2)
        row.setSpacing(SPACE)
        mark = IconLabel(tone_icon(tone), mark_tint(tone), name=_NAMES[tone])
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._texts, 1)
        self._row = row
        self.setAccessibleName(f"{_NAMES[tone]}: {message}")

    def add_detail(self, text: str) -> QWidget:
        """Put a quieter line below the message."""
        label = text_label(text, TextLook.SMALL)
        self._texts.addWidget(label)
        return label

    def add_link(self, text: str, name: str = "", *, folds: bool = False) -> Button:
        """Put a link at the right end; one that ``folds`` shows more while it is checked."""
        link = Button(text, ButtonLook.LINK, name=name, folds=folds)
        self.links.append(link)
        self._row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return link

    def add_close(self, name: str) -> Button:
        """Put a button at the right end that takes the strip away; what it does is for whoever shows it."""
        close = Button("", ButtonLook.ICON, Icon.CLOSE, name=name)
        has_details = self._texts.count() > 1
        self._row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop if has_details else Qt.AlignmentFlag.AlignVCenter)
        return close

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        paint_band(painter, QRectF(self.rect()), _ground(self.tone, roles), tone_colour(self.tone, roles))


_ICONS = {Tone.ERROR: Icon.ERROR, Tone.WARNING: Icon.WARNING, Tone.NOTE: Icon.NOTE, Tone.SUCCESS: Icon.AGREE}
_NAMES = {Tone.ERROR: "Error", Tone.WARNING: "Warning", Tone.NOTE: "Note", Tone.SUCCESS: "Done"}


def _ground(tone: Tone, roles: Roles) -> str:
    grounds = {
        Tone.ERROR: roles.danger_tint,
        Tone.WARNING: roles.warning_tint,
        Tone.NOTE: roles.note_tint,
        Tone.SUCCESS: roles.success_tint,
    }
    return grounds[tone]
