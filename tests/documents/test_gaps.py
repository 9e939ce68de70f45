"""Which question a gap in a calculated table sends the reader to."""

import pytest

from app.documents.blocks import Gap
from app.documents.filling import Filler
from app.documents.open_points import OpenPoints
from app.documents.placeholders import Insert, read_placeholder
from tests.analysis.designs import ASHDALE, ELMSEA, JOINT, Given, design_of, six_members


def _asks(changes: Given) -> str:
    insert = read_placeholder("worked-members-grid|grid | The worked year")
    assert isinstance(insert, Insert)
    design = design_of({**JOINT, **changes})
    filler = Filler(design, {}, {}, OpenPoints(design.questionnaire))
    assert filler.grid(insert) is None
    gap = filler.gap(insert)
    assert isinstance(gap, Gap)
    return gap.question


@pytest.mark.parametrize(
    ("changes", "question"),
    [
        ({"risk-gain.cap": None}, "risk-gain.cap"),
        ({"risk-gain.basis": "agreed", "risk-gain.shares": [{"member": ASHDALE, "share": 90}]}, "risk-gain.shares"),
        ({"members.members": six_members({ELMSEA: {"turnover": None}})}, "members.members"),
    ],
    ids=["an answer that is missing", "shares that do not add up", "a turnover that is missing"],
)
def test_a_gap_in_a_calculated_table_asks_for_what_is_missing(changes: Given, question: str) -> None:
    assert _asks(changes) == question
