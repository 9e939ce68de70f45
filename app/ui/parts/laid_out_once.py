"""Lays a widget out once for many parts that are put into it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(holder: QWidget) -> Iterator[None]:
    """Put parts into the layout of a widget and show them meanwhile; at the end all have their place.

    Qt would else lay out the widget, and everything around it, anew for each part that is shown.
    """
    layout = holder.layout()
    if layout is None:
        raise ValueError("There is no layout to put parts into.")
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        around: QWidget | None = holder
        while around is not None and around.isVisible() and (layout := around.layout()) is not None:
            layout.activate()
            around = around.parentWidget()
