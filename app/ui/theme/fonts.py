"""The typeface of the app, Source Sans Pro, loaded from its package so that every machine looks the same."""

from pathlib import Path

import font_source_sans_pro
from PySide6.QtGui import QFontDatabase

from app.errors import ContentError, Problem

FAMILY = "Source Sans Pro"

_FACES = ("Regular", "It", "Semibold", "Bold")


def load_fonts() -> None:
    """Make the typeface known to Qt, once for each QApplication, which must be there.

    Raises `ContentError` when a face is missing or damaged.
    """
    folder = Path(font_source_sans_pro.font_directory)
    for face in _FACES:
        name = f"SourceSansPro-{face}.ttf"
        if QFontDatabase.addApplicationFont(str(folder / name)) == -1:
            reason = "The font cannot be read. Run the setup again to restore it."
            raise ContentError((Problem(name, "", reason),))
