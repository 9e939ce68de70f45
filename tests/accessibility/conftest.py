"""One window on a real example for all tests of accessibility, in the app's own theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme.theme import Theme, apply_theme
from app.ui.window import MainWindow
from tests.accessibility.listener import Heard, library, listening
from tests.accessibility.painted import TELLING
from tests.accessibility.walk import Passed, pass_by
from tests.ui.conftest import ICONS, PLAIN
from tests.ui.windows import open_example


@pytest.fixture(autouse=True)
def _plain_theme(qapp: QApplication) -> Iterator[None]:
    if qapp.property("fiveways_theme") != PLAIN:
        apply_theme(qapp, PLAIN)
    yield
    if qapp.property("fiveways_theme") != PLAIN:
        apply_theme(qapp, PLAIN)


@pytest.fixture(scope="module")
def shared_window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """The window of a module; whoever changes an answer in it takes the change back."""
    apply_theme(qapp, PLAIN)
    with open_example(tmp_path_factory.mktemp("workspace")) as window:
        yield window


@pytest.fixture
def heard() -> Iterator[Heard]:
    """What a screen reader hears from here on."""
    if library() is None:
        pytest.skip("the library of Qt goes by other names on this system")
    with listening() as listener:
        yield listener


@pytest.fixture(scope="session")
def walked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> list[Passed]:
    """All that is met on a walk through the whole window: what is heard, and what is painted on what."""
    apply_theme(qapp, PLAIN)
    with open_example(tmp_path_factory.mktemp("walk")) as window:
        apply_theme(qapp, Theme(ICONS, TELLING))
        passed = list(pass_by(window))
    apply_theme(qapp, PLAIN)
    return passed
