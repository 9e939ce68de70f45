"""What a layout holds, in its order, without ever touching Qt's items of layouts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def laid_out(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and inner layouts of a layout that has a widget, in order.

    `QLayout.itemAt` is not used: the Python object that it gives lives as long as the layout, also when Qt has
    deleted the item, and is then given out for whatever else Qt puts at the same address.
    """
    holder = layout.parentWidget()
    widgets = holder.findChildren(QWidget, options=_DIRECT) if holder is not None else []
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in widgets]
    placed += [(layout.indexOf(each), each) for each in layout.findChildren(QLayout, options=_DIRECT)]
    return [part for place, part in sorted(placed, key=lambda each: each[0]) if place >= 0]
