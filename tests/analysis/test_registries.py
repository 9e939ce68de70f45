"""What every reading and every calculation must keep to."""

import re
from time import perf_counter

import pytest

from app.analysis.calculations import CALCULATIONS
from app.analysis.findings import findings
from app.analysis.law_calculations import law_calculations
from app.analysis.readings import READINGS
from app.analysis.register_calculations import register_calculations
from app.domain.readings import Calculation, Design, Grid, Reading, Shape
from tests.analysis.designs import design_of, questionnaire, shipped_checks, shipped_law
from tests.analysis.tracking import watched
from tests.analysis.varied import FULL, varied_designs

TYPES = {Shape.CLAIM: bool, Shape.NUMBER: int, Shape.WORDS: str, Shape.LIST: tuple, Shape.GRID: Grid}
KNOWING = {
    **CALCULATIONS,
    **law_calculations(shipped_law()),
    **register_calculations({"RZ1": "Ashdale and Moorside NHS Foundation Trust"}),
}

each_reading = pytest.mark.parametrize("reading", READINGS.values(), ids=lambda reading: reading.id)
each_calculation = pytest.mark.parametrize("calculation", KNOWING.values(), ids=lambda calculation: calculation.id)


@each_reading
def test_a_reading_looks_at_the_questions_it_names_and_no_others(reading: Reading) -> None:
    seen: set[str] = set()
    for design in varied_designs():
        looking, looked_at = watched(design)
        reading.of(looking)
        assert looked_at <= set(reading.uses)
        seen |= looked_at
    assert seen == set(reading.uses)


@each_calculation
def test_a_calculation_looks_at_the_questions_it_names_and_no_others(calculation: Calculation) -> None:
    seen: set[str] = set()
    for design in varied_designs():
        looking, looked_at = watched(design)
        calculation.find(looking)
        assert looked_at <= set(calculation.uses)
        seen |= looked_at
    assert seen == set(calculation.uses)


@each_reading
def test_a_reading_gives_back_its_shape(reading: Reading) -> None:
    results = [design.for_member(design.member).read(reading.id) for design in varied_designs()]
    told = [result for result in results if result is not None]
    assert told, "No design lets this reading be told."
    assert {type(result) for result in told} == {TYPES[reading.shape]}


@each_reading
def test_nothing_can_be_told_from_no_answers(reading: Reading) -> None:
    assert design_of({}).read(reading.id) in {None, False, ()}


@each_calculation
def test_nothing_is_found_in_no_answers(calculation: Calculation) -> None:
    if calculation.uses:
        assert calculation.find(design_of({})) == ()


@each_calculation
def test_a_calculation_gives_the_words_it_names(calculation: Calculation) -> None:
    for design in varied_designs():
        for hit in calculation.find(design):
            assert set(hit.words) == set(calculation.gives)


@each_calculation
def test_a_calculation_points_to_rows_that_are_there(calculation: Calculation) -> None:
    tables = {check.question for check in shipped_checks().values() if check.calculation == calculation.id}
    for design in varied_designs():
        rows = {row.id for table in tables for row in design.answers.rows(table)}
        assert {hit.row for hit in calculation.find(design)} <= rows | {None}


@pytest.mark.parametrize("registry", [READINGS, KNOWING], ids=["readings", "calculations"])
def test_a_registry_has_each_entry_under_its_own_id(registry: dict[str, Reading | Calculation]) -> None:
    for entry_id, entry in registry.items():
        assert entry.id == entry_id
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry_id)
        assert re.fullmatch(r"[A-Z].*\.", entry.says)
        assert len(set(entry.uses)) == len(entry.uses)
        for question in entry.uses:
            assert questionnaire().has(question), question


@each_reading
def test_a_grid_has_a_cell_for_every_column_and_none_is_empty_but_in_totals(reading: Reading) -> None:
    for design in varied_designs():
        grid = design.read(reading.id)
        if isinstance(grid, Grid):
            assert grid.rows
            assert {len(row) for row in grid.rows} == {len(grid.columns)}
            assert all(row[0] for row in grid.rows)


def test_thirty_members_and_twenty_programmes_are_checked_at_once() -> None:
    design = _large_design()
    checks = tuple(shipped_checks().values())
    seconds = []
    for _ in range(5):
        started = perf_counter()
        findings(checks, design.for_member(None), shipped_law())
        seconds.append(perf_counter() - started)
    assert min(seconds) < 0.1, f"{min(seconds) * 1000:.0f} ms"


def _large_design() -> Design:
    names = [f"Trust number {place} NHS Foundation Trust" for place in range(30)]
    members = [
        {
            "organisation": {"name": name},
            "legal-form": "foundation-trust",
            "membership": "full",
            "turnover": 100_000_000 + 37_000_000 * place,
            "weight": 3 + place * 7 % 11,
        }
        for place, name in enumerate(names)
    ]
    programmes = [{"programme": f"Programme {place}", "lead": names[place]} for place in range(20)]
    hours = [
        {"programme": f"Programme {place}", "member": name, "needed": 5, "available": 9}
        for place in range(20)
        for name in names
    ]
    pointing = {
        question: None
        for question in FULL
        if question.split(".")[0] in {"due-diligence", "leaders", "lead-provider", "shared-leadership", "money"}
        or question in {"cycle.board-dates", "maturity.scores", "information.officers", "delegation.functions"}
    }
    return design_of(
        {
            **FULL,
            **pointing,
            "members.members": members,
            "programmes.programmes": programmes,
            "programmes.milestones": None,
            "capacity.hours": hours,
            "forum.chair-first": None,
            "risk-gain.basis": "turnover",
            "risk-gain.shares": None,
            "risk-gain.budget-holder": None,
        }
    )
