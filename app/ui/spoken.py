"""What the things on screen are to a screen reader, where Qt cannot tell: groups, headings, links, folded parts."""

from enum import Enum
from typing import assert_never

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QApplication, QLabel, QScrollArea, QWidget

from app.marks import override

_SPOKEN_AS, _IS_SET_UP = "spoken_as", "speaks_fiveways"
_PRESS = QAccessibleActionInterface.pressAction()


class Spoken(Enum):
    """What a widget is. Whatever holds others and has a name is a group without being told."""

    HOLDER = "holder"
    """Something with a name that holds only what says the name again."""
    HEADING = "heading"
    TEXT = "text"
    PICTURE = "picture"
    LINK = "link"
    ENTRY = "entry"
    """One of several links of which the one to the present place is checked."""
    FOLD = "fold"
    """A button that unfolds something while it is checked."""


def speak_as(widget: QWidget, spoken: Spoken) -> None:
    """Say what a widget is. Qt asks once, with the first name or text, so this comes before both."""
    widget.setProperty(_SPOKEN_AS, spoken)


def set_up_speaking(application: QApplication) -> None:
    """Let screen readers hear it; asked again, it does nothing more."""
    if not application.property(_IS_SET_UP):
        application.setProperty(_IS_SET_UP, True)
        QAccessible.installFactory(_face)


def _face(key: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt asks of a thing, first by the name of its own class, then by those of the classes it stands on."""
    spoken = thing.property(_SPOKEN_AS)
    if isinstance(thing, QAbstractButton) and isinstance(spoken, Spoken):
        return _ButtonFace(thing, spoken)
    if isinstance(thing, QWidget) and isinstance(spoken, Spoken):
        return _Face(thing, spoken)
    # Nothing above this class was known: it is one of ours that holds others, or is drawn by itself.
    return _Face(thing, None) if isinstance(thing, QWidget) and key in {"QWidget", "QScrollArea"} else None


def _is_group(thing: QObject) -> bool:
    """Whether a widget holds what belongs together. What scrolls is one only where Tab stops."""
    if not isinstance(thing, QWidget) or not thing.accessibleName():
        return False
    return not isinstance(thing, QScrollArea) or bool(thing.focusPolicy() & Qt.FocusPolicy.TabFocus)


class _Face(QAccessibleWidget):
    """A widget as a screen reader meets it. Qt keeps it as long as the widget lives."""

    def __init__(self, widget: QWidget, spoken: Spoken | None) -> None:
        super().__init__(widget)
        self._spoken = spoken

    @override
    def role(self) -> QAccessible.Role:
        thing = self.object()
        is_named = isinstance(thing, QWidget) and bool(thing.accessibleName())
        match self._spoken:
            case None:
                return QAccessible.Role.Grouping if _is_group(thing) else QAccessible.Role.Client
            case Spoken.HOLDER:
                return QAccessible.Role.Client
            case Spoken.HEADING:
                return QAccessible.Role.Heading
            case Spoken.TEXT:
                return QAccessible.Role.StaticText
            case Spoken.PICTURE:
                return QAccessible.Role.Graphic if is_named else QAccessible.Role.Client
            case Spoken.LINK | Spoken.ENTRY:
                return QAccessible.Role.Link
            case Spoken.FOLD:
                return QAccessible.Role.Button
            case _:
                assert_never(self._spoken)

    @override
    def text(self, t: QAccessible.Text) -> str:
        said = super().text(t)
        thing = self.object()
        if t is QAccessible.Text.Name and not said and isinstance(thing, QLabel):
            return thing.text()
        return said


class _ButtonFace(_Face):
    """Something to press, which says where the user is or what is unfolded, instead of being ticked."""

    @override
    def text(self, t: QAccessible.Text) -> str:
        said = super().text(t)
        button = self.object()
        is_here = isinstance(button, QAbstractButton) and button.isChecked() and self._spoken is Spoken.ENTRY
        return f"{said}, you are here" if is_here and t is QAccessible.Text.Name else said

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        button = self.object()
        if self._spoken is Spoken.FOLD and isinstance(button, QAbstractButton):
            state.expandable = 1
            state.expanded, state.collapsed = (1, 0) if button.isChecked() else (0, 1)
        return state

    @override
    def actionNames(self) -> list[str]:
        return [_PRESS, *super().actionNames()]

    @override
    def doAction(self, actionName: str) -> None:
        button = self.object()
        if actionName == _PRESS and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(actionName)
