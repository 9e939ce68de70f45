"""Waits until the app has come to rest: nothing in the background, nothing still to be laid out."""

import threading
from time import monotonic

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

#: Seconds without work after which nothing more is expected, and the longest to wait for it.
_QUIET, _LONGEST = 0.45, 15.0


def rest() -> None:
    """Let the app do all that it has begun."""
    begun = quiet_since = monotonic()
    while monotonic() - quiet_since < _QUIET and monotonic() - begun < _LONGEST:
        QTest.qWait(20)
        if any(each.name == "fiveways-work" for each in threading.enumerate()):
            quiet_since = monotonic()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
