"""An icon that only shows something, with a name where it says more than the text beside it."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.marks import override
from app.ui.icons import Icon, icon_pixmap
from app.ui.parts.text import tooltip_text
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.roles import Tint
from app.ui.theme.theme import current_theme


class IconLabel(QWidget):
    """An icon in the colour that `tint` picks from the roles; it grows with the text."""

    def __init__(self, icon: Icon, tint: Tint, pixels: int = 20, name: str = "") -> None:
        super().__init__()
        speak_as(self, Spoken.PICTURE)
        self._icon = icon
        self._tint = tint
        self._pixels = pixels
        self.setAccessibleName(name)
        self.setToolTip(tooltip_text(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: Icon, tint: Tint, name: str = "") -> None:
        """Show another icon, in another colour and under another name."""
        self._icon, self._tint = icon, tint
        self.setAccessibleName(name)
        self.setToolTip(tooltip_text(name))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        pixels = current_theme().icon_size(self._pixels)
        return QSize(pixels, pixels)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        drawn = icon_pixmap(theme, self._icon, self._tint(theme.roles), theme.icon_size(self._pixels))
        QPainter(self).drawPixmap(0, 0, drawn)
