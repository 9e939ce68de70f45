"""The order of the Tab key: the order in which things are laid out, also when parts were built later."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from app.ui.parts.laid_out import laid_out

# A flag is tested by making another flag, which takes long where hundreds of widgets are asked.
_BY_KEYBOARD = {Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus}


def follow_layout(root: QWidget) -> None:
    """Let Tab go through everything in `root` in the order of its layouts."""
    stops = list(tab_stops(root))
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """Everything in `root` that the keyboard can reach, in the order of its layouts."""
    layout = root.layout()
    if root.focusPolicy() in _BY_KEYBOARD:
        yield root
    inner = root.widget() if isinstance(root, QScrollArea) else None
    if inner is not None:
        yield from tab_stops(inner)
    elif layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for part in laid_out(layout):
        if isinstance(part, QWidget):
            yield from tab_stops(part)
        else:
            yield from _stops_in(part)
