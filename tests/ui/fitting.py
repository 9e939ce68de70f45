"""Finds what does not fit: texts that are cut off, parts that stick out, and pages that would scroll sideways."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

#: Pixels by which sizes may differ without anything being cut off.
_SLACK = 1


def misfits(root: QWidget) -> list[str]:
    """A line for each visible part of `root` that does not fit."""
    return list(_misfits(root))


def _misfits(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.width() <= 1:
            continue
        if isinstance(widget, QLabel) and widget.text():
            yield from _cut_label(widget)
        if isinstance(widget, QAbstractButton) and widget.width() + _SLACK < widget.minimumSizeHint().width():
            yield f"{_name(widget)} is {widget.width()} wide and needs {widget.minimumSizeHint().width()}"
        if isinstance(widget, QScrollArea):
            inside = widget.widget()
            if inside is not None and inside.width() > widget.viewport().width() + _SLACK:
                yield f"{_name(widget)} would scroll sideways: {inside.width()} in {widget.viewport().width()}"
        yield from _sticking_out(widget)


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.wordWrap():
        if label.sizeHint().width() > label.width() + _SLACK:
            yield f"“{label.text()}” is {label.width()} wide and needs {label.sizeHint().width()}"
        return
    needed = label.heightForWidth(label.width())
    if needed > label.height() + _SLACK:
        yield f"“{label.text()}” is {label.height()} high and needs {needed} at {label.width()}"
    margins = label.contentsMargins()
    room = label.width() - margins.left() - margins.right()
    longest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split() or [""])
    if longest > room + _SLACK:
        yield f"a word of “{label.text()}” is {longest} wide in {room}"


def _sticking_out(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent, QLineEdit):
        return
    area = parent.parentWidget()
    if isinstance(area, QScrollArea) and parent is area.viewport():
        return
    if widget.x() < -_SLACK or widget.geometry().right() > parent.width() + _SLACK:
        yield f"{_name(widget)} at {widget.x()} to {widget.geometry().right()} sticks out of {parent.width()}"
    if widget.y() < -_SLACK or widget.geometry().bottom() > parent.height() + _SLACK:
        yield f"{_name(widget)} at {widget.y()} to {widget.geometry().bottom()} sticks out below {parent.height()}"


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{type(widget).__name__} “{widget.accessibleName() or text}”"
