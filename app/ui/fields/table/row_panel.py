"""One row of a table: its line with the buttons beside it, and its form while it is open."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.needed_cells import missing_columns, missing_in_words
from app.domain.pasting import RowOptions
from app.domain.questions import Column
from app.domain.values import Value
from app.marks import override
from app.ui.fields.settings import FieldSettings
from app.ui.fields.table.row_buttons import RowButtons
from app.ui.fields.table.row_form import RowForm
from app.ui.fields.table.row_mark import RowMark
from app.ui.fields.table.row_opener import RowAct, RowOpener
from app.ui.fields.table.row_words import in_a_line, row_details, row_title
from app.ui.parts.buttons import Button
from app.ui.theme.measures import DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme


class RowPanel(QWidget):
    """Shows a row, and passes on what the user does with it."""

    act_wished = Signal(object)
    cells_changed = Signal(object)

    def __init__(self, columns: Sequence[Column], settings: FieldSettings) -> None:
        super().__init__()
        self._columns = columns
        self._settings = settings
        self._cells: Mapping[str, Value] = {}
        self._row_options: RowOptions = {}
        self._hidden: frozenset[str] = frozenset()
        self._form: RowForm | None = None
        self.opener = RowOpener()
        self.opener.act_wished.connect(self.act_wished)
        self.opener.installEventFilter(self)
        self._buttons = RowButtons()
        self._buttons.act_wished.connect(self.act_wished)
        self._buttons.made.connect(self._on_buttons_made)
        # In the same place: the buttons lie over the end of the line.
        heading = QGridLayout()
        heading.addWidget(self.opener, 0, 0)
        heading.addWidget(self._buttons, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(heading)

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self._form is not None

    @property
    def is_refused(self) -> bool:
        """Whether something was given in the form that could not be saved."""
        return self._form is not None and self._form.is_refused

    def refuse(self) -> None:
        """The row could not be saved as it was given last."""
        if self._form is not None:
            self._form.refuse()

    def show_row(
        self,
        cells: Mapping[str, Value],
        row_options: RowOptions,
        hidden: frozenset[str],
        place: tuple[int, int],
        mark: RowMark | None = None,
        *,
        is_new: bool = False,
    ) -> None:
        """Show the cells; `place` is the number of the row, from 1, and how many there are.

        A new row is one that is not kept yet: it cannot be moved or duplicated, only filled in or removed.
        """
        self._cells, self._row_options, self._hidden = cells, row_options, hidden
        shown = [column for column in self._columns if column.id not in hidden]
        number, count = place
        title = "New row" if is_new else row_title(cells, shown, row_options)
        self.opener.show_words(
            title,
            in_a_line(row_details(cells, shown, row_options)),
            "" if is_new else missing_in_words(missing_columns(cells, shown)),
            f"row {number} of {count}",
            mark,
        )
        can_do = {RowAct.UP: number > 1 and not is_new, RowAct.DOWN: number < count, RowAct.DUPLICATE: not is_new}
        self._buttons.show_words(title, frozenset(act for act in RowAct if can_do.get(act, True)))
        if self._form is not None:
            self._form.show_cells(cells, row_options, hidden)

    def open_form(self) -> None:
        """Show the form and go to its first field."""
        if self._form is None:
            form = QWidget()
            column = QVBoxLayout(form)
            column.setContentsMargins(DOUBLE_SPACE + SPACE, SPACE, DOUBLE_SPACE, DOUBLE_SPACE)
            column.setSpacing(DOUBLE_SPACE)
            self._form = RowForm(self._columns, self._settings)
            self._form.show_cells(self._cells, self._row_options, self._hidden)
            self._form.cells_changed.connect(self.cells_changed)
            done = Button("Done", name="Done with this row", tip="Close the row (Escape)")
            done.clicked.connect(lambda: self.act_wished.emit(RowAct.CLOSE))
            column.addWidget(self._form)
            column.addWidget(done)
            self._column.addWidget(form)
            form.show()
            self.opener.set_open(True)
            self._set_buttons(True)
            self.update()
        self._form.setFocus()

    def close_form(self) -> None:
        """Give what is still being typed and put the form away; it stays while something cannot be saved."""
        self.finish()
        if self._form is None or self._form.is_refused:
            return
        item = self._column.takeAt(1)
        holder = item.widget() if item else None
        self._form = None
        self.opener.set_open(False)
        self._show_buttons()
        self.update()
        if holder is not None:
            holder.hide()
            holder.deleteLater()

    def finish(self) -> None:
        """Give what is still being typed."""
        if self._form is not None:
            self._form.finish()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.act_wished.emit(RowAct.CLOSE)
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._show_buttons(has_focus=event.type() is QEvent.Type.FocusIn)
        return False

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._set_buttons(True)
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._show_buttons()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        if self.is_open:
            painter.fillRect(self.rect(), QColor(roles.page))
            painter.fillRect(0, 0, HALF_SPACE, self.height(), QColor(roles.accent))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(roles.line))

    def _on_buttons_made(self) -> None:
        before: QWidget = self.opener
        for button in self._buttons.buttons.values():
            button.installEventFilter(self)
            QWidget.setTabOrder(before, button)
            before = button

    def _show_buttons(self, has_focus: bool = False) -> None:
        parts = (self.opener, *self._buttons.buttons.values())
        is_wanted = has_focus or self.is_open or self.underMouse() or any(part.hasFocus() for part in parts)
        self._set_buttons(is_wanted)

    def _set_buttons(self, is_wanted: bool) -> None:
        """Show the buttons at the end of the line, or give its words all the room again."""
        self._buttons.setVisible(is_wanted)
        self.opener.give_way(self._buttons.sizeHint().width() if is_wanted else 0)
