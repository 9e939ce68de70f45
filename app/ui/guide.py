"""Help beside the window and the tour over it, joined to the parts that ask for them."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.help.beside import BesideHelp
from app.ui.help.help_panel import HelpPanel
from app.ui.help.subjects import asked_about, subject_of
from app.ui.navigation.side_bar import SideBar
from app.ui.navigation.side_panel import SidePanel
from app.ui.navigation.top_bar import TopBar
from app.ui.page_stack import PageStack
from app.ui.pages.start_page import StartPage
from app.ui.places import AtSection, UserPlace
from app.ui.session import ProjectSession
from app.ui.tour.steps import tour_steps
from app.ui.tour.tour import Tour


class Guide(QObject):
    """`beside` stands in the window; from now on it shows help where that is asked for."""

    def __init__(
        self,
        window: QWidget,
        session: ProjectSession,
        beside: BesideHelp,
        bars: tuple[SideBar, TopBar, SidePanel],
        pages: tuple[StartPage, PageStack],
        *,
        where: Callable[[], UserPlace],
        go: Callable[[UserPlace], None],
        open_one: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        side_bar, top_bar, panel = bars
        start_page, stack = pages
        self._session, self._where, self._go = session, where, go
        self._first = session.services.content.questionnaire.sections[0].id
        self.help = HelpPanel(session)
        self.beside = beside
        beside.take_help(self.help, lambda: asked_about(panel, stack.sections, where()))
        steps = tour_steps(side_bar, top_bar, stack.sections, panel)
        tell = start_page.messages.note
        self.tour = Tour(window, session, steps, prepare=self._prepare, open_one=open_one, tell=tell)
        self.help.place_wished.connect(go)
        self.help.tour_wished.connect(self.tour.take)
        side_bar.help_wished.connect(self.beside.ask)
        start_page.help_wished.connect(self.beside.ask)
        start_page.tour_wished.connect(self.tour.take)

    def follow(self, place: UserPlace) -> None:
        """The user went to a place."""
        self.beside.make_way()
        self.help.follow(subject_of(place))

    def _prepare(self) -> None:
        """The tour begins at a question, with nothing lying over the window."""
        self.beside.close_help()
        if not isinstance(self._where(), AtSection):
            self._go(AtSection(self._first))
