"""The small Markdown of clause texts: what it gives and what it refuses."""

import pytest

from app.documents.markup import Literal, Mark, MarkupError, Slot, read_line, read_text
from app.documents.placeholders import Insert


def test_paragraphs_are_numbered_and_lists_lettered_and_roman() -> None:
    text = read_text("First.\n\nThe rules are:\n\n1. one:\n   1. deep; and\n   2. deeper;\n2. two.\n\n- a bullet")
    assert [(each.mark, each.depth) for each in text] == [
        (Mark.NUMBERED, 0),
        (Mark.NUMBERED, 0),
        (Mark.LETTERED, 1),
        (Mark.ROMAN, 2),
        (Mark.ROMAN, 2),
        (Mark.LETTERED, 1),
        (Mark.BULLET, 1),
    ]
    assert text[1].leads
    assert not text[0].leads


def test_lines_of_a_paragraph_are_joined_with_a_space() -> None:
    (only,) = read_text("One line\nand another.")
    assert only.pieces == (Literal("One line and another."),)


def test_bold_reaches_placeholders_too() -> None:
    (only,) = read_text("The **{collaborative.name} and you** agree.")
    assert only.pieces == (
        Literal("The "),
        Slot(Insert("collaborative.name"), is_bold=True),
        Literal(" and you", is_bold=True),
        Literal(" agree."),
    )


def test_a_table_stands_alone() -> None:
    (only,) = read_text("{members.members | table: organisation | Members}")
    assert only.mark is Mark.BLOCK
    assert only.block is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "See {members.members | table: organisation} here.",
        "An open {brace",
        "A closed brace}",
        "{NOT-AN-ID}",
        "1. a\n   1. b\n      1. c",
        "1. a\n\n   and more of a\n2. b",
        "- a\n\n  and more of a",
        "1. a\n   - b\n\n   and more of a",
    ],
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(MarkupError):
        read_text(text)


@pytest.mark.parametrize(
    "text", ["# Not a heading", "<b>not bold</b>", "[not](a link)", "`not code`", "| no | table |"]
)
def test_other_marks_are_plain_words(text: str) -> None:
    (only,) = read_text(text)
    assert only.pieces == (Literal(text),)


def test_a_line_is_one_paragraph() -> None:
    assert read_line("Between {voting-members} trusts")[1] == Slot(Insert("voting-members"))
    with pytest.raises(MarkupError):
        read_line("One.\n\nTwo.")
