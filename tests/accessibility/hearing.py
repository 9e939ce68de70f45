"""What a screen reader is given: everything in sight of a window as Qt hands it out, and what is wrong with it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

_ROLE, _TEXT = QAccessible.Role, QAccessible.Text

#: What can be operated, which needs a name that tells it from others.
_CONTROLS = {
    _ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.EditableText, _ROLE.ComboBox, _ROLE.Link, _ROLE.SpinBox,
    _ROLE.ButtonMenu, _ROLE.ButtonDropDown, _ROLE.MenuItem, _ROLE.PageTab, _ROLE.PageTabList, _ROLE.Slider,
}  # fmt: skip
#: Roles that say nothing to somebody who comes to them with the Tab key.
_SILENT = {_ROLE.NoRole, _ROLE.Client, _ROLE.Pane, _ROLE.Border, _ROLE.LayeredPane}


@dataclass(frozen=True)
class Thing:
    """One thing in sight."""

    role: QAccessible.Role
    name: str
    description: str
    can_focus: bool
    depth: int
    groups: tuple[str, ...]
    """The names of the groups around it, from the outside in."""
    kind: str
    """The class it is drawn by."""

    def __str__(self) -> str:
        return f"{self.kind} ({self.role.name}) “{self.name}” in {' › '.join(self.groups)}"


def things(root: QWidget) -> list[Thing]:
    """Everything below a widget that is in sight or could be scrolled into it, in the order of reading."""
    top = QAccessible.queryAccessibleInterface(root)
    return list(_things(top, 0, ()))


def _things(interface: QAccessibleInterface, depth: int, groups: tuple[str, ...]) -> Iterator[Thing]:
    name = interface.text(_TEXT.Name)
    role = interface.role()
    for place in range(interface.childCount()):
        child = interface.child(place)
        if not _is_in_sight(child):
            continue
        thing: QObject | None = child.object()
        inside = (*groups, name) if name and role is not _ROLE.Window else groups
        if isinstance(thing, QScrollBar):
            continue
        yield Thing(
            child.role(),
            child.text(_TEXT.Name).strip(),
            child.text(_TEXT.Description).strip(),
            bool(child.state().focusable),
            depth,
            inside,
            type(thing).__name__ if thing is not None else "part",
        )
        if not isinstance(thing, QAbstractScrollArea) or child.role() is not _ROLE.EditableText:
            yield from _things(child, depth + 1, inside)


def _is_in_sight(interface: QAccessibleInterface | None) -> bool:
    return interface is not None and interface.isValid() and not interface.state().invisible


def faults(heard: list[Thing]) -> list[str]:
    """A line for each thing that somebody who listens could not make sense of."""
    found = []
    for thing in heard:
        if thing.role in _CONTROLS and not thing.name:
            found.append(f"{thing} has no name")
        if thing.can_focus and (thing.role in _SILENT or not thing.name):
            found.append(f"{thing} takes the focus and is silent")
        if thing.role is _ROLE.Graphic and not thing.name:
            found.append(f"{thing} is a picture without words")
    named = Counter((thing.role, thing.name, thing.groups) for thing in heard if thing.role in _CONTROLS and thing.name)
    found += [
        f"{count} times {role.name} “{name}” in {' › '.join(groups)}"
        for (role, name, groups), count in named.items()
        if count > 1
    ]
    return found
