"""Puts help beside the rest of the window where there is room for both, and in its place where there is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.marks import override
from app.ui.room import room_for_help
from app.ui.theme.theme import current_theme

if TYPE_CHECKING:
    # The first window is there before help is made.
    from app.domain.help import Subject
    from app.ui.help.help_panel import HelpPanel


class BesideHelp(QWidget):
    """Everything of the window, with the help panel hidden until it is asked for. ``changed`` tells of either."""

    changed = Signal()

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._panel: HelpPanel | None = None
        self._before: QWidget | None = None
        content.setParent(self)

    def take_help(self, panel: HelpPanel, asked_about: Callable[[], tuple[Subject, str]]) -> None:
        """Help was made: from now on it can be asked for."""
        self._panel, self._asked_about = panel, asked_about
        panel.setParent(self)
        panel.hide()
        panel.close_wished.connect(self.close_help)
        panel.place_wished.connect(self.make_way)
        self.arrange(self.width())

    @property
    def is_open(self) -> bool:
        """Whether help is shown."""
        return self._panel is not None and not self._panel.isHidden()

    @property
    def covers_all(self) -> bool:
        """Whether help stands where else the whole window is, for want of room beside it."""
        return self.is_open and not room_for_help(self.width(), current_theme().text_scale)[1]

    def make_way(self) -> None:
        """The user goes to a place of the window: let it be seen."""
        if self.covers_all:
            self.close_help()

    def ask(self) -> None:
        """Open help on what is on the screen: the question in focus first, then its page."""
        if self._panel is not None:
            self._panel.show_subject(*self._asked_about())
            self.open_help()

    def open_help(self) -> None:
        """Show the panel and put the focus there; where it was is remembered."""
        if self._panel is None:
            return
        focused = QApplication.focusWidget()
        if focused is None or not self._panel.isAncestorOf(focused):
            self._before = focused
        self._panel.show()
        self.arrange(self.width())
        self.changed.emit()
        self._panel.take_focus()

    def close_help(self) -> None:
        """Hide the panel and give the focus back."""
        if self._panel is None:
            return
        had_focus = self._panel.isAncestorOf(QApplication.focusWidget() or self)
        self._panel.hide()
        self.arrange(self.width())
        self.changed.emit()
        before = self._before
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def left_for_content(self, width: int) -> int:
        """Pixels of the window's width that help leaves to the rest."""
        help_width, is_beside = room_for_help(width, current_theme().text_scale)
        return width - help_width if self.is_open and is_beside else width

    def arrange(self, width: int) -> None:
        """Give everything its place."""
        help_width, _ = room_for_help(width, current_theme().text_scale)
        self._content.setGeometry(0, 0, self.left_for_content(width), self.height())
        if self._panel is not None:
            self._panel.setGeometry(width - help_width, 0, help_width, self.height())
            if self.is_open:
                self._panel.raise_()
        # What nobody sees must not take keys.
        self._content.setVisible(not self.covers_all)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(event.size().width())

    @override
    def sizeHint(self) -> QSize:
        return self._content.sizeHint()
