"""The rows of the list of results: headings, what was found below each, and a row that shows the rest of a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.marks import override
from app.services.search.entries import Group
from app.services.search.finding import Found, Piece, Result

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The name of a group and how many results it has."""

    group: Group
    count: int

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self.group.value}, {self.count:,}" if self.count > 1 else self.group.value

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.group.value}, {self.count:,} found"

    @property
    def does(self) -> str:
        """Nothing: a heading cannot be chosen."""
        return ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One result."""

    result: Result

    @property
    def words(self) -> str:
        """Its title."""
        return "".join(piece.text for piece in self.result.title)

    @property
    def detail(self) -> tuple[Piece, ...]:
        """Where it is, and the passage that matches if the title alone does not show why it was found."""
        result = self.result
        has_match = any(piece.is_match for piece in result.excerpt)
        is_needed = has_match or (result.excerpt and not result.where)
        parts: list[tuple[Piece, ...]] = [(Piece(result.where),)] if result.where else []
        parts += [result.excerpt] if is_needed else []
        return tuple(piece for place, part in enumerate(parts) for piece in ((Piece("  ·  "),) * (place > 0) + part))

    @property
    def spoken(self) -> str:
        """What a screen reader says: the group, the title and all below it."""
        detail = "".join(piece.text for piece in self.detail)
        return ". ".join(part for part in (f"{self.result.group.value}: {self.words}", detail) if part)

    @property
    def does(self) -> str:
        """What choosing it does."""
        return self.result.does


@dataclass(frozen=True, slots=True)
class MoreRow:
    """Shows more of a group."""

    group: Group
    count: int

    @property
    def words(self) -> str:
        """What it says."""
        return f"Show more in {self.group.value.lower()} ({self.count:,} in all)"

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return self.words

    @property
    def does(self) -> str:
        """What choosing it does."""
        return "Show more of these"


Row: TypeAlias = HeadingRow | ResultRow | MoreRow


def rows_of(found: Found, open_groups: frozenset[Group]) -> tuple[Row, ...]:
    """The rows for what was found; groups that were opened have no row that opens them."""
    rows: list[Row] = []
    for group in found.groups:
        rows.append(HeadingRow(group.group, group.count))
        rows += [ResultRow(result) for result in group.results]
        if group.count > len(group.results) and group.group not in open_groups:
            rows.append(MoreRow(group.group, group.count))
    return tuple(rows)


class ResultRows(QAbstractListModel):
    """Rows that change all at once."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Have these rows from here on."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def is_choosable(self, place: int) -> bool:
        """Whether the row at a place can be chosen."""
        return 0 <= place < len(self.rows) and not isinstance(self.rows[place], HeadingRow)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return row.does
            case _:
                return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.is_choosable(index.row()):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled
