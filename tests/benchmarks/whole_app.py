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
from app.content.catalogue import Content
from app.content.library import load_content
from app.paths import FOLDER_VARIABLE, shipped_folder
from app.services.services import Services, build_services
from app.storage.workspace import Workspace

if TYPE_CHECKING:
    from app.ui.window import MainWindow

#: Milliseconds for which a window that was just opened is left alone before it is used.
_SETTLING = 2_000


def run_app(on_first_look: "Callable[[MainWindow], object]", settling: int = 0) -> int:
    """Run the app on the folder that the environment names until it is closed."""
    looks = []

    def load(folder: Path) -> Content:
        # The app loads Qt after its database, because that is faster, and so must whoever measures it.
        from tests.benchmarks.first_look import FirstLook

        # The application is there by now and its window is not: the earliest moment to look out for one.
        looks.append(FirstLook(settling))
        looks[0].begun.connect(on_first_look)
        return load_content(folder)

    return main([], load)


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
    return {**os.environ, FOLDER_VARIABLE: str(folder), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def prepare(folder: Path, fill: Callable[[Services], object]) -> None:
    """Fill the workspace that the app will find in a folder."""
    folder.mkdir(exist_ok=True)
    file, backups = folder / "workspace.sqlite3", folder / "backups"
    with Workspace.open(file, backups=backups, clock=lambda: datetime.now(UTC), author="Ada") as workspace:
        fill(build_services(load_content(shipped_folder()), workspace, date.today))
