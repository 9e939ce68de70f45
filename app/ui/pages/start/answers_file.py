"""Answers files on disk: which one to bring in, where to save one, and saving it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import AnswersFileError
from app.ui.documents_folder import documents_folder

if TYPE_CHECKING:
    # A file can be chosen before the services are loaded.
    from app.services.services import Services

_KIND = "Answers files (*.json)"
_MOST_PROBLEMS = 12


def choose_file(parent: QWidget) -> Path | None:
    """Ask for an answers file to bring in; None if none was chosen."""
    # Qt makes much of it, and only those who press for it need it.
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getOpenFileName(parent, "Open an answers file", str(documents_folder()), _KIND)
    return Path(chosen) if chosen else None


def choose_new_file(parent: QWidget, name: str) -> Path | None:
    """Ask where to save the answers of a collaborative; None if the user would rather not."""
    # As above.
    from PySide6.QtWidgets import QFileDialog

    # Loaded by then: nothing is saved before the services are there.
    from app.services.packs import file_stem

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


def refusal_in_words(path: Path, error: AnswersFileError) -> tuple[str, tuple[str, ...]]:
    """A sentence on a file that was not taken in, and what to put right in it."""
    problems = [str(problem) for problem in error.problems]
    more = len(problems) - _MOST_PROBLEMS
    shown = (*problems[:_MOST_PROBLEMS], *((f"And {more} more.",) if more > 0 else ()))
    return f"“{path.name}” could not be opened, and nothing from it was kept. Correct this and try again:", shown
