"""The window: the bar on the left, the bar above, one page in the middle, and the panel on the right."""

from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.snapshots import Snapshot
from app.ui.announcing import SavedAloud, say
from app.ui.areas import Areas
from app.ui.guide import Guide
from app.ui.keys_list.keys_sheet import KeysSheet
from app.ui.looks import Looks
from app.ui.navigation.finder import Finder
from app.ui.navigation.side_bar import SideBar
from app.ui.navigation.side_panel import SidePanel
from app.ui.navigation.top_bar import TopBar
from app.ui.page_stack import PageStack
from app.ui.pages.page import Page
from app.ui.pages.start_page import StartPage
from app.ui.parts.focus_ring import FocusRing
from app.ui.parts.message_space import MessageSpace
from app.ui.parts.strip import Tone
from app.ui.places import AtAnswers, AtPast, AtSection, AtStart, UserPlace, place_from_text, place_to_text
from app.ui.preview_steps import PreviewSteps
from app.ui.projector.projection import Projection
from app.ui.retracing import Retracing
from app.ui.session import ProjectSession
from app.ui.shortcuts import SHORTCUTS, Act, Shortcut
from app.ui.spoken import set_up_speaking
from app.ui.text_keys import TextKeys
from app.ui.theme.measures import DOUBLE_SPACE, SPACE
from app.ui.ways import before, is_there, next_open, start_of_step, way_in_words
from app.ui.where_left import WhereLeft

_USUAL, _SMALLEST = QSize(1366, 768), QSize(720, 540)
#: What the title and the edges that the system draws may take.
_FRAME = QSize(16, 48)
_IN_THE_PAST = "This is how everything was, and nothing changes here. Go back to now to undo or redo."
_ELSEWHERE = "Another window changed this collaborative. What you see is up to date."


class MainWindow(QMainWindow):
    """Carries wishes from pages to the session and snapshots from the session to pages."""

    def __init__(self, session: ProjectSession, icons: Path) -> None:
        super().__init__()
        self.session = session
        self._place: UserPlace = AtStart()
        services = session.services
        self._questionnaire = services.content.questionnaire
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        set_up_speaking(application)
        self.setWindowTitle("Fiveways")
        self.setMinimumSize(_SMALLEST)
        self.resize(_USUAL.boundedTo(self.screen().availableSize() - _FRAME))
        self.side_bar = SideBar(self._questionnaire)
        self.top_bar = TopBar()
        self.panel = SidePanel(session)
        self.start_page = StartPage(session)
        self.pages = PageStack(session)
        self.messages = MessageSpace()
        self._left = WhereLeft(session, self.pages.sections)
        self._middle = QWidget()
        self._areas = Areas(self.side_bar, self.top_bar, self._middle, self.panel, services.preferences)
        self._steps = PreviewSteps(self._areas, self.panel, self.pages, lambda: self._place)
        self._outer = QStackedWidget()
        self.guide = Guide(
            self,
            session,
            self._outer,
            bars=(self.side_bar, self.top_bar, self.panel),
            pages=(self.start_page, self.pages),
            where=lambda: self._place,
            go=self.go,
            open_one=self.open_collaborative,
        )
        self.help, self.beside, self.tour = self.guide.help, self.guide.beside, self.guide.tour
        button, sections = self.top_bar.project, self.pages.sections
        self.projection = Projection(session, self, button, sections, where=lambda: self._place, go=self.go)
        self._retracing = Retracing(session, self.messages, self.pages.sections, lambda: self._place, self.go)
        self.finder = Finder(session, self, self.top_bar.finder)
        self._looks = Looks(services.preferences, icons, application, sections.let_go_of_others, self)
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self.keys = KeysSheet(self, application)
        self._ring = FocusRing(self, application)
        self._saved_aloud = SavedAloud(self, session)
        self._text_keys = TextKeys([key for each in SHORTCUTS for key in each.keys], application, self)

    @property
    def place(self) -> UserPlace:
        """Where the user is."""
        return self._place

    @property
    def page(self) -> Page | None:
        """The page of an open collaborative that is shown; None on the start page."""
        return None if isinstance(self._place, AtStart) else self.pages.page

    def open_at_start(self) -> None:
        """Show the collaboratives, in the shape that the window had."""
        self._left.take_shape(self)
        self.go(AtStart())

    def open_where_left(self) -> None:
        """Show what was shown when the window was closed last, in the shape and on the display that it had."""
        self._left.take_shape(self)
        if self._left.is_there(self._left.collaborative):
            self.open_collaborative(self._left.collaborative)
        if not self.session.is_open:
            self.go(AtStart())

    def open_collaborative(self, collaborative: str) -> None:
        """Open a collaborative where it was left."""
        self.pages.sections.forget()
        if not self.session.open(collaborative):
            return
        self.session.note_progress()
        place = place_from_text(self.session.last_place())
        self.go(place if is_there(self._questionnaire, place) else AtSection(self._questionnaire.sections[0].id))
        self._left.come_back(self._place)
        self.tour.begin_if_due()

    def go(self, place: UserPlace) -> None:
        """Show a place."""
        self._retracing.clear()
        if (page := self.page) is not None:
            page.leave()
        self._let_go_of_focus()
        self._areas.begin_place(has_panel=isinstance(place, AtSection))
        if isinstance(place, AtStart):
            self._go_to_start()
        elif self.session.is_open:
            self._place = place
            self._outer.setCurrentWidget(self._areas)
            page = self.pages.show_place(place)
            self._show_place(place, page)
            self.session.remember_place(place_to_text(place))
        self.guide.follow(self._place)

    def say(self, sentence: str, tone: Tone = Tone.NOTE) -> None:
        """Show a line above the page until it is closed or another one comes."""
        messages = self.start_page.messages if isinstance(self._place, AtStart) else self.messages
        messages.say(tone, sentence)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._left.note(self._place)
        if (page := self.page) is not None:
            page.leave()
            self.session.note_progress()
        for stop in (self.pages.stop, self.panel.stop, self.finder.stop, self.projection.end):
            stop()
        self._left.note_shape(self)
        super().closeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # --- places -------------------------------------------------------------------------------------------

    def _let_go_of_focus(self) -> None:
        """Qt would hand the focus from what goes to whatever comes next, and a screen reader would read out each."""
        focused = self._application.focusWidget()
        if focused is not None and self._outer.isAncestorOf(focused):
            focused.clearFocus()

    def _go_to_start(self) -> None:
        left = self.session.snapshot.collaborative if self.session.is_open else ""
        if left:
            self.session.note_progress()
            self._left.note(self._place)
        self._place = AtStart()
        self.session.close()
        self._left.note(self._place)
        self.messages.clear()
        self.start_page.refresh(left)
        self._outer.setCurrentWidget(self.start_page)
        self.setWindowTitle("Fiveways")
        if left:
            say(self, "All collaboratives")

    def _show_place(self, place: UserPlace, page: Page) -> None:
        snapshot = self.session.snapshot
        self.setWindowTitle(f"{snapshot.name} - Fiveways")
        self.top_bar.show_where(*self._way_to(place))
        self._show_snapshot(snapshot)
        self.side_bar.show_place(place)
        self._make_room()
        self._areas.follow_reading(page.in_sight)
        if not (isinstance(place, AtSection) and place.question):
            page.enter()
            if self.focusWidget() is None or not page.isAncestorOf(self.focusWidget()):
                self.side_bar.take_focus()
        elif self.focusWidget() is None:
            self.side_bar.take_focus()
        # Not before the page has the focus: the panel would show a section without a question first.
        self.panel.show_place(place)
        say(self, ": ".join(self._way_to(place)))

    def _way_to(self, place: UserPlace) -> tuple[str, ...]:
        if isinstance(place, AtSection | AtAnswers):
            return way_in_words(self._questionnaire, place)
        item = self.side_bar.item_of(place)
        return (item.words if item is not None else "",)

    def _go_if(self, place: UserPlace | None) -> None:
        if place is not None and self.session.is_open:
            self.go(place)

    def _go_back(self) -> None:
        self._go_if(before(self._questionnaire, self._place))

    def _go_to_next_open(self) -> None:
        if self.session.is_open:
            section = self._place.section if isinstance(self._place, AtSection) else ""
            focused = self.pages.sections.focused_question if section else ""
            self._go_if(next_open(self._questionnaire, self.session.snapshot.left, section, focused))

    # --- the session --------------------------------------------------------------------------------------

    def _on_state_changed(self, snapshot: Snapshot) -> None:
        if self.page is not None:
            self._show_snapshot(snapshot)
            problem = self.session.services.workspace_facts.take_backup_problem()
            if problem:
                self.say(problem, Tone.WARNING)

    def _retrace(self, *, is_undo: bool) -> None:
        if isinstance(self._place, AtPast):
            self.say(_IN_THE_PAST)  # what undo would change is not what is on the screen
        elif self.session.is_open:
            self.session.undo() if is_undo else self.session.redo()

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        if (page := self.page) is not None:
            page.show_snapshot(snapshot)
        self.side_bar.show_snapshot(snapshot)
        self.top_bar.show_snapshot(snapshot)
        self.top_bar.show_saved(self.session.saved_at)
        self.panel.show_snapshot(snapshot)

    def _on_problem_raised(self, question: str, sentence: str) -> None:
        is_in_sight = isinstance(self._place, AtSection) and question in self.pages.sections.cards
        if not is_in_sight:
            self.say(sentence, Tone.ERROR)

    def _on_look_changed(self) -> None:
        self._make_room()
        if (page := self.page) is not None:
            page.show_snapshot(self.session.snapshot)

    # --- the window ---------------------------------------------------------------------------------------

    def _make_room(self) -> None:
        self._areas.make_room(self.beside.left_for_content(self.width()))

    def _add_shortcuts(self) -> None:
        for shortcut in SHORTCUTS:
            for keys in shortcut.keys:
                QShortcut(QKeySequence(keys), self).activated.connect(lambda pressed=shortcut: self._do(pressed))

    def _do(self, shortcut: Shortcut) -> None:
        match shortcut.act:
            case Act.STEP:
                self._go_if(start_of_step(self._questionnaire, shortcut.number))
            case Act.PLACE:
                self._go_if(shortcut.place)
            case Act.NEXT_OPEN:
                self._go_to_next_open()
            case Act.BACK:
                self._go_back()
            case Act.FIND:
                self.finder.begin()
            case Act.UNDO | Act.REDO:
                self._retrace(is_undo=shortcut.act is Act.UNDO)
            case Act.PANEL:
                self._areas.toggle_panel()
            case Act.CHANGE | Act.MARK:
                self._steps.take(shortcut)
            case Act.NEXT_AREA:
                self._areas.focus_next(self.help, self.tour.callout)
            case Act.KEYS:
                self.keys.open_sheet()
            case Act.LARGER_TEXT | Act.SMALLER_TEXT:
                self._looks.change_text(1 if shortcut.act is Act.LARGER_TEXT else -1)
            case Act.PROJECT:
                self.projection.begin()
            case Act.HELP:
                self.beside.ask()
            case _:
                assert_never(shortcut.act)

    def _lay_out(self) -> None:
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.top_bar)
        self.messages.setContentsMargins(DOUBLE_SPACE, SPACE, DOUBLE_SPACE, 0)
        middle.addWidget(self.messages)
        middle.addWidget(self.pages, 1)
        self._outer.addWidget(self.start_page)
        self._outer.addWidget(self._areas)
        self.setCentralWidget(self.beside)
        if (layout := self.layout()) is not None:
            # The areas share out whatever width there is; none of them may push the window beyond the screen.
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def _connect(self) -> None:
        session = self.session
        session.state_changed.connect(self._on_state_changed)
        session.problem_raised.connect(self._on_problem_raised)
        session.changed_elsewhere.connect(lambda: self.say(_ELSEWHERE))
        self._looks.changed.connect(self._on_look_changed)
        self.start_page.collaborative_wished.connect(self.open_collaborative)
        self.start_page.look_changed.connect(self._looks.follow)
        self.pages.settings.look_changed.connect(self._looks.follow)
        self.beside.changed.connect(self._make_room)
        self.side_bar.place_wished.connect(self.go)
        self.top_bar.place_wished.connect(self.go)
        self.top_bar.search_wished.connect(self.finder.begin)
        self.finder.place_wished.connect(self.go)
        self.finder.act_wished.connect(self._do)
        self.finder.collaborative_wished.connect(self.open_collaborative)
        self.finder.example_wished.connect(self.start_page.look_inside)
        self.finder.help_wished.connect(self.help.show_topic)
        self.finder.help_wished.connect(self.beside.open_help)
        self.finder.guidance_wished.connect(self.pages.sections.show_guidance)
        self.panel.place_wished.connect(self.go)
        self.pages.place_wished.connect(self.go)
        self.pages.sections.next_wished.connect(self._go_to_next_open)
        self.pages.sections.back_wished.connect(self._go_back)
        self.pages.sections.question_focused.connect(self.panel.show_question)
        self.top_bar.undo_wished.connect(lambda: self._retrace(is_undo=True))
        self.top_bar.redo_wished.connect(lambda: self._retrace(is_undo=False))
        self.top_bar.menu_toggled.connect(self._areas.show_menu)
        self.top_bar.panel_toggled.connect(self._areas.show_panel)
