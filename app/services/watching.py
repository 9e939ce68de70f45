"""Notices changes that another running copy makes to the same workspace."""

from app.storage.workspace import Workspace


class Watching:
    """Remembers the state of the workspace that the screen shows."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._token = workspace.token()

    def has_changed(self) -> bool:
        """Whether anyone has changed the workspace since it was last looked at; looking again settles it."""
        token = self._workspace.token()
        is_changed = token != self._token
        self._token = token
        return is_changed

    def settle(self) -> None:
        """Take the present state as known, after an act of this copy's own."""
        self._token = self._workspace.token()
