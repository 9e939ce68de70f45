"""The callout of the tour: it fits, stays in its window, and does not cover what it stands beside."""

from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.theme.theme import Theme, apply_theme
from app.ui.tour.callout import Callout
from app.ui.tour.placing import GAP, Side, place_callout
from app.ui.tour.steps import tour_steps
from tests.ui.conftest import ICONS, Stage
from tests.ui.fitting import misfits
from tests.ui.windows import settle


def test_every_callout_fits_at_twice_the_size_of_text(stage: Stage, qapp: QApplication) -> None:
    apply_theme(qapp, Theme(ICONS, text_scale=2.0))
    side_bar, top_bar, sections, panel = (QWidget() for _ in range(4))
    steps = tour_steps(side_bar, top_bar, sections, panel)  # type: ignore[arg-type]  # only their words are looked at
    room = QRect(0, 0, 1024, 768)
    holder = QWidget()
    callout = Callout(holder)
    stage.show(holder, room.width(), room.height())
    for number, step in enumerate(steps, start=1):
        callout.show_step(number, len(steps), step.title, step.words)
        callout.show()
        callout.stand_by(QRect(20, 20, 60, 60), room)
        settle()
        assert misfits(callout) == [], step.title
        assert room.contains(callout.geometry())


NUMBERS, LENGTHS = some.integers(-200, 1500), some.integers(1, 900)


@given(
    some.builds(QRect, NUMBERS, NUMBERS, LENGTHS, LENGTHS),
    some.builds(QSize, some.integers(40, 700), some.integers(40, 500)),
)
def test_a_callout_never_leaves_a_window_it_fits_into_and_never_covers_what_it_stands_beside(
    target: QRect, size: QSize
) -> None:
    window = QRect(0, 0, 1024, 768)
    standing = place_callout(size, target, window)
    around = QRect(standing.corner, size)
    assert window.adjusted(GAP, GAP, -GAP, -GAP).contains(around)
    if standing.side is not Side.NOWHERE:
        assert not around.intersects(target)


def test_a_callout_too_large_for_its_window_shows_its_beginning() -> None:
    assert place_callout(QSize(900, 900), None, QRect(0, 0, 400, 300)).corner == QPoint(GAP, GAP)
