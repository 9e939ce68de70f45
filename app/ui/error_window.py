"""The window that says that something unexpected happened, with details to copy that hold nobody's answers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.notice import Notice

HEADING = "Something unexpected happened"
SENTENCE = (
    "What was saved before is safe, and you can go on. If it happens again, copy the details and send them to "
    "whoever looks after Fiveways for you. They hold no answer of yours."
)


class ErrorWindow(Notice):
    """Goes on at a press, and copies the details for whoever looks after the app."""

    def __init__(self, details: str) -> None:
        go_on = Button("Go on", ButtonLook.PRIMARY)
        copy = Button("Copy details", ButtonLook.SECONDARY)
        super().__init__(HEADING, SENTENCE, (go_on, copy))
        self._details = details
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        go_on.clicked.connect(self.close)
        copy.clicked.connect(self._on_copy_wished)

    def _on_copy_wished(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.said.setText("Copied.")
