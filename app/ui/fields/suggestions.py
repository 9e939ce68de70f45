"""The list that opens below a line while typing, or with the Down key: labels with a quieter line below each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.marks import override
from app.ui.theme.measures import HALF_SPACE, SPACE, TypeSize
from app.ui.theme.theme import current_theme

_HINT = Qt.ItemDataRole.UserRole + 1
_MOST_SHOWN = 8
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_ENDLESS = 100_000
#: Keys that close the list and are done with what was typed; a letter that leaves nothing to offer is not.
_DONE = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize})
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Suggested:
    """One entry of the list: what is put into the line, and what helps to choose it."""

    label: str
    hint: str = ""


class Suggestions(QObject):
    """Offers what `search` finds for the text typed, and says the place of the entry that was chosen.

    `put_away` says that the list was closed by a key or by leaving the line, after `chosen` if that was the way.
    """

    chosen = Signal(int)
    put_away = Signal()

    def __init__(self, line: QLineEdit, search: Callable[[str], Sequence[Suggested]]) -> None:
        super().__init__(line)
        self._line = line
        self._search = search
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._popup = _UnevenList()
        self._completer.setPopup(self._popup)
        self._popup.setItemDelegate(_TwoLines(self._popup))
        self._popup.setAccessibleName("Choices")
        self._popup.installEventFilter(self)
        self._around: tuple[QWidget, ...] = ()
        self._is_done = False
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line.setCompleter(self._completer)
        line.installEventFilter(self)
        line.textEdited.connect(self._fill)
        activated = self._completer.activated[QModelIndex]  # type: ignore[index]  # the form with a place
        activated.connect(self._on_activated)

    @property
    def is_open(self) -> bool:
        """Whether the list is on screen."""
        return self._popup.isVisible()

    def open_all(self) -> None:
        """Show everything there is to choose."""
        self._fill("")
        if self._model.rowCount():
            self._completer.setCompletionPrefix("")
            self._completer.complete(QRect(0, 0, self._width(), self._line.height() + HALF_SPACE))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._popup:
            self._on_popup_event(event)
            return False
        if event.type() in _MOVES and self.is_open:
            self._follow_line()
        if watched is not self._line or event.type() is not QEvent.Type.KeyPress or self.is_open:
            return False
        if not isinstance(event, QKeyEvent) or event.key() not in {Qt.Key.Key_Down, Qt.Key.Key_F4}:
            return False
        self.open_all()
        return True

    def _on_popup_event(self, event: QEvent) -> None:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._is_done = event.key() in _DONE
        elif event.type() is QEvent.Type.Show:
            self._is_done = False
            self._watch(True)
        elif event.type() is QEvent.Type.Hide:
            self._watch(False)
            # Qt closes the list first and says what was chosen after that.
            QTimer.singleShot(0, self, self._on_closed)

    def _on_closed(self) -> None:
        if not self.is_open and (self._is_done or not self._line.hasFocus()):
            self.put_away.emit()

    def _watch(self, is_wanted: bool) -> None:
        """Look at all that the line stands in: it moves with whichever of them moves."""
        for each in self._around:
            each.removeEventFilter(self)
        around: list[QWidget] = []
        part = self._line.parentWidget() if is_wanted else None
        while part is not None:
            part.installEventFilter(self)
            around.append(part)
            part = None if part.isWindow() else part.parentWidget()
        self._around = tuple(around)

    def _follow_line(self) -> None:
        """Put the list right below the line, or above it where there is no room below."""
        top = self._line.mapToGlobal(QPoint(0, 0))
        below = top.y() + self._line.height() + HALF_SPACE
        above = top.y() - self._popup.height() - HALF_SPACE
        has_room = below + self._popup.height() <= self._line.screen().availableGeometry().bottom()
        self._popup.move(top.x(), below if has_room or above < 0 else above)

    def _fill(self, typed: str) -> None:
        self._model.clear()
        for entry in self._search(typed):
            item = QStandardItem(entry.label)
            item.setData(entry.hint, _HINT)
            item.setEditable(False)
            self._model.appendRow(item)
        self._popup.setMinimumWidth(self._width())

    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def _width(self) -> int:
        return max(self._line.width(), self._line.fontMetrics().averageCharWidth() * 44)


class _UnevenList(QListView):
    """A list whose entries differ in height."""

    @override
    def sizeHintForRow(self, row: int) -> int:
        """The mean height of what is shown: the completer makes the list so many times as high as its first row."""
        count = min(self.model().rowCount(), _MOST_SHOWN)
        heights = [super(_UnevenList, self).sizeHintForRow(each) for each in range(count)]
        return -(-sum(heights) // count) if count else super().sizeHintForRow(row)


class _TwoLines(QStyledItemDelegate):
    """Draws the label of an entry and its hint below, both broken into lines as the width needs."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = option.widget.width() - 4 * SPACE
        label, hint = _heights(index, width)
        return QSize(width, label + hint + 2 * HALF_SPACE + 2)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current_theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.roles.accent_tint))
            painter.fillRect(rect.left(), rect.top(), HALF_SPACE, rect.height(), QColor(theme.roles.accent))
        inside = rect.adjusted(SPACE + HALF_SPACE, HALF_SPACE, -SPACE, -HALF_SPACE)
        label, _ = _heights(index, inside.width())
        painter.setFont(theme.font(TypeSize.BODY))
        painter.setPen(QColor(theme.roles.text))
        painter.drawText(inside, _WRAPPED, str(index.data()))
        painter.setFont(theme.font(TypeSize.SMALL))
        painter.setPen(QColor(theme.roles.secondary))
        painter.drawText(inside.adjusted(0, label, 0, 0), _WRAPPED, str(index.data(_HINT) or ""))
        painter.restore()


def _heights(index: _Index, width: int) -> tuple[int, int]:
    """Pixels the label and the hint take at a width."""
    theme = current_theme()
    texts = ((TypeSize.BODY, str(index.data() or "")), (TypeSize.SMALL, str(index.data(_HINT) or "")))
    heights = [
        QFontMetrics(theme.font(size)).boundingRect(QRect(0, 0, width, _ENDLESS), _WRAPPED, text).height()
        if text
        else 0
        for size, text in texts
    ]
    return heights[0], heights[1]
