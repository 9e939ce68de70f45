"""The small parts: layouts that follow the width, chips, strips, links, and the ring around the focus."""

from time import sleep

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.checks import Severity
from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.chips import ChipsRow, Link
from app.ui.parts.focus_ring import WEARS_RING, FocusRing
from app.ui.parts.growing_text import GrowingText
from app.ui.parts.kept_column import KeptColumn
from app.ui.parts.layouts import ArrangedLayout, Columns, Flow
from app.ui.parts.progress_bar import ProgressBar
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.strip import MessageStrip, Tone, tone_icon, tone_of
from app.ui.parts.tab_order import follow_layout, tab_stops
from app.ui.parts.text import text_label
from app.ui.theme.roles import DARK, LIGHT
from app.ui.theme.theme import Theme, apply_theme
from tests.ui.conftest import ICONS, Stage
from tests.ui.hands import click, press


def shown(stage: Stage, widget: QWidget, width: int = 600, height: int = 400) -> QWidget:
    stage.show(widget, width, height)
    return widget


def test_a_flow_breaks_into_lines_where_the_width_ends(stage: Stage) -> None:
    holder = QWidget()
    flow = ArrangedLayout(Flow(gap=8), holder)
    buttons = [QPushButton("A button") for _ in range(6)]
    for button in buttons:
        flow.addWidget(button)
    wide = flow.sizeHint().width()
    shown(stage, holder, wide + 2)
    assert {button.y() for button in buttons} == {buttons[0].y()}
    assert flow.heightForWidth(wide // 2) > 1.9 * flow.heightForWidth(wide)
    buttons[0].hide()
    assert flow.sizeHint().width() < wide, "what is hidden takes no room"


def test_a_flow_follows_what_changes_inside(stage: Stage) -> None:
    holder = QWidget()
    flow = ArrangedLayout(Flow(gap=8), holder)
    first, second = QPushButton("One"), QPushButton("Two")
    flow.addWidget(first)
    flow.addWidget(second)
    shown(stage, holder)
    narrow, line = flow.sizeHint().width(), flow.heightForWidth(600)
    place = second.x()
    first.setText("One that has become longer")
    QApplication.processEvents()
    assert flow.sizeHint().width() > narrow
    assert second.x() > place
    first.hide()
    QApplication.processEvents()
    assert second.x() == 0, "it takes the place of what is hidden"
    second.setFixedHeight(4 * line)
    assert flow.heightForWidth(600) == 4 * line
    third = QPushButton("Three", holder)
    third.show()
    flow.removeWidget(second)
    flow.addWidget(third)
    assert flow.heightForWidth(600) == line, "another stands where the high one stood"


def test_columns_are_equal_and_as_many_as_fit(stage: Stage) -> None:
    holder = QWidget()
    columns = ArrangedLayout(Columns(narrowest=10, most=3, gap=10), holder)
    parts = [QLineEdit() for _ in range(4)]
    parts[3].setProperty("spans", True)
    for part in parts:
        columns.addWidget(part)
    shown(stage, holder, 600)
    assert [part.width() for part in parts[:3]] == [193, 193, 194]
    assert parts[2].geometry().right() == parts[3].geometry().right(), "the last one ends where the room ends"
    assert parts[3].width() == 600
    assert parts[3].y() > parts[0].y()
    columns.setGeometry(QRect(0, 0, 130, 400))
    assert parts[1].y() > parts[0].y()
    assert parts[0].width() == 130


def test_a_text_is_never_read_as_markup() -> None:
    label = text_label("<b>Terms</b> & conditions")
    assert label.textFormat() is Qt.TextFormat.PlainText
    button = Button("Terms & <i>conditions</i>")
    assert button.text() == "Terms && <i>conditions</i>", "a doubled ampersand is shown as one"
    assert button.accessibleName() == "Terms & <i>conditions</i>"


def test_a_button_keeps_its_icon_in_the_colours_of_the_theme(stage: Stage, qapp: QApplication) -> None:
    button = Button("Undo", ButtonLook.QUIET, Icon.UNDO, tip="Ctrl+Z")
    shown(stage, button)
    before = button.icon().pixmap(18, 18).toImage()
    apply_theme(qapp, Theme(ICONS, DARK))
    assert button.icon().pixmap(18, 18).toImage() != before


def test_chips_beyond_the_first_few_wait_behind_one(stage: Stage, qtbot: QtBot) -> None:
    row = ChipsRow("Changes", most=2)
    assert row.isHidden()
    row.show_links([Link(f"Clause {number}", f"memorandum {number}") for number in range(5)])
    shown(stage, row, 800, 60)
    chips = [chip for chip in row.findChildren(Button) if chip.isVisible()]
    assert [chip.text() for chip in chips] == ["Clause 0", "Clause 1", "+ 3"]
    click(chips[-1])
    chips = [chip for chip in row.findChildren(Button) if chip.isVisible()]
    assert [chip.text() for chip in chips] == [f"Clause {number}" for number in range(5)]
    with qtbot.waitSignal(row.link_followed) as followed:
        click(chips[4])
    assert followed.args == ["memorandum 4"]
    row.show_links([])
    assert row.isHidden()


def test_each_tone_has_a_mark_of_its_own_shape() -> None:
    assert len({tone_icon(tone) for tone in Tone}) == len(Tone)
    assert [tone_of(severity) for severity in Severity] == [Tone.ERROR, Tone.WARNING, Tone.NOTE]


def test_a_strip_says_its_tone_and_offers_its_link(stage: Stage, qtbot: QtBot) -> None:
    strip = MessageStrip(Tone.WARNING, "Two of six can stop a decision.", ("Because votes are equal.",))
    link = strip.add_link("What to do")
    shown(stage, strip)
    assert strip.accessibleName() == "Warning: Two of six can stop a decision."
    with qtbot.waitSignal(link.clicked):
        press(link, Qt.Key.Key_Space)
    assert not strip.grab().isNull()


def test_a_header_without_an_introduction_is_only_its_title(stage: Stage) -> None:
    header = SectionHeader("Members", "Everyone who signs.")
    shown(stage, header)
    both = header.sizeHint().height()
    header.show_texts("Members")
    assert header.sizeHint().height() < both
    assert header.accessibleName() == "Members"


def test_progress_is_drawn_by_segments_and_said_in_words(stage: Stage) -> None:
    bar = ProgressBar((1.0, 0.5, 0.0), "1 of 3 steps done")
    shown(stage, bar, 300, 6)
    image = bar.grab().toImage()
    colours = {image.pixelColor(x, image.height() // 2).name().upper() for x in range(image.width())}
    assert {LIGHT.success, LIGHT.accent, LIGHT.line} <= colours
    assert bar.accessibleName() == "1 of 3 steps done"
    bar.show_progress((), "")
    assert not bar.grab().isNull()


def test_a_step_that_is_nearly_done_or_barely_begun_is_seen_to_be_so(stage: Stage) -> None:
    bar = ProgressBar((0.99,), "nearly done")
    shown(stage, bar, 300, 6)
    for share, colour in ((0.99, LIGHT.line), (0.01, LIGHT.accent)):
        bar.show_progress((share,), "")
        image = bar.grab().toImage()
        middle = image.height() // 2
        seen = [image.pixelColor(x, middle).name().upper() == colour for x in range(image.width())]
        assert 10 <= sum(seen) <= 14, "more than a pixel or two, and not much more than it is"


def test_a_card_is_edged_in_the_accent_while_it_is_in_use(stage: Stage) -> None:
    card = Card()
    shown(stage, card, 200, 100)
    before = card.grab().toImage().pixelColor(100, 0).name().upper()
    card.set_active(True)
    assert (before, card.grab().toImage().pixelColor(100, 0).name().upper()) == ("#D8DDE0", "#005EB8")
    assert not shown(stage, Card(is_dashed=True)).grab().isNull()


def test_a_text_grows_with_its_lines_and_gives_tab_away(stage: Stage) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    text, after = GrowingText(2), QPushButton("After")
    column.addWidget(text)
    column.addWidget(after)
    column.addStretch(1)
    shown(stage, holder, 300, 800)
    empty = text.sizeHint().height()
    text.setPlainText("long words in one line that must be broken many times to fit " * 4)
    assert text.sizeHint().height() > 2 * empty
    text.setPlainText("line\n" * 200)
    assert text.sizeHint().height() < 20 * text.fontMetrics().lineSpacing()
    text.setFocus()
    press(text, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_tab_follows_the_layout_also_where_parts_came_later(stage: Stage) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    last, first = QPushButton("last"), QPushButton("first")
    column.addWidget(last)
    column.insertWidget(0, first)
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    shown(stage, area)
    follow_layout(area)
    assert list(tab_stops(area)) == [first, last]
    first.setFocus()
    press(first, Qt.Key.Key_Tab)
    assert last.hasFocus()


def test_the_ring_goes_with_the_focus_and_with_what_moves(stage: Stage, qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    first, second = QPushButton("one", window), QPushButton("two", window)
    first.setGeometry(20, 20, 80, 30)
    second.setGeometry(20, 100, 80, 30)
    ring = FocusRing(window, qapp)
    shown(stage, window)
    second.setFocus()
    assert ring.geometry().contains(second.geometry())
    assert not ring.geometry().intersects(first.geometry())
    second.move(200, 200)
    assert ring.geometry().center() == second.geometry().center()
    image = ring.grab().toImage()
    assert image.pixelColor(image.width() // 2, 1).name().upper() == "#FFEB3B"
    assert image.pixelColor(image.width() // 2, 4).name().upper() == "#212B32"
    second.hide()
    assert first.hasFocus()
    assert ring.geometry().contains(first.geometry())
    first.deleteLater()
    qtbot.waitUntil(lambda: not ring.isVisible())


def test_the_ring_leaves_air_beside_the_letters_of_a_link(stage: Stage, qapp: QApplication) -> None:
    window = QWidget()
    link, button = Button("Open all sections", ButtonLook.LINK), Button("Look")
    column = QVBoxLayout(window)
    column.setContentsMargins(40, 40, 40, 40)
    column.addWidget(link)
    column.addWidget(button)
    ring = FocusRing(window, qapp)
    shown(stage, window)
    beyond = {}
    for part in (link, button):
        part.setFocus()
        beyond[part] = (part.x() - ring.x(), ring.geometry().right() - part.geometry().right())
    assert min(beyond[link]) > max(beyond[button])


def test_the_ring_is_whole_around_what_reaches_to_the_edges_of_its_window(stage: Stage, qapp: QApplication) -> None:
    window = QWidget()
    button = QPushButton("all of it", window)
    ring = FocusRing(window, qapp)
    shown(stage, window, 300, 200)
    button.setGeometry(100, 0, 200, 200)
    button.setFocus()
    image = ring.grab().toImage()
    middle_x, middle_y = image.width() // 2, image.height() // 2
    edges = ((middle_x, 1), (1, middle_y), (image.width() - 2, middle_y), (middle_x, image.height() - 2))
    assert {image.pixelColor(*edge).name().upper() for edge in edges} == {"#FFEB3B"}


def test_the_ring_surrounds_the_frame_that_wears_it_and_stays_inside_what_scrolls(
    stage: Stage, qapp: QApplication
) -> None:
    inner = QWidget()
    inner.resize(300, 2000)
    frame = QWidget(inner)
    frame.setProperty(WEARS_RING, True)
    frame.setGeometry(10, 300, 200, 50)
    line = QLineEdit(frame)
    line.setGeometry(10, 10, 100, 30)
    window = QWidget()
    area = QScrollArea(window)
    area.setGeometry(0, 100, 320, 250)
    area.setWidget(inner)
    ring = FocusRing(window, qapp)
    shown(stage, window)
    area.verticalScrollBar().setValue(270)
    line.setFocus()
    assert ring.geometry().contains(QRect(frame.mapTo(window, QPoint(0, 0)), frame.size()))
    area.verticalScrollBar().setValue(320)
    assert ring.geometry().top() >= area.y()


def test_parts_that_are_still_wanted_are_kept_and_put_in_order(stage: Stage, qtbot: QtBot) -> None:
    made: list[str] = []

    def make(word: str) -> QWidget:
        made.append(word)
        return text_label(word)

    column: KeptColumn[str] = KeptColumn(0, make)
    stage.show(column, 300, 300)
    with qtbot.waitSignal(column.completed):
        column.show_all([str(number) for number in range(200)])
    first = column.parts[0]
    with qtbot.waitSignal(column.completed):
        column.show_all(["new", "150", "0"])
    assert column.parts[2] is first
    QApplication.processEvents()
    shown = sorted((each for each in column.findChildren(QLabel) if each.isVisible()), key=lambda each: each.y())
    assert [each.text() for each in shown] == ["new", "150", "0"]
    assert made == [*(str(number) for number in range(200)), "new"]


def test_many_parts_come_a_few_at_a_time(stage: Stage, qtbot: QtBot) -> None:
    def make(number: int) -> QWidget:
        sleep(0.005)  # a card takes as long on a slow machine
        return text_label(str(number))

    column: KeptColumn[int] = KeptColumn(0, make)
    stage.show(column, 300, 300)
    with qtbot.waitSignal(column.completed):
        column.show_all(range(20))
        assert 0 < len(column.parts) < 20
    assert len(column.parts) == 20
