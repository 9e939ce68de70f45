"""Opens the projector view on the display that the user picks, and keeps its place when displays come and go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from app.ui.pages.section_page import SectionPage
from app.ui.places import AtSection, UserPlace
from app.ui.projector.displays import Display, connected_displays, display_after, remember, remembered
from app.ui.projector.projector import Projector
from app.ui.session import ProjectSession


class Projection(QObject):
    """``where`` tells where the window is, ``go`` brings it to a place. The chooser opens below ``button``."""

    def __init__(
        self,
        session: ProjectSession,
        window: QWidget,
        button: QAbstractButton,
        sections: SectionPage,
        *,
        where: Callable[[], UserPlace],
        go: Callable[[UserPlace], None],
        displays: Callable[[], Sequence[Display]] = connected_displays,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._button = button
        self._sections = sections
        self._where = where
        self._go = go
        self._displays = displays
        self._projector: Projector | None = None
        self._display = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.follow_displays)
        button.clicked.connect(self.begin)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_displays_changed)
            application.screenRemoved.connect(self._on_displays_changed)

    @property
    def projector(self) -> Projector | None:
        """The projector view, while it is open."""
        return self._projector

    @property
    def display(self) -> str:
        """The key of the display that it is shown on."""
        return self._display

    def begin(self) -> None:
        """Show the question in focus on the display that was chosen before; where none was, ask which one."""
        if not self._session.is_open:
            return
        place = self._place()
        displays = self._displays()
        display = remembered(displays, self._session.services.preferences)
        if self._projector is not None:
            self._projector.show_place(place.section, place.question)
            self._projector.activateWindow()
        elif display is not None:
            self.open_on(display, place)
        elif displays:
            self._ask(displays, place)

    def open_on(self, display: Display, place: AtSection) -> None:
        """Show a question on a display, alone and over all of it."""
        if self._projector is None:
            self._projector = Projector(self._session, lambda: len(self._displays()))
            self._projector.left_at.connect(self._on_left)
            self._projector.display_wished.connect(self._on_display_wished)
        self._put(display)
        self._projector.show_place(place.section, place.question)
        self._projector.activateWindow()

    def end(self) -> bool:
        """Close the projector view, if it is open; whether it is closed: it stays while it holds what is not saved."""
        return self._projector is None or self._projector.close()

    def follow_displays(self) -> None:
        """A display came or went: stay in sight, and go back to the chosen display when it is there again."""
        if self._projector is None:
            return
        displays = self._displays()
        wished = remembered(displays, self._session.services.preferences)
        here = next((each for each in displays if each.key == self._display), None)
        display = wished or here or next(iter(displays), None)
        if display is not None and (display is not here or self._projector.screen() is not display.screen):
            self._put(display)

    def _place(self) -> AtSection:
        """What to show: the question in focus, else the section in sight or seen last, else the first."""
        sections, place = self._sections, self._where()
        if isinstance(place, AtSection):
            return AtSection(place.section, sections.focused_question)
        first = self._session.services.content.questionnaire.sections[0].id
        return AtSection(sections.section or first)

    def _ask(self, displays: Sequence[Display], place: AtSection) -> None:
        menu = QMenu(self._window)
        menu.setAccessibleName("Displays to project on")
        for display in displays:
            action = QAction(display.words.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, chosen=display: self._on_chosen(chosen, place))
            menu.addAction(action)
        menu.setActiveAction(menu.actions()[-1])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _on_displays_changed(self) -> None:
        # Qt moves the windows of a display that goes only after it has said so.
        self._later.start()

    def _on_chosen(self, display: Display, place: AtSection) -> None:
        remember(display, self._session.services.preferences)
        self.open_on(display, place)

    def _put(self, display: Display) -> None:
        """Move the window, which keeps its slide and all that is typed, and fill the display with it."""
        projector = self._projector
        if projector is None:
            return
        self._display = display.key
        if projector.isVisible():
            # A window that fills one display does not leave it on every desktop until it is a plain one again.
            projector.showNormal()
        projector.setScreen(display.screen)
        projector.setGeometry(display.area)
        projector.showFullScreen()

    def _on_display_wished(self) -> None:
        displays = self._displays()
        if len(displays) > 1:
            display = display_after(displays, self._display)
            remember(display, self._session.services.preferences)
            self._put(display)

    def _on_left(self, place: AtSection) -> None:
        if self._projector is not None:
            self._projector.deleteLater()
        self._projector = None
        self._display = ""
        if self._session.is_open:
            self._window.activateWindow()
            self._go(place)
