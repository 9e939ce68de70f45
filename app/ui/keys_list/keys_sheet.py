"""The sheet over the window that lists all keys: typing finds some of them, Esc gives the window back."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.wording import counted
from app.marks import override
from app.ui.announcing import say
from app.ui.icons import Icon
from app.ui.keys_list.groups import key_groups, matching
from app.ui.keys_list.key_row import KeyRow
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.focus_in_sight import FocusInSight
from app.ui.parts.panel_column import PanelColumn
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.parts.veil import Veil
from app.ui.theme.measures import CARD_RADIUS, DOUBLE_SPACE, HALF_SPACE, SPACE
from app.ui.theme.theme import current_theme

#: Pixels at 100 % text.
_WIDEST, _EDGE = 760, 3 * SPACE
_NOTHING = "No key does that. Try one word alone, or a key such as Ctrl."


class KeysSheet(QWidget):
    """Stands over the middle of its window while the focus is in it, and goes when the focus goes."""

    def __init__(self, window: QWidget, application: QApplication) -> None:
        super().__init__(window)
        self._groups = key_groups()
        self._before: QWidget | None = None
        self.rows: list[KeyRow] = []
        self.setAccessibleName("All keys")
        self.search = QLineEdit()
        self.search.setProperty("look", "search")
        self.search.setPlaceholderText("Search in the keys")
        self.search.setAccessibleName("Search in the keys")
        self.search.setMaxLength(80)
        self.close_button = Button("", ButtonLook.ICON, Icon.CLOSE, name="Close the list of keys", tip="Close (Esc)")
        self.list = PanelColumn("Keys")
        self._in_sight = FocusInSight(self.list)
        self._veil = Veil(window)
        self._lay_out()
        self.hide()
        self.search.textChanged.connect(self._on_typed)
        self.close_button.clicked.connect(self.close_sheet)
        application.focusChanged.connect(self._on_focus_changed)
        window.installEventFilter(self)

    def open_sheet(self) -> None:
        """Show every key, and begin in the line that searches."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.search.clear()
        self._draw("")
        self._take_place()
        self._veil.draw_over(self.window())
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._veil.hide()

    def close_sheet(self) -> None:
        """Go, and give the focus back to where it was."""
        before = self._before
        self._before = None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._take_place()
        # What scrolls would take the arrow keys for itself before they came here.
        is_pressed = isinstance(watched, KeyRow) and event.type() is QEvent.Type.KeyPress
        return is_pressed and isinstance(event, QKeyEvent) and self._went(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "list") and not self.isHidden():
            self._take_place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif not self._went(event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        roles = current_theme().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(roles.page))
        painter.setPen(QPen(QColor(roles.control), 2))
        painter.setBrush(QColor(roles.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CARD_RADIUS, CARD_RADIUS)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Something under the sheet must never have the focus unseen.
        if new is not None and not self.isHidden() and new.window() is self.window() and not self.isAncestorOf(new):
            self._before = None
            self.hide()

    def _on_typed(self, typed: str) -> None:
        self._draw(typed)
        say(self, counted(len(self.rows), "key found", "keys found") if self.rows else _NOTHING)

    def _draw(self, typed: str) -> None:
        self.rows = []

        def build(column: QVBoxLayout) -> None:
            groups = matching(self._groups, typed)
            if not groups:
                column.addWidget(text_label(_NOTHING, TextLook.SECONDARY))
            for group in groups:
                column.addSpacing(SPACE)
                column.addWidget(text_label(group.title, TextLook.QUESTION))
                for line in group.lines:
                    row = KeyRow(line)
                    row.installEventFilter(self)
                    self.rows.append(row)
                    column.addWidget(row)

        self.list.redraw(build, from_top=True)
        if self.rows:
            self.rows[0].be_stop(True)
        follow_layout(self)

    def _went(self, event: QKeyEvent) -> bool:
        """Whether the key moved the focus along the rows."""
        focused = self.focusWidget()
        here = self.rows.index(focused) if isinstance(focused, KeyRow) and focused in self.rows else -1
        there = {
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.rows) - 1,
        }.get(Qt.Key(event.key()))
        if there is not None:
            self._go_to(there)
        return there is not None

    def _go_to(self, place: int) -> None:
        if place < 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place < len(self.rows):
            for row in self.rows:
                row.be_stop(row is self.rows[place])
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _take_place(self) -> None:
        """Stand in the middle of the window, as wide as reads well and as high as there is room."""
        window = self.window().rect()
        self._veil.setGeometry(window)
        width = min(round(_WIDEST * current_theme().text_scale), window.width() - 2 * _EDGE)
        self.setGeometry((window.width() - width) // 2, _EDGE, width, window.height() - 2 * _EDGE)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(DOUBLE_SPACE, DOUBLE_SPACE, DOUBLE_SPACE, SPACE)
        head.setSpacing(SPACE)
        head.addWidget(text_label("All keys", TextLook.HEADING), 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.search, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(HALF_SPACE, HALF_SPACE, HALF_SPACE, DOUBLE_SPACE)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
