"""What may stand in braces, and what is refused with a sentence."""

import pytest

from app.documents.placeholders import (
    Form,
    Insert,
    PlaceholderError,
    Reference,
    RowFilter,
    Style,
    Target,
    read_placeholder,
)


def test_an_answer_is_named_by_its_question() -> None:
    assert read_placeholder("collaborative.name") == Insert("collaborative.name")


def test_a_reading_is_named_without_a_topic() -> None:
    found = read_placeholder("voting-members")
    assert isinstance(found, Insert)
    assert not found.is_question


def test_styles_can_be_joined() -> None:
    found = read_placeholder("meetings.notice | words | capital")
    assert isinstance(found, Insert)
    assert found.styles == (Style.WORDS, Style.CAPITAL)


def test_a_table_takes_columns_caption_and_filter() -> None:
    found = read_placeholder("services.services | table: service, level | In scope | standing = in, later")
    assert found == Insert(
        "services.services",
        Form.TABLE,
        columns=("service", "level"),
        caption="In scope",
        only=RowFilter("standing", ("in", "later")),
    )


def test_a_plural_has_two_words() -> None:
    found = read_placeholder("members.members | plural: trust, trusts")
    assert isinstance(found, Insert)
    assert found.choices == ("trust", "trusts")


@pytest.mark.parametrize("target", list(Target))
def test_a_reference_names_what_it_points_to(target: Target) -> None:
    assert read_placeholder(f"{target.value}:decisions.quorum") == Reference(target, "decisions.quorum")


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "Members",
        "a b",
        "clause:",
        "page:one",
        "x.y | shout",
        "x.y | plural: trust",
        "x.y | table: ",
        "clause:x | words",
        "x.y | count loudly",
        "x.y | count: kind",
        "x.y | words | names",
        "x.y | names | capital",
        "x.y | names: kind, size",
        "x.y | names of: kind",
        "x.y | bullets | capital",
        "x.y | plural: trust, trusts, trustees",
        "x.y | plural: trust,",
        "x.y | plural: trust, trusts | capital",
        "x.y | table: kind | Kinds | Sorts",
        "x.y | table: kind | a = b | c = d",
        "x | grid: kind",
        "x | grid | Kinds | Sorts",
    ],
)
def test_anything_else_is_refused(inside: str) -> None:
    with pytest.raises(PlaceholderError):
        read_placeholder(inside)
