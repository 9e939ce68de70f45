"""What a row says about itself in one line: its name and its key cells."""

from collections.abc import Mapping, Sequence

from app.domain.pasting import RowOptions
from app.domain.questions import Column
from app.domain.values import Kind, Value
from app.ui.fields.value_words import value_in_short

#: Key cells in the line of a row, besides its name; more only where the last of them has its like beside it.
_MOST_DETAILS, _MOST_WITH_LIKE = 3, 6

#: Kinds whose bare value says nothing without the label of its column.
_LABELLED = {Kind.YES_NO, Kind.WHOLE_NUMBER, Kind.PERCENTAGE, Kind.MONEY, Kind.DURATION, Kind.DATE}

#: Figures that mean something beside others of their kind.
_COMPARED = {Kind.WHOLE_NUMBER, Kind.PERCENTAGE, Kind.MONEY}

#: A blank at which no line breaks; what has more letters may be too long for a narrow line.
_JOINED, _LONGEST = "\N{NO-BREAK SPACE}", 24


def row_title(cells: Mapping[str, Value], columns: Sequence[Column], row_options: RowOptions) -> str:
    """The first column in words; "Row without a name" where it is empty."""
    naming = columns[0]
    value = cells.get(naming.id)
    words = "" if value is None else value_in_short(value, naming, row_options)
    return words or "Row without a name"


def row_details(cells: Mapping[str, Value], columns: Sequence[Column], row_options: RowOptions) -> tuple[str, ...]:
    """The first few other cells that are filled, needed ones before others.

    Figures that stand beside each other are compared with each other, such as hours given and hours there are: where
    the last one shown is such a figure, those of its kind right after it are shown as well.
    """
    others = sorted(columns[1:], key=lambda column: not column.is_required)
    details: list[str] = []
    last: Kind | None = None
    for column in others:
        value = cells.get(column.id)
        words = "" if value is None else value_in_short(value, column, row_options)
        is_like = column.kind is last and last in _COMPARED and len(details) < _MOST_WITH_LIKE
        if words and (len(details) < _MOST_DETAILS or is_like):
            details.append(f"{column.label}: {words}" if column.kind in _LABELLED else words)
            last = column.kind
        elif words:
            break
    return tuple(details)


def in_a_line(details: Sequence[str]) -> str:
    """Cells beside one another: no line begins with the dot between two, or with a figure away from its label."""
    told = (each.replace(" ", _JOINED) if len(each) <= _LONGEST else _with_figure(each) for each in details)
    return f"{_JOINED}· ".join(told)


def _with_figure(detail: str) -> str:
    return detail.replace(": ", f":{_JOINED}")
