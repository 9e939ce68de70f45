"""The whole window on real content and a real workspace on disk, and ways to look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.domain.answers import Origin
from app.services.services import Services, build_services
from app.storage.workspace import Workspace
from app.ui.pages.section_page import SectionPage
from app.ui.places import AtSection, AtStart
from app.ui.question_card import QuestionCard
from app.ui.session import ProjectSession
from app.ui.shape import take_shape
from app.ui.theme.roles import LIGHT
from app.ui.theme.theme import current_theme
from app.ui.window import MainWindow
from app.ui.wishes import keep_look, keep_text_percent, wished_look
from app.ui.work.next_turn import is_anything_put_off
from tests.empty_workspace import lay_empty_workspace
from tests.shipped import shipped_content
from tests.ui.conftest import ICONS
from tests.ui.desk import NOW, TODAY, borrowed

WEST_YORKSHIRE = "west-yorkshire-acute"
SIZE = (1366, 768)
PROJECTOR = (1024, 768)
FIRST = AtSection("the-collaborative")


def now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def open_services(folder: Path, author: str = "Ada") -> Iterator[Services]:
    """The services over the workspace in a folder, as a running copy of the app has them."""
    backups, file = folder / "backups", lay_empty_workspace(folder / "workspace.sqlite3")
    with Workspace.open(file, backups=backups, clock=now, author=author) as workspace:
        yield build_services(shipped_content(), workspace, lambda: TODAY)


@contextmanager
def open_window(folder: Path, size: tuple[int, int] = SIZE) -> Iterator[MainWindow]:
    """The window at the start page, shown and active."""
    with open_services(folder) as services:
        window = MainWindow(ProjectSession(services, lambda: NOW), ICONS)
        try:
            window.resize(*size)
            take_shape(window, services.preferences)
            window.go(AtStart())
            window.show()
            window.activateWindow()
            assert QTest.qWaitForWindowExposed(window)
            settle()
            yield window
        finally:
            _end(window)


@contextmanager
def run_of_the_app(folder: Path, *, offers_tour: bool = False) -> Iterator[MainWindow]:
    """The window as the app opens it over the workspace in a folder: where it was left; it closes at the end."""
    with open_services(folder) as services:
        window = MainWindow(ProjectSession(services, lambda: NOW), ICONS)
        try:
            if offers_tour:
                window.tour.offer()
            window.open_where_left()
            window.show()
            window.activateWindow()
            assert QTest.qWaitForWindowExposed(window)
            settle()
            yield window
        finally:
            _end(window)


@contextmanager
def open_example(folder: Path, example: str = WEST_YORKSHIRE, size: tuple[int, int] = SIZE) -> Iterator[MainWindow]:
    """The window with a copy of an example open at its first section."""
    with open_window(folder, size) as window:
        services = window.session.services
        made = services.collaboratives.create_from(services.files.example(example), None, Origin.EXAMPLE)
        window.open_collaborative(made.id)
        settle()
        yield window


@contextmanager
def lent(window: MainWindow, size: tuple[int, int] = SIZE) -> Iterator[MainWindow]:
    """The window for one test, which finds it at its first section and leaves answers, look and size as they were."""
    collaborative = window.session.snapshot.collaborative
    preferences = window.session.services.preferences
    look = wished_look(preferences)
    window.resize(*size)
    window.top_bar.panel_toggled.emit(True)
    window.go(FIRST)
    window.activateWindow()
    settle()
    with borrowed(window.session):
        yield window
        if not window.session.is_open:
            window.open_collaborative(collaborative)
    keep_look(preferences, look)
    show_text(window, 100)


def show_text(window: MainWindow, percent: int) -> None:
    """Let the window show its text at this size, as the settings would."""
    keep_text_percent(window.session.services.preferences, percent)
    if round(100 * current_theme().text_scale) != percent or current_theme().roles != LIGHT:
        window.start_page.look_changed.emit()
        settle()


def _end(window: MainWindow) -> None:
    """Close the window, and let nothing of it live on, as the end of the program would."""
    window.close()
    window.session.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle() -> None:
    """Let the window do what it does as soon as it can."""
    for _ in range(5):
        QApplication.processEvents()
    while is_anything_put_off():
        QApplication.processEvents()
    # What was let go of goes in the loop of events of the app, which does not run here.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rest(window: MainWindow) -> None:
    """Let the window come to rest: every card made, and everything in its place."""
    if isinstance(window.page, SectionPage):
        assert window.page.complete()
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    settle()


def card(window: MainWindow, question: str) -> QuestionCard:
    """The card of a question of the section that is shown."""
    page = window.page
    assert isinstance(page, SectionPage)
    return page.complete()[question]


def texts(root: QWidget) -> str:
    """Everything that labels in sight say, from top to bottom, one line each."""
    labels = [label for label in root.findChildren(QLabel) if label.isVisible() and label.text()]
    places = {label: label.mapTo(root, QPoint(0, 0)) for label in labels}
    return "\n".join(label.text() for label in sorted(labels, key=lambda each: (places[each].y(), places[each].x())))
