"""Opens the window: what is known at once is shown first, then everything is loaded behind it, or it says why not."""

from __future__ import annotations

import builtins
import gc
import importlib
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    # Loaded behind the first window.
    from app.services.first_sight import FirstSight
    from app.services.services import Services

#: Seconds for which a thread that drafts may keep the one that draws from going on. Python's own five milliseconds
#: come again at each of the hundreds of calls to Qt that showing a page takes.
_TURN = 0.0001


def open_window(
    open_services: Callable[[], AbstractContextManager[Services]],
    icons: Path,
    clock: Callable[[], datetime],
    first: FirstSight | None = None,
) -> int:
    """Show the app until the user closes it. Gives back 0, or 1 where its content or workspace cannot be had.

    `open_services` is called in another thread once the first window is drawn, which shows what was seen at `first`.
    """
    application = the_application()
    # After the application is there: what loads it has seen to it that this is imported in a plain way.
    from app.ui.run import Run

    application.setApplicationName("Fiveways")
    application.setApplicationDisplayName("Fiveways")
    # Nearly all that is made until the window is there stays: to look through it for what does not is time lost.
    was_collecting, turn = gc.isenabled(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(_TURN)
    try:
        with ExitStack() as opened:
            return Run(application, lambda: opened.enter_context(open_services()), icons, clock, first).begin()
    finally:
        sys.setswitchinterval(turn)
        if was_collecting:
            gc.enable()


def the_application() -> QApplication:
    """The application of this program, made where it is not there yet."""
    import_plainly()
    # After that: it is the first of many modules.
    from app.ui.theme.theme import HAS_STYLE, STYLE

    application = QApplication.instance()
    if application is None:
        # Named here, the style is set without Python making its acquaintance with all that a style can draw.
        application = QApplication([*sys.argv[:1], "-style", STYLE])
        application.setProperty(HAS_STYLE, True)
    assert isinstance(application, QApplication)
    return application


def import_plainly() -> None:
    """Have modules imported as Python does it, without a detour through Qt.

    Qt for Python takes the place of Python's import. It reads the source of each module that is imported from then
    on, to find out whether that asks for Qt's names in another spelling. No module here does, and to read hundreds of
    files is a good part of the time until the first window.
    """
    if builtins.__import__ is getattr(builtins, "__feature_import__", None):
        vars(builtins)["__import__"] = importlib.__import__
