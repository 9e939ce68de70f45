"""The buttons beside the line of a row: made when the row is first pointed at or gone to, as most rows never are."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.marks import override
from app.ui.fields.table.row_opener import RowAct
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.theme.measures import HALF_SPACE
from app.ui.theme.theme import current_theme

_BUTTONS = (
    (RowAct.UP, Icon.UP, "Move up", "Alt+Up"),
    (RowAct.DOWN, Icon.DOWN, "Move down", "Alt+Down"),
    (RowAct.DUPLICATE, Icon.DUPLICATE, "Duplicate", "Ctrl+D"),
    (RowAct.REMOVE, Icon.TRASH, "Remove", "Delete"),
)
_TOP = HALF_SPACE // 2
#: What a button takes beside its icon and above it: an edge, its padding, and in width what Qt keeps for a text.
_ABOVE_ICON = 2 * (1 + HALF_SPACE)
_BESIDE_ICON = _ABOVE_ICON + 4


class RowButtons(QWidget):
    """Lies over the end of a row, whose words have all the room while nobody is at it.

    `made` says that Tab has yet to find them.
    """

    act_wished = Signal(object)
    made = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._can_do: frozenset[RowAct] = frozenset()
        self.buttons: dict[RowAct, Button] = {}
        self.hide()

    def show_words(self, title: str, can_do: frozenset[RowAct]) -> None:
        """Name every button after the row, and let only those be pressed that can do something."""
        self._title, self._can_do = title, can_do
        for act, _, name, _ in _BUTTONS:
            if act in self.buttons:
                self.buttons[act].setAccessibleName(f"{name}: {title}")
                self.buttons[act].setEnabled(act in can_do)

    @override
    def setVisible(self, visible: bool) -> None:
        if visible and not self.buttons:
            self._make()
        super().setVisible(visible)

    @override
    def sizeHint(self) -> QSize:
        # A button that is not there cannot be asked; to make one for each question would take what this saves.
        icon = current_theme().icon_size()
        return QSize(len(_BUTTONS) * (icon + _BESIDE_ICON) + HALF_SPACE, icon + _ABOVE_ICON + _TOP)

    def _make(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _TOP, HALF_SPACE, 0)
        row.setSpacing(0)
        for act, icon, name, keys in _BUTTONS:
            button = Button("", ButtonLook.ICON, icon, name=name, tip=f"{name} ({keys})")
            button.clicked.connect(lambda _=False, act=act: self.act_wished.emit(act))
            self.buttons[act] = button
            row.addWidget(button)
        self.show_words(self._title, self._can_do)
        self.made.emit()
