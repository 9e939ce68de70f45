"""Takes the mouse pointer out of sight while it rests, so that it does not lie over what the room reads."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.marks import override

#: Milliseconds of rest.
_REST = 3_000


class RestingPointer(QObject):
    """Watches the pointer over a window of its own, from when the window is shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(lambda: window.setCursor(Qt.CursorShape.BlankCursor))

    def begin(self) -> None:
        """The window has been shown."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
            self._rest.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseMove:
            self._window.unsetCursor()
            self._rest.start()
        return False
