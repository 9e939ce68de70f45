"""Which columns of a table answer a document shows."""

from dataclasses import replace

from app.documents.filling import Filler
from app.documents.open_points import OpenPoints
from app.documents.placeholders import Insert, read_placeholder
from app.domain.answers import Answers, Row
from tests.analysis.designs import design_of

INSERT = read_placeholder("out-of-scope.exclusions|table: matter, reason | Matters out of scope")


def _titles(rows: list[dict[str, str]]) -> list[str]:
    exclusions = tuple(Row(f"row-{number}", cells) for number, cells in enumerate(rows))
    design = replace(design_of({}), answers=Answers({}, {"out-of-scope.exclusions": exclusions}))
    assert isinstance(INSERT, Insert)
    columns, found = Filler(design, {}, {}, OpenPoints(design.questionnaire)).table(INSERT)
    assert {len(row) for row in found} == {len(columns)}
    return [column.title for column in columns]


def test_a_column_that_is_empty_in_every_row_is_left_out() -> None:
    assert _titles([{"matter": "Merging"}, {"matter": "Pay"}]) == ["Matter"]


def test_a_column_with_one_answer_stays() -> None:
    assert _titles([{"matter": "Merging"}, {"matter": "Pay", "reason": "Settled elsewhere"}]) == ["Matter", "Reason"]


def test_a_required_column_stays_and_shows_its_gap() -> None:
    assert _titles([{"reason": "Settled elsewhere"}]) == ["Matter", "Reason"]
