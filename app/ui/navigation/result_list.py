"""The list of results: rows in groups, of which one that can be chosen is always the current one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QListView

from app.marks import override
from app.ui.navigation.result_drawing import ResultDrawing
from app.ui.navigation.result_rows import ResultRows, Row


class ResultList(QListView):
    """The keys come from the line above, which keeps the focus. ``row_chosen`` carries a row."""

    row_chosen = Signal(object)
    current_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = ResultRows()
        self._drawing = ResultDrawing(self._rows)
        self._current = -1
        self.setModel(self._rows)
        self.setItemDelegate(self._drawing)
        self.setAccessibleName("Results")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { border: none; background: transparent; }")
        self.entered.connect(self._on_entered)
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What it shows."""
        return self._rows.rows

    @property
    def current_row(self) -> Row | None:
        """The row that Enter takes; None where there is none."""
        return self.rows[self._current] if 0 <= self._current < len(self.rows) else None

    def show_rows(self, rows: Sequence[Row], current: int = 0) -> None:
        """Show these; the row at a place, or the first after it that can be chosen, is the current one."""
        self._rows.show_rows(rows)
        self._current = -1
        places = [place for place in range(len(rows)) if self._rows.is_choosable(place)]
        self._go_to(next((place for place in places if place >= current), places[-1] if places else -1))
        if current == 0:
            self.scrollToTop()

    def go_by(self, key: Qt.Key) -> None:
        """Make another row the current one, as the arrow keys, Home, End and the page keys do in lists."""
        places = [place for place in range(len(self.rows)) if self._rows.is_choosable(place)]
        if not places:
            return
        here = places.index(self._current) if self._current in places else 0
        there = {
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(places) - 1,
            Qt.Key.Key_PageUp: here - self._page(),
            Qt.Key.Key_PageDown: here + self._page(),
        }.get(key, here)
        self._go_to(places[min(max(there, 0), len(places) - 1)])
        self._bring_heading(places)

    def choose(self) -> None:
        """Take the current row."""
        if self.current_row is not None:
            self.row_chosen.emit(self.current_row)

    def needed_height(self, width: int) -> int:
        """Pixels that all rows take in a list so wide."""
        return sum(self._drawing.height(place, self._drawing.width(width)) for place in range(len(self.rows)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def _page(self) -> int:
        """Rows that one page holds, at least one."""
        mean = max(self.needed_height(self.width()) // max(len(self.rows), 1), 1)
        return max(self.viewport().height() // mean - 1, 1)

    def _go_to(self, place: int) -> None:
        if place == self._current:
            return
        self._current = place
        index = self._rows.index(place)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.current_changed.emit()

    def _bring_heading(self, places: list[int]) -> None:
        """With the first row of a group show the heading above it too."""
        if self._current - 1 not in places and self._current > 0:
            self.scrollTo(self._rows.index(self._current - 1))

    def _on_entered(self, index: QModelIndex) -> None:
        if self._rows.is_choosable(index.row()):
            self._current = index.row()
            self.setCurrentIndex(index)
            self.current_changed.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._rows.is_choosable(index.row()):
            self._current = index.row()
            self.choose()
