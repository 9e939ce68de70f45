"""The displays that are connected, and the one that the user wishes to project on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

from app.services.preferences import Preferences

_DISPLAY_KEY = "projector.display"


@dataclass(frozen=True, slots=True)
class Display:
    """One display: ``key`` is the same whenever it is connected again, ``words`` are for the user to choose by."""

    key: str
    words: str
    area: QRect
    screen: QScreen


def connected_displays() -> tuple[Display, ...]:
    """The displays that are connected now."""
    return tuple(_display(screen) for screen in QGuiApplication.screens())


def remembered(displays: Sequence[Display], preferences: Preferences) -> Display | None:
    """The display that the user chose, if it is connected; where there is only one, that one."""
    if len(displays) == 1:
        return displays[0]
    key = preferences.get(_DISPLAY_KEY)
    return next((each for each in displays if each.key == key), None)


def remember(display: Display, preferences: Preferences) -> None:
    """Keep which display the user chose."""
    preferences.put(_DISPLAY_KEY, display.key)


def display_after(displays: Sequence[Display], key: str) -> Display:
    """The display after the one with this key, round and round."""
    keys = [each.key for each in displays]
    here = keys.index(key) if key in keys else -1
    return displays[(here + 1) % len(displays)]


def _display(screen: QScreen) -> Display:
    key = f"{screen.manufacturer()}|{screen.model()}|{screen.serialNumber()}|{screen.name()}"
    name = " ".join(part for part in (screen.manufacturer(), screen.model()) if part) or screen.name()
    area = screen.geometry()
    return Display(key, f"{name or 'Display'}, {area.width()} × {area.height()}", area, screen)
