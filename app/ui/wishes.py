"""How the user wishes the screen to look: theme and text size, kept as preferences."""

from enum import Enum
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.services.preferences import Preferences, Preferred
from app.ui.theme.roles import DARK, HIGH_CONTRAST, LIGHT, Roles
from app.ui.theme.theme import LARGEST_TEXT, SMALLEST_TEXT, Theme

_THEME_KEY, _TEXT_KEY = "screen.theme", "screen.text-percent"


class Look(Enum):
    """A theme, or whatever the system has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


#: Each theme as the user reads it.
LOOK_WORDS = {
    Look.SYSTEM: "Same as this computer",
    Look.LIGHT: "Light",
    Look.DARK: "Dark",
    Look.HIGH_CONTRAST: "High contrast",
}

#: The sizes of text to choose from, in per cent.
TEXT_SIZES = (100, 125, 150, 175, 200)


def wished_look(preferences: Preferred) -> Look:
    """The theme that the user chose."""
    try:
        return Look(preferences.get(_THEME_KEY, Look.SYSTEM.value))
    except ValueError:
        return Look.SYSTEM


def wished_text_percent(preferences: Preferred) -> int:
    """The size of text that the user chose, 100 to 200."""
    text = preferences.get(_TEXT_KEY, "100")
    percent = int(text) if text.isdecimal() else 100
    return min(max(percent, int(100 * SMALLEST_TEXT)), int(100 * LARGEST_TEXT))


def keep_look(preferences: Preferences, look: Look) -> None:
    """Keep the theme that the user chose."""
    preferences.put(_THEME_KEY, look.value)


def keep_text_percent(preferences: Preferences, percent: int) -> None:
    """Keep the size of text that the user chose."""
    preferences.put(_TEXT_KEY, str(percent))


def next_text_percent(percent: int, direction: int) -> int:
    """The next larger (1) or smaller (-1) size of text to choose from; the same at either end."""
    further = [size for size in TEXT_SIZES if (size - percent) * direction > 0]
    return percent if not further else min(further, key=lambda size: abs(size - percent))


def theme_of(preferences: Preferred, icons: Path, application: QGuiApplication) -> Theme:
    """The theme to show, from what the user wishes and what the system has."""
    # Python lets go of what the hints hold together with the hints themselves.
    hints = application.styleHints()
    contrast = hints.accessibility().contrastPreference()
    roles = roles_of(wished_look(preferences), hints.colorScheme(), contrast)
    return Theme(icons, roles, wished_text_percent(preferences) / 100)


def roles_of(look: Look, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Roles:
    """The colours for a wish, on a system with this colour scheme and this wish for contrast."""
    match look:
        case Look.LIGHT:
            return LIGHT
        case Look.DARK:
            return DARK
        case Look.HIGH_CONTRAST:
            return HIGH_CONTRAST
        case Look.SYSTEM:
            if contrast is Qt.ContrastPreference.HighContrast:
                return HIGH_CONTRAST
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        case _:
            assert_never(look)
