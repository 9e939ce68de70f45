"""One window on a real example for all tests of accessibility, in the app's own theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme.theme import Theme, apply_theme
from app.ui.window import MainWindow
from tests.accessibility.listener import Heard, library, listening
from tests.accessibility.painted import TELLING
from tests.accessibility.walk import Walked, misfits_of, pass_by
from tests.ui.conftest import ICONS, put_on_plain_theme
from tests.ui.windows import PROJECTOR, lent, open_example, show_text


@pytest.fixture(autouse=True)
def _plain_theme(qapp: QApplication) -> Iterator[None]:
    put_on_plain_theme(qapp)
    yield
    put_on_plain_theme(qapp)


# As in tests/ui/in_window, the folder is a package so that its window goes with the last of its tests.
@pytest.fixture(scope="package")
def shared_window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """The window of this folder; whoever changes something in it puts it back."""
    put_on_plain_theme(qapp)
    with open_example(tmp_path_factory.mktemp("workspace")) as window:
        yield window


@pytest.fixture
def window(shared_window: MainWindow) -> Iterator[MainWindow]:
    """The window for one test, at its first section."""
    with lent(shared_window) as one:
        yield one


@pytest.fixture
def heard() -> Iterator[Heard]:
    """What a screen reader hears from here on."""
    if library() is None:
        pytest.skip("the library of Qt goes by other names on this system")
    with listening() as listener:
        yield listener


@pytest.fixture(scope="module")
def walked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """All that is met on a walk through a window of its own, which is closed before the tests that look at it."""
    put_on_plain_theme(qapp)
    with open_example(tmp_path_factory.mktemp("walk")) as window:
        apply_theme(qapp, Theme(ICONS, TELLING))
        passed = tuple(pass_by(window))
        collaborative = next(iter(window.start_page.cards))
        window.open_collaborative(collaborative)
        window.resize(*PROJECTOR)
        show_text(window, 200)
        misfits = tuple(misfits_of(window))
    put_on_plain_theme(qapp)
    return Walked(passed, misfits)
