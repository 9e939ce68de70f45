"""Stored values: each comes back as it went in, and nothing else is taken for one."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.encoding import decode, decode_cells, encode, encode_cells
from app.domain.values import Duration, Organisation, Person, Unit, Value

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
VALUES: st.SearchStrategy[Value] = st.one_of(
    ANY_TEXT,
    st.booleans(),
    st.integers(),
    st.decimals(allow_nan=False),
    st.lists(ANY_TEXT, max_size=4).map(tuple),
    st.builds(Duration, st.integers(min_value=0), st.sampled_from(Unit)),
    st.dates(),
    st.builds(Organisation, ANY_TEXT, st.none() | ANY_TEXT),
    st.builds(Person, ANY_TEXT, ANY_TEXT),
)


def _exact(value: Value) -> tuple[type, str]:
    """Tells apart what Python calls equal: 1 and yes, 12.5 and 12.50."""
    return type(value), repr(value)


@given(VALUES)
def test_every_value_comes_back_exactly_through_json_text(value: Value) -> None:
    assert _exact(decode(json.loads(json.dumps(encode(value))))) == _exact(value)


@given(st.dictionaries(ANY_TEXT, VALUES, max_size=5))
def test_every_row_comes_back_exactly_through_json_text(cells: dict[str, Value]) -> None:
    read = decode_cells(json.loads(json.dumps(encode_cells(cells))))
    assert {column: _exact(value) for column, value in read.items()} == {
        column: _exact(value) for column, value in cells.items()
    }


def test_values_that_look_alike_are_stored_apart() -> None:
    alike: list[Value] = [
        "2026-08-06",
        date(2026, 8, 6),
        "12.50",
        Decimal("12.50"),
        Decimal("12.5"),
        "true",
        True,
        1,
        Decimal(1),
        ("a",),
        "a",
        (),
        Organisation("a"),
        Organisation("a", ""),
        Person("a"),
    ]
    assert len({json.dumps(encode(value)) for value in alike}) == len(alike)


def test_money_keeps_its_pence_and_its_size() -> None:
    for text in ("0.10", "1250000", "99999999999999999999.99", "-0.00", "1E+3"):
        assert str(decode(encode(Decimal(text)))) == text


def test_a_moment_with_a_time_is_refused_because_its_time_would_be_lost() -> None:
    with pytest.raises(ValueError, match="without a time of day"):
        encode(datetime(2026, 8, 6, 14, 2, tzinfo=UTC))


@pytest.mark.parametrize(
    "raw",
    [
        None,
        1.5,
        [],
        ["a"],
        {},
        {"amount": "1", "date": "2026-08-06"},
        {"amount": "twelve"},
        {"amount": 12},
        {"date": "6 August 2026"},
        {"date": "2026-02-30"},
        {"several": "cardiology"},
        {"several": [1]},
        {"duration": {"amount": 10, "unit": "fortnights"}},
        {"duration": {"amount": True, "unit": "days"}},
        {"duration": {"amount": "10", "unit": "days"}},
        {"duration": {"unit": "days"}},
        {"organisation": {"name": "Airedale"}},
        {"organisation": {"name": None, "code": None}},
        {"person": "Chair"},
        {"colour": "blue"},
    ],
)
def test_what_was_never_a_value_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match="stored value"):
        decode(raw)


@pytest.mark.parametrize("raw", [None, [], "a", {"a": None}])
def test_what_was_never_a_row_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match="stored"):
        decode_cells(raw)
