"""How the screen looks: theme and size of text, both in force as soon as they are chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.questions import Option
from app.domain.values import Value
from app.services.preferences import Preferences
from app.ui.fields.choice_field import ChoiceField
from app.ui.icons import Icon
from app.ui.parts.buttons import Button
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.wishes import (
    LOOK_WORDS,
    TEXT_SIZES,
    Look,
    keep_look,
    keep_text_percent,
    next_text_percent,
    wished_look,
    wished_text_percent,
)


class LookPart(QWidget):
    """Keeps what is chosen as a preference and says that it has changed."""

    look_changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.themes = ChoiceField([Option(look.value, words) for look, words in LOOK_WORDS.items()])
        self.themes.set_names("Theme", "The screen changes at once.")
        self.themes.answered.connect(self._on_theme_chosen)
        self.smaller = Button("", icon=Icon.MINUS, name="Smaller text", tip="Smaller text (Ctrl+-)")
        self.larger = Button("", icon=Icon.PLUS, name="Larger text", tip="Larger text (Ctrl++)")
        self.smaller.clicked.connect(lambda: self._step(-1))
        self.larger.clicked.connect(lambda: self._step(1))
        self._size = text_label("", TextLook.STRONG, wraps=False)
        sizes = QHBoxLayout()
        sizes.setSpacing(DOUBLE_SPACE)
        for part in (self.smaller, self._size, self.larger):
            sizes.addWidget(part)
        sizes.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE)
        column.addWidget(text_label("Theme", TextLook.LABEL))
        column.addWidget(self.themes)
        column.addSpacing(SPACE)
        column.addWidget(text_label("Size of text", TextLook.LABEL))
        column.addLayout(sizes)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show what is in force, which may have been chosen elsewhere."""
        percent = wished_text_percent(self._preferences)
        self.themes.show_value(wished_look(self._preferences).value)
        self._size.setText(f"{percent}%")
        self.smaller.setEnabled(percent > TEXT_SIZES[0])
        self.larger.setEnabled(percent < TEXT_SIZES[-1])

    def _on_theme_chosen(self, chosen: Value) -> None:
        keep_look(self._preferences, Look(chosen))
        self.look_changed.emit()

    def _step(self, direction: int) -> None:
        keep_text_percent(self._preferences, next_text_percent(wished_text_percent(self._preferences), direction))
        self.show_chosen()
        self.look_changed.emit()
