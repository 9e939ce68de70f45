"""Keeps whatever has the focus in sight of the area that it scrolls in, also when Tab comes from outside the area."""

from weakref import ref

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from app.ui.theme.measures import SPACE
from app.ui.theme.theme import current_theme

#: Pixels above and below what has the focus, at 100 % text: room for the label of a field.
_AROUND = 4 * SPACE


class FocusInSight(QObject):
    """Belongs to one area and lives as long as it."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        # The area keeps this; to keep each other would leave both, and all that is in the area, to Python's collection.
        self._area = ref(area)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def show_again(self) -> None:
        """Bring what has the focus into sight once more, where what stands around it has been laid out since."""
        self._on_focus_changed(None, QApplication.focusWidget())

    def has_room_for(self, part: QWidget) -> bool:
        """Whether a part of the area, and some room below it, is in sight where the area is scrolled to now."""
        area = self._area()
        if area is None:
            return False
        foot = part.mapTo(area.viewport(), part.rect().bottomLeft()).y()
        return foot + round(_AROUND * current_theme().text_scale) < area.viewport().height()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # What is pressed with the mouse is in sight, and must not move away under the pointer.
        area = self._area()
        if new is None or area is None or not isValid(area) or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        inside = area.widget()
        if inside is not None and inside.isAncestorOf(new):
            area.ensureWidgetVisible(new, 0, round(_AROUND * current_theme().text_scale))
