"""The keys that help names, taken from the list that the window listens to and written as this system writes them."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QKeySequence

from app.domain.help import NamedKey
from app.ui.places import AtAnswers, AtChecks, AtDocuments, AtHistory, AtOpenPoints, AtSettings, AtStart
from app.ui.shortcuts import SHORTCUTS, Act, Shortcut

#: What each key does: an act, with the number of a step or the place that it goes to.
_MEANT: Mapping[NamedKey, tuple[Act, int | type]] = MappingProxyType(
    {
        NamedKey.HELP: (Act.HELP, 0),
        NamedKey.FIND: (Act.FIND, 0),
        NamedKey.STEP_ONE: (Act.STEP, 1),
        NamedKey.STEP_FIVE: (Act.STEP, 5),
        NamedKey.NEXT_OPEN: (Act.NEXT_OPEN, 0),
        NamedKey.BACK: (Act.BACK, 0),
        NamedKey.UNDO: (Act.UNDO, 0),
        NamedKey.REDO: (Act.REDO, 0),
        NamedKey.PANEL: (Act.PANEL, 0),
        NamedKey.NEXT_CHANGE: (Act.CHANGE, 1),
        NamedKey.CHANGE_BEFORE: (Act.CHANGE, -1),
        NamedKey.NEXT_MARK: (Act.MARK, 1),
        NamedKey.PROJECT: (Act.PROJECT, 0),
        NamedKey.KEYS: (Act.KEYS, 0),
        NamedKey.NEXT_AREA: (Act.NEXT_AREA, 0),
        NamedKey.LARGER_TEXT: (Act.LARGER_TEXT, 0),
        NamedKey.SMALLER_TEXT: (Act.SMALLER_TEXT, 0),
        NamedKey.START: (Act.PLACE, AtStart),
        NamedKey.DOCUMENTS: (Act.PLACE, AtDocuments),
        NamedKey.CHECKS: (Act.PLACE, AtChecks),
        NamedKey.LEFT: (Act.PLACE, AtOpenPoints),
        NamedKey.ANSWERS: (Act.PLACE, AtAnswers),
        NamedKey.HISTORY: (Act.PLACE, AtHistory),
        NamedKey.SETTINGS: (Act.PLACE, AtSettings),
    }
)


def keys_in_words(named: NamedKey) -> str:
    """The first of the keys that do what is meant, such as Ctrl+K. Raises KeyError where none does."""
    act, more = _MEANT[named]
    shortcut = next((each for each in SHORTCUTS if _is_meant(each, act, more)), None)
    if shortcut is None:
        raise KeyError(named)
    return QKeySequence(shortcut.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) or shortcut.keys[0]


def _is_meant(shortcut: Shortcut, act: Act, more: int | type) -> bool:
    if shortcut.act is not act:
        return False
    return isinstance(shortcut.place, more) if isinstance(more, type) else shortcut.number == more
