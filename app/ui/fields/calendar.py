"""The calendar that opens below a date, by mouse or with Alt and Down."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from app.domain.questions import Column, Question
from app.marks import override
from app.ui.fields.line_field import LineField
from app.ui.fields.line_forms import line_form
from app.ui.fields.settings import FieldSettings
from app.ui.icons import Icon, tinted_icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.theme.measures import HALF_SPACE
from app.ui.theme.theme import current_theme


def date_field(asked: Question | Column, settings: FieldSettings) -> LineField:
    """A line for a date that is typed freely, with a calendar to pick it from."""
    opener = Button("", ButtonLook.ICON, Icon.CALENDAR, name="Open the calendar", tip="Open the calendar (Alt+Down)")
    opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    field = LineField(line_form(asked), settings.pause, trailing=opener)
    keys = _CalendarKeys(field, settings.today)
    opener.clicked.connect(keys.open_calendar)
    return field


class CalendarPopup(QFrame):
    """A month to pick a day from: arrows move, Page Up and Page Down turn months, Enter picks, Escape leaves."""

    picked = Signal(object)

    def __init__(self, shown: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Calendar")
        self.setFrameShape(QFrame.Shape.Box)
        self._calendar = QCalendarWidget()
        self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        column = QVBoxLayout(self)
        column.setContentsMargins(HALF_SPACE, HALF_SPACE, HALF_SPACE, HALF_SPACE)
        column.addWidget(self._calendar)
        self._dress()
        self._calendar.activated.connect(self._on_picked)
        self._calendar.clicked.connect(self._on_picked)
        self._calendar.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        """Put our colours, icons and names on the parts that Qt makes itself."""
        theme = current_theme()
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme.roles.text))
        heading = QTextCharFormat()
        heading.setForeground(QColor(theme.roles.secondary))
        heading.setBackground(QColor(theme.roles.card))
        self._calendar.setHeaderTextFormat(heading)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, plain)
        pixels = theme.icon_size(18)
        for part, icon, name in (
            ("qt_calendar_prevmonth", Icon.BACK, "Previous month"),
            ("qt_calendar_nextmonth", Icon.NEXT, "Next month"),
        ):
            button = self._calendar.findChild(QToolButton, part)
            if isinstance(button, QToolButton):
                button.setIcon(tinted_icon(theme, icon, theme.roles.text, pixels))
                button.setAccessibleName(name)
                button.setToolTip(name)
        for part, name in (("qt_calendar_monthbutton", "Month"), ("qt_calendar_yearbutton", "Year")):
            button = self._calendar.findChild(QToolButton, part)
            if isinstance(button, QToolButton):
                button.setAccessibleName(name)
        days = self._calendar.findChild(QAbstractItemView)
        if isinstance(days, QAbstractItemView):
            days.setAccessibleName("Days")

    def _on_picked(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()


class _CalendarKeys(QObject):
    """Opens the calendar of one field, also from the keyboard."""

    def __init__(self, field: LineField, today: Callable[[], date]) -> None:
        super().__init__(field)
        self._field = field
        self._today = today
        field.line.installEventFilter(self)

    def open_calendar(self) -> None:
        """Show the calendar below the field, at its date or at today."""
        shown = self._field.value
        popup = CalendarPopup(shown if isinstance(shown, date) else self._today(), self._field)
        popup.picked.connect(self._field.give)
        popup.move(self._field.mapToGlobal(QPoint(0, self._field.height() + HALF_SPACE)))
        popup.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_F4 or (is_alt and event.key() == Qt.Key.Key_Down):
                self.open_calendar()
                return True
        return False
