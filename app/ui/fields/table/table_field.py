"""The field for a table: its rows one below another, one of them open, and the buttons that add to it."""

from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.answers import Row
from app.domain.identities import random_id
from app.domain.pasting import RowOptions, parse_pasted_table
from app.domain.questions import Question
from app.domain.values import Organisation, Value
from app.errors import AnswerError
from app.marks import override
from app.ui.fields.organisation_field import registered_as
from app.ui.fields.settings import FieldSettings
from app.ui.fields.table.paste_report import PasteReport, report_on
from app.ui.fields.table.row_mark import NO_MARKS, Hidden, RowMarks
from app.ui.fields.table.row_opener import RowAct
from app.ui.fields.table.row_panel import RowPanel
from app.ui.fields.table.row_words import row_title
from app.ui.fields.table.table_buttons import TableButtons
from app.ui.fields.table.table_message import TableMessage
from app.ui.parts.laid_out_once import laid_out_once
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE
from app.ui.work.next_turn import NextTurn

#: So many rows are there at once; the rest of a long table comes while the window listens to the user.
_AT_ONCE = 4
#: Seconds for which the window may be kept from the user while rows are made.
_MOMENT = 0.005


class TableField(QWidget):
    """Shows the rows it is given and asks for changes; what it shows changes only when it is shown anew.

    `row_put` gives a row's id, which may be that of a new row, all its cells and its position from 0; `row_moved` the
    new position; `rows_pasted` a list of cells, in order, for rows to put at the end. `grown` says that more rows are
    there, which were shown before. Who cannot carry out what is asked says so by `refuse` before the signal returns.
    """

    row_put = Signal(str, object, int)
    row_removed = Signal(str)
    row_moved = Signal(str, int)
    rows_pasted = Signal(object)
    undo_wished = Signal()
    grown = Signal()

    def __init__(self, question: Question, settings: FieldSettings) -> None:
        super().__init__()
        self._question = question
        self._settings = settings
        self._rows: tuple[Row, ...] = ()
        self._row_options: RowOptions = {}
        self._hidden: Hidden = frozenset()
        self._marks = NO_MARKS
        self._panels: dict[str, RowPanel] = {}
        self._new = ""  # the id of a row that is being filled in and not kept yet
        self._goes_to = ""  # the id of a row to go to once it is there
        self._is_refused = False
        self._is_in_order = True  # whether Tab goes through the lines as they stand
        self._message = TableMessage()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._nothing = text_label(
            "Nothing here yet. Add the first row, or copy rows in a spreadsheet and paste them here.",
            TextLook.SECONDARY,
        )
        buttons = TableButtons(question.label)
        self.add_button, self.paste_button = buttons.add, buttons.paste
        self.add_button.clicked.connect(self.add_row)
        self.paste_button.clicked.connect(self.paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + HALF_SPACE)
        column.addWidget(self._nothing)
        column.addLayout(self._list)
        column.addWidget(self._message)
        column.addWidget(buttons)
        self._later = NextTurn(self, self._on_later)

    @property
    def is_complete(self) -> bool:
        """Whether there is a line for every row."""
        return all(row_id in self._panels for row_id in self._wanted)

    def complete(self) -> None:
        """Make the lines that are still to come."""
        if not self.is_complete:
            self._make_lines(at_once=len(self._wanted))

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        # Where there are rows the first is in sight with the question; from there Insert adds one.
        first = next((self._panels[each] for each in self._wanted if each in self._panels), None)
        (first.opener if first is not None else self.add_button).setFocus(reason)

    def set_names(self, name: str, description: str) -> None:
        """What a screen reader says for the table."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def show_rows(
        self, rows: Sequence[Row], row_options: RowOptions, hidden: Hidden = frozenset(), marks: RowMarks = NO_MARKS
    ) -> None:
        """Show these rows in this order with their marks, without the columns in `hidden`."""
        self._rows, self._row_options, self._hidden, self._marks = tuple(rows), row_options, hidden, marks
        known = {row.id for row in rows}
        if self._new in known:
            self._new = ""
        self._redraw()
        if self._goes_to in known:
            self.complete()
            self._panels[self._goes_to].opener.setFocus()
            self._goes_to = ""

    @property
    def is_refused(self) -> bool:
        """Whether something that was typed in a row could not be saved."""
        return any(panel.is_refused for panel in self._panels.values())

    def refuse(self) -> None:
        """What was asked for last could not be done: what was typed stays, and is given again."""
        self._is_refused = True
        for panel in self._panels.values():
            panel.refuse()

    def add_row(self) -> None:
        """Open an empty row at the end; it is kept as soon as it has a cell."""
        self._close_all()
        if self._new:
            self._panels[self._new].open_form()
            return
        self._new = random_id()
        self._panels[self._new] = self._panel()
        self._redraw()
        self._panels[self._new].open_form()
        follow_layout(self)

    def open_row(self, row_id: str) -> QWidget | None:
        """Open a row, as pressing it does; gives back its panel, or None for a row that is gone."""
        self.complete()
        panel = self._panels.get(row_id)
        if panel is not None:
            self._on_act_wished(panel, RowAct.OPEN)
        return panel

    def paste(self) -> None:
        """Take rows from the clipboard."""
        self.paste_text(QGuiApplication.clipboard().text())

    def paste_text(self, text: str) -> None:
        """Take rows from text as a spreadsheet copies it, and report what could not be read."""
        self._close_all()
        columns = [column for column in self._question.columns if column.id not in self._hidden]
        try:
            pasted = parse_pasted_table(text, columns, self._row_options, self._find)
        except AnswerError as error:
            self._message.show_message(PasteReport(Tone.NOTE, str(error)))
            return
        self._is_refused = False
        if pasted.rows:
            self.rows_pasted.emit([dict(cells) for cells in pasted.rows])
        if not self._is_refused:
            self._message.show_message(report_on(pasted))

    def finish(self) -> None:
        """Give what is still being typed."""
        for panel in list(self._panels.values()):
            panel.finish()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Insert and self.add_button.hasFocus():
            self.add_row()
        else:
            super().keyPressEvent(event)

    @property
    def _wanted(self) -> list[str]:
        return [row.id for row in self._rows] + ([self._new] if self._new else [])

    def _redraw(self) -> None:
        """Show each row that has a line already, and make those that lack one."""
        wanted = self._wanted
        for row_id in self._panels.keys() - set(wanted):
            self._drop(row_id)
        for position, row_id in enumerate(wanted):
            if row_id in self._panels:
                self._show(row_id, position)
        self._nothing.setVisible(not wanted)
        self._make_lines(_AT_ONCE)

    def _make_lines(self, at_once: int) -> None:
        """Put lines in the order of their rows, and make those that are missing for a moment, `at_once` at least."""
        until = perf_counter() + _MOMENT
        line = 0
        with laid_out_once(self):
            for position, row_id in enumerate(self._wanted):
                if row_id not in self._panels:
                    if line >= at_once and perf_counter() > until:
                        continue
                    self._panels[row_id] = self._panel()
                    self._show(row_id, position)
                if self._list.indexOf(self._panels[row_id]) != line:
                    self._list.insertWidget(line, self._panels[row_id])
                    self._panels[row_id].show()
                    self._is_in_order = False
                line += 1
        if not self.is_complete:
            self._later.ask()
        elif not self._is_in_order:
            self._is_in_order = True
            follow_layout(self)

    def _show(self, row_id: str, position: int) -> None:
        cells = self._rows[position].cells if position < len(self._rows) else {}
        place = (position + 1, len(self._wanted))
        mark, is_new = self._marks.get(row_id), row_id == self._new
        self._panels[row_id].show_row(cells, self._row_options, self._hidden, place, mark, is_new=is_new)

    def _on_later(self) -> None:
        if not self.is_complete:
            self._make_lines(at_once=0)
            self.grown.emit()

    def _panel(self) -> RowPanel:
        panel = RowPanel(self._question.columns, self._settings)
        panel.act_wished.connect(lambda act: self._on_act_wished(panel, act))
        panel.cells_changed.connect(lambda cells: self._put(self._id_of(panel), cells))
        return panel

    def _id_of(self, panel: RowPanel) -> str:
        return next(row_id for row_id, known in self._panels.items() if known is panel)

    def _position(self, row_id: str) -> int:
        ids = [row.id for row in self._rows]
        return ids.index(row_id) if row_id in ids else len(ids)

    def _put(self, row_id: str, cells: Mapping[str, Value]) -> None:
        if cells or row_id != self._new:
            self.row_put.emit(row_id, dict(cells), self._position(row_id))

    def _on_act_wished(self, panel: RowPanel, act: RowAct) -> None:
        row_id = self._id_of(panel)
        position = self._position(row_id)
        match act:
            case RowAct.OPEN:
                self._close_all(but=panel)
                panel.open_form()
                follow_layout(self)
            case RowAct.CLOSE:
                self._close(row_id, panel)
            case RowAct.UP:
                self._move(row_id, position - 1)
            case RowAct.DOWN:
                self._move(row_id, position + 1)
            case RowAct.DUPLICATE:
                self._duplicate(row_id, position)
            case RowAct.REMOVE:
                self._remove(row_id, position)
            case RowAct.ADD:
                self.add_row()
            case RowAct.PASTE:
                self.paste()
            case RowAct.PREVIOUS:
                self._go_to(position - 1)
            case RowAct.NEXT:
                self._go_to(position + 1)
            case _:
                assert_never(act)

    def _move(self, row_id: str, position: int) -> None:
        if row_id != self._new and 0 <= position < len(self._rows):
            self.row_moved.emit(row_id, position)

    def _duplicate(self, row_id: str, position: int) -> None:
        if row_id != self._new:
            self._close_all()
            self._goes_to = random_id()
            self.row_put.emit(self._goes_to, dict(self._rows[position].cells), position + 1)

    def _remove(self, row_id: str, position: int) -> None:
        if row_id == self._new:
            self._forget_new()
            return
        title = row_title(self._rows[position].cells, self._question.columns, self._row_options)
        self._is_refused = False
        self.row_removed.emit(row_id)
        if self._is_refused:
            return
        self._go_to(min(position, len(self._rows) - 1))
        message = MessageStrip(Tone.NOTE, f"Removed: {title}")
        message.add_link("Undo", name=f"Undo: put {title} back").clicked.connect(self._on_undo_wished)
        self._message.show_message(message)

    def _on_undo_wished(self) -> None:
        self._message.clear()
        self.add_button.setFocus()
        self.undo_wished.emit()

    def _go_to(self, position: int) -> None:
        """Put the focus on a row; beyond the last one on the button that adds."""
        if 0 <= position < len(self._rows):
            self.complete()
            self._panels[self._rows[position].id].opener.setFocus()
        elif position >= 0 or not self._rows:
            self.add_button.setFocus()

    def _close_all(self, but: RowPanel | None = None) -> None:
        for panel in list(self._panels.values()):
            if panel is not but:
                panel.close_form()
        if self._new and not self._panels[self._new].is_open:
            self._forget_new()
        self._message.clear()

    def _forget_new(self) -> None:
        """Let go of a row that was never kept."""
        new, self._new = self._new, ""
        self._drop(new)
        self._redraw()
        self.add_button.setFocus()

    def _close(self, row_id: str, panel: RowPanel) -> None:
        panel.close_form()
        if panel.is_open:
            return
        if row_id == self._new:
            self._forget_new()
        else:
            panel.opener.setFocus()

    def _drop(self, row_id: str) -> None:
        panel = self._panels.pop(row_id)
        self._list.removeWidget(panel)
        panel.hide()
        panel.deleteLater()

    def _find(self, typed: str) -> Organisation | None:
        found = registered_as(typed, lambda words: self._settings.search(words, ""))
        return None if found is None else Organisation(found.name, found.code or None)
