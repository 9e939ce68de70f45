"""A start page over a workspace of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services.services import Services
from app.ui.pages.start_page import StartPage
from app.ui.session import ProjectSession
from tests.ui.conftest import Stage
from tests.ui.desk import NOW
from tests.ui.windows import open_services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with open_services(tmp_path) as opened:
        yield opened


@pytest.fixture
def page(services: Services, stage: Stage) -> StartPage:
    made = StartPage(ProjectSession(services, lambda: NOW))
    stage.show(made, 1366, 768)
    made.refresh()
    QApplication.processEvents()
    return made


@pytest.fixture
def wishes(page: StartPage) -> list[str]:
    found: list[str] = []
    page.collaborative_wished.connect(found.append)
    return found
