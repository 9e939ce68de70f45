"""The inside of an area that scrolls: its height follows from its width alone."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.marks import override


class FlowingColumn(QWidget):
    """Put parts into `body`.

    Qt would else keep room for the height that wrapping texts have where they are narrowest.
    """

    def __init__(self) -> None:
        super().__init__()
        self.body: QVBoxLayout = _Column(self)
        self.body.setContentsMargins(0, 0, 0, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class _Column(QVBoxLayout):
    """Has the height that it needs before it shares it out.

    Left to itself Qt squeezes a part that is new, and all others with it, into the height that there was, and only then
    makes room: the whole column would be laid out twice.
    """

    _is_growing = False

    @override
    def setGeometry(self, rect: QRect) -> None:
        inside = self.parentWidget()
        window = inside.parentWidget() if inside is not None else None
        # An area whose bar is about to come or go makes its inside smaller again: then that is how it is laid out.
        if inside is not None and window is not None and inside.isVisible() and not self._is_growing:
            height = max(self.totalHeightForWidth(rect.width()), window.height())
            if height > rect.height():
                self._is_growing = True
                inside.resize(rect.width(), height)
                self._is_growing = False
                return
        super().setGeometry(rect)
