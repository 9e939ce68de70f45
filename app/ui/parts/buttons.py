"""Buttons: primary, secondary, quiet, as a link, as a chip, or an icon alone, each with a name for a screen reader."""

from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.marks import override
from app.ui.icons import Icon, tinted_icon
from app.ui.parts.text import tooltip_text
from app.ui.spoken import Spoken, speak_as
from app.ui.theme.measures import HALF_SPACE
from app.ui.theme.roles import Roles
from app.ui.theme.theme import current_theme


class ButtonLook(StrEnum):
    """How loud a button is."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DONE = "done"
    LINK = "link"
    CHIP = "chip"
    ICON = "icon"
    UNIT = "unit"
    BRAND = "brand"
    SEARCH = "search"


class Button(QPushButton):
    """A button whose text is shown letter for letter and whose icon follows the theme.

    `name` is what a screen reader says where the text alone would not do, and must be given for an icon
    without text; `tip` is the tooltip, which names the keys that do the same. One that `folds` unfolds
    something while it is checked.
    """

    def __init__(
        self,
        text: str = "",
        look: ButtonLook = ButtonLook.SECONDARY,
        icon: Icon | None = None,
        *,
        name: str = "",
        tip: str = "",
        folds: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if folds:
            speak_as(self, Spoken.FOLD)
            self.setCheckable(True)
        self._icon = icon
        self._look = look
        self._name = name
        self._drawn: tuple[Icon, str, int, int] | None = None
        self.setProperty("look", look.value)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if look in {ButtonLook.LINK, ButtonLook.CHIP}:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_text(text)
        self.setToolTip(tip or (name if not text else ""))
        self._tint()
        self.toggled.connect(self._tint)

    def set_text(self, text: str, name: str = "") -> None:
        """Show another text, and let it be called by another name where one is given."""
        self._name = name or self._name
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(self._name or text)

    def set_icon(self, icon: Icon | None) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self._tint()

    def set_look(self, look: ButtonLook) -> None:
        """Be louder or quieter than before."""
        if look is self._look:
            return
        self._look = look
        self.setProperty("look", look.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._tint()

    @override
    def setToolTip(self, text: str, /) -> None:
        super().setToolTip(tooltip_text(text))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt lets Enter press a button only in a dialog.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.EnabledChange} and hasattr(self, "_drawn"):
            self._tint()

    def _tint(self) -> None:
        if self._icon is None:
            if self._drawn is not None:
                self._drawn = None
                self.setIcon(QIcon())
            return
        theme = current_theme()
        pixels = theme.icon_size(20 if self._look is ButtonLook.ICON else 18)
        colour = _tint(self._look, theme.roles, self.isChecked()) if self.isEnabled() else theme.roles.disabled
        gap = HALF_SPACE if self.text() and self.layoutDirection() is Qt.LayoutDirection.LeftToRight else 0
        drawn = (self._icon, colour, pixels, gap)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self.setIconSize(QSize(pixels + gap, pixels))
        self.setIcon(tinted_icon(theme, self._icon, colour, pixels, gap))


def _tint(look: ButtonLook, roles: Roles, is_checked: bool) -> str:
    match look:
        case ButtonLook.PRIMARY:
            return roles.on_accent
        case ButtonLook.SECONDARY | ButtonLook.SEARCH:
            return roles.text
        case ButtonLook.QUIET | ButtonLook.ICON | ButtonLook.UNIT:
            return roles.accent if is_checked else roles.secondary
        case ButtonLook.DONE:
            return roles.success
        case ButtonLook.LINK | ButtonLook.CHIP | ButtonLook.BRAND:
            return roles.accent
        case _:
            assert_never(look)
