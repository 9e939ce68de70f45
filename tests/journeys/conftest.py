"""Journeys see the app as it opens for the first time: light, at 100 % text."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import put_on_plain_theme, tidying

__all__ = ["tidying"]


@pytest.fixture(autouse=True)
def _plain_theme(qapp: QApplication) -> Iterator[None]:
    put_on_plain_theme(qapp)
    yield
    put_on_plain_theme(qapp)
