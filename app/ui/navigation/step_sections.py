"""The entries of one step in the bar on the left, which scroll by themselves where the bar has no room for all."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.marks import override
from app.ui.icons import Icon
from app.ui.parts.fitted_scroll import FittedScroll
from app.ui.parts.focus_in_sight import FocusInSight
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.laid_out import laid_out
from app.ui.theme.roles import Roles
from app.ui.theme.theme import current_theme
from app.ui.work.next_turn import NextTurn

#: Pixels between two entries.
BETWEEN = 2
#: Pixels at 100 % text of the sign that there are more entries, and of the strip it stands in.
_SIGN, _STRIP = 14, 14
#: Milliseconds after which a hand that scrolls has come to rest.
_REST = 140


class StepSections(FittedScroll):
    """Put the entries into ``body``; the steps above and below stay where they are while these scroll.

    At rest no entry is partly in sight: a strip at either end takes what is left over, with a sign that more follow.
    """

    def __init__(self, step: str) -> None:
        super().__init__()
        self.setAccessibleName(f"Sections of {step}")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(BETWEEN)
        self._focus_in_sight = FocusInSight(self)
        #: The entry that was asked for last, until the user scrolls.
        self._asked_for: QWidget | None = None
        self._last, self._direction = 0, 0
        self._aligns = False
        self._more = {-1: self._sign(Icon.CHEVRON_UP), 1: self._sign(Icon.CHEVRON_DOWN)}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._on_rest)
        # What makes the entries or the room for them another size has not come to its end yet when it is heard of.
        self._laid_out_later = NextTurn(self, self._align)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.verticalScrollBar().sliderReleased.connect(self._rest.start)

    def bring_into_sight(self, entry: QWidget) -> None:
        """Scroll no further than is needed to see an entry, and what stands before and after it."""
        rows = self._rows()
        if entry in rows:
            place = rows.index(entry)
            beside = [rows[max(place - 1, 0)], rows[min(place + 1, len(rows) - 1)]]
            for each in (*beside, entry):
                self.ensureWidgetVisible(each, 0, 0)
            self._asked_for = entry
            self._align()
            # The letters of the entry of this place are about to become bold, which may take another line.
            self._laid_out_later.ask()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._aligns:
            self._laid_out_later.ask()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_laid_out_later"):
            self._laid_out_later.ask()

    def _on_scrolled(self, value: int) -> None:
        if not self._aligns:
            self._direction = (value > self._last) - (value < self._last)
            self._asked_for = None
            self._rest.start()
        self._last = value

    def _on_rest(self) -> None:
        if not self.verticalScrollBar().isSliderDown():
            self._align()

    def _on_range_changed(self) -> None:
        if not self._aligns:
            self._laid_out_later.ask()

    def _align(self) -> None:
        """Let the first entry that is seen begin at the top, and the last end at the foot."""
        self._rest.stop()
        rows = self._rows()
        above, below, value = self._whole_rows(rows, self._kept(rows)) if rows else (0, 0, 0)
        self._aligns = True
        self.setViewportMargins(0, above, 0, below)
        self.verticalScrollBar().setValue(value)
        self._aligns = False
        self._direction = 0
        self._place_signs()

    def _kept(self, rows: list[QWidget]) -> QWidget | None:
        """The entry that must stay in sight: the one that was asked for, else one with the focus that is in sight."""
        if self._asked_for in rows:
            return self._asked_for
        top = self.verticalScrollBar().value()
        foot = top + self.viewport().height()
        focused = QApplication.focusWidget()
        return next((each for each in rows if each is focused and each.y() < foot and _foot(each) > top), None)

    def _whole_rows(self, rows: list[QWidget], kept: QWidget | None) -> tuple[int, int, int]:
        """The pixels left free above and below, and the value of the bar, at which only whole rows are seen."""
        room, end = self.height(), _foot(rows[-1])
        if end <= room:
            return 0, 0, 0
        strip = round(_STRIP * current_theme().text_scale)
        value = self.verticalScrollBar().value()
        choices = []
        for first, row in enumerate(rows):
            above = strip if first else 0
            is_rest = end - row.y() <= room - above
            most = room - above - (0 if is_rest else strip)
            seen = [each for each in rows[first:] if _foot(each) - row.y() <= most]
            if seen:
                is_kept = kept is None or kept in seen
                away = row.y() - value
                is_back = away * self._direction < 0
                below = room - above - (_foot(seen[-1]) - row.y())
                choices.append((not is_kept, is_back, abs(away), (above, below, row.y())))
            if is_rest:
                break
        return min(choices)[-1] if choices else (0, 0, value)

    def _place_signs(self) -> None:
        margins = self.viewportMargins()
        side = round(_SIGN * current_theme().text_scale)
        left = (self.width() - side) // 2
        for direction, free in ((-1, margins.top()), (1, margins.bottom())):
            sign = self._more[direction]
            bar = self.verticalScrollBar()
            sign.setVisible(free > 0 and (bar.value() > 0 if direction < 0 else bar.value() < bar.maximum()))
            sign.setGeometry(left, 0 if direction < 0 else self.height() - side, side, side)

    def _sign(self, icon: Icon) -> QWidget:
        sign = IconLabel(icon, _quiet, _SIGN)
        sign.setParent(self)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        sign.hide()
        return sign

    def _rows(self) -> list[QWidget]:
        return [each for each in laid_out(self.body) if isinstance(each, QWidget) and not each.isHidden()]


def _foot(row: QWidget) -> int:
    return row.y() + row.height()


def _quiet(roles: Roles) -> str:
    return roles.secondary
