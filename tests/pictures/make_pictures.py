"""Makes the pictures of every page, in every look and at every size: `make_pictures.py FOLDER [SIZE ...]`."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import BytesIO
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Whose documents these are shows in the pictures.
os.environ["HOME"] = str(Path(tempfile.gettempdir(), "Ann"))

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from app.services.services import build_services
from app.storage.workspace import Workspace
from app.ui.places import AtStart
from app.ui.session import ProjectSession
from app.ui.shape import take_shape
from app.ui.theme.theme import Theme, apply_theme
from app.ui.window import MainWindow
from app.ui.wishes import Look, keep_look, keep_text_percent, theme_of
from tests.pictures.resting import rest
from tests.pictures.scenes import SCENES
from tests.shipped import shipped_content
from tests.ui.conftest import ICONS
from tests.ui.desk import NOW, TODAY

#: Width, height and size of text in per cent.
SIZES = {
    "1366x768": (1366, 768, 100),
    "1024x768": (1024, 768, 100),
    "1920x1080": (1920, 1080, 100),
    "1024x768-200-percent": (1024, 768, 200),
}
LOOKS = (Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST)

#: Colours of a picture: the most used, each exactly as it is; how many rarer ones are looked at; and all that are kept.
_MOST_USED, _RARER, _ALL = 160, 1200, 250


def main(folder: Path, sizes: list[str]) -> None:
    """Make every picture of these sizes, one folder for each look and size."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    apply_theme(application, Theme(ICONS))
    for size in sizes:
        for look in LOOKS:
            into = folder / f"{look.value}-{size}"
            into.mkdir(parents=True, exist_ok=True)
            with _empty_folder() as workspace, _open_window(application, workspace, look, size) as window:
                for name, show in SCENES.items():
                    shown = show(window)
                    rest()
                    _keep(shown, into / f"{name}.png")
            sys.stdout.write(f"{into.name}: {len(SCENES)} pictures\n")


@contextmanager
def _empty_folder() -> Iterator[Path]:
    """A folder for the workspace, of the same name each time, as the settings show it."""
    folder = Path(tempfile.gettempdir(), "Fiveways")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def _open_window(application: QApplication, folder: Path, look: Look, size: str) -> Iterator[MainWindow]:
    """The window at the start page of an empty workspace, in which each act is a minute after the one before."""
    minutes = count()

    last = NOW

    def clock() -> datetime:
        nonlocal last
        last = NOW - timedelta(hours=1) + timedelta(minutes=next(minutes) % 600)
        return last

    width, height, percent = SIZES[size]
    file, backups = folder / "workspace.sqlite3", folder / "backups"
    with Workspace.open(file, backups=backups, clock=clock, author="Ann Lee") as kept:
        services = build_services(shipped_content(), kept, lambda: TODAY)
        keep_look(services.preferences, look)
        keep_text_percent(services.preferences, percent)
        # As when the app opens: a window that is not shown yet does not follow every part of another look.
        apply_theme(application, theme_of(services.preferences, ICONS, application))
        window = MainWindow(ProjectSession(services, lambda: last), ICONS)
        take_shape(window, services.preferences)
        window.go(AtStart())
        window.resize(width, height)
        window.show()
        window.activateWindow()
        rest()
        yield window
        window.close()
        window.deleteLater()
        rest()


def _keep(shown: QWidget, file: Path) -> None:
    """Write what a widget shows as a small PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    shown.grab().save(buffer, "PNG")
    with Image.open(BytesIO(bytes(buffer.data().data()))) as picture:
        _with_few_colours(picture.convert("RGB")).save(file, optimize=True)


def _with_few_colours(picture: Image.Image) -> Image.Image:
    counted = sorted(picture.getcolors(picture.width * picture.height) or [], reverse=True)
    colours = [colour for _, colour in counted if isinstance(colour, tuple)]
    kept, rarer = colours[:_MOST_USED], colours[_MOST_USED : _MOST_USED + _RARER]
    # The rarer one that is most unlike all that are kept, again and again: no colour is lost, such as that of a link.
    unlike = {colour: min((_apart(colour, each) for each in kept), default=0) for colour in rarer}
    while unlike and len(kept) < _ALL:
        furthest = max(unlike, key=lambda colour: unlike[colour])
        kept.append(furthest)
        unlike = {colour: min(so_far, _apart(colour, furthest)) for colour, so_far in unlike.items() if so_far}
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in kept for part in colour])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum((first - second) ** 2 for first, second in zip(one, other, strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(SIZES))
