"""Answers files on disk: which one to bring in, where to save one, and saving it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.packs import file_stem
from app.services.services import Services
from app.ui.documents_folder import documents_folder

_KIND = "Answers files (*.json)"


def choose_file(parent: QWidget) -> Path | None:
    """Ask for an answers file to bring in; None if none was chosen."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Open an answers file", str(documents_folder()), _KIND)
    return Path(chosen) if chosen else None


def choose_new_file(parent: QWidget, name: str) -> Path | None:
    """Ask where to save the answers of a collaborative; None if the user would rather not."""
    proposed = str(documents_folder() / f"{file_stem(name)}.json")
    chosen, _ = QFileDialog.getSaveFileName(parent, "Save as an answers file", proposed, _KIND)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".json")


def write_answers(services: Services, collaborative: str, name: str, path: Path) -> Path:
    """Save every answer, note, state and to-do. Raises ExportError, DiskFullError, NotFoundError, StorageError."""
    snapshot = services.answering.open(collaborative)
    return services.files.write(path, name, snapshot.answers, snapshot.todos)
