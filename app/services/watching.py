"""Notices changes that another running copy makes to the same workspace."""

from app.storage.workspace import Workspace


class Watching:
    """Remembers the state of the workspace that the screen shows."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._token = workspace.token()

    def has_changed(self) -> bool:
        """Whether anyone has changed the workspace since what the screen shows was read."""
        return self._workspace.token() != self._token

    def settle(self, token: str) -> None:
        """What the screen shows was read when the workspace had this mark."""
        self._token = token
