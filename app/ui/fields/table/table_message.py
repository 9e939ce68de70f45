"""The one message below a table: what was removed, or what came of a paste."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.announcing import say
from app.ui.fields.table.paste_report import PasteReport
from app.ui.parts.strip import MessageStrip
from app.ui.parts.tab_order import follow_layout


class TableMessage(QWidget):
    """Holds one message at a time, and takes no room while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._message: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_message(self, message: MessageStrip | PasteReport) -> None:
        """Show and say this, in the place of what was there."""
        self.clear()
        self._message = message
        if isinstance(message, PasteReport):
            message.closed.connect(self.clear)
        self._column.addWidget(message)
        self.show()
        say(message, message.accessibleName())
        follow_layout(self.parentWidget() or self)

    def clear(self) -> None:
        """Show nothing."""
        if self._message is not None:
            message, self._message = self._message, None
            self._column.removeWidget(message)
            message.hide()
            message.deleteLater()
        self.hide()
        follow_layout(self.parentWidget() or self)
