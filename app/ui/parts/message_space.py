"""The place of a page where one message at a time is said, until it is closed or another one comes."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.announcing import say as say_aloud
from app.ui.parts.strip import MessageStrip, Tone


class MessageSpace(QWidget):
    """Without a message it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self.strip: MessageStrip | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def say(
        self,
        tone: Tone,
        sentence: str,
        details: tuple[str, ...] = (),
        *,
        link: str = "",
        on_link: Callable[[], object] | None = None,
    ) -> MessageStrip:
        """Show a message, with a link that does something about it if one is given."""
        self.clear()
        strip = MessageStrip(tone, sentence, details)
        if link and on_link is not None:
            strip.add_link(link, name=f"{link}: {sentence}").clicked.connect(lambda _=False: on_link())
        strip.add_close("Close this message").clicked.connect(self.clear)
        self._column.addWidget(strip)
        self.strip = strip
        self.show()
        say_aloud(self, strip.accessibleName(), assertive=tone is Tone.ERROR)
        return strip

    def note(self, sentence: str) -> None:
        """Show a note."""
        self.say(Tone.NOTE, sentence)

    def clear(self) -> None:
        """Take the message away."""
        if self.strip is not None:
            self._column.removeWidget(self.strip)
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None
        self.hide()
