"""The name of the app beside its star."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.icons import Icon
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import SPACE


def brand(pixels: int = 28) -> QWidget:
    """The star, `pixels` large at 100 % text, and the name."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    row.addWidget(IconLabel(Icon.STAR, lambda roles: roles.accent, pixels))
    row.addWidget(text_label("Fiveways", TextLook.BRAND, wraps=False))
    row.addStretch(1)
    return holder
