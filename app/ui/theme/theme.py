"""The look that is in force: the application carries it, as it carries its palette and its style sheet."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.marks import override
from app.ui.theme.fonts import FAMILY, load_fonts
from app.ui.theme.measures import TypeSize
from app.ui.theme.roles import LIGHT, Roles
from app.ui.theme.style_sheet import style_sheet

_CARRIED_AS = "fiveways_theme"

#: The one style that every system has, and that takes every colour.
STYLE = "Fusion"
#: A property of an application that was given the style as it was made.
HAS_STYLE = "fiveways_style"

SMALLEST_TEXT = 1.0
LARGEST_TEXT = 2.0


class Theme:
    """Colours, how large text is (1.0 to 2.0), and the folder the icons are in.

    No tuple, which Qt would make a list of, and no dataclass: it would be the only one for which the first window loads
    what makes them.
    """

    def __init__(self, icons: Path, roles: Roles = LIGHT, text_scale: float = SMALLEST_TEXT) -> None:
        if not SMALLEST_TEXT <= text_scale <= LARGEST_TEXT:
            raise ValueError("Text is shown at 100 % to 200 % of its size.")
        self.icons: Final = icons
        self.roles: Final = roles
        self.text_scale: Final = text_scale

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Theme) and self._parts == other._parts

    @override
    def __hash__(self) -> int:
        return hash(self._parts)

    @property
    def _parts(self) -> tuple[Path, Roles, float]:
        return self.icons, self.roles, self.text_scale

    def font(self, size: TypeSize, is_bold: bool = False) -> QFont:
        """The typeface at this size, at the chosen scale."""
        font = QFont(FAMILY)
        font.setPointSizeF(size.value * self.text_scale)
        # Said in both cases: a painter takes what is left open from the widget it paints on.
        font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
        return font

    def icon_size(self, pixels: int = 20) -> int:
        """Pixels for an icon that is `pixels` large at 100 % text."""
        return round(pixels * self.text_scale)


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress the whole application; widgets already shown change with it. Nothing moves by itself."""
    if not isinstance(application.property(_CARRIED_AS), Theme):
        load_fonts()
        if not application.property(HAS_STYLE):
            application.setStyle(STYLE)
        for effect in Qt.UIEffect:
            application.setEffectEnabled(effect, False)
    application.setProperty(_CARRIED_AS, theme)
    # Undressed first, widgets take the new sheet five times faster than if it took the place of another.
    application.setStyleSheet("")
    application.setFont(theme.font(TypeSize.BODY))
    application.setPalette(_palette(theme.roles))
    application.setStyleSheet(style_sheet(theme.roles, theme.text_scale))


def current_theme() -> Theme:
    """The theme of the running application. Raises RuntimeError before `apply_theme`."""
    application = QApplication.instance()
    theme = application.property(_CARRIED_AS) if application is not None else None
    if not isinstance(theme, Theme):
        raise RuntimeError("No theme yet: call apply_theme before building widgets.")
    return theme


def _palette(roles: Roles) -> QPalette:
    palette = QPalette()
    part = QPalette.ColorRole
    for role, colour in {
        part.Window: roles.page,
        part.WindowText: roles.text,
        part.Base: roles.card,
        part.AlternateBase: roles.page,
        part.Text: roles.text,
        part.PlaceholderText: roles.placeholder,
        part.Button: roles.card,
        part.ButtonText: roles.text,
        part.BrightText: roles.danger,
        part.ToolTipBase: roles.text,
        part.ToolTipText: roles.card,
        part.Highlight: roles.accent,
        part.HighlightedText: roles.on_accent,
        part.Accent: roles.accent,
        part.Link: roles.accent,
        part.LinkVisited: roles.accent,
        part.Mid: roles.line,
        part.Dark: roles.control,
        part.Light: roles.card,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (part.WindowText, part.Text, part.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(roles.secondary))
    return palette
