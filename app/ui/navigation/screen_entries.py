"""What the screen itself gives to find: its pages and its acts, taken from the list of keys."""

from PySide6.QtGui import QKeySequence

from app.domain.wording import capital
from app.services.search.entries import Entry, Group, ToScreen
from app.ui.places import AtAnswers, AtChecks, AtDocuments, AtHistory, AtOpenPoints, AtSettings, AtStart
from app.ui.shortcuts import SHORTCUTS, Act, Shortcut

_GOES = {Act.PLACE, Act.STEP}

#: What works with no collaborative open.
_AT_START = {Act.LARGER_TEXT, Act.SMALLER_TEXT, Act.HELP, Act.KEYS}

#: Other words by which people look for a page or an act.
_ALSO_PLACES: dict[type, str] = {
    AtDocuments: "pack pdf word html file print",
    AtChecks: "findings errors warnings problems",
    AtOpenPoints: "open points gaps missing unanswered to-dos tasks",
    AtAnswers: "review summary all answers",
    AtHistory: "changes log who when versions",
    AtSettings: "preferences options theme dark light high contrast colours text size register of organisations "
    "workspace database backups law records keys shortcuts about version licence",
    AtStart: "home start page switch close",
}
_ALSO_ACTS: dict[Act, str] = {
    Act.UNDO: "take back revert mistake",
    Act.REDO: "again repeat",
    Act.LARGER_TEXT: "bigger font zoom in size",
    Act.SMALLER_TEXT: "font zoom out size",
    Act.PANEL: "preview guidance checks side",
    Act.PROJECT: "present full screen display big type workshop",
    Act.KEYS: "keyboard shortcuts",
    Act.MARK: "gap",
}


def screen_entries(*, is_open: bool) -> tuple[tuple[Entry, Shortcut], ...]:
    """Each page, then each act, with the shortcut that does it; without a collaborative only what works without one."""
    found: list[tuple[Entry, Shortcut]] = []
    for shortcut in sorted(SHORTCUTS, key=lambda each: each.act not in _GOES):
        if shortcut.act is not Act.FIND and (is_open or shortcut.act in _AT_START):
            found.append((_entry(shortcut, ToScreen(len(found))), shortcut))
    return tuple(found)


def _entry(shortcut: Shortcut, target: ToScreen) -> Entry:
    form = QKeySequence.SequenceFormat.NativeText
    keys = " or ".join(QKeySequence(each).toString(form) for each in shortcut.keys)
    if shortcut.act in _GOES:
        page = capital(shortcut.words.removeprefix("Go to ").removeprefix("the "))
        return Entry(
            Group.PLACE, page, target, "Go to this page", where=keys, also=_ALSO_PLACES.get(type(shortcut.place), "")
        )
    return Entry(Group.ACT, shortcut.words, target, "Do it", where=keys, also=_ALSO_ACTS.get(shortcut.act, ""))
