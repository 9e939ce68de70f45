"""The head of a page or section: its title and a sentence or two below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import SPACE


class SectionHeader(QWidget):
    """A title with an introduction; without an introduction only the title takes room."""

    def __init__(self, title: str = "", introduction: str = "") -> None:
        super().__init__()
        self._title = text_label("", TextLook.TITLE)
        self._introduction = text_label("", TextLook.SECONDARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._title)
        column.addWidget(self._introduction)
        self.show_texts(title, introduction)

    def show_texts(self, title: str, introduction: str = "") -> None:
        """Show another title and introduction."""
        self._title.setText(title)
        self._introduction.setText(introduction)
        self._introduction.setVisible(bool(introduction))
        self.setAccessibleName(title)
        self.setAccessibleDescription(introduction)
