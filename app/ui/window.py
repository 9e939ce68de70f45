"""The window: the bar on the left, the bar above, one page in the middle, and the panel on the right."""

from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.services.snapshots import Snapshot
from app.ui.fields.settings import FieldSettings, OrganisationChoice
from app.ui.navigation.side_bar import SideBar
from app.ui.navigation.side_panel import SidePanel
from app.ui.navigation.top_bar import TopBar
from app.ui.pages.checks_page import ChecksPage
from app.ui.pages.documents_page import DocumentsPage
from app.ui.pages.history_page import HistoryPage
from app.ui.pages.open_points_page import OpenPointsPage
from app.ui.pages.page import Page
from app.ui.pages.section_page import SectionPage
from app.ui.pages.settings_page import SettingsPage
from app.ui.pages.start_page import StartPage
from app.ui.parts.focus_ring import FocusRing
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.places import (
    AtChecks,
    AtDocuments,
    AtHistory,
    AtOpenPoints,
    AtSection,
    AtSettings,
    AtStart,
    UserPlace,
    place_from_text,
    place_to_text,
)
from app.ui.session import ProjectSession
from app.ui.theme.measures import SPACE
from app.ui.theme.theme import apply_theme, current_theme
from app.ui.wishes import theme_of

_SIDE_WIDTH = 232
_PANEL_WIDTH = 392
#: The middle keeps at least this many pixels at 100 % text; the panel gives way first, then the bar on the left.
_LEAST_MIDDLE = 560
_SHAPE_KEY = "screen.shape"


class MainWindow(QMainWindow):
    """Carries wishes from pages to the session and snapshots from the session to pages."""

    def __init__(self, session: ProjectSession, icons: Path) -> None:
        super().__init__()
        self._session = session
        self._icons = icons
        self._place: UserPlace = AtStart()
        self._is_panel_wished = True
        self._strip: MessageStrip | None = None
        services = session.services
        self.setWindowTitle("Fiveways")
        self.resize(1366, 768)
        settings = FieldSettings(
            today=session.today(),
            search=lambda text: [
                OrganisationChoice(o.name, o.code, o.legal_form, o.icb, o.region)
                for o in services.organisations.search(text)
            ],
            source_title=lambda source: services.content.sources[source].title,
        )
        self.side_bar = SideBar(services.content.questionnaire)
        self.top_bar = TopBar()
        self.panel = SidePanel(session)
        self.start_page = StartPage(session)
        self.section_page = SectionPage(session, settings)
        self.documents_page = DocumentsPage(session)
        self.checks_page = ChecksPage(session)
        self.open_points_page = OpenPointsPage(session)
        self.history_page = HistoryPage(session)
        self.settings_page = SettingsPage(session)
        self._pages = QStackedWidget()
        self._outer = QStackedWidget()
        self._messages = QVBoxLayout()
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._ring = FocusRing(self, application)

    @property
    def place(self) -> UserPlace:
        """Where the user is."""
        return self._place

    def open_where_left(self) -> None:
        """Show the collaboratives, in the shape that the window had."""
        shape = self._session.services.preferences.get(_SHAPE_KEY)
        if shape:
            self.restoreGeometry(QByteArray.fromBase64(shape.encode()))
        self.go(AtStart())

    def open_collaborative(self, collaborative: str) -> None:
        """Open a collaborative where it was left."""
        self.section_page.forget()
        if not self._session.open(collaborative):
            return
        last = self._session.services.collaboratives.last_place(collaborative)
        first = self._session.services.content.questionnaire.sections[0].id
        place = place_from_text(last)
        self.go(AtSection(first) if isinstance(place, AtStart) or not self._is_there(place) else place)

    def go(self, place: UserPlace) -> None:
        """Show a place."""
        current = self._pages.currentWidget()
        if self._session.is_open and isinstance(current, Page):
            current.leave()
        self._place = place
        if isinstance(place, AtStart):
            self._session.close()
            self.start_page.refresh()
            self._outer.setCurrentWidget(self.start_page)
            self.setWindowTitle("Fiveways")
            return
        if not self._session.is_open:
            return
        page = self._page_of(place)
        self._pages.setCurrentWidget(page)
        self._outer.setCurrentIndex(1)
        self._show_place(place, page)
        self._session.services.collaboratives.remember_place(self._session.snapshot.collaborative, place_to_text(place))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        current = self._pages.currentWidget()
        if self._session.is_open and isinstance(current, Page):
            current.leave()
        self.documents_page.stop()
        self.panel.stop()
        shape = bytes(self.saveGeometry().toBase64().data()).decode()
        self._session.services.preferences.put(_SHAPE_KEY, shape)
        super().closeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # --- places -------------------------------------------------------------------------------------------

    def _page_of(self, place: UserPlace) -> Page:
        match place:
            case AtSection(section, question):
                self.section_page.show_section(section, question)
                return self.section_page
            case AtDocuments(document, anchor):
                self.documents_page.show_document(document, anchor)
                return self.documents_page
            case AtChecks():
                return self.checks_page
            case AtOpenPoints():
                return self.open_points_page
            case AtHistory():
                return self.history_page
            case AtSettings(law):
                self.settings_page.show_law(law)
                return self.settings_page
            case AtStart():
                raise ValueError("The start page is no page of a collaborative.")
            case _:
                assert_never(place)

    def _show_place(self, place: UserPlace, page: Page) -> None:
        snapshot = self._session.snapshot
        page.show_snapshot(snapshot)
        self.side_bar.show_snapshot(snapshot)
        self.side_bar.show_place(place)
        self.top_bar.show_snapshot(snapshot)
        self.top_bar.show_saved(self._session.saved_at)
        self.panel.show_snapshot(snapshot)
        self.panel.show_place(place)
        self.setWindowTitle(f"{snapshot.name} - Fiveways")
        self.top_bar.show_where(*self._way_to(place))
        self._make_room()
        if not (isinstance(place, AtSection) and place.question):
            page.enter()

    def _way_to(self, place: UserPlace) -> tuple[str, ...]:
        if isinstance(place, AtSection):
            questionnaire = self._session.services.content.questionnaire
            section = questionnaire.section(place.section)
            step = next(step for step in questionnaire.steps if step.id == section.step)
            return (f"{step.number} {step.title}", section.title)
        item = self.side_bar.item_of(place)
        return (item.words if item is not None else "",)

    def _is_there(self, place: UserPlace) -> bool:
        questionnaire = self._session.services.content.questionnaire
        return not isinstance(place, AtSection) or any(s.id == place.section for s in questionnaire.sections)

    def _step_to(self, number: int) -> None:
        steps = self._session.services.content.questionnaire.steps
        if self._session.is_open and number <= len(steps):
            self.go(AtSection(steps[number - 1].sections[0].id))

    def _go_along(self, direction: int) -> None:
        """To the section before or after this one, across steps."""
        sections = [section.id for section in self._session.services.content.questionnaire.sections]
        here = self._place
        if isinstance(here, AtSection) and here.section in sections:
            there = sections.index(here.section) + direction
            if 0 <= there < len(sections):
                self.go(AtSection(sections[there]))

    def _go_to_next_open(self) -> None:
        """To the next question that a document still lacks, from here on and round again; else the next section."""
        if not self._session.is_open:
            return
        left = self._session.snapshot.left
        order = [question.id for question in self._session.services.content.questionnaire.questions]
        here = self.section_page.focused_question
        after = order.index(here) if here in order else self._start_of_section(order)
        later = [question for question in left if order.index(question.id) > after]
        found = next(iter(later or left), None)
        if found is None:
            self._go_along(1)
        else:
            self.go(AtSection(found.section, found.id))

    def _start_of_section(self, order: list[str]) -> int:
        cards = list(self.section_page.cards)
        return order.index(cards[0]) - 1 if cards else -1

    # --- the session --------------------------------------------------------------------------------------

    def _on_state_changed(self, snapshot: Snapshot) -> None:
        if isinstance(self._place, AtStart):
            return
        page = self._pages.currentWidget()
        if isinstance(page, Page):
            page.show_snapshot(snapshot)
        self.side_bar.show_snapshot(snapshot)
        self.top_bar.show_snapshot(snapshot)
        self.top_bar.show_saved(self._session.saved_at)
        self.panel.show_snapshot(snapshot)
        self._session.note_progress()

    def _on_problem_raised(self, question: str, sentence: str) -> None:
        if not question or question not in self.section_page.cards:
            self.say(sentence, Tone.ERROR)

    def say(self, sentence: str, tone: Tone = Tone.NOTE) -> None:
        """Show a line above the page until it is closed or another one comes."""
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
        self._strip = MessageStrip(tone, sentence)
        self._strip.add_close("Close this message").clicked.connect(self._strip.hide)
        self._messages.addWidget(self._strip)
        self._strip.show()

    def _on_look_changed(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, theme_of(self._session.services.preferences, self._icons, application))
        self._make_room()

    # --- the window ---------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for page in (
            self.section_page,
            self.documents_page,
            self.checks_page,
            self.open_points_page,
            self.history_page,
            self.settings_page,
        ):
            self._pages.addWidget(page)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.top_bar)
        self._messages.setContentsMargins(SPACE, 0, SPACE, 0)
        middle.addLayout(self._messages)
        middle.addWidget(self._pages, 1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(middle, 1)
        row.addWidget(self.panel)
        self._outer.addWidget(self.start_page)
        self._outer.addWidget(inside)
        self.setCentralWidget(self._outer)

    def _connect(self) -> None:
        session = self._session
        session.state_changed.connect(self._on_state_changed)
        session.problem_raised.connect(self._on_problem_raised)
        session.changed_elsewhere.connect(
            lambda: self.say("Another window changed this collaborative. What you see is up to date.")
        )
        self.start_page.collaborative_wished.connect(self.open_collaborative)
        self.start_page.look_changed.connect(self._on_look_changed)
        self.settings_page.look_changed.connect(self._on_look_changed)
        for place_teller in (
            self.side_bar,
            self.panel,
            self.section_page,
            self.documents_page,
            self.checks_page,
            self.open_points_page,
            self.history_page,
            self.settings_page,
        ):
            place_teller.place_wished.connect(self.go)
        self.section_page.next_wished.connect(self._go_to_next_open)
        self.section_page.back_wished.connect(lambda: self._go_along(-1))
        self.section_page.question_focused.connect(self.panel.show_question)
        self.top_bar.undo_wished.connect(session.undo)
        self.top_bar.redo_wished.connect(session.redo)
        self.top_bar.export_wished.connect(lambda: self.go(AtDocuments()))
        self.top_bar.panel_toggled.connect(self._on_panel_toggled)
        self.panel.close_wished.connect(lambda: self._on_panel_toggled(False))

    def _add_shortcuts(self) -> None:
        for number in range(1, 6):
            self._on_keys(f"Ctrl+{number}", lambda n=number: self._step_to(n))
        for keys, act in (
            ("Ctrl+0", lambda: self.go(AtStart())),
            ("Ctrl+Z", self._session.undo),
            ("Ctrl+Shift+Z", self._session.redo),
            ("Ctrl+Y", self._session.redo),
            ("Alt+Right", self._go_to_next_open),
            ("Alt+Left", lambda: self._go_along(-1)),
            ("Ctrl+E", lambda: self.go(AtDocuments())),
            ("Ctrl+D", lambda: self.go(AtDocuments())),
            ("Ctrl+K", lambda: self.go(AtOpenPoints())),
            ("Ctrl+P", lambda: self._on_panel_toggled(not self.panel.isVisible())),
        ):
            self._on_keys(keys, act)

    def _on_keys(self, keys: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)  # type: ignore[arg-type]

    def _on_panel_toggled(self, is_wished: bool) -> None:
        self._is_panel_wished = is_wished
        self._make_room(is_asked=is_wished)

    def _make_room(self, *, is_asked: bool = False) -> None:
        """The middle stays readable: the panel shows only where there is room, or alone beside it when asked for."""
        scale = current_theme().text_scale
        side = round(_SIDE_WIDTH * (1 + (scale - 1) * 0.6))
        panel = round(_PANEL_WIDTH * (1 + (scale - 1) * 0.4))
        least = round(_LEAST_MIDDLE * (1 + (scale - 1) * 0.5))
        self.side_bar.setFixedWidth(min(side, self.width() // 3))
        has_room = self.width() - side - panel >= least
        is_section = isinstance(self._place, AtSection)
        is_shown = is_section and self._is_panel_wished and (has_room or is_asked)
        self.panel.setFixedWidth(panel if has_room else max(self.width() - side - least // 2, panel // 2))
        self.panel.setVisible(is_shown)
        self.top_bar.panel.setVisible(is_section)
        self.top_bar.panel.setChecked(is_shown)
        self.side_bar.setVisible(not isinstance(self._place, AtStart))
