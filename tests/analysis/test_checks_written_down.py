"""Cases of checks that are written down as data: each finds its fault, and nothing where there is none."""

import tomllib
from pathlib import Path

import pytest

from tests.analysis.check_cases import Case, assert_fires, assert_quiet
from tests.analysis.designs import IN_COMMON, JOINT, LEAD

BASES = {"joint-committee": JOINT, "in-common": IN_COMMON, "lead-provider": LEAD}
WRITTEN = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
CASES = [
    Case(one["check"], one["fires"], tuple(one["says"]), one["quiet"], BASES[one.get("base", "joint-committee")])
    for one in WRITTEN
]

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)


@each_case
def test_a_check_that_is_written_down_finds_its_fault(case: Case) -> None:
    assert_fires(case)


@each_case
def test_a_check_that_is_written_down_leaves_others_alone(case: Case) -> None:
    assert_quiet(case)
