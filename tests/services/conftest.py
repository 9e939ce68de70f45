"""Real content and a real workspace on disk, with a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.content.catalogue import Content
from app.services.services import Services, build_services
from app.storage.workspace import Workspace
from tests.empty_workspace import lay_empty_workspace

TODAY = date(2026, 8, 6)
NOW = datetime(2026, 8, 6, 9, 30, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    file = lay_empty_workspace(tmp_path / "workspace.sqlite3")
    with Workspace.open(file, backups=tmp_path / "backups", clock=lambda: NOW, author="Ada") as opened:
        yield opened


@pytest.fixture
def services(workspace: Workspace, content: Content) -> Services:
    return build_services(content, workspace, lambda: TODAY)
