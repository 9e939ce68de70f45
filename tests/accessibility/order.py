"""The order in which the Tab key goes through an area, and where that order misleads."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QPlainTextEdit, QWidget


def stops(area: QWidget) -> list[QWidget]:
    """Where Tab stops in an area, in the order in which it does."""
    window = area.window()
    ring: list[QWidget] = []
    step = window.nextInFocusChain()
    while step is not None and step is not window:
        if step.focusPolicy() & Qt.FocusPolicy.TabFocus and step.isVisible() and step.isEnabled():
            ring.append(step)
        step = step.nextInFocusChain()
    inside = [area.isAncestorOf(stop) for stop in ring]
    # The chain is a ring: the area begins where Tab comes into it from elsewhere.
    start = next((place for place, is_in in enumerate(inside) if is_in and not inside[place - 1]), 0)
    return [stop for stop in (*ring[start:], *ring[:start]) if area.isAncestorOf(stop)]


def backwards(area: QWidget) -> list[str]:
    """Steps of Tab in an area that go up or to the left of where the eye goes."""
    found = []
    for first, second in pairwise(stops(area)):
        around = _around(first, second)
        if around in {first, second}:
            continue
        before, after = place_in(around, first), place_in(around, second)
        is_above = after.bottom() <= before.top() and after.left() < before.right()
        is_left = after.right() <= before.left() and after.top() < before.bottom() and before.top() < after.bottom()
        if is_above or is_left:
            found.append(f"{first.accessibleName()} → {second.accessibleName()}")
    return found


def place_in(around: QWidget, widget: QWidget) -> QRect:
    """Where the eye finds a widget in one around it: what is scrolled out of sight lies beyond the edge it left by."""
    place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
    step = widget.parentWidget()
    while step is not None and step is not around:
        area = step.parentWidget()
        if isinstance(area, QAbstractScrollArea) and step is area.viewport():
            seen = QRect(step.mapTo(around, QPoint(0, 0)), step.size())
            place.moveTop(min(max(place.top(), seen.top()), seen.bottom()))
            place.setBottom(min(place.bottom(), seen.bottom()))
        step = area
    return place


def _around(first: QWidget, second: QWidget) -> QWidget:
    """The nearest widget that holds both."""
    step: QWidget | None = first
    while step is not None and step is not second and not step.isAncestorOf(second):
        step = step.parentWidget()
    assert step is not None
    return step


def out_of_reach(area: QWidget) -> list[str]:
    """What can be pressed or typed into, is passed by the Tab key, and cannot be come to in another way."""
    return [
        f"{type(widget).__name__} {widget.accessibleName()}"
        for widget in area.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit)
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _has_key(widget)
        and not _is_among_stops(widget)
    ]


def _has_key(widget: QWidget) -> bool:
    """Whether it tells a key that does the same."""
    return widget.toolTip().endswith(")")


def _is_among_stops(widget: QWidget) -> bool:
    """Whether the arrow keys lead to it from another one of its kind, where Tab stops."""
    parent = widget.parentWidget()
    others = parent.findChildren(type(widget), options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else []
    return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in others)
