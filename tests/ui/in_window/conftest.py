"""One window on an example for all tests of this folder, each of which finds it as a user does who just came."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.window import MainWindow
from tests.ui.conftest import put_on_plain_theme
from tests.ui.in_window.going import put_all_away
from tests.ui.windows import lent, open_example


# Of the folder and not of the run: an app that is run in a test ends with its last window, and no other may be left.
# Pytest takes a folder for a package only where there is an `__init__.py`.
@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the workspace of the window is that the tests share."""
    return tmp_path_factory.mktemp("window")


@pytest.fixture(scope="package")
def shared(qapp: QApplication, folder: Path) -> Iterator[MainWindow]:
    """The window itself; who borrows it gives it back by `lent`."""
    put_on_plain_theme(qapp)
    with open_example(folder) as opened:
        yield opened


@pytest.fixture
def window(shared: MainWindow) -> Iterator[MainWindow]:
    """The window for one test: at its first section, with the panel beside it, and nothing over it."""
    with lent(shared) as one:
        yield one
        put_all_away(one)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[MainWindow]:
    """A window of its own, just opened."""
    with open_example(tmp_path) as opened:
        yield opened
