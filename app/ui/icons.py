"""The icons of the app: one family of line drawings, tinted by a colour role and sharp at every size."""

from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from app.errors import ContentError, Problem
from app.ui.theme.theme import Theme

#: Icons are drawn at twice their size in advance, so that they are sharp on dense screens.
_DENSITY = 2


class Icon(StrEnum):
    """Each icon by the name of its file."""

    AGREE = "agree"
    BACK = "back"
    BOX = "box"
    CALENDAR = "calendar"
    CHART = "chart"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_UP = "chevron-up"
    CLEAR = "clear"
    CLOSE = "close"
    COMMENT = "comment"
    CONTENTS = "contents"
    DOCUMENT = "document"
    DOCUMENTS = "documents"
    DOWN = "down"
    DUPLICATE = "duplicate"
    EDIT = "edit"
    ERROR = "error"
    EXPORT = "export"
    FOLDER = "folder"
    GUIDANCE = "guidance"
    HISTORY = "history"
    IMPORT = "import"
    LINK = "link"
    LOCK = "lock"
    MENU = "menu"
    MINUS = "minus"
    MORE = "more"
    NEXT = "next"
    NOTE = "note"
    PANEL = "panel"
    PARK = "park"
    PASTE = "paste"
    PEOPLE = "people"
    PLUS = "plus"
    PREVIEW = "preview"
    PRINT = "print"
    QUESTION = "question"
    REDO = "redo"
    ROOM = "room"
    SEARCH = "search"
    SETTINGS = "settings"
    STAR = "star"
    TODO = "todo"
    TRASH = "trash"
    UNDO = "undo"
    UP = "up"
    WARNING = "warning"


def icon_pixmap(theme: Theme, icon: Icon, colour: str, pixels: int) -> QPixmap:
    """The icon in a colour, `pixels` wide and high in the units of layouts.

    Raises `ContentError` when the drawing is missing or is no drawing.
    """
    key = f"{theme.icons}|{icon.value}|{colour}|{pixels}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _drawn(theme, icon, colour, pixels)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def tinted_icon(theme: Theme, icon: Icon, colour: str, pixels: int, gap: int = 0) -> QIcon:
    """The icon for a button, the same in every state of the button, with a gap to the text at its right."""
    pixmap = _with_gap(theme, icon, colour, pixels, gap) if gap else icon_pixmap(theme, icon, colour, pixels)
    drawn = QIcon()
    for mode in QIcon.Mode:
        drawn.addPixmap(pixmap, mode)
    return drawn


def _with_gap(theme: Theme, icon: Icon, colour: str, pixels: int, gap: int) -> QPixmap:
    """The icon with nothing at its right; the same one each time, as Qt keeps what it scales for each it is given."""
    key = f"{theme.icons}|{icon.value}|{colour}|{pixels}|{gap}"
    wide = QPixmap()
    if not QPixmapCache.find(key, wide):
        wide = QPixmap(QSize(pixels + gap, pixels) * _DENSITY)
        wide.setDevicePixelRatio(_DENSITY)
        wide.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, icon_pixmap(theme, icon, colour, pixels))
        painter.end()
        QPixmapCache.insert(key, wide)
    return wide


def _drawn(theme: Theme, icon: Icon, colour: str, pixels: int) -> QPixmap:
    name = f"{icon.value}.svg"
    try:
        drawing = (theme.icons / name).read_text(encoding="utf-8")
    except OSError as error:
        reason = "The icon is missing. Install the app again to restore it."
        raise ContentError((Problem(name, "", reason),)) from error
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    if not renderer.isValid():
        raise ContentError((Problem(name, "", "The icon is no SVG drawing."),))
    pixmap = QPixmap(QSize(pixels, pixels) * _DENSITY)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(_DENSITY)
    return pixmap
