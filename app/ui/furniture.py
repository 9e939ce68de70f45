"""Makes every part of the window that the start page does without, and joins the parts to each other."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.announcing import SavedAloud
from app.ui.areas import Areas
from app.ui.guide import Guide
from app.ui.help.beside import BesideHelp
from app.ui.key_acts import KeyActs
from app.ui.keys_list.keys_sheet import KeysSheet
from app.ui.looks import Looks
from app.ui.navigation.finder import Finder
from app.ui.navigation.side_bar import SideBar
from app.ui.navigation.side_panel import SidePanel
from app.ui.navigation.top_bar import TopBar
from app.ui.page_stack import PageStack
from app.ui.pages.start_page import StartPage
from app.ui.parts.message_space import MessageSpace
from app.ui.places import UserPlace
from app.ui.preview_steps import PreviewSteps
from app.ui.projector.projection import Projection
from app.ui.retracing import Retracing
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE, SPACE
from app.ui.where_left import WhereLeft


@dataclass(frozen=True, slots=True)
class Room:
    """What is furnished: the window, what it shows already, and what it does for its parts."""

    window: QWidget
    application: QApplication
    icons: Path
    session: ProjectSession
    start_page: StartPage
    beside: BesideHelp
    where: Callable[[], UserPlace]
    go: Callable[[UserPlace], None]
    open_one: Callable[[str], None]
    say: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Furniture:
    """The parts of the window, each made once."""

    side_bar: SideBar
    top_bar: TopBar
    panel: SidePanel
    pages: PageStack
    messages: MessageSpace
    areas: Areas
    left: WhereLeft
    guide: Guide
    projection: Projection
    retracing: Retracing
    finder: Finder
    looks: Looks
    keys: KeysSheet
    key_acts: KeyActs


def furniture(room: Room) -> Generator[None, None, Furniture]:
    """Make the parts a little at a time: whoever asks for them can let the window breathe in between."""
    session, start_page, where, go = room.session, room.start_page, room.where, room.go
    side_bar = SideBar(session.services.content.questionnaire)
    yield
    top_bar, panel = TopBar(), SidePanel(session)
    yield
    pages, messages = PageStack(session), MessageSpace()
    yield
    preferences, sections = session.services.preferences, pages.sections
    middle = _middle(top_bar, messages, pages)
    areas = Areas(side_bar, top_bar, middle, panel, preferences)
    yield
    bars = (side_bar, top_bar, panel)
    guide = Guide(
        room.window, session, room.beside, bars, (start_page, pages), where=where, go=go, open_one=room.open_one
    )
    finder, keys = Finder(session, room.window, top_bar.finder), KeysSheet(room.window, room.application)
    looks = Looks(preferences, room.icons, room.application, sections.let_go_of_others, room.window)
    projection = Projection(session, room.window, top_bar.project, sections, where=where, go=go)
    key_acts = KeyActs(
        session,
        where=where,
        go=go,
        say=room.say,
        areas=areas,
        sections=sections,
        preview=PreviewSteps(areas, panel, pages, where),
        finder=finder,
        beside=room.beside,
        keys=keys,
        looks=looks,
        projection=projection,
        beyond=(guide.help, guide.tour.callout),
    )
    SavedAloud(room.window, session)
    made = Furniture(
        side_bar,
        top_bar,
        panel,
        pages,
        messages,
        areas,
        WhereLeft(session, sections),
        guide,
        projection,
        Retracing(session, messages, sections, where, go),
        finder,
        looks,
        keys,
        key_acts,
    )
    _connect(room, made)
    return made


def _middle(top_bar: TopBar, messages: MessageSpace, pages: PageStack) -> QWidget:
    holder = QWidget()
    middle = QVBoxLayout(holder)
    middle.setContentsMargins(0, 0, 0, 0)
    middle.setSpacing(0)
    middle.addWidget(top_bar)
    messages.setContentsMargins(DOUBLE_SPACE, SPACE, DOUBLE_SPACE, 0)
    middle.addWidget(messages)
    middle.addWidget(pages, 1)
    return holder


def _connect(room: Room, made: Furniture) -> None:
    top_bar, pages, finder, panel, acts = made.top_bar, made.pages, made.finder, made.panel, made.key_acts
    pages.turning.connect(lambda: made.areas.make_room(room.beside.left_for_content(room.window.width())))
    room.start_page.look_changed.connect(made.looks.follow)
    pages.settings.look_changed.connect(made.looks.follow)
    for part in (made.side_bar, top_bar, finder, panel, pages):
        part.place_wished.connect(room.go)
    top_bar.search_wished.connect(finder.begin)
    finder.act_wished.connect(acts.do)
    finder.collaborative_wished.connect(room.open_one)
    finder.example_wished.connect(room.start_page.look_inside)
    finder.help_wished.connect(made.guide.help.show_topic)
    finder.help_wished.connect(room.beside.open_help)
    finder.guidance_wished.connect(pages.sections.show_guidance)
    pages.sections.next_wished.connect(acts.go_to_next_open)
    pages.sections.back_wished.connect(acts.go_back)
    pages.sections.question_focused.connect(panel.show_question)
    top_bar.undo_wished.connect(lambda: acts.retrace(is_undo=True))
    top_bar.redo_wished.connect(lambda: acts.retrace(is_undo=False))
    pages.documents.export.seen.connect(top_bar.show_export)
    top_bar.menu_toggled.connect(made.areas.show_menu)
    top_bar.panel_toggled.connect(made.areas.show_panel)
