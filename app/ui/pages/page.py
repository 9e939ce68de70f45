"""What every page of an open collaborative has in common: snapshots go in, the places the user wishes for come out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.services.snapshots import Snapshot
from app.ui.parts.tab_order import tab_stops


class Page(QWidget):
    """A page in the middle of the window. ``place_wished`` carries one of the places of ``app.ui.places``."""

    place_wished = Signal(object)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw yourself from this; called after every act and each time the page is shown."""
        raise NotImplementedError(f"{type(self).__name__} must draw snapshots.")

    @property
    def in_sight(self) -> QWidget:
        """The part that is shown at present, through which Tab goes; this page may hold more than that."""
        return self

    def enter(self) -> None:
        """The page has just been shown; put the focus where reading starts: on the first thing to operate."""
        first = next((stop for stop in tab_stops(self) if stop.isVisibleTo(self) and stop.isEnabled()), None)
        if isinstance(first, QAbstractButton) and first.group() is not None and first.group().exclusive():
            # Of options that exclude each other the chosen one has the focus, as it is the one that the keys move from.
            first = first.group().checkedButton() or first
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """The page is about to go; give what is still being typed. Whether all of it could be saved."""
        return True
