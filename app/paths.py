"""Where things are: what ships with the app, and the folders that hold what the user makes."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app.errors import NotFoundError

FOLDER_VARIABLE = "FIVEWAYS_FOLDER"
DATABASE_VARIABLE = "FIVEWAYS_DATABASE"


class Places(NamedTuple):
    """Every folder and file the app uses. Building it touches no disk; whoever writes makes the folder."""

    resources: Path
    """Questions, checks, law records, examples, theme: what the app itself needs. Read only."""
    templates: Path
    """Outlines, clauses and page styles: what ends up in a document. Read only."""
    workspace: Path
    """The database file used when no other workspace is asked for."""
    backups: Path
    """Copies of the workspace, taken before it is changed in form."""
    logs: Path
    """Folder of the rotating log files."""
    database_url: str | None
    """Workspace asked for through the environment, as a database URL; None when nothing was asked."""


def find_places(environment: Mapping[str, str]) -> Places:
    """Places for this run, from source or frozen.

    `environment` may hold FIVEWAYS_FOLDER, one folder for everything the user owns (for a memory stick or a
    trial), and FIVEWAYS_DATABASE, the URL of another workspace. Empty variables count as not set.
    Raises NotFoundError for a folder of a person who is not known here, such as ~nobody-here/work, and where
    nothing is chosen and the account has no home.
    """
    shipped = shipped_folder()
    chosen = environment.get(FOLDER_VARIABLE)
    if chosen:
        owned = _chosen_folder(chosen)
        logs = owned / "logs"
    else:
        owned, logs = _usual_folders()
    return Places(
        resources=shipped / "resources",
        templates=shipped / "templates",
        workspace=owned / "workspace.sqlite3",
        backups=owned / "backups",
        logs=logs,
        database_url=environment.get(DATABASE_VARIABLE) or None,
    )


def _chosen_folder(text: str) -> Path:
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError as error:
        raise NotFoundError(
            f"The folder {text}, named in {FOLDER_VARIABLE}, is that of a user unknown here. Give its whole path."
        ) from error


def _usual_folders() -> tuple[Path, Path]:
    """Where the system wants the data and the logs of an app."""
    # Needed only where no folder is chosen.
    import platformdirs

    try:
        return (
            platformdirs.user_data_path("Fiveways", appauthor=False, roaming=False),
            platformdirs.user_log_path("Fiveways", appauthor=False),
        )
    except RuntimeError as error:
        raise NotFoundError(
            f"This account has no home, so there is no place for your work. Name a folder in {FOLDER_VARIABLE}."
        ) from error


def shipped_folder() -> Path:
    """Folder above `resources` and `templates`: where PyInstaller unpacked, or the folder of main.py."""
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else Path(__file__).resolve().parent.parent
