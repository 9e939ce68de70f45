"""Listens where a screen reader listens: to the events that Qt sends out about what is on screen."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import PySide6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from shiboken6 import isValid, wrapInstance

#: Qt hands its events to whoever asks by this name, which Python is not given.
_ASK = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_LIBRARIES = ("Qt/lib/libQt6Gui.so.6", "Qt/lib/QtGui.framework/QtGui")
_Listening = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


@dataclass
class Heard:
    """What was heard so far: sentences said when there is time, and sentences said at once."""

    polite: list[str] = field(default_factory=list)
    assertive: list[str] = field(default_factory=list)
    focused: list[str] = field(default_factory=list)

    @property
    def said(self) -> list[str]:
        """Every sentence."""
        return [*self.polite, *self.assertive]

    def forget(self) -> None:
        """Listen anew."""
        self.polite.clear()
        self.assertive.clear()
        self.focused.clear()


def library() -> Path | None:
    """The library of Qt that can be asked; None on a system where it goes by other names."""
    folder = Path(PySide6.__file__).parent
    return next((folder / name for name in _LIBRARIES if (folder / name).exists()), None)


@contextmanager
def listening() -> Iterator[Heard]:
    """Be a screen reader that is on."""
    path = library()
    assert path is not None
    ask = getattr(ctypes.CDLL(str(path)), _ASK)
    ask.argtypes, ask.restype = [_Listening], ctypes.c_void_p
    heard = Heard()

    def hear(address: int) -> None:
        event = cast(QAccessibleEvent, wrapInstance(address, QAccessibleEvent))
        if event.type() is QAccessible.Event.Announcement:
            said = cast(QAccessibleAnnouncementEvent, wrapInstance(address, QAccessibleAnnouncementEvent))
            is_assertive = said.politeness() is QAccessible.AnnouncementPoliteness.Assertive
            (heard.assertive if is_assertive else heard.polite).append(said.message())
        elif event.type() is QAccessible.Event.Focus:
            focused = cast(QObject | None, event.object())
            if focused is not None and isValid(focused):
                heard.focused.append(str(focused.property("accessibleName") or ""))

    called = _Listening(hear)
    ask(called)
    QAccessible.setActive(True)
    try:
        yield heard
    finally:
        QAccessible.setActive(False)
        ask(_Listening(0))
