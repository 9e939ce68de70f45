"""A table copied from a spreadsheet becomes typed rows, with a plain word about every cell it cannot read."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from app.domain.parsing import (
    WHOLE_HUNDRED,
    ZERO_OR_MORE,
    Bounds,
    parse_date,
    parse_duration,
    parse_money,
    parse_percentage,
    parse_whole_number,
    plain_spaces,
)
from app.domain.parsing_names import (
    parse_choice,
    parse_choices,
    parse_organisation,
    parse_person,
    parse_yes_no,
)
from app.domain.questions import Column, Option, Question
from app.domain.values import Kind, Organisation, Value
from app.errors import AnswerError

_QUOTED_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_BARE_CELL = re.compile(r"[^\t\n]*")

#: The rows of other tables a cell may point to, as options with the row's id and title, by table id.
RowOptions = Mapping[str, Sequence[Option]]

#: Finds an organisation by its exact name or code; None where the register has no such entry.
OrganisationLookup = Callable[[str], Organisation | None]


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell that was left out: its row (counted from 1), its column, its text, and what to do."""

    row: int
    column: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class PastedRows:
    """What a paste holds: the cells of each row by column id, and every cell that could not be read."""

    rows: tuple[Mapping[str, Value], ...]
    unread: tuple[UnreadCell, ...] = ()


def parse_pasted_table(
    text: str, columns: Sequence[Column], row_options: RowOptions, find: OrganisationLookup
) -> PastedRows:
    """Rows from text with tabs between cells, as spreadsheets copy it.

    A first row that holds labels of columns is taken as the heading and says which column is which;
    otherwise cells are taken in the order of the columns. A row without any cell that can be read is not
    made; its cells are among the unread. Raises `AnswerError` when there is nothing to paste.
    """
    lines = [line for line in _lines(text) if any(line)]
    heading = _heading(lines[0], columns) if lines else None
    body = lines if heading is None else lines[1:]
    if not body:
        raise AnswerError("There are no rows to paste. Copy the rows in your spreadsheet first.")
    targets: Sequence[Column | str] = columns if heading is None else heading
    rows: list[Mapping[str, Value]] = []
    unread: list[UnreadCell] = []
    for number, line in enumerate(body, start=1):
        cells: dict[str, Value] = {}
        for position, cell in enumerate(line):
            if not cell:
                continue
            target = targets[position] if position < len(targets) else f"Column {position + 1}"
            name = target if isinstance(target, str) else target.label
            try:
                column = _free_column(target, cells)
                cells[column.id] = parse_cell(cell, column, row_options, find)
            except AnswerError as error:
                unread.append(UnreadCell(number, name, cell, str(error)))
        if cells:
            rows.append(cells)
    return PastedRows(tuple(rows), tuple(unread))


def parse_cell(  # noqa: C901 - one branch for each kind of value
    text: str, column: Column, row_options: RowOptions, find: OrganisationLookup
) -> Value:
    """The value of one cell, not blank, by the rules for typed answers; `AnswerError` if unreadable."""
    choices = row_options.get(column.table or "", ())
    match column.kind:
        case Kind.TEXT:
            return plain_spaces(text)
        case Kind.LONG_TEXT:
            return text.strip()
        case Kind.ONE_OF:
            return parse_choice(text, column.options)
        case Kind.SOME_OF:
            return parse_choices(text, column.options)
        case Kind.YES_NO:
            return parse_yes_no(text)
        case Kind.WHOLE_NUMBER:
            return parse_whole_number(text, bounds_of(column))
        case Kind.PERCENTAGE:
            return parse_percentage(text, bounds_of(column))
        case Kind.MONEY:
            return parse_money(text, bounds_of(column))
        case Kind.DURATION:
            return parse_duration(text, column.units)
        case Kind.DATE:
            return parse_date(text)
        case Kind.ORGANISATION:
            typed = parse_organisation(text)
            return find(typed.code or typed.name) or typed
        case Kind.PERSON:
            return parse_person(text)
        case Kind.ROW:
            return parse_choice(text, choices)
        case Kind.ROWS:
            return parse_choices(text, choices)
        case Kind.TABLE:
            raise AnswerError("A table cannot stand inside a table.")
        case _:
            assert_never(column.kind)


def bounds_of(asked: Question | Column) -> Bounds:
    """The limits of a number: those named, else 0 to 100 for percentages and 0 or more for others."""
    usual = WHOLE_HUNDRED if asked.kind is Kind.PERCENTAGE else ZERO_OR_MORE
    return Bounds(
        usual.least if asked.minimum is None else asked.minimum,
        usual.most if asked.maximum is None else asked.maximum,
    )


def _lines(text: str) -> list[list[str]]:
    """The cells of each line, trimmed. Only a cell with a tab or line break stands in quotation marks."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    lines: list[list[str]] = [[]]
    position = 0
    while position <= len(plain):
        quoted = _QUOTED_CELL.match(plain, position)
        if quoted and re.search(r"[\t\n]", quoted[1]):
            cell, position = quoted[1].replace('""', '"'), quoted.end()
        else:
            found = _BARE_CELL.match(plain, position)
            cell = found[0] if found else ""
            position += len(cell)
        lines[-1].append(cell.strip())
        if plain[position : position + 1] == "\n":
            lines.append([])
        position += 1
    return lines


def _free_column(target: Column | str, cells: Mapping[str, Value]) -> Column:
    """The column to fill; refused where the table has none of this name, or the row has filled it already."""
    if isinstance(target, str):
        raise AnswerError("This table has no such column.")
    if target.id in cells:
        raise AnswerError("Another column of the paste has the same heading, and was taken instead.")
    return target


def _heading(line: Sequence[str], columns: Sequence[Column]) -> list[Column | str] | None:
    """The column each cell of a heading means, its text where it means none; None if this is no heading."""
    by_name = {_name(name): column for column in columns for name in (column.id, column.label)}
    meant: list[Column | str] = [by_name.get(_name(cell), plain_spaces(cell)) for cell in line]
    named = [cell for cell in line if cell.strip()]
    known = sum(isinstance(target, Column) for target in meant)
    return meant if known and known * 2 >= len(named) else None


def _name(text: str) -> str:
    return plain_spaces(text.replace("-", " ")).casefold().rstrip(" *:")
