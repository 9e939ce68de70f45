"""The sentence beside a field that says what is wrong and what to do."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QWidget

from app.ui.announcing import say
from app.ui.icons import Icon
from app.ui.parts.icon_label import IconLabel
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE


class ProblemLine(QWidget):
    """A mark and a sentence; hidden when there is no problem."""

    def __init__(self) -> None:
        super().__init__()
        self._text = text_label("", TextLook.PROBLEM)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, HALF_SPACE, 0, 0)
        row.setSpacing(SPACE)
        mark = IconLabel(Icon.ERROR, lambda roles: roles.danger, 18, "Problem")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def problem(self) -> str:
        """The sentence shown; empty when there is none."""
        return self._text.text()

    def show_problem(self, problem: str) -> None:
        """Show this sentence, or hide with an empty one."""
        is_new = problem != self.problem
        self._text.setText(problem)
        self.setAccessibleName(problem)
        self.setVisible(bool(problem))
        if is_new and self.isVisible():
            say(self, problem, assertive=True)
            # Only once the layout has made room is it known where the line stands.
            QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        """Scroll to the line, as long as what has the focus now stays in sight with it."""
        focused = QApplication.focusWidget()
        area = _area_around(self)
        # What is pressed with the mouse must not move away under the pointer.
        is_pressing = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if area is None or focused is None or is_pressing or not self.isVisible():
            return
        inside = area.widget()
        if inside is None or not inside.isAncestorOf(focused):
            return
        both = _place_in(inside, self).united(_place_in(inside, focused))
        if both.height() + 2 * SPACE <= area.viewport().height():
            area.ensureWidgetVisible(self, 0, SPACE)
            area.ensureWidgetVisible(focused, 0, SPACE)


def _area_around(part: QWidget) -> QScrollArea | None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _place_in(inside: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(inside, QPoint(0, 0)), part.size())
