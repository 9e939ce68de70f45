"""The first window: it is there before anything else is loaded, and what the user does in it is not lost."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar

from app.domain.answers import Origin
from app.errors import ContentError, Problem
from app.paths import shipped_folder
from app.services.first_sight import FirstSight, first_sight
from app.services.services import Services
from app.ui.error_window import ErrorWindow
from app.ui.opening import open_window
from app.ui.pages.start.collaborative_card import CardAct, CollaborativeCard
from app.ui.parts.notice import Notice
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.places import AtSection, AtStart, place_to_text
from app.ui.theme.roles import DARK
from app.ui.theme.theme import Theme, apply_theme, current_theme
from app.ui.window import MainWindow
from tests.ui.conftest import ICONS
from tests.ui.desk import NOW
from tests.ui.fitting import misfits
from tests.ui.windows import WEST_YORKSHIRE, open_services, texts

CONTROL = Qt.KeyboardModifier.ControlModifier
EXAMPLES = shipped_folder() / "resources" / "examples"

Do = Callable[[MainWindow], object]


@dataclass
class Run:
    """One run of the app: how it ended, and what was seen in its window."""

    status: int
    at_first: str
    at_last: str


def fill(folder: Path, *names: str) -> dict[str, str]:
    """Make empty collaboratives, the last one the latest, and give back their ids."""
    with open_services(folder) as services:
        return {name: services.collaboratives.create(name).id for name in names}


def run(folder: Path, before: Do, after: Do, first: FirstSight | None = None) -> Run:
    """Run the app, do something before anything is loaded, and something else once everything is; then close it."""
    may_load = threading.Event()
    seen: list[str] = []
    failures: list[BaseException] = []

    @contextmanager
    def services() -> Iterator[Services]:
        may_load.wait()
        with open_services(folder) as opened:
            yield opened

    def look_on() -> None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        window = next((each for each in windows if not each.is_leaving and each.isVisible()), None)
        if window is None:
            return
        if not seen and not window.isActiveWindow():
            window.activateWindow()  # without a screen nobody else does, and keys go to what is active
            return
        try:
            if not seen:
                seen.append(texts(window))
                assert misfits(window) == []
                before(window)
                may_load.set()
            elif window.session.soon.is_ready:
                look.stop()
                seen.append(texts(window))
                after(window)
                window.close()
        except BaseException as error:  # raised again where the test can see it, after the app has ended
            failures.append(error)
            look.stop()
            may_load.set()
            window.close()

    look = QTimer(QApplication.instance())
    look.timeout.connect(look_on)
    look.start(1)
    try:
        sight = first or first_sight(folder / "workspace.sqlite3", EXAMPLES)
        status = open_window(services, ICONS, lambda: NOW, sight)
    finally:
        look.stop()
        for each in QApplication.topLevelWidgets():
            if isinstance(each, MainWindow | ErrorWindow):
                each.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        apply_theme(_application(), Theme(ICONS))
    if failures:
        raise failures[0]
    return Run(status, seen[0], seen[-1])


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def nothing(_window: MainWindow) -> None:
    """Do nothing."""


def scroll_bar(window: MainWindow) -> QScrollBar:
    return window.start_page.findChildren(ScrollColumn)[0].verticalScrollBar()


def card_of(window: MainWindow, name: str) -> CollaborativeCard:
    return next(card for card in window.start_page.cards.values() if card.name == name)


def names(folder: Path) -> list[str]:
    with open_services(folder) as services:
        return [each.name for each in services.collaboratives.all()]


@pytest.mark.usefixtures("qapp")
def test_the_start_page_is_there_first_and_stays_as_it_is(tmp_path: Path) -> None:
    fill(tmp_path, *(f"Alliance {number}" for number in range(10)))
    kept: list[CollaborativeCard] = []

    def type_and_scroll(window: MainWindow) -> None:
        assert not window.session.has_services
        window.start_page.own.finding.filter.setFocus()
        QTest.keyClicks(window.start_page.own.finding.filter, "alli")
        scroll_bar(window).setValue(40)
        kept.extend(window.start_page.cards.values())

    def compare(window: MainWindow) -> None:
        assert list(window.start_page.cards.values()) == kept, "nothing was drawn anew"
        assert window.start_page.own.finding.filter.text() == "alli"
        assert QApplication.focusWidget() is window.start_page.own.finding.filter
        assert scroll_bar(window).value() == 40

    seen = run(tmp_path, type_and_scroll, compare)
    assert seen.status == 0
    for words in ("Your collaboratives", "Alliance 9", "Start from an example", "West Yorkshire"):
        assert words in seen.at_first


@pytest.mark.usefixtures("qapp")
def test_the_first_start_of_all_shows_the_examples_at_once(tmp_path: Path) -> None:
    seen = run(tmp_path, nothing, nothing)
    assert "You have no collaborative here yet." in seen.at_first
    assert seen.at_first == seen.at_last


@pytest.mark.usefixtures("qapp")
def test_a_card_that_is_pressed_before_everything_is_loaded_is_opened(tmp_path: Path) -> None:
    made = fill(tmp_path, "Northern Alliance", "Southern Alliance")
    said: list[str] = []

    def press(window: MainWindow) -> None:
        QTest.mouseClick(card_of(window, "Northern Alliance"), Qt.MouseButton.LeftButton)
        said.append(texts(window))

    def look(window: MainWindow) -> None:
        assert window.session.snapshot.collaborative == made["Northern Alliance"]
        assert isinstance(window.place, AtSection)

    run(tmp_path, press, look)
    assert said == ["Opening Northern Alliance…"]


@pytest.mark.usefixtures("qapp")
def test_a_new_collaborative_that_is_named_before_everything_is_loaded_is_made_once(tmp_path: Path) -> None:
    fill(tmp_path, "Northern Alliance")

    def begin(window: MainWindow) -> None:
        QTest.mouseClick(window.start_page.new_button, Qt.MouseButton.LeftButton)
        assert window.start_page.form is not None
        QTest.keyClicks(window.start_page.form.line, "Eastern Alliance")
        for _ in range(2):
            QTest.keyClick(window.start_page.form.line, Qt.Key.Key_Return)
        assert "Keeping “Eastern Alliance”…" in texts(window)

    def look(window: MainWindow) -> None:
        assert window.session.snapshot.name == "Eastern Alliance"

    run(tmp_path, begin, look)
    assert names(tmp_path) == ["Eastern Alliance", "Northern Alliance"]


@pytest.mark.usefixtures("qapp")
def test_a_name_that_cannot_be_kept_is_told_below_its_line_as_always(tmp_path: Path) -> None:
    def begin(window: MainWindow) -> None:
        window.start_page.ask_for_name()
        assert window.start_page.form is not None
        QTest.keyClick(window.start_page.form.line, Qt.Key.Key_Return)

    assert "Give the collaborative a name." in run(tmp_path, begin, nothing).at_last


@pytest.mark.usefixtures("qapp")
def test_an_example_that_is_looked_into_before_everything_is_loaded_is_opened(tmp_path: Path) -> None:
    said: list[str] = []

    def press(window: MainWindow) -> None:
        window.start_page.look_inside(WEST_YORKSHIRE)
        said.append(texts(window))

    def look(window: MainWindow) -> None:
        assert window.session.is_open

    run(tmp_path, press, look)
    assert said == ["Opening West Yorkshire Association of Acute Trusts…"]
    assert names(tmp_path) == ["West Yorkshire Association of Acute Trusts"]


@pytest.mark.usefixtures("qapp")
def test_a_file_that_is_refused_leads_back_to_the_start_page_with_the_reasons(tmp_path: Path) -> None:
    file = tmp_path / "notes.json"
    file.write_text("no answers", encoding="utf-8")
    seen = run(tmp_path, lambda window: window.start_page.open_file(file), nothing)
    assert "“notes.json”" in seen.at_last
    assert "Start from an example" in seen.at_last


@pytest.mark.usefixtures("qapp")
def test_what_is_asked_of_cards_is_done_in_its_order(tmp_path: Path) -> None:
    fill(tmp_path, "North", "South", "East")

    def ask(window: MainWindow) -> None:
        for _ in range(2):
            QTest.keyClick(card_of(window, "North"), Qt.Key.Key_Delete)
        card_of(window, "South").act_wished.emit(CardAct.DUPLICATE)
        east = card_of(window, "East")
        QTest.keyClick(east, Qt.Key.Key_F2)
        (line,) = east.findChildren(QLineEdit)
        QTest.keyClicks(line, "East Midlands")
        QTest.keyClick(line, Qt.Key.Key_Return)

    def look(window: MainWindow) -> None:
        assert isinstance(window.place, AtStart)
        assert {card.name for card in window.start_page.cards.values()} == {"East Midlands", "South", "South (copy)"}

    run(tmp_path, ask, look)
    assert sorted(names(tmp_path)) == ["East Midlands", "South", "South (copy)"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("press", "is_done"),
    [
        (
            lambda w: QTest.keyClick(w, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
            lambda w: w.finder.isVisible(),
        ),
        (lambda w: QTest.keyClick(w, Qt.Key.Key_F1), lambda w: w.beside.is_open),
        (lambda w: w.start_page.help_button.click(), lambda w: w.beside.is_open),
        (
            lambda w: QTest.keyClick(w, Qt.Key.Key_Plus, CONTROL),
            lambda w: current_theme().text_scale == 1.25,
        ),
        (
            lambda w: w.start_page.look_button.click(),
            lambda w: (menu := QApplication.activePopupWidget()) is not None and menu.close(),
        ),
    ],
)
def test_keys_and_buttons_are_heard_before_everything_is_loaded(
    tmp_path: Path, press: Do, is_done: Callable[[MainWindow], bool]
) -> None:
    done: list[bool] = []
    run(tmp_path, press, lambda window: done.append(is_done(window)))
    assert done == [True]


@pytest.mark.usefixtures("qapp")
def test_a_window_that_is_closed_early_still_does_what_was_asked_and_keeps_its_shape(tmp_path: Path) -> None:
    fill(tmp_path, "North", "South")

    def ask_and_close(window: MainWindow) -> None:
        window.resize(900, 600)
        QTest.keyClick(card_of(window, "North"), Qt.Key.Key_Delete)
        window.close()
        assert not window.isVisible()

    assert run(tmp_path, ask_and_close, nothing).status == 0
    assert names(tmp_path) == ["South"]
    with open_services(tmp_path) as services:
        assert services.preferences.get("screen.shape")


@pytest.mark.usefixtures("qapp")
def test_what_goes_wrong_in_one_wish_keeps_back_none_of_the_others_and_the_window_still_closes(tmp_path: Path) -> None:
    fill(tmp_path, "North")
    told: list[str] = []

    def go_wrong() -> None:
        QTimer.singleShot(0, QApplication.quit)  # so that this ends also where nobody else ends it
        raise KeyError("nobody thought of this")

    def ask_and_close(window: MainWindow) -> None:
        soon = window.session.soon
        soon.finished.connect(lambda: told.append("finished"))
        for act in (go_wrong, lambda: told.append("first"), go_wrong, lambda: told.append("second")):
            soon.do(act)
        window.close()

    assert run(tmp_path, ask_and_close, nothing).status == 0
    assert told == ["first", "second", "finished"]
    with open_services(tmp_path) as services:
        assert services.preferences.get("screen.shape")


def leave_in(folder: Path, prefer: Callable[[Services], object] = lambda _: None) -> tuple[str, AtSection]:
    """Leave the app in the decisions of the example, and give back its id and the place."""
    place = AtSection("decisions", "decisions.quorum-rule")
    with open_services(folder) as services:
        made = services.collaboratives.create_from(services.files.example(WEST_YORKSHIRE), None, Origin.EXAMPLE)
        services.collaboratives.remember_place(made.id, place_to_text(place))
        services.preferences.put("screen.left-open", made.id)
        prefer(services)
        return made.id, place


@pytest.mark.usefixtures("qapp")
def test_who_left_inside_a_collaborative_sees_its_name_first_and_then_the_place(tmp_path: Path) -> None:
    made, place = leave_in(tmp_path)
    titles: list[str] = []

    def look(window: MainWindow) -> None:
        assert (window.session.snapshot.collaborative, window.place) == (made, place)
        titles.append(window.windowTitle())

    seen = run(tmp_path, lambda window: titles.append(window.windowTitle()), look)
    assert seen.at_first == "Opening West Yorkshire Association of Acute Trusts…"
    assert titles == ["West Yorkshire Association of Acute Trusts - Fiveways"] * 2


@pytest.mark.usefixtures("qapp")
def test_a_key_that_was_pressed_meanwhile_works_where_the_user_left(tmp_path: Path) -> None:
    leave_in(tmp_path)
    places: list[object] = []
    run(
        tmp_path,
        lambda window: QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        lambda window: places.append(window.place),
    )
    assert places != [AtSection("decisions", "decisions.quorum-rule")]
    assert isinstance(places[0], AtSection)


@pytest.mark.usefixtures("qapp")
def test_the_first_window_has_the_look_that_was_chosen(tmp_path: Path) -> None:
    def prefer(services: Services) -> None:
        services.preferences.put("screen.theme", "dark")
        services.preferences.put("screen.text-percent", "150")

    leave_in(tmp_path, prefer)
    looks: list[tuple[bool, float]] = []

    def note(_window: MainWindow) -> None:
        looks.append((current_theme().roles == DARK, current_theme().text_scale))

    run(tmp_path, note, note)
    assert looks == [(True, 1.5)] * 2


@pytest.mark.usefixtures("qapp")
def test_where_nothing_can_be_told_before_the_workspace_is_open_a_calm_line_stands_there(tmp_path: Path) -> None:
    fill(tmp_path, "Northern Alliance")
    seen = run(tmp_path, nothing, nothing, FirstSight())
    assert seen.at_first == "Opening your workspace…"
    assert "Northern Alliance" in seen.at_last


@pytest.mark.usefixtures("qapp")
def test_what_another_program_changed_in_between_is_shown(tmp_path: Path) -> None:
    fill(tmp_path, "Northern Alliance")
    sight = first_sight(tmp_path / "workspace.sqlite3", EXAMPLES)
    fill(tmp_path, "Made in between")
    seen = run(tmp_path, nothing, nothing, sight)
    assert "Made in between" not in seen.at_first
    assert "Made in between" in seen.at_last


@pytest.mark.usefixtures("qapp")
def test_content_that_is_refused_is_told_in_the_place_of_the_first_window(tmp_path: Path) -> None:
    fill(tmp_path, "Northern Alliance")
    said: list[str] = []

    @contextmanager
    def refuse() -> Iterator[Services]:
        if said == []:
            raise ContentError((Problem("questions.toml", "scope.name", "This entry is not known."),))
        yield from ()

    def look_on() -> None:
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        notice = next((each for each in shown if isinstance(each, Notice)), None)
        if notice is not None and len(shown) == 1:
            look.stop()
            said.append(texts(notice))
            notice.close()

    look = QTimer(QApplication.instance())
    look.timeout.connect(look_on)
    look.start(1)
    assert open_window(refuse, ICONS, lambda: NOW, first_sight(tmp_path / "workspace.sqlite3", EXAMPLES)) == 1
    assert "Fiveways cannot open" in said[0]
    assert "This entry is not known." in said[0]


@pytest.mark.usefixtures("qapp")
def test_what_nobody_thought_of_ends_the_program_with_its_error(tmp_path: Path) -> None:
    @contextmanager
    def fail() -> Iterator[Services]:
        if tmp_path.exists():
            raise ZeroDivisionError
        yield from ()

    with pytest.raises(ZeroDivisionError):
        open_window(fail, ICONS, lambda: NOW, FirstSight())
    assert not any(each.isVisible() for each in QApplication.topLevelWidgets())


@pytest.mark.usefixtures("qapp")
def test_a_window_that_cannot_have_all_its_parts_ends_the_program_with_the_error(tmp_path: Path) -> None:
    @contextmanager
    def without_content() -> Iterator[Services]:
        with open_services(tmp_path) as opened:
            yield replace(opened, content=None)  # type: ignore[arg-type]

    with pytest.raises(AttributeError):
        open_window(without_content, ICONS, lambda: NOW, FirstSight())
    assert not any(each.isVisible() for each in QApplication.topLevelWidgets())
