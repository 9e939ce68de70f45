"""How the window looks: it follows what the user chose and what the system has, also while the app runs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from app.services.preferences import Preferences
from app.ui.theme.theme import apply_theme
from app.ui.wishes import keep_text_percent, next_text_percent, theme_of, wished_text_percent


class Looks(QObject):
    """Puts the wished theme on everything. ``changed`` comes after it is on; ``prepare`` is called before."""

    changed = Signal()

    def __init__(
        self,
        preferences: Preferences,
        icons: Path,
        application: QApplication,
        prepare: Callable[[], None],
        window: QObject,
    ) -> None:
        # Goes with its window, so that the system's signals find nothing that is gone.
        super().__init__(window)
        self._preferences = preferences
        self._icons = icons
        self._application = application
        self._prepare = prepare
        # Kept, because Python lets go of what the hints hold together with the hints themselves.
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self.follow)
        self._hints.accessibility().contrastPreferenceChanged.connect(self.follow)

    def follow(self, _new: object = None) -> None:
        """Show the theme and the size of text that are wished now."""
        self._prepare()
        apply_theme(self._application, theme_of(self._preferences, self._icons, self._application))
        self.changed.emit()

    def change_text(self, direction: int) -> None:
        """Show text one size larger (1) or smaller (-1), and keep that."""
        percent = next_text_percent(wished_text_percent(self._preferences), direction)
        keep_text_percent(self._preferences, percent)
        self.follow()
