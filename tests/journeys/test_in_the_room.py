"""A facilitator shows questions to the room, which answers them by keys, on a display that comes and goes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from app.domain.answers import State
from app.domain.values import Duration, Unit
from app.services.projecting import QuestionSlide
from app.ui.parts.buttons import Button
from app.ui.places import AtSection
from app.ui.projector.displays import connected_displays, remember
from app.ui.projector.projection import Projection
from app.ui.projector.projector import Projector
from app.ui.question_card import QuestionCard
from app.ui.window import MainWindow
from tests.journeys.keyboard import find, focused, keys
from tests.ui.conftest import put_on_plain_theme
from tests.ui.hands import press_focused, write
from tests.ui.windows import card, lent, open_example, settle

Key = Qt.Key
RULE, NOTICE = "decisions.quorum-rule", "meetings.notice"


@pytest.fixture(scope="module")
def shared(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    put_on_plain_theme(qapp)
    with open_example(tmp_path_factory.mktemp("room")) as opened:
        yield opened


@pytest.fixture
def window(shared: MainWindow) -> Iterator[MainWindow]:
    with lent(shared) as one:
        yield one


def projector_of(projection: Projection) -> Projector:
    projector = projection.projector
    assert projector is not None
    settle()
    assert QApplication.activeWindow() is projector
    return projector


def state(window: MainWindow, question: str) -> State | None:
    answer = window.session.snapshot.answers.answer(question)
    return answer.state if answer is not None else None


def is_black(projector: Projector) -> bool:
    return projector.frame.is_black


def marks(of: QuestionCard) -> str:
    """What the buttons of a card say about how its answer stands."""
    return " ".join(each.text() for each in of.findChildren(Button) if each.isChecked())


def test_a_room_answers_agrees_parks_and_goes_on_and_the_window_shows_it_all(window: MainWindow) -> None:
    session = window.session
    before = session.snapshot.answers.value(RULE)
    find(window, RULE)
    keys(window, "F11")
    projector = projector_of(window.projection)
    assert projector.slide == QuestionSlide("decisions", RULE)

    press_focused(Key.Key_3)
    assert session.snapshot.answers.text(RULE) == "share-of-trusts"
    press_focused(Key.Key_A)
    assert state(window, RULE) is State.AGREED
    assert marks(card(window, RULE)).startswith("Agreed "), "the window beside the room follows"
    press_focused(Key.Key_P)
    assert state(window, RULE) is State.PARKED

    for _ in range(20):  # a long question has pages of its own first
        if projector.slide != QuestionSlide("decisions", RULE):
            break
        press_focused(Key.Key_PageDown)
    following = projector.slide
    assert isinstance(following, QuestionSlide)
    press_focused(Key.Key_B)
    assert is_black(projector)
    press_focused(Key.Key_Escape)
    assert not is_black(projector), "the first press brings the picture back"
    press_focused(Key.Key_Escape)
    settle()
    assert window.projection.projector is None
    assert window.place == AtSection("decisions", following.question)
    assert card(window, following.question).isAncestorOf(focused())
    parked = card(window, RULE)
    assert "Parked" in marks(parked)
    assert parked.view.answer is not None
    assert parked.view.answer.value == "share-of-trusts"

    keys(window, "Ctrl+H")
    for undone in (State.AGREED, State.ANSWERED):
        keys(window, "Ctrl+Z")
        assert state(window, RULE) is undone
    keys(window, "Ctrl+Z")
    assert session.snapshot.answers.value(RULE) == before


def test_a_display_that_goes_and_comes_back_takes_no_place_and_no_word(window: MainWindow) -> None:
    session = window.session
    only = connected_displays()[0]
    laptop = replace(only, key="laptop", words="Laptop", area=QRect(0, 0, 800, 800))
    wall = replace(only, key="wall", words="Projector", area=QRect(0, 0, 800, 800))
    displays = [laptop, wall]
    remember(wall, session.services.preferences)
    find(window, NOTICE)
    projection = Projection(
        session,
        window,
        QPushButton(window),
        window.pages.sections,
        where=lambda: window.place,
        go=window.go,
        displays=lambda: displays,
    )
    projection.begin()
    projector = projector_of(projection)
    press_focused(Key.Key_Down)
    while not isinstance(focused(), QLineEdit):
        press_focused(Key.Key_Down)
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    write(line, "3 we")

    displays.remove(wall)
    projection.follow_displays()
    settle()
    assert projection.display == "laptop"
    assert projector.slide == QuestionSlide("meetings", NOTICE)
    assert (focused(), line.text()) == (line, "3 we")
    write(line, "ek")
    displays.append(wall)
    projection.follow_displays()
    settle()
    assert projection.display == "wall"
    assert (focused(), line.text()) == (line, "3 week")
    write(line, "s")
    press_focused(Key.Key_Return)
    assert session.snapshot.answers.value(NOTICE) == Duration(3, Unit.WEEKS)
    projection.end()
    settle()
    assert window.place == AtSection("meetings", NOTICE)
    shown = card(window, NOTICE).view.answer
    assert shown is not None
    assert shown.value == Duration(3, Unit.WEEKS)
