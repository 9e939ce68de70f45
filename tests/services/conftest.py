"""Real content and a real workspace on disk, with a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.content.catalogue import Content
from app.services.services import Services, build_services
from app.storage.workspace import Workspace

TODAY = date(2026, 8, 6)
NOW = datetime(2026, 8, 6, 9, 30, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(
        tmp_path / "workspace.sqlite3", backups=tmp_path / "backups", clock=lambda: NOW, author="Ada"
    ) as opened:
        yield opened


@pytest.fixture
def services(workspace: Workspace, content: Content) -> Services:
    return build_services(content, workspace, lambda: TODAY)
