"""Which colour stands on which ground: every pair that the app draws, by the names of the roles."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Grounds that anything may stand on: they change under a text as it is pointed at, chosen or scrolled over.
_QUIET = ("page", "card", "accent_tint")
_TINTS = ("success_tint", "danger_tint", "warning_tint", "note_tint", "highlight")

#: For each colour of text the grounds it stands on, each with a contrast of 4.5 to 1 or more.
TEXTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "text": (*_QUIET, *_TINTS),
        "secondary": (*_QUIET, *_TINTS),
        "placeholder": _QUIET,
        "off_text": ("page", "card"),
        "accent": (*_QUIET, *_TINTS),
        "accent_dark": (*_QUIET, *_TINTS),
        "success": (*_QUIET, "success_tint"),
        "danger": (*_QUIET, "danger_tint"),
        "on_accent": ("accent", "accent_dark"),
        "card": ("text",),
    }
)

#: For each colour of marks, edges and lines that tell something the grounds it stands on, 3 to 1 or more.
MARKS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "text": (*_QUIET, *_TINTS),
        "secondary": (*_QUIET, *_TINTS),
        "control": (*_QUIET, *_TINTS),
        "accent": (*_QUIET, *_TINTS),
        "accent_dark": _QUIET,
        "success": (*_QUIET, *_TINTS),
        "danger": (*_QUIET, *_TINTS),
        "on_accent": ("accent", "accent_dark"),
        "card": ("text", "success"),
        "focus": ("focus_outline",),
    }
)
