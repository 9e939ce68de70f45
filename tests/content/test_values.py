"""Values of answers files: what each kind of question takes, and the sentence for what it does not."""

from datetime import date
from decimal import Decimal

import pytest

from app.content.values import clean_text, read_value
from app.domain.questions import Column, Option
from app.domain.values import Duration, Kind, Organisation, Person, Unit, Value
from app.errors import AnswerError

CHOICES = (Option("one", "One"), Option("two", "Two"))


def asked(kind: Kind, *, minimum: str | None = None, maximum: str | None = None) -> Column:
    """A column of this kind, with two options where it needs some, that counts time in days or months."""
    options = CHOICES if kind in {Kind.ONE_OF, Kind.SOME_OF} else ()
    return Column(
        "column",
        kind,
        "Column",
        options=options,
        minimum=None if minimum is None else Decimal(minimum),
        maximum=None if maximum is None else Decimal(maximum),
        units=(Unit.DAYS, Unit.MONTHS),
    )


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (Kind.TEXT, "  One\n line ", "One line"),
        (Kind.LONG_TEXT, " Two\r\nlines ", "Two\nlines"),
        (Kind.ONE_OF, "two", "two"),
        (Kind.SOME_OF, ["two", "one", "two"], ("two", "one")),
        (Kind.YES_NO, False, False),
        (Kind.WHOLE_NUMBER, 12, 12),
        (Kind.WHOLE_NUMBER, 10**15 - 1, 10**15 - 1),
        (Kind.PERCENTAGE, Decimal("12.50"), Decimal("12.5")),
        (Kind.PERCENTAGE, "67", Decimal(67)),
        (Kind.MONEY, 1_250_000, Decimal(1_250_000)),
        (Kind.MONEY, "1.2e6", Decimal(1_200_000)),
        (Kind.MONEY, 0, Decimal(0)),
        (Kind.DURATION, {"amount": 10_000, "unit": "months"}, Duration(10_000, Unit.MONTHS)),
        (Kind.DATE, "2026-08-06", date(2026, 8, 6)),
        (Kind.ORGANISATION, {"name": "Carrow  NHS Trust", "code": "rz3"}, Organisation("Carrow NHS Trust", "RZ3")),
        (Kind.ORGANISATION, {"name": "Carrow NHS Trust"}, Organisation("Carrow NHS Trust")),
        (Kind.PERSON, {"name": "", "role": "Chair"}, Person("", "Chair")),
        (Kind.ROW, " Stroke ", "Stroke"),
        (Kind.ROWS, ["Stroke", "Imaging", "Stroke"], ("Stroke", "Imaging")),
    ],
)
def test_each_kind_takes_its_own_form(kind: Kind, raw: object, value: Value) -> None:
    assert read_value(raw, asked(kind)) == value


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (Kind.TEXT, 3),
        (Kind.TEXT, " \x00 "),
        (Kind.LONG_TEXT, "x" * 200_001),
        (Kind.ONE_OF, "three"),
        (Kind.ONE_OF, ["one"]),
        (Kind.SOME_OF, "one"),
        (Kind.SOME_OF, []),
        (Kind.YES_NO, "yes"),
        (Kind.YES_NO, 1),
        (Kind.WHOLE_NUMBER, True),
        (Kind.WHOLE_NUMBER, 2.0),
        (Kind.WHOLE_NUMBER, -1),
        (Kind.WHOLE_NUMBER, 10**15),
        (Kind.WHOLE_NUMBER, 10**4000),
        (Kind.PERCENTAGE, 100.5),
        (Kind.PERCENTAGE, "two-thirds"),
        (Kind.MONEY, True),
        (Kind.MONEY, "12.345"),
        (Kind.MONEY, 10**15),
        (Kind.MONEY, "1e999999999"),
        (Kind.MONEY, "1e-999999999"),
        (Kind.MONEY, "sNaN"),
        (Kind.MONEY, float("inf")),
        (Kind.MONEY, "-0.01"),
        (Kind.DURATION, "10 days"),
        (Kind.DURATION, {"amount": 1, "unit": "weeks"}),
        (Kind.DURATION, {"amount": 1, "unit": []}),
        (Kind.DURATION, {"amount": 1.5, "unit": "days"}),
        (Kind.DURATION, {"amount": 10_001, "unit": "days"}),
        (Kind.DURATION, {"amount": -1, "unit": "days"}),
        (Kind.DATE, "6 August 2026"),
        (Kind.DATE, 20260806),
        (Kind.ORGANISATION, "Carrow NHS Trust"),
        (Kind.ORGANISATION, {"code": "RZ3"}),
        (Kind.ORGANISATION, {"name": "Carrow", "code": "../"}),
        (Kind.PERSON, {}),
        (Kind.PERSON, {"name": "", "role": ""}),
        (Kind.PERSON, {"name": "Ada", "age": 40}),
        (Kind.ROWS, "Stroke"),
        (Kind.TABLE, [{}]),
    ],
)
def test_any_other_form_is_refused_with_a_sentence(kind: Kind, raw: object) -> None:
    with pytest.raises(AnswerError) as refused:
        read_value(raw, asked(kind))
    assert str(refused.value).endswith(".")
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("kind", [Kind.WHOLE_NUMBER, Kind.PERCENTAGE, Kind.MONEY])
def test_limits_of_the_question_take_the_place_of_the_usual_ones(kind: Kind) -> None:
    column = asked(kind, minimum="-5", maximum="20")
    assert read_value(-5, column) == -5
    for raw, says in ((-6, "must be -5 or more"), (21, "must be 20 or less")):
        with pytest.raises(AnswerError, match=says):
            read_value(raw, column)


def test_text_keeps_its_lines_and_tabs_and_loses_what_no_page_can_show() -> None:
    assert clean_text("A\tB\r\nC\rD\u2028E\x00\x07\x9f\ud800\ufffe") == "A\tB\nC\nD\nE"
    assert clean_text("Ł😀مرحبا") == "Ł😀مرحبا"
