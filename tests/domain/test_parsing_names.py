"""What a person types as a choice, an organisation or a person is read, or refused with a sentence."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.parsing_names import (
    parse_choice,
    parse_choices,
    parse_code,
    parse_organisation,
    parse_person,
    parse_yes_no,
)
from app.domain.questions import Option
from app.domain.values import Organisation, Person
from app.errors import AnswerError

FORMS = (
    Option("foundation-trust", "NHS foundation trust", wording="foundation trust"),
    Option("nhs-trust", "NHS trust"),
    Option("none", "Neither, nor both"),
)


@pytest.mark.parametrize("typed", ["NHS foundation trust", "nhs  FOUNDATION trust", "foundation-trust", "NHS f"])
def test_a_choice_is_known_by_its_label_wording_id_or_beginning(typed: str) -> None:
    assert parse_choice(typed, FORMS) == "foundation-trust"


@pytest.mark.parametrize(
    ("typed", "says"),
    [("NHS", "More than one choice"), ("charity", "Choose one of these: NHS"), ("", "Choose one")],
)
def test_a_choice_that_is_not_offered_is_refused(typed: str, says: str) -> None:
    with pytest.raises(AnswerError, match=says):
        parse_choice(typed, FORMS)


def test_a_long_list_of_choices_is_not_read_out() -> None:
    many = [Option(str(number), f"Choice {number}") for number in range(20)]
    with pytest.raises(AnswerError, match="Open the list"):
        parse_choice("charity", many)
    with pytest.raises(AnswerError, match="nothing to choose from"):
        parse_choice("charity", [])


@pytest.mark.parametrize(
    "typed", ["nhs trust, foundation trust", "NHS trust; NHS foundation trust", "NHS trust\nfoundation-trust"]
)
def test_several_choices_come_back_in_the_order_of_the_options(typed: str) -> None:
    assert parse_choices(typed, FORMS) == ("foundation-trust", "nhs-trust")


def test_a_label_with_a_comma_in_it_is_one_choice() -> None:
    assert parse_choices("Neither, nor both", FORMS) == ("none",)
    with pytest.raises(AnswerError, match="at least one"):
        parse_choices(" , ", FORMS)


def test_yes_and_no_are_read_in_any_case() -> None:
    assert [parse_yes_no(word) for word in ("Yes", "y", "TRUE", "no", "N")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    with pytest.raises(AnswerError, match="yes or no"):
        parse_yes_no("perhaps")


def test_an_organisation_carries_the_code_written_after_it() -> None:
    assert parse_organisation("Airedale  NHS Trust (RCF)") == Organisation("Airedale NHS Trust", "RCF")
    assert parse_organisation("Age UK (North)") == Organisation("Age UK (North)")
    with pytest.raises(AnswerError, match="name of the organisation"):
        parse_organisation("  ")


def test_a_code_is_three_to_six_letters_or_figures() -> None:
    assert parse_code(" rcf ") == "RCF"
    with pytest.raises(AnswerError, match="three to six"):
        parse_code("R-1")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Jane Smith", Person("Jane Smith")),
        ("Jane Smith, chief executive", Person("Jane Smith", "chief executive")),
        ("Jane Smith (chair)", Person("Jane Smith", "chair")),
        (", medical director", Person("", "medical director")),
    ],
)
def test_a_person_is_read_with_the_post_after_the_name(typed: str, meant: Person) -> None:
    assert parse_person(typed) == meant


@given(st.text())
def test_whatever_is_typed_as_a_name_is_read_or_refused_with_a_sentence(typed: str) -> None:
    for parse in (parse_yes_no, parse_code, parse_organisation, parse_person):
        assert _refusal(parse, typed).endswith(".")


def _refusal(parse: Callable[[str], object], typed: str) -> str:
    """What is said when the words are refused; a full stop when they are read."""
    try:
        parse(typed)
    except AnswerError as error:
        return str(error)
    return "."
