"""The folder in which the system keeps the user's documents: where files are looked for and offered to be saved."""

from pathlib import Path


def documents_folder() -> Path:
    """The user's own folder for documents; it may not be there yet."""
    # The first window can be there without, and Qt makes much of it.
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
