"""Colours by what they mean, for the light, the dark and the high-contrast look."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias


class Roles(NamedTuple):
    """One colour for each role, as "#RRGGBB". Text on the grounds it is meant for has a contrast of 4.5 to 1."""

    page: str
    """Ground of the window, behind cards."""
    card: str
    """Ground of cards, panels and fields."""
    text: str
    secondary: str
    """Hints and whatever may be read second."""
    placeholder: str
    """Examples in empty fields, which must not look as if they had been typed."""
    line: str
    """Hairlines and edges that only decorate."""
    control: str
    """Edge of anything that can be operated; 3 to 1 against its ground."""
    disabled: str
    """Marks and edges of what cannot be pressed at present."""
    off_text: str
    """Words of what cannot be pressed at present."""
    accent: str
    accent_dark: str
    """The accent while it is pressed or pointed at, and for headings in colour."""
    on_accent: str
    """Text on the accent."""
    accent_tint: str
    """Ground of what is chosen or pointed at."""
    success: str
    success_tint: str
    danger: str
    danger_tint: str
    warning: str
    """The mark of a warning: never for text."""
    warning_tint: str
    note_tint: str
    highlight: str
    """Ground of words that have just changed."""
    focus: str
    """Outer line around whatever has the focus."""
    focus_outline: str
    """Inner line around whatever has the focus."""


#: Picks one colour of the roles, so that a part can follow a change of theme.
Tint: TypeAlias = Callable[[Roles], str]

LIGHT = Roles(
    page="#F0F4F5",
    card="#FFFFFF",
    text="#212B32",
    secondary="#4C6272",
    placeholder="#4C6272",
    line="#D8DDE0",
    control="#768692",
    disabled="#A3AEB5",
    off_text="#64717A",
    accent="#005EB8",
    accent_dark="#003087",
    on_accent="#FFFFFF",
    accent_tint="#E8F0F9",
    success="#007A38",
    success_tint="#E5F2EB",
    danger="#B3190E",
    danger_tint="#FBE9E7",
    warning="#FFB81C",
    warning_tint="#FFF7E5",
    note_tint="#E8F0F9",
    highlight="#FFF5D6",
    focus="#FFEB3B",
    focus_outline="#212B32",
)

DARK = Roles(
    page="#11181D",
    card="#1B252C",
    text="#F0F4F5",
    secondary="#B3C0C8",
    placeholder="#9FAEB8",
    line="#34424C",
    control="#8798A4",
    disabled="#566570",
    off_text="#8A98A2",
    accent="#7CBBF5",
    accent_dark="#A9D3FA",
    on_accent="#0A1B2B",
    accent_tint="#213645",
    success="#6FD09A",
    success_tint="#1B3A2B",
    danger="#FF9C92",
    danger_tint="#43231F",
    warning="#FFC54D",
    warning_tint="#3A3018",
    note_tint="#213645",
    highlight="#453A17",
    focus="#FFEB3B",
    focus_outline="#000000",
)

HIGH_CONTRAST = Roles(
    page="#000000",
    card="#000000",
    text="#FFFFFF",
    secondary="#FFFFFF",
    placeholder="#A6A6A6",
    line="#FFFFFF",
    control="#FFFFFF",
    disabled="#8C8C8C",
    off_text="#8C8C8C",
    accent="#8FE3FF",
    accent_dark="#FFFFFF",
    on_accent="#000000",
    accent_tint="#003047",
    success="#8CFFB0",
    success_tint="#00290F",
    danger="#FFADA5",
    danger_tint="#3D0500",
    warning="#FFD24A",
    warning_tint="#332600",
    note_tint="#003047",
    highlight="#4A3F00",
    focus="#FFEB3B",
    focus_outline="#000000",
)


def contrast(first: str, second: str) -> float:
    """Contrast of two colours given as "#RRGGBB", from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
