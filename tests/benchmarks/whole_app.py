"""The app as a user runs it, in a program of its own: opened on a folder, used by a function, and closed again."""

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bootstrap import main
from app.content.library import load_content
from app.paths import FOLDER_VARIABLE, shipped_folder
from app.services.services import Services, build_services
from app.storage.workspace import Workspace

if TYPE_CHECKING:
    from app.ui.window import MainWindow

#: Milliseconds for which a window that was just opened is left alone before it is used.
_SETTLING = 2_000


def run_app(on_loaded: "Callable[[MainWindow], object]", settling: int = 0) -> int:
    """Run the app on the folder that the environment names until it is closed; `on_loaded` is given its window."""
    # Programs that start this one have no use for Qt.
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication  # as above

    # It loads Qt as well.
    from tests.benchmarks.first_look import FirstLook, when_ready

    application = QApplication(sys.argv[:1])
    look = FirstLook()

    def settle(window: "MainWindow") -> None:
        QTimer.singleShot(settling, window, lambda: on_loaded(window))

    look.begun.connect(lambda window: when_ready(window, lambda: settle(window)))
    assert application is not None
    return main([])


def use_app(use: "Callable[[MainWindow], object]") -> None:
    """Run the app, use its window, print as one line of JSON what that found, and close it."""

    def begin(window: "MainWindow") -> None:
        try:
            print(json.dumps(use(window)), flush=True)
        except Exception:  # the app would tell its user in a window, and nobody looks at it here
            traceback.print_exc()
        finally:
            window.close()

    run_app(begin, _SETTLING)


def told_by(program: str, folder: Path, *arguments: str) -> Any:
    """What a program of this folder that uses the app says at its end."""
    run = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{program}", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=environment(folder),
    )
    return json.loads(run.stdout)


def environment(folder: Path) -> dict[str, str]:
    """What a program is told so that it finds its workspace in a folder, and this package."""
    compiled = folder.parent / "compiled"
    # As in an app that was started before: what Python has compiled is kept.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        FOLDER_VARIABLE: str(folder),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONPYCACHEPREFIX": str(compiled),
    }


def prepare(folder: Path, fill: Callable[[Services], object]) -> None:
    """Fill the workspace that the app will find in a folder."""
    folder.mkdir(exist_ok=True)
    file, backups = folder / "workspace.sqlite3", folder / "backups"
    with Workspace.open(file, backups=backups, clock=lambda: datetime.now(UTC), author="Ada") as workspace:
        fill(build_services(load_content(shipped_folder()), workspace, date.today))
