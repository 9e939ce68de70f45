"""The form a row opens into: a proper field for each column, in two columns where there is room."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.pasting import RowOptions
from app.domain.questions import Column
from app.domain.values import Kind, Value
from app.marks import override
from app.ui.fields.choice_field import SeveralField
from app.ui.fields.organisation_field import OrganisationField
from app.ui.fields.pick_field import PickField
from app.ui.fields.settings import FieldSettings, OrganisationChoice
from app.ui.fields.table.labelled_field import LabelledField
from app.ui.parts.layouts import ArrangedLayout, Columns
from app.ui.parts.tab_order import follow_layout
from app.ui.theme.measures import DOUBLE_SPACE, TRIPLE_SPACE

#: Average letters of the narrowest column of fields.
_NARROWEST = 34

#: Columns that the register of organisations can fill in, with the part of its entry that does.
_PREFILLED = {"legal-form": "legal_form", "icb": "icb"}


class RowForm(QWidget):
    """Gives all cells of the row whenever one of them changes."""

    cells_changed = Signal(object)

    def __init__(self, columns: Sequence[Column], settings: FieldSettings) -> None:
        super().__init__()
        self._cells: dict[str, Value] = {}
        self._fields: dict[str, LabelledField] = {}
        layout = ArrangedLayout(Columns(_NARROWEST, 2, gap=TRIPLE_SPACE, line_gap=DOUBLE_SPACE), self)
        for column in columns:
            labelled = LabelledField(column, settings)
            labelled.answered.connect(lambda value, column_id=column.id: self._on_answered(column_id, value))
            if isinstance(labelled.field, OrganisationField):
                labelled.field.registered.connect(self._on_registered)
            self._fields[column.id] = labelled
            layout.addWidget(labelled)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        first = next((each.field for each in self._fields.values() if not each.isHidden()), None)
        if first is not None:
            first.setFocus(reason)

    def show_cells(self, cells: Mapping[str, Value], row_options: RowOptions, hidden: frozenset[str]) -> None:
        """Show the row as it is elsewhere, without the columns that do not apply."""
        self._cells = dict(cells)
        # What could not be saved is given with the next cell.
        for column_id, labelled in self._refused.items():
            self._take(column_id, labelled.field.known.value)
        for column_id, labelled in self._fields.items():
            field = labelled.field
            column = labelled.column
            if column.kind in {Kind.ROW, Kind.ROWS} and isinstance(field, PickField | SeveralField):
                field.set_choices(row_options.get(column.table or "", ()))
            labelled.show_value(cells.get(column_id))
            labelled.setVisible(column_id not in hidden)
        follow_layout(self)

    @property
    def is_refused(self) -> bool:
        """Whether a cell that was given could not be saved."""
        return bool(self._refused)

    def refuse(self) -> None:
        """The row could not be saved as it was given last: its cells stay, and are given again."""
        for labelled in self._fields.values():
            labelled.field.known.refuse()

    def finish(self) -> None:
        """Give what is still being typed."""
        for labelled in self._fields.values():
            labelled.field.finish()

    @property
    def _refused(self) -> dict[str, LabelledField]:
        return {column: each for column, each in self._fields.items() if each.field.known.is_refused}

    def _on_answered(self, column_id: str, value: Value | None) -> None:
        self._take(column_id, value)
        self.cells_changed.emit(dict(self._cells))

    def _take(self, column_id: str, value: Value | None) -> None:
        if value is None:
            self._cells.pop(column_id, None)
        else:
            self._cells[column_id] = value

    def _on_registered(self, choice: OrganisationChoice) -> None:
        """Fill what the register knows into cells that are still empty; given with the organisation itself."""
        for column_id, part in _PREFILLED.items():
            labelled = self._fields.get(column_id)
            known: str = getattr(choice, part)
            if labelled is None or column_id in self._cells or not known:
                continue
            column = labelled.column
            if column.kind is Kind.ONE_OF and column.option(known) is None:
                continue
            self._cells[column_id] = known
            labelled.show_value(known)
