"""Journeys see the app as it opens for the first time: light, at 100 % text."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme.theme import apply_theme
from tests.ui.conftest import PLAIN, tidying

__all__ = ["tidying"]


@pytest.fixture(autouse=True)
def _plain_theme(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, PLAIN)
    yield
    apply_theme(qapp, PLAIN)
