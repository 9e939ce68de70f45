"""An area that scrolls measures its inside when everything is dressed, and not before it is in sight."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.ui.parts.fitted_scroll import FittedScroll
from app.ui.parts.flowing_column import FlowingColumn
from app.ui.parts.scroll_area import ScrollArea
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.windows import settle

LARGE = Theme(ICONS, text_scale=2.0)


class Counted(FlowingColumn):
    """Lines of text that count how often they were measured."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0
        for number in range(20):
            self.body.addWidget(text_label(f"Line {number} of a text that is longer than the area is high"))

    @override
    def minimumSizeHint(self) -> QSize:
        self.times += 1
        return super().minimumSizeHint()


def area_with(inside: QWidget) -> ScrollArea:
    area = ScrollArea()
    area.setWidget(inside)
    return area


def test_nothing_moves_when_a_column_begins_to_scroll(stage: Stage) -> None:
    column = ScrollColumn("A page", widest=300)
    first = text_label("The first line")
    column.body.addWidget(first)
    stage.show(column, 500, 300)
    before = first.geometry()
    more = QWidget()
    more.setMinimumHeight(900)
    column.body.addWidget(more)
    more.show()
    settle()
    assert column.verticalScrollBar().isVisible()
    assert (first.x(), first.width()) == (before.x(), before.width())


def test_a_column_with_room_to_spare_stands_in_the_middle(stage: Stage) -> None:
    column = ScrollColumn("A page", widest=300)
    line = text_label("The first line")
    column.body.addWidget(line)
    stage.show(column, 900, 300)
    bar = column.verticalScrollBar().sizeHint().width()
    assert line.width() == 300
    assert abs(line.mapTo(column, line.rect().topLeft()).x() - (900 - bar - 300) // 2) <= 1


def test_a_part_that_is_fitted_again_and_again_comes_to_rest_and_keeps_all_its_words(stage: Stage) -> None:
    fitted = FittedScroll()
    window = QWidget()
    around = QVBoxLayout(window)
    around.addWidget(fitted)
    around.addStretch(1)
    stage.show(window, 500, 600)
    for number in range(8):
        # Shown while it is there already, as what is drawn anew is.
        label = text_label(f"Part {number}: " + "some words that go on for more than a line " * 4)
        fitted.body.addWidget(label)
        label.show()
        for most in (400, 120, 260):
            fitted.fit(fitted.width(), most)
            settle()
            assert fitted.height() <= most
    inside = fitted.widget()
    assert inside is not None
    assert inside.height() >= fitted.body.totalHeightForWidth(inside.width())
    assert fitted.verticalScrollBar().maximum() > 0


def test_the_label_of_a_field_comes_into_sight_with_it(stage: Stage, qapp: QApplication) -> None:
    apply_theme(qapp, LARGE)
    column = ScrollColumn("A form")
    for number in range(12):
        column.body.addWidget(text_label(f"Label {number}", TextLook.LABEL))
        column.body.addWidget(QLineEdit())
    stage.show(column, 500, 300)
    lines = column.findChildren(QLineEdit)
    lines[-1].setFocus()
    lines[4].setFocus()
    label = next(each for each in column.findChildren(QLabel) if each.text() == "Label 4")
    top = label.mapTo(column.viewport(), label.rect().topLeft()).y()
    assert column.verticalScrollBar().value() > 0
    assert top >= 0, "it is not cut off at the top"


def hidden(area: ScrollArea, stage: Stage) -> QWidget:
    """A page that is out of sight, with the area in it."""
    window = QWidget()
    page = QWidget(window)
    page.resize(600, 400)
    QVBoxLayout(page).addWidget(area)
    stage.show(window, 600, 400)
    page.hide()
    QApplication.processEvents()
    return page


def beyond(area: ScrollArea) -> int:
    """Pixels of the inside that would be out of reach, or empty, at the end of scrolling."""
    inside = area.widget()
    assert inside is not None
    needed = max(inside.heightForWidth(inside.width()), area.viewport().height())
    return needed - area.viewport().height() - area.verticalScrollBar().maximum()


def test_larger_text_can_be_scrolled_to_its_end(qapp: QApplication, stage: Stage) -> None:
    area = area_with(Counted())
    stage.show(area, 600, 400)
    before = area.verticalScrollBar().maximum()
    apply_theme(qapp, LARGE)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() > before > 0
    assert beyond(area) == 0


def test_what_nobody_sees_is_not_measured_while_it_is_dressed(qapp: QApplication, stage: Stage) -> None:
    inside = Counted()
    hidden(area_with(inside), stage)
    inside.times = 0
    apply_theme(qapp, LARGE)
    QApplication.processEvents()
    assert inside.times == 0


def test_what_was_dressed_out_of_sight_fits_as_soon_as_it_is_shown(qapp: QApplication, stage: Stage) -> None:
    area = area_with(Counted())
    page = hidden(area, stage)
    apply_theme(qapp, LARGE)
    page.show()
    assert beyond(area) == 0
    QApplication.processEvents()
    assert beyond(area) == 0
    assert area.verticalScrollBar().maximum() > 0
