"""The scenes to picture, in an order in which each may begin where the one before it ended."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.answers import Origin
from app.ui.navigation.side_panel import CHECKS, GUIDANCE, HISTORY, PREVIEW
from app.ui.places import (
    AtAnswers,
    AtChecks,
    AtDocuments,
    AtHistory,
    AtOpenPoints,
    AtPast,
    AtSection,
    AtSettings,
    UserPlace,
)
from app.ui.projector.projector import Projector
from app.ui.window import MainWindow
from tests.pictures.resting import rest
from tests.ui.desk import MEMORANDUM, TODAY
from tests.ui.hands import press_focused
from tests.ui.windows import WEST_YORKSHIRE

#: Leads to what is pictured, and gives the widget that shows it.
Scene = Callable[[MainWindow], QWidget]

QUORUM = AtSection("decisions", "decisions.quorum-rule")
MEMBERS = AtSection("members", "members.members")
READING, PAGES = 0, 1


def _first_run(window: MainWindow) -> QWidget:
    return window


def _start(window: MainWindow) -> QWidget:
    services = window.session.services
    for example in ("south-london-mental-health", WEST_YORKSHIRE):
        services.collaboratives.create_from(services.files.example(example), None, Origin.EXAMPLE)
    last = services.collaboratives.create("Northern Acute Alliance")
    # As after leaving it.
    window.start_page.refresh(last.id)
    return window


def _new(window: MainWindow) -> QWidget:
    window.start_page.ask_for_name()
    return window


def _open(window: MainWindow) -> None:
    found = {each.name: each.id for each in window.session.services.collaboratives.all()}
    window.open_collaborative(next(key for name, key in found.items() if name.startswith("West Yorkshire")))


def _tour(window: MainWindow) -> QWidget:
    _open(window)
    window.tour.begin()
    return window


def _ask_for_panel(window: MainWindow) -> None:
    """Where there is little room the panel comes only when it is asked for."""
    window.top_bar.panel_toggled.emit(True)


def _tab(tab: int, place: UserPlace = QUORUM) -> Scene:
    def show(window: MainWindow) -> QWidget:
        window.tour.end()
        window.panel.tabs.setCurrentIndex(tab)
        window.go(place)
        if tab != PREVIEW:
            _ask_for_panel(window)
        return window

    return show


def _press(*keys: Qt.Key) -> None:
    """Press keys as a hand would, so that the focus is where it would be."""
    for key in keys:
        press_focused(key)
        rest()


def _changed(window: MainWindow) -> QWidget:
    """An answer is changed, and the strip above the preview says what that changes."""
    _tab(PREVIEW)(window)
    rest()
    _press(Qt.Key.Key_Down)
    window.go(AtSection("decisions", "decisions.quorum-number"))
    rest()
    _press(Qt.Key.Key_5, Qt.Key.Key_Return)
    _ask_for_panel(window)
    return window


def _at(place: UserPlace) -> Scene:
    def show(window: MainWindow) -> QWidget:
        window.go(place)
        return window

    return show


def _row(window: MainWindow) -> QWidget:
    row = window.session.snapshot.answers.rows("members.members")[0].id
    window.go(AtSection("members", "members.members", row))
    return window


def _todos(window: MainWindow) -> QWidget:
    session = window.session
    session.add_todo("Ask the company secretary for the constitution", "Ann Lee", TODAY - timedelta(days=3), None)
    session.add_todo("Agree the figure with finance directors", "Sam Patel", date(2026, 9, 1), "decisions.quorum-rule")
    session.park("decisions.quorum-mix")
    session.answer("collaborative.short-name", None)
    window.go(AtOpenPoints())
    window.pages.left.views.setCurrentIndex(0)
    return window


def _left_by(view: int) -> Scene:
    def show(window: MainWindow) -> QWidget:
        window.pages.left.views.setCurrentIndex(view)
        return window

    return show


def _document(view: int) -> Scene:
    def show(window: MainWindow) -> QWidget:
        window.pages.documents.viewer.views.setCurrentIndex(view)
        window.go(AtDocuments(MEMORANDUM, "memorandum.decisions-quorum"))
        return window

    return show


def _past(window: MainWindow) -> QWidget:
    """Everything as it was when the collaborative had just been made."""
    session = window.session
    first = session.services.history.acts(session.snapshot.collaborative)[-1]
    window.go(AtPast(first.at))
    return window


def _search(window: MainWindow) -> QWidget:
    window.go(QUORUM)
    window.finder.begin()
    QTest.keyClicks(window.finder.line, "quorm")
    return window


def _help(window: MainWindow) -> QWidget:
    window.finder.leave()
    window.beside.ask()
    return window


def _keys(window: MainWindow) -> QWidget:
    window.beside.close_help()
    window.keys.open_sheet()
    return window


def _projector(place: AtSection, *keys: Qt.Key) -> Scene:
    def show(window: MainWindow) -> QWidget:
        window.keys.close_sheet()
        projector = next((each for each in window.findChildren(Projector)), None)
        if projector is None:
            projector = Projector(window.session)
            projector.setParent(window, Qt.WindowType.Window)
        projector.resize(window.size())
        projector.show()
        projector.activateWindow()
        projector.show_place(place.section, place.question)
        rest()
        for key in keys:
            QTest.keyClick(projector, key)
        return projector

    return show


SCENES: dict[str, Scene] = {
    "start-first-run": _first_run,
    "start": _start,
    "start-new": _new,
    "tour": _tour,
    "question": _tab(PREVIEW),
    "question-guidance": _tab(GUIDANCE),
    "question-changes": _changed,
    "question-history": _tab(HISTORY, AtSection("decisions", "decisions.quorum-number")),
    "question-checks": _tab(CHECKS, AtSection("leaders", "leaders.load")),
    "table": _tab(PREVIEW, MEMBERS),
    "table-row": _row,
    "export": _at(AtDocuments(is_export=True)),
    "document-reading": _document(READING),
    "document-pages": _document(PAGES),
    "checks": _at(AtChecks()),
    "left-by-step": _todos,
    "left-by-document": _left_by(1),
    "left-by-person": _left_by(2),
    "check-answers": _at(AtAnswers("purpose")),
    "history": _at(AtHistory()),
    "as-it-was": _past,
    "settings": _at(AtSettings()),
    "law": _at(AtSettings("nhs-act-2006-s65z6")),
    "search": _search,
    "help": _help,
    "keys": _keys,
    "projector-question": _projector(QUORUM),
    "projector-clause": _projector(QUORUM, Qt.Key.Key_C),
    "projector-guidance": _projector(QUORUM, Qt.Key.Key_G),
    "projector-figure": _projector(AtSection("meetings", "meetings.notice")),
    "projector-table": _projector(MEMBERS),
    "projector-section": _projector(AtSection("decisions")),
}
