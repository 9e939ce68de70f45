"""What a row says about itself: its key cells, and figures beside those that they are compared with."""

from dataclasses import replace

from app.domain.values import Value
from app.ui.fields.table.row_words import in_a_line, row_details
from app.ui.session import ProjectSession
from tests.shipped import shipped_content

LOAD = shipped_content().questionnaire.question("leaders.load").columns


def test_a_row_shows_the_figure_that_a_finding_on_it_compares(session: ProjectSession) -> None:
    finding = next(each for each in session.snapshot.findings if each.check_id == "leaders-overloaded")
    rows = session.snapshot.answers.rows("leaders.load")
    said = [f"and have {row.cells['hours-available']}, " in finding.message for row in rows]
    assert said.count(True) == 1
    row = rows[said.index(True)]
    assert f"Hours available: {row.cells['hours-available']}" in row_details(row.cells, LOAD, {})


def test_figures_that_stand_together_are_shown_together_and_all_else_is_three_cells_at_most() -> None:
    hours: dict[str, Value] = {each: number for number, each in enumerate(("hours-elsewhere", "hours-here"))}
    cells: dict[str, Value] = {"others": "Two networks", **hours, "hours-available": 95}
    assert row_details(cells, LOAD, {})[1:] == ("Hours elsewhere: 0", "Hours here: 1", "Hours available: 95")
    wordy = [column for column in LOAD if column.kind.value == "text"] * 5
    renamed = [replace(column, id=f"words-{number}") for number, column in enumerate(wordy)]
    filled: dict[str, Value] = {column.id: "Words" for column in renamed}
    assert len(row_details(filled, [LOAD[0], *renamed], {})) == 3


def test_no_line_begins_with_a_dot_or_parts_a_figure_from_its_label() -> None:
    joined = in_a_line(("Two networks", "Hours here: 62", "Month of the year in which it is due: May"))
    assert joined.replace("\N{NO-BREAK SPACE}", "_") == (
        "Two_networks_· Hours_here:_62_· Month of the year in which it is due:_May"
    )
    assert in_a_line(()) == ""
