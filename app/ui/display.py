"""Whether there is somewhere to draw a window: asked before Qt is loaded, which ends the whole program where not."""

import sys
from collections.abc import Mapping

from app.errors import NoDisplayError

_DISPLAYS = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
_SENTENCE = "There is no display to open the window on. The commands work without one: python main.py --help"


def check_display(environment: Mapping[str, str]) -> None:
    """Raise NoDisplayError where a window could not be shown. Windows and macOS always have a display."""
    has_one = sys.platform in {"win32", "darwin"} or any(environment.get(name) for name in _DISPLAYS)
    if not has_one:
        raise NoDisplayError(_SENTENCE)
