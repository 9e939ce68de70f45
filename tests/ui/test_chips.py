"""Chips that lead to places: they fit the line that there is, and keep the number at their end."""

from app.ui.parts.buttons import Button
from app.ui.parts.chips import ChipsRow, Link
from tests.ui.conftest import Stage

LONG = "Terms of reference for meeting in common 14.1"


def test_a_chip_too_long_for_its_line_keeps_the_number_at_its_end_and_its_whole_name(stage: Stage) -> None:
    row = ChipsRow("Changes")
    row.show_links((Link(LONG, "x"),))
    stage.show(row, 200, 80)
    chip = row.findChildren(Button)[0]
    assert chip.text() != LONG
    assert chip.text().endswith("14.1")
    assert chip.width() <= 200
    assert LONG in chip.accessibleName()
    assert chip.toolTip() == LONG


def test_a_chip_shows_all_its_words_again_where_there_is_room(stage: Stage) -> None:
    row = ChipsRow("Changes")
    row.show_links((Link(LONG, "x"),))
    stage.show(row, 200, 80)
    row.resize(900, 80)
    assert row.findChildren(Button)[0].text() == LONG
