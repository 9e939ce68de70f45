"""The size of text that the projector view was last given, which is kept for the next time."""

from app.services.preferences import Preferences
from app.ui.projector.big_type import TEXT_SIZES, next_percent

_TEXT_KEY = "projector.text-percent"


def kept_percent(preferences: Preferences) -> int:
    """The size in per cent."""
    text = preferences.get(_TEXT_KEY, str(TEXT_SIZES[0]))
    return int(text) if text.isdecimal() and int(text) in TEXT_SIZES else TEXT_SIZES[0]


def change_percent(preferences: Preferences, direction: int) -> int:
    """Keep the next larger (1) or smaller (-1) size; gives it in per cent."""
    percent = next_percent(kept_percent(preferences), direction)
    preferences.put(_TEXT_KEY, str(percent))
    return percent
