"""The bar above the page: where the user is, when it was saved, undo and redo, and export."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.snapshots import Snapshot
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.text import ElidedLabel, TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE, TRIPLE_SPACE


class TopBar(QWidget):
    """Tells wishes by signals and shows what it is given."""

    undo_wished = Signal()
    redo_wished = Signal()
    export_wished = Signal()
    panel_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "bar")
        self.setAccessibleName("Where you are")
        self._where = ElidedLabel()
        self._tick = IconLabel(Icon.CHECK, lambda roles: roles.success, 16)
        self._saved = text_label("", TextLook.SUCCESS, wraps=False)
        self.undo = Button("", ButtonLook.ICON, Icon.UNDO, name="Undo")
        self.redo = Button("", ButtonLook.ICON, Icon.REDO, name="Redo")
        self.panel = Button("", ButtonLook.ICON, Icon.PREVIEW, name="Preview, guidance and checks", tip="Ctrl+P")
        self.panel.setCheckable(True)
        export = Button("Export", ButtonLook.PRIMARY, tip="Export the pack (Ctrl+E)")
        row = QHBoxLayout(self)
        row.setContentsMargins(TRIPLE_SPACE, SPACE, TRIPLE_SPACE, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(self._where, 1)
        row.addWidget(self._tick)
        row.addWidget(self._saved)
        row.addSpacing(DOUBLE_SPACE)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addWidget(self.panel)
        row.addSpacing(HALF_SPACE)
        row.addWidget(export)
        self.undo.clicked.connect(self.undo_wished)
        self.redo.clicked.connect(self.redo_wished)
        self.panel.clicked.connect(self.panel_toggled)
        export.clicked.connect(self.export_wished)
        self.show_saved(None)

    def show_where(self, *parts: str) -> None:
        """Show the way to where the user is, from the outside in."""
        self._where.set_text(" › ".join(part for part in parts if part))

    def show_saved(self, saved_at: datetime | None) -> None:
        """Show when the last act was saved; before the first, that everything is."""
        self._saved.setText(f"Saved {saved_at:%H:%M}" if saved_at is not None else "All saved")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what undo and redo would do."""
        for button, word, act, keys in (
            (self.undo, "Undo", snapshot.undo, "Ctrl+Z"),
            (self.redo, "Redo", snapshot.redo, "Ctrl+Shift+Z"),
        ):
            button.setEnabled(act is not None)
            spoken = f"{word}: {act}" if act else f"Nothing to {word.lower()}"
            button.setAccessibleName(spoken)
            button.setToolTip(f"{spoken} ({keys})" if act else spoken)
