"""A button that names one of several things and how it stands, and opens the list of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.marks import override
from app.ui.icons import Icon
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.laid_out import laid_out
from app.ui.parts.link_row import WrappingButton
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import CONTROL_RADIUS, SPACE
from app.ui.theme.theme import current_theme


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose, by a key, its title, and how it stands, such as "3 gaps"."""

    key: str
    title: str
    standing: str = ""


class Chooser(WrappingButton):
    """``chosen`` carries the key of a choice; ``opening`` comes before the list opens."""

    chosen = Signal(str)
    opening = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._choices: tuple[Choice, ...] = ()
        self._now = ""
        self._title = text_label("", TextLook.STRONG)
        self._standing = text_label("", TextLook.SMALL, wraps=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE + SPACE // 2, SPACE, SPACE, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(self._title, 1)
        row.addWidget(self._standing)
        row.addWidget(IconLabel(Icon.CHEVRON_DOWN, lambda roles: roles.secondary, 18))
        for part in laid_out(row):
            if isinstance(part, QWidget):
                part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._menu = QMenu(self)
        self.clicked.connect(self.open)

    @property
    def menu_entries(self) -> tuple[str, ...]:
        """What the list says, entry by entry."""
        return tuple(action.text() for action in self._menu.actions())

    def show_choices(self, choices: Sequence[Choice], now: str) -> None:
        """Offer these, and name the one with the key ``now``."""
        if tuple(choices) == self._choices and now == self._now:
            return
        self._choices, self._now = tuple(choices), now
        chosen = next((choice for choice in choices if choice.key == now), None)
        self._title.setText(chosen.title if chosen else "Choose")
        self._standing.setText(chosen.standing if chosen else "")
        words = ", ".join(part for part in (chosen.title, chosen.standing) if part) if chosen else "none"
        self.setAccessibleName(f"{self._name}: {words}")
        if self._menu.isVisible():
            self._fill()

    def open(self) -> None:
        """Open the list below the button."""
        self.opening.emit()
        self._fill()
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def close_list(self) -> None:
        """Close the list."""
        self._menu.close()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(roles.control), 1))
        painter.setBrush(QColor(roles.accent_tint if self.underMouse() else roles.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)

    def _fill(self) -> None:
        actions = {str(action.data()): action for action in self._menu.actions()}
        if list(actions) != [choice.key for choice in self._choices]:
            self._menu.clear()
            actions = {choice.key: self._menu.addAction("") for choice in self._choices}
        for choice in self._choices:
            action = actions[choice.key]
            # What stands after a tab is set at the right edge.
            action.setText(f"{choice.title}\t{choice.standing}".replace("&", "&&").strip())
            action.setData(choice.key)
            action.setCheckable(True)
            action.setChecked(choice.key == self._now)
            _connect_once(action, self)
        now = actions.get(self._now)
        if now is not None and not self._menu.isVisible():
            self._menu.setActiveAction(now)


def _connect_once(action: QAction, chooser: Chooser) -> None:
    if not action.property("is_connected"):
        action.setProperty("is_connected", True)
        action.triggered.connect(lambda: chooser.chosen.emit(str(action.data())))
