"""What the user prefers, kept in the workspace: text size, theme, and other small choices of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.errors import StorageError

if TYPE_CHECKING:
    # What was preferred is read for the first window before the database layer is loaded.
    from app.storage.workspace import Workspace


class Preferred(Protocol):
    """What the user prefers, to be read."""

    def get(self, key: str, default: str = "", /) -> str:
        """A preference, or the default where none was chosen."""
        ...


class Preferences:
    """Small texts by key. A preference that cannot be kept is not worth an error: the act goes on without."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known = workspace.settings()

    def get(self, key: str, default: str = "") -> str:
        """A preference, or the default where none was chosen."""
        return self._known.get(key, default)

    def put(self, key: str, value: str) -> None:
        """Keep a preference for this and later runs."""
        if self._known.get(key) == value:
            return
        self._known[key] = value
        try:
            self._workspace.set_setting(key, value)
        except StorageError:
            return
