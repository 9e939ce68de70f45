"""Rows copied from a spreadsheet become typed rows, and no cell is lost without a word."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.parsing import Bounds
from app.domain.pasting import PastedRows, UnreadCell, bounds_of, parse_cell, parse_pasted_table
from app.domain.questions import Column, Option
from app.domain.values import Duration, Kind, Organisation, Person, Unit
from app.errors import AnswerError

FORMS = (Option("foundation-trust", "NHS foundation trust"), Option("nhs-trust", "NHS trust"))
COLUMNS = (
    Column("organisation", Kind.ORGANISATION, "Organisation", is_required=True),
    Column("legal-form", Kind.ONE_OF, "Legal form", options=FORMS),
    Column("turnover", Kind.MONEY, "Turnover"),
    Column("board-date", Kind.DATE, "Board date"),
)
REGISTER = {"RCF": Organisation("Airedale NHS Foundation Trust", "RCF")}
ROWS = {"members.members": (Option("1", "Airedale"), Option("2", "Bradford"))}


def paste(text: str) -> PastedRows:
    return parse_pasted_table(text, COLUMNS, ROWS, REGISTER.get)


def test_a_heading_says_which_column_is_which() -> None:
    found = paste("Turnover\tORGANISATION *\r\n£1.2m\tRCF\r\n")
    assert found.rows == (
        {
            "turnover": Decimal(1_200_000),
            "organisation": Organisation("Airedale NHS Foundation Trust", "RCF"),
        },
    )
    assert found.unread == ()


def test_without_a_heading_cells_follow_the_order_of_the_columns() -> None:
    found = paste("Leeds Trust\tNHS trust\t12.50\t6/8/26\n\nYork Trust\n")
    assert found.rows == (
        {
            "organisation": Organisation("Leeds Trust"),
            "legal-form": "nhs-trust",
            "turnover": Decimal("12.50"),
            "board-date": date(2026, 8, 6),
        },
        {"organisation": Organisation("York Trust")},
    )


def test_a_cell_that_cannot_be_read_is_named_with_its_text() -> None:
    found = paste("Organisation\tTurnover\tColour\nLeeds Trust\tabout 400\tblue")
    assert found.rows == ({"organisation": Organisation("Leeds Trust")},)
    assert [(cell.row, cell.column, cell.text) for cell in found.unread] == [
        (1, "Turnover", "about 400"),
        (1, "Colour", "blue"),
    ]
    assert found.unread[0].reason.startswith("Enter an amount in pounds")


def test_a_row_with_nothing_to_read_makes_no_row_but_is_named() -> None:
    found = paste("Turnover\tBoard date\nsome\tnever")
    assert found.rows == ()
    assert [cell.text for cell in found.unread] == ["some", "never"]


def test_cells_beyond_the_last_column_and_doubled_headings_are_named() -> None:
    assert paste("A Trust\t\t\t\textra").unread[0].column == "Column 5"
    doubled = paste("Organisation\tTurnover\tTurnover\nA Trust\t1\t2")
    assert doubled.rows[0]["turnover"] == Decimal(1)
    assert doubled.unread == (
        UnreadCell(1, "Turnover", "2", "Another column of the paste has the same heading, and was taken instead."),
    )


def test_a_cell_with_a_line_break_in_it_stays_one_cell() -> None:
    found = paste('"Leeds\nTrust"\tNHS trust\n"Quoted" Trust\t\n"Unclosed Trust')
    assert [row["organisation"] for row in found.rows] == [
        Organisation("Leeds Trust"),
        Organisation('"Quoted" Trust'),
        Organisation('"Unclosed Trust'),
    ]


@pytest.mark.parametrize("text", ["", "\n \t \n", "Organisation\tTurnover"])
def test_an_empty_paste_is_refused(text: str) -> None:
    with pytest.raises(AnswerError, match="no rows to paste"):
        paste(text)


def test_every_kind_of_column_takes_a_pasted_cell() -> None:
    read = {
        Kind.TEXT: ("a  b", "a b"),
        Kind.LONG_TEXT: ("a\nb", "a\nb"),
        Kind.ONE_OF: ("nhs trust", "nhs-trust"),
        Kind.SOME_OF: ("NHS trust", ("nhs-trust",)),
        Kind.YES_NO: ("yes", True),
        Kind.WHOLE_NUMBER: ("5", 5),
        Kind.PERCENTAGE: ("12.5%", Decimal("12.5")),
        Kind.MONEY: ("£5k", Decimal(5000)),
        Kind.DURATION: ("2 weeks", Duration(2, Unit.WEEKS)),
        Kind.DATE: ("2026-08-06", date(2026, 8, 6)),
        Kind.ORGANISATION: ("RCF", REGISTER["RCF"]),
        Kind.PERSON: ("Jo (chair)", Person("Jo", "chair")),
        Kind.ROW: ("bradford", "2"),
        Kind.ROWS: ("Bradford; Airedale", ("1", "2")),
    }
    assert {*read, Kind.TABLE} == set(Kind)
    for kind, (text, value) in read.items():
        column = Column("c", kind, "C", options=FORMS, table="members.members")
        assert parse_cell(text, column, ROWS, REGISTER.get) == value
    with pytest.raises(AnswerError, match="inside a table"):
        parse_cell("x", Column("c", Kind.TABLE, "C"), ROWS, REGISTER.get)


def test_limits_of_a_column_are_its_own_or_the_usual_ones() -> None:
    assert bounds_of(Column("c", Kind.PERCENTAGE, "C")) == Bounds(Decimal(0), Decimal(100))
    assert bounds_of(Column("c", Kind.WHOLE_NUMBER, "C", minimum=Decimal(1), maximum=Decimal(25))) == Bounds(
        Decimal(1), Decimal(25)
    )


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["C"])), min_size=1, max_size=6), max_size=6))
def test_every_cell_pasted_is_either_read_or_named(table: list[list[str]]) -> None:
    cells = [[" ".join(cell.replace('"', "").split()) for cell in line] for line in table]
    filled = sum(bool(cell) for line in cells for cell in line)
    try:
        found = paste("Organisation\n" + "\n".join("\t".join(line) for line in cells))
    except AnswerError:
        assert filled == 0
        return
    assert sum(map(len, found.rows)) + len(found.unread) == filled
