"""Which place comes next, and how the width of a window is shared out."""

from datetime import UTC, datetime

import pytest

from app.ui.places import AtChecks, AtPast, AtSection, AtStart, place_from_text, place_to_text
from app.ui.room import Room, Wishes, share_out
from app.ui.ways import is_there, next_open, section_beside, start_of_step, way_in_words
from tests.shipped import shipped_content

QUESTIONNAIRE = shipped_content().questionnaire
SECTIONS = [section.id for section in QUESTIONNAIRE.sections]


def test_the_next_open_question_is_the_first_one_left_after_this_and_then_round_again() -> None:
    left = [QUESTIONNAIRE.question("problem.statement"), QUESTIONNAIRE.question("leaving.notice")]
    assert next_open(QUESTIONNAIRE, left, "the-collaborative", "") == AtSection("problem", "problem.statement")
    after = next_open(QUESTIONNAIRE, left, "problem", "problem.statement")
    assert after == AtSection("leaving", "leaving.notice")
    assert next_open(QUESTIONNAIRE, left, "leaving", "leaving.notice") == AtSection("problem", "problem.statement")


def test_a_section_without_focus_begins_with_its_first_question() -> None:
    first = QUESTIONNAIRE.section("problem").questions[0]
    assert next_open(QUESTIONNAIRE, [first], "problem", "") == AtSection("problem", first.id)


def test_where_nothing_is_left_the_next_section_comes() -> None:
    assert next_open(QUESTIONNAIRE, [], SECTIONS[0], "") == AtSection(SECTIONS[1])
    assert next_open(QUESTIONNAIRE, [], SECTIONS[-1], "") is None


def test_sections_follow_each_other_across_steps_and_end_at_either_end() -> None:
    last_of_first = QUESTIONNAIRE.steps[0].sections[-1].id
    first_of_second = QUESTIONNAIRE.steps[1].sections[0].id
    assert section_beside(QUESTIONNAIRE, last_of_first, 1) == AtSection(first_of_second)
    assert section_beside(QUESTIONNAIRE, first_of_second, -1) == AtSection(last_of_first)
    assert section_beside(QUESTIONNAIRE, SECTIONS[0], -1) is None
    assert start_of_step(QUESTIONNAIRE, 2) == AtSection(first_of_second)
    assert start_of_step(QUESTIONNAIRE, 6) is None


def test_a_place_that_was_kept_is_gone_to_only_if_it_is_still_there() -> None:
    assert is_there(QUESTIONNAIRE, place_from_text(place_to_text(AtSection("problem"))))
    assert not is_there(QUESTIONNAIRE, place_from_text("section removed-long-ago"))
    assert not is_there(QUESTIONNAIRE, place_from_text("words of another version"))
    assert not is_there(QUESTIONNAIRE, AtStart())
    assert is_there(QUESTIONNAIRE, AtChecks())


def test_the_past_is_a_part_of_the_history() -> None:
    assert way_in_words(QUESTIONNAIRE, AtPast(datetime(2026, 8, 6, 8, 37, tzinfo=UTC))) == ("History", "As it was")


def test_bar_page_and_panel_stand_beside_each_other_where_there_is_room() -> None:
    assert share_out(1366, 1.0, Wishes(panel=True)) == Room(232, 392)
    assert share_out(1366, 1.0, Wishes(panel=False)) == Room(232, 0)


def test_on_a_wide_screen_the_panel_takes_what_the_page_cannot_use() -> None:
    assert share_out(1920, 1.0, Wishes(panel=True)) == Room(232, 640)
    assert share_out(1720, 1.0, Wishes(panel=True)) == Room(232, 448)
    assert share_out(3840, 1.0, Wishes(panel=True)) == Room(232, 640)
    assert share_out(1920, 2.0, Wishes(panel=True)).panel == share_out(1800, 2.0, Wishes(panel=True)).panel


def test_the_panel_gives_way_first_and_then_the_bar() -> None:
    assert share_out(1024, 1.0, Wishes(panel=True)) == Room(232, 0)
    assert share_out(1024, 2.0, Wishes(panel=True)) == Room(0, 0, has_menu=True)


def test_what_is_asked_for_comes_in_spite_of_the_width() -> None:
    asked = Wishes(panel=True, asked_panel=True)
    assert share_out(1024, 1.0, asked) == Room(0, 392, has_menu=True)
    assert share_out(1024, 2.0, asked) == Room(0, 1024, has_page=False, has_menu=True)
    assert share_out(1024, 2.0, Wishes(panel=True, asked_side=True)).side > 0


@pytest.mark.parametrize("width", range(720, 2600, 40))
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_the_page_is_never_narrower_than_reads_well_unless_the_bar_was_asked_for(width: int, scale: float) -> None:
    for wishes in (Wishes(panel=True), Wishes(panel=False), Wishes(panel=True, asked_panel=True)):
        room = share_out(width, scale, wishes)
        page = width - room.side - room.panel
        assert not room.has_page or page >= min(560 * (1 + (scale - 1) / 2) - 1, width)
