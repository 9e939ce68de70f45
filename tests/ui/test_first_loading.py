"""What is loaded until the first window is drawn: told by a program that runs the app and closes it there."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from app.paths import shipped_folder

#: What loads slowly, and what the first window can do without.
HEAVY = (
    "sqlalchemy", "alembic", "reportlab", "pypdfium2", "PIL", "uharfbuzz", "markdown_it", "rapidfuzz", "holidays",
    "asyncio", "decimal", "platformdirs", "queue", "typing_extensions",
    "app.cli", "app.services.services", "app.services.snapshots", "app.services.retracing",
    "app.storage.workspace", "app.content.library", "app.content.catalogue", "app.documents", "app.exporters",
    "app.analysis", "app.domain.questions", "app.domain.values", "app.domain.answers",
    "app.ui.furniture", "app.ui.page_stack", "app.ui.question_card",
    "app.ui.navigation", "app.ui.panel", "app.ui.projector", "app.ui.help.help_panel", "app.ui.tour",
    "app.ui.opening_page", "app.ui.error_window", "app.ui.parts.notice", "app.ui.parts.tabs", "app.ui.work.background",
    "app.ui.work.tidying", "app.ui.pages.start.card_acts", "app.ui.pages.start.find_by_name",
    "app.ui.pages.start.look_menu", "app.ui.pages.start.name_form", "app.ui.pages.start.put_away",
)  # fmt: skip


@dataclass(frozen=True)
class Loaded:
    """The modules that Python has loaded, and the files whose source was read beside that."""

    modules: tuple[str, ...]
    sources: tuple[str, ...]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """What a program has loaded that runs the app, when its window is drawn for the first time."""
    folder = tmp_path_factory.mktemp("user")
    program = r"""
import linecache
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow
from app.bootstrap import main
from app.ui.opening import the_application

class Watch(QObject):
    said = False
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow) and not self.said:
            self.said = True
            print(*sys.modules)
            print(*linecache.cache, sep="\n")
            watched.close()
        return False

application, watch = the_application(), Watch()
linecache.clearcache()  # what this program itself has imported after Qt
application.installEventFilter(watch)
sys.exit(main([]))
"""
    environment = {
        **os.environ,
        "FIVEWAYS_FOLDER": str(folder),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    modules, *sources = done.stdout.splitlines()
    return Loaded(tuple(modules.split()), tuple(sources))


def test_the_first_window_loads_nothing_that_it_can_do_without(loaded: Loaded) -> None:
    assert "app.ui.pages.start_page" in loaded.modules
    assert [each for each in HEAVY if any(f"{name}.".startswith(f"{each}.") for name in loaded.modules)] == []


def test_qt_does_not_read_what_is_imported_for_the_first_window(loaded: Loaded) -> None:
    assert [each for each in loaded.sources if each.startswith(str(shipped_folder()))] == []
