"""The window: the bar on the left, the bar above, one page in the middle, and the panel on the right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QStackedWidget

from app.marks import override
from app.services.first_sight import FirstSight
from app.ui.announcing import let_go_of_focus, say
from app.ui.help.beside import BesideHelp
from app.ui.leaving import Leaving
from app.ui.pages.start_page import StartPage
from app.ui.parts.focus_ring import FocusRing
from app.ui.parts.message_space import MessageSpace
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.places import AtAnswers, AtPast, AtSection, AtSettings, AtStart, UserPlace, place_from_text, place_to_text
from app.ui.session import ProjectSession
from app.ui.shape import left_open, note_shape, take_shape
from app.ui.shortcuts import SHORTCUTS, Shortcut
from app.ui.spoken import set_up_speaking
from app.ui.text_keys import TextKeys
from app.ui.work.turns import take_turn

if TYPE_CHECKING:
    # The window is shown before all of this is loaded: `furnish` does that.
    from app.services.snapshots import Snapshot
    from app.ui.furniture import Furniture
    from app.ui.guide import Guide
    from app.ui.help.help_panel import HelpPanel
    from app.ui.keys_list.keys_sheet import KeysSheet
    from app.ui.navigation.finder import Finder
    from app.ui.navigation.side_bar import SideBar
    from app.ui.navigation.side_panel import SidePanel
    from app.ui.navigation.top_bar import TopBar
    from app.ui.opening_page import OpeningPage
    from app.ui.page_stack import PageStack
    from app.ui.pages.page import Page
    from app.ui.projector.projection import Projection
    from app.ui.tour.tour import Tour

_USUAL, _SMALLEST = QSize(1366, 768), QSize(720, 540)
#: What the title and the edges that the system draws may take.
_FRAME = QSize(16, 48)
_ELSEWHERE = "Another window changed this collaborative. What you see is up to date."


class MainWindow(QMainWindow):
    """Carries wishes from pages to the session and snapshots from the session to pages.

    With a session that has no services yet it shows what was seen `first`, and is furnished later.
    """

    side_bar: SideBar
    top_bar: TopBar
    panel: SidePanel
    pages: PageStack
    guide: Guide
    help: HelpPanel
    tour: Tour
    projection: Projection
    finder: Finder
    keys: KeysSheet
    messages: MessageSpace
    _parts: Furniture

    def __init__(self, session: ProjectSession, icons: Path, first: FirstSight | None = None) -> None:
        super().__init__()
        self.session = session
        self.is_furnished = self.is_leaving = self._is_promised = False
        self._icons = icons
        self._waiting: MessageStrip | None = None
        self._place: UserPlace = AtStart()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        set_up_speaking(application)
        self.setWindowTitle("Fiveways")
        self.setMinimumSize(_SMALLEST)
        self.resize(_USUAL.boundedTo(self.screen().availableSize() - _FRAME))
        # From the outside in: what is put into something else is dressed anew, with all that it holds.
        self._outer = QStackedWidget()
        self.beside = BesideHelp(self._outer)
        self.setCentralWidget(self.beside)
        self.start_page = StartPage(session, first.start if first is not None else None, self._outer)
        self.start_page.collaborative_wished.connect(self.open_collaborative)
        self._opening: OpeningPage | None = None
        self._leaving = Leaving(lambda sentence: self.say(sentence, Tone.ERROR))
        self._outer.addWidget(self.start_page)
        if (layout := self.layout()) is not None:
            # The areas share out whatever width there is; none of them may push the window beyond the screen.
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._add_shortcuts()
        self._ring = FocusRing(self, application)
        self._text_keys = TextKeys([key for each in SHORTCUTS for key in each.keys], application, self)
        session.soon.waits.connect(self._on_waiting)
        session.soon.reached.connect(self._on_all_loaded)
        session.soon.finished.connect(self._on_all_done)
        if session.has_services:
            for _ in self.furnish():
                pass

    def open_first(self, first: FirstSight) -> None:
        """Show what is known before anything is loaded, in the shape that the window had."""
        take_shape(self, first)
        known = {each.id: each.name for each in first.start.in_use} if first.start is not None else {}
        self._is_promised = first.start is None or left_open(first) in known
        if first.start is None:
            self._show_opening("Opening your workspace…")
        elif self._is_promised:
            name = known[left_open(first)]
            self._show_opening(f"Opening {name}…")
            self.setWindowTitle(f"{name} - Fiveways")
        else:
            self.start_page.refresh()

    def furnish(self) -> Iterator[None]:
        """Load and make everything that the start page does without, a little at a time."""
        # Needed for an open collaborative only, and it takes several times as long to load as the first window.
        from app.ui.furniture import Room, furniture

        yield
        where, room_for = (lambda: self._place), (self._application, self._icons, self.session)
        made = yield from furniture(
            Room(self, *room_for, self.start_page, self.beside, where, self.go, self.open_collaborative, self.say)
        )
        self._parts = made
        self.side_bar, self.top_bar, self.panel, self.pages = made.side_bar, made.top_bar, made.panel, made.pages
        self.messages, self.projection, self.finder, self.keys = made.messages, made.projection, made.finder, made.keys
        self.guide, self.help, self.tour = made.guide, made.guide.help, made.guide.tour
        self._outer.addWidget(made.areas)
        self._connect()
        self.is_furnished = True

    def _connect(self) -> None:
        session = self.session
        session.state_changed.connect(self._on_state_changed)
        session.state_changed.connect(self._leaving.forget)
        session.problem_raised.connect(self._on_problem_raised)
        session.changed_elsewhere.connect(lambda: self.say(_ELSEWHERE))
        self._parts.looks.changed.connect(self._on_look_changed)
        self.beside.changed.connect(self._make_room)

    @property
    def place(self) -> UserPlace:
        """Where the user is."""
        return self._place

    @property
    def page(self) -> Page | None:
        """The page of an open collaborative that is shown; None on the start page."""
        return None if isinstance(self._place, AtStart) else self.pages.page

    def open_where_left(self) -> None:
        """Show what was shown when the window was closed last, in the shape and on the display that it had."""
        take_shape(self, self.session.services.preferences)
        if self._parts.left.is_there(self._parts.left.collaborative):
            self.open_collaborative(self._parts.left.collaborative)
        if not self.session.is_open:
            self.go(AtStart())

    def open_collaborative(self, collaborative: str) -> None:
        """Open a collaborative where it was left."""
        name = next((each.name for each in self.start_page.facts.in_use if each.id == collaborative), "")
        self.session.soon.do(lambda: self._open(collaborative), f"Opening {name}…", leaves=True)

    def _open(self, collaborative: str) -> None:
        if not self._may_leave():
            return
        self.pages.sections.forget()
        if not self.session.open(collaborative):
            return
        self.session.note_progress()
        place = place_from_text(self.session.last_place())
        # Loaded by then: places are told by what is asked.
        from app.ui.ways import is_there

        asked = self.session.services.content.questionnaire
        self.go(place if is_there(asked, place) else AtSection(asked.sections[0].id))
        self._parts.left.come_back(self._place)
        self.tour.begin_if_due()

    def go(self, place: UserPlace) -> None:
        """Show a place."""
        take_turn()
        self._parts.retracing.clear()
        if not self._may_leave():
            return
        let_go_of_focus(self._outer)
        self._parts.areas.begin_place(has_panel=isinstance(place, AtSection))
        if isinstance(place, AtStart):
            self._go_to_start()
        elif self.session.is_open:
            self._place = place
            self._outer.setCurrentWidget(self._parts.areas)
            page = self.pages.show_place(place)
            self._show_place(place, page)
            self.session.remember_place(place_to_text(place))
        self.guide.follow(self._place)

    def _may_leave(self) -> bool:
        return self._leaving.may_leave(self.page.leave if self.page is not None else None)

    def say(self, sentence: str, tone: Tone = Tone.NOTE) -> None:
        """Show a line above the page until it is closed or another one comes."""
        messages = self.start_page.messages if isinstance(self._place, AtStart) else self.messages
        messages.say(tone, sentence)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.is_furnished:
            # What was asked for is still to be done; whoever opens the window closes it after that.
            event.ignore()
            self.is_leaving = True
            self.hide()
            return
        if not (self._may_leave() and self.projection.end()):
            event.ignore()
            return
        self._parts.left.note(self._place)
        if self.page is not None:
            self.session.note_progress()
        for stop in (self.pages.stop, self.panel.stop, self.finder.stop):
            stop()
        note_shape(self, self.session.services.preferences)
        super().closeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_furnished:
            self._make_room()

    # --- places -------------------------------------------------------------------------------------------

    def _go_to_start(self) -> None:
        left = self.session.snapshot.collaborative if self.session.is_open else ""
        if left:
            self.session.note_progress()
            self._parts.left.note(self._place)
        self._place = AtStart()
        self.session.close()
        self._parts.left.note(self._place)
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
        self.top_bar.show_past(isinstance(place, AtPast))
        self._show_snapshot(snapshot)
        self.side_bar.follow(place)
        self._make_room()
        self._parts.areas.follow_reading(page.in_sight)
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
        # Loaded by then: places are told by what is asked.
        from app.ui.ways import way_in_words

        if isinstance(place, AtSection | AtAnswers | AtSettings | AtPast):
            return way_in_words(self.session.services.content.questionnaire, place)
        item = self.side_bar.item_of(place)
        return (item.words if item is not None else "",)

    def _on_state_changed(self, snapshot: Snapshot) -> None:
        if self.page is not None:
            self._show_snapshot(snapshot)
            problem = self.session.services.workspace_facts.take_backup_problem()
            if problem:
                self.say(problem, Tone.WARNING)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        if (page := self.page) is not None:
            page.show_snapshot(snapshot)
        self.side_bar.show_snapshot(snapshot)
        self.top_bar.show_snapshot(snapshot)
        self.top_bar.show_saved(self.session.saved_at, is_all=not self.pages.sections.holds_unsaved)
        self.panel.show_snapshot(snapshot)

    def _on_problem_raised(self, question: str, sentence: str) -> None:
        self.top_bar.show_saved(self.session.saved_at, is_all=not self.pages.sections.holds_unsaved)
        is_in_sight = isinstance(self._place, AtSection) and self.pages.sections.shows(question)
        if not is_in_sight:
            self.say(sentence, Tone.ERROR)

    def _on_look_changed(self) -> None:
        self._make_room()
        if (page := self.page) is not None:
            page.show_snapshot(self.session.snapshot)

    # --- the window ---------------------------------------------------------------------------------------

    def _make_room(self) -> None:
        self._parts.areas.make_room(self.beside.left_for_content(self.width()))

    def _add_shortcuts(self) -> None:
        for shortcut in SHORTCUTS:
            for keys in shortcut.keys:
                QShortcut(QKeySequence(keys), self).activated.connect(lambda pressed=shortcut: self._do(pressed))

    def _do(self, shortcut: Shortcut) -> None:
        self.session.soon.do(lambda: self._parts.key_acts.do(shortcut), f"{shortcut.words}…")

    def _on_all_loaded(self) -> None:
        """Go on with what the first window has promised; where the start page is in sight, it stays as it is."""
        if self._waiting is not None and self.start_page.messages.strip is self._waiting:
            self.start_page.messages.clear()
        self.guide.follow(self._place)
        if self._is_promised:
            self.open_where_left()

    def _show_opening(self, line: str) -> None:
        # Needed only while the user waits for something.
        from app.ui.opening_page import OpeningPage

        if self._opening is None:
            self._opening = OpeningPage()
            self._outer.addWidget(self._opening)
        self._opening.show_line(line)
        self._outer.setCurrentWidget(self._opening)

    def _on_waiting(self, line: str, leaves: bool) -> None:
        if leaves:
            self._show_opening(line)
        else:
            self._waiting = self.start_page.messages.say(Tone.NOTE, line)

    def _on_all_done(self) -> None:
        """What was kept is done; unless that has led elsewhere, the start page is shown again."""
        if isinstance(self._place, AtStart):
            self._outer.setCurrentWidget(self.start_page)
