"""What the user may want to know of the workspace itself: where it is, and what copies of it there are."""

from datetime import date
from pathlib import Path

from app.storage.workspace import Workspace


class WorkspaceFacts:
    """Reads only; each fact is as it is at the moment it is asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._told = ""

    @property
    def location(self) -> str:
        """The file, or the address without a password."""
        return self._workspace.shown_location

    @property
    def backups_folder(self) -> Path | None:
        """The folder that copies are put in; None where the workspace is no file and whoever runs it keeps copies."""
        return self._workspace.backups_folder

    def backup_days(self) -> tuple[date, ...]:
        """The days of which there is a copy, the latest first."""
        return tuple(dict.fromkeys(backup.day for backup in self._workspace.backups()))

    def backup_problem(self) -> str:
        """Why the copy of today could not be made, as a sentence; empty when all is well."""
        failure = self._workspace.backup_failure
        return "" if failure is None else str(failure)

    def take_backup_problem(self) -> str:
        """The same, but only the first time; empty while there is nothing new to tell."""
        problem = self.backup_problem()
        is_new, self._told = problem != self._told, problem
        return problem if is_new else ""
