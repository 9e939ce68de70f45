"""The keys of the app in groups, as the list of keys and the settings show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from app.ui.shortcuts import OTHER_KEYS, SHORTCUTS, Act, Shortcut


@dataclass(frozen=True, slots=True)
class KeyLine:
    """Keys as this system writes them, and what they do."""

    keys: str
    words: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that serve one purpose."""

    title: str
    lines: tuple[KeyLine, ...]


_PLACES, _ANSWERS, _SCREEN, _MOVING = "Go to a place", "Take back", "The screen", "Find, help and move about"
_PARTS = "In parts of a page"
_TITLES = {
    Act.STEP: _PLACES,
    Act.PLACE: _PLACES,
    Act.UNDO: _ANSWERS,
    Act.REDO: _ANSWERS,
    Act.PANEL: _SCREEN,
    Act.LARGER_TEXT: _SCREEN,
    Act.SMALLER_TEXT: _SCREEN,
}


def key_groups(
    shortcuts: Sequence[Shortcut] = SHORTCUTS, others: Sequence[tuple[tuple[str, ...], str]] = OTHER_KEYS
) -> tuple[KeyGroup, ...]:
    """Every key of the app once: those of the window by purpose, then those of parts of pages."""
    lines: dict[str, list[KeyLine]] = {title: [] for title in (_MOVING, _PLACES, _ANSWERS, _SCREEN, _PARTS)}
    for shortcut in shortcuts:
        lines[_TITLES.get(shortcut.act, _MOVING)].append(KeyLine(keys_in_words(shortcut.keys), shortcut.words))
    lines[_PARTS] += [KeyLine(keys_in_words(keys), words) for keys, words in others]
    return tuple(KeyGroup(title, tuple(found)) for title, found in lines.items() if found)


def matching(groups: Sequence[KeyGroup], typed: str) -> tuple[KeyGroup, ...]:
    """The groups with only those lines that hold every word typed, among their keys, words or the group's title."""
    words = typed.casefold().split()
    found = []
    for group in groups:
        lines = tuple(
            line
            for line in group.lines
            if all(word in f"{line.keys} {line.words} {group.title}".casefold() for word in words)
        )
        if lines:
            found.append(KeyGroup(group.title, lines))
    return tuple(found)


def keys_in_words(keys: tuple[str, ...]) -> str:
    """Keys that do the same, as this system writes them, such as "Ctrl+Z or Ctrl+Y"."""
    return " or ".join(QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) or each for each in keys)
