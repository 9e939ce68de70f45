"""The three areas of the window, bar, page and panel: which are shown, how wide, and which has the focus."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from app.services.preferences import Preferences
from app.ui.navigation.side_bar import SideBar
from app.ui.navigation.top_bar import TopBar
from app.ui.parts.tab_order import tab_stops
from app.ui.room import Wishes, share_out
from app.ui.theme.theme import current_theme
from app.ui.work.next_turn import NextTurn

_PANEL_KEY, _SHOWN, _HIDDEN = "screen.panel", "shown", "hidden"


class Areas(QWidget):
    """The bar at the left, ``middle`` with the top bar and the page, and the panel at the right."""

    def __init__(
        self, side_bar: SideBar, top_bar: TopBar, middle: QWidget, panel: QWidget, preferences: Preferences
    ) -> None:
        super().__init__()
        self._side_bar, self._top_bar, self._middle, self._panel = side_bar, top_bar, middle, panel
        self._preferences = preferences
        self._wishes = Wishes(panel=preferences.get(_PANEL_KEY) != _HIDDEN)
        self._has_panel = False
        self._read_page: QWidget | None = None
        # The place comes on screen first: nobody has pressed Tab by then.
        self._ordering = NextTurn(self, self._order_stops)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side_bar)
        row.addWidget(middle, 1)
        row.addWidget(panel)

    def begin_place(self, *, has_panel: bool) -> None:
        """The user is at another place: what was asked for in spite of the width ends with the place before."""
        self._wishes = Wishes(self._wishes.panel)
        self._has_panel = has_panel

    def make_room(self, width: int) -> None:
        """Share out the width of the window in pixels, and show what there is room for or what was asked for."""
        wishes = self._wishes._replace(panel=self._wishes.panel and self._has_panel)
        scale = current_theme().text_scale
        room = share_out(width, scale, wishes)
        for area, wide in ((self._side_bar, room.side), (self._panel, room.panel)):
            if wide:  # what goes keeps its width, so that nothing in it is laid out anew until it comes back
                area.setFixedWidth(wide)
        self._side_bar.setVisible(room.side > 0)
        self._panel.setVisible(room.panel > 0)
        self._middle.setVisible(room.has_page)
        self._top_bar.menu.setVisible(room.has_menu)
        self._top_bar.make_room(round((width - room.side - room.panel) / scale))
        self._top_bar.menu.setChecked(room.side > 0)
        self._top_bar.panel.setVisible(self._has_panel)
        self._top_bar.panel.setChecked(room.panel > 0)

    def show_panel(self, is_wished: bool) -> None:
        """Show the panel, also where it takes the room of others, or hide it until it is wished for again."""
        self._wishes = Wishes(is_wished, asked_panel=is_wished)
        self._preferences.put(_PANEL_KEY, _SHOWN if is_wished else _HIDDEN)
        had_focus = self._panel.isAncestorOf(QApplication.focusWidget() or self)
        self.make_room(self.width())
        if had_focus and not is_wished:
            self._focus_first(self._middle)

    def toggle_panel(self) -> None:
        """Show the panel or hide it, whichever it is not."""
        if self._has_panel:
            self.show_panel(not self._panel.isVisible())

    def show_menu(self, is_wished: bool) -> None:
        """Show the bar although there is little room, or hide it again."""
        self._wishes = Wishes(self._wishes.panel, asked_side=is_wished)
        self.make_room(self.width())
        if is_wished:
            self._side_bar.take_focus()

    def follow_reading(self, page: QWidget) -> None:
        """Let Tab go from the bar to the top bar, through the page, and on to the panel, as soon as they are shown."""
        self._read_page = page
        self._ordering.ask()

    def _order_stops(self) -> None:
        page = self._read_page
        if page is None or not isValid(page):
            return
        areas = (self._side_bar, self._top_bar, page, self._panel)
        for first, second in pairwise(stop for area in areas for stop in tab_stops(area)):
            QWidget.setTabOrder(first, second)

    def focus_next(self, *beyond: QWidget) -> None:
        """Move the focus to the next of the bar, the page, the panel and what lies beyond, if it is shown."""
        areas = [area for area in (self._side_bar, self._middle, self._panel, *beyond) if area.isVisible()]
        focused = QApplication.focusWidget()
        here = next((place for place, area in enumerate(areas) if focused and area.isAncestorOf(focused)), -1)
        for area in (*areas[here + 1 :], *areas[: here + 1]):
            if area is self._side_bar:
                self._side_bar.take_focus()
                return
            if self._focus_first(area):
                return

    def _focus_first(self, area: QWidget) -> bool:
        stops = [stop for stop in tab_stops(area) if stop.isVisible() and stop.isEnabled()]
        # The keys of the top bar come first in the middle, but it is the page that the user wants.
        first = next((stop for stop in stops if not self._top_bar.isAncestorOf(stop)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        return first is not None
