"""The projector view opens on the display that the user picks, follows it, and keeps its place when displays change."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.projecting import QuestionSlide
from app.ui.fields.settings import FieldSettings
from app.ui.pages.section_page import SectionPage
from app.ui.places import AtSection, UserPlace
from app.ui.projector.displays import Display, connected_displays, display_after
from app.ui.projector.projection import Projection
from app.ui.session import ProjectSession
from tests.ui.desk import TODAY, open_session
from tests.ui.hands import popup, press

RULE = QuestionSlide("decisions", "decisions.quorum-rule")
PLACE = AtSection(RULE.section, RULE.question)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("displays")) as opened:
        yield opened


class Room:
    """A window, the displays that are plugged in, and where the window was sent."""

    def __init__(self, session: ProjectSession) -> None:
        session.services.preferences.put("projector.display", "")
        self.session = session
        self.window = QWidget()
        self.button = QPushButton("Project", self.window)
        self.sections = SectionPage(session, FieldSettings(lambda: TODAY))
        self.sections.setParent(self.window)
        self.gone_to: list[UserPlace] = []
        only = connected_displays()[0]
        self.laptop = replace(only, key="laptop", words="Laptop & more", area=QRect(0, 0, 800, 800))
        self.wall = replace(only, key="wall", words="Projector, 1024 × 768", area=QRect(0, 0, 800, 800))
        self.displays: list[Display] = [self.laptop]
        self.projection = Projection(
            session,
            self.window,
            self.button,
            self.sections,
            where=lambda: PLACE,
            go=self.gone_to.append,
            displays=lambda: self.displays,
        )

    def plug(self, *displays: Display) -> None:
        """These displays are connected now, and nothing else."""
        self.displays = list(displays)
        self.projection.follow_displays()

    def shown(self) -> QuestionSlide | object:
        assert self.projection.projector is not None
        return self.projection.projector.slide


@pytest.fixture
def room(session: ProjectSession, qtbot: QtBot) -> Iterator[Room]:
    made = Room(session)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.projection.end()


def open_at(room: Room) -> None:
    room.sections.show_section(RULE.section, RULE.question)
    room.projection.open_on(room.displays[-1], PLACE)


def test_one_display_is_taken_without_a_question(room: Room) -> None:
    room.button.click()
    assert room.projection.display == "laptop"
    assert room.projection.projector is not None
    assert room.projection.projector.isFullScreen()


def test_several_displays_are_offered_once_and_the_choice_is_remembered(room: Room) -> None:
    room.plug(room.laptop, room.wall)
    room.button.click()
    menu = popup()
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == ["Laptop && more", "Projector, 1024 × 768"]
    press(menu, Qt.Key.Key_Return)
    assert room.projection.display == "wall"
    room.projection.end()
    room.button.click()
    assert room.projection.display == "wall"


def test_the_projector_view_moves_to_the_next_display_and_stays_at_its_question(room: Room) -> None:
    room.plug(room.laptop, room.wall)
    open_at(room)
    assert room.projection.display == "wall"
    press(room.projection.projector, Qt.Key.Key_D)
    assert room.projection.display == "laptop"
    assert room.shown() == RULE
    assert display_after(room.displays, "gone").key == "laptop"


def test_a_display_that_is_unplugged_and_plugged_in_again_loses_no_place(room: Room) -> None:
    room.plug(room.laptop, room.wall)
    room.session.services.preferences.put("projector.display", "wall")
    room.projection.begin()
    assert room.projection.projector is not None
    room.projection.projector.show_place(RULE.section, RULE.question)
    QTest.keyClick(room.projection.projector, Qt.Key.Key_G)
    before = room.projection.projector.view
    room.plug(room.laptop)
    assert room.projection.display == "laptop"
    room.plug(room.laptop, room.wall)
    assert room.projection.display == "wall"
    assert room.shown() == RULE
    assert room.projection.projector.view is before, "what was read is still there"
    room.plug()
    assert room.shown() == RULE


def test_the_key_of_the_window_brings_its_question_into_the_room_that_is_open(room: Room) -> None:
    open_at(room)
    assert room.projection.projector is not None
    room.projection.projector.show_place("meetings", "meetings.notice")
    room.projection.begin()
    assert isinstance(room.shown(), QuestionSlide)
    assert room.projection.projector.place.section == RULE.section


def test_closing_brings_the_window_to_the_question_shown_last(room: Room) -> None:
    open_at(room)
    press(room.projection.projector, Qt.Key.Key_Escape)
    assert room.gone_to == [PLACE]
    assert room.projection.projector is None


def test_ending_closes_the_projector_view_and_may_be_asked_again(room: Room) -> None:
    open_at(room)
    room.projection.end()
    assert room.projection.projector is None
    room.projection.end()


_TWO_SCREENS = {
    "screens": [
        {"name": "Laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
        {"name": "Wall", "x": 1366, "y": 0, "width": 1024, "height": 768, "logicalDpi": 96, "dpr": 1},
    ]
}

_OPEN_ON_THE_WALL = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QPushButton
from app.ui.fields.settings import FieldSettings
from app.ui.pages.section_page import SectionPage
from app.ui.places import AtSection
from app.ui.projector.displays import connected_displays
from app.ui.projector.projection import Projection
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.desk import TODAY, open_session

application = QApplication([])
apply_theme(application, Theme(Path(sys.argv[1])))
with open_session(Path(sys.argv[2])) as session:
    button = QPushButton()
    place = AtSection("decisions", "decisions.quorum-rule")
    sections = SectionPage(session, FieldSettings(lambda: TODAY))
    projection = Projection(session, button, button, sections, where=lambda: place, go=lambda gone: None)
    laptop, wall = connected_displays()
    projection.open_on(wall, place)
    application.processEvents()
    projector = projection.projector
    print(wall.words, projector.screen().name(), projector.size().toTuple(), projector.frame.big.quiet)
    projection.open_on(laptop, place)
    application.processEvents()
    print(projector.screen().name(), projector.size().toTuple(), projector.slide.question)
    projection.end()
"""


def test_two_real_screens_of_the_platform_are_told_apart_and_filled(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(_TWO_SCREENS), encoding="utf-8")
    root = Path(__file__).resolve().parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", _OPEN_ON_THE_WALL, str(root / "resources" / "icons"), str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Wall, 1024 × 768 Wall (1024, 768) 39",
        "Laptop (1366, 768) decisions.quorum-rule",
    ]
