"""An area that scrolls up and down, whose inside is as wide as there is room."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.marks import override


class ScrollArea(QScrollArea):
    """Give it its inside with ``setWidget``.

    Qt would measure all that is inside each time that the area is dressed, also where nobody sees it: several times
    whenever text is made larger. This area measures when everything is dressed, and not before it is in sight.
    """

    _is_to_measure = False

    def __init__(self) -> None:
        super().__init__()
        # Of one that Qt makes itself Python has to find out what it is, and makes the acquaintance of every kind of
        # widget for that, which the first window would wait for.
        part = QWidget()
        part.setAutoFillBackground(True)
        self.setViewport(part)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What can be operated inside takes the keys; page up and down reach the area from there.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self._is_to_measure = True
            if self.isVisible():
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))
            # Past the classes between, which would measure.
            return QFrame.event(self, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._is_to_measure = False
        elif event.type() == QEvent.Type.Show and self._is_to_measure:
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        return super().event(event)
